using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Cases.Acts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Workbench.Tests.Requests;

/// <summary>全部页、下载与表单，取自网站自己的路由：新加的一页自然在内。</summary>
internal static class CaseRoutes
{
    /// <summary>一件申请之下的。</summary>
    public static async Task<IReadOnlyList<CaseRoute>> AllAsync(IServiceProvider services) =>
        [.. (await EveryAsync(services)).Where(r => r.Template.Contains("{number}", StringComparison.Ordinal))];

    /// <summary>全站的。</summary>
    public static async Task<IReadOnlyList<CaseRoute>> EveryAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        List<CaseRoute> routes = [];
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var template = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
                routes.AddRange(compiled.HandlerMethods.Select(h => new CaseRoute(template, h.HttpMethod.ToUpperInvariant(), h.Name)));
                if (compiled.HandlerMethods.Count == 0)
                {
                    routes.Add(new CaseRoute(template, "GET", null));
                }
            }
            else
            {
                routes.AddRange(endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(m => new CaseRoute(template, m, null)));
            }
        }

        return routes;
    }
}

/// <summary>一个去处。</summary>
/// <param name="Template">地址的样子。</param>
/// <param name="Method">GET 或者 POST。</param>
/// <param name="Handler">页里的哪一个表单；只有一个的为 null。</param>
internal sealed record CaseRoute(string Template, string Method, string? Handler)
{
    /// <summary>填上各段的地址；没有见过的段要在这里加上怎样填。</summary>
    public IEnumerable<string> Addresses(string number, Guid letter)
    {
        var filled = Template.Replace("{number}", number, StringComparison.Ordinal);
        foreach (var (segment, value) in new[] { ("{letter:guid}", $"{letter:D}"), ("{file:guid}", $"{letter:D}"), ("{id:guid}", $"{letter:D}"), ("{id:int}", "1"), ("{year:int}", "2026"), ("{token}", "none"), ("{number:int}", "1"), ("{code}", "L01"), ("{code:int}", "404") })
        {
            filled = filled.Replace(segment, value, StringComparison.Ordinal);
        }

        IEnumerable<string> all = [filled];
        all = Each(all, "{act}", ActForms.All.Select(f => f.Key));
        all = Each(all, "{type:alpha}", PrintSheet.Types.Select(t => t.ToString()));
        foreach (var address in all)
        {
            Assert.DoesNotContain("{", address, StringComparison.Ordinal);
            yield return Handler is null ? address : $"{address}?handler={Handler}";
        }
    }

    private static IEnumerable<string> Each(IEnumerable<string> addresses, string segment, IEnumerable<string> values) =>
        addresses.SelectMany(a => a.Contains(segment, StringComparison.Ordinal) ? values.Select(v => a.Replace(segment, v, StringComparison.Ordinal)) : [a]);
}
