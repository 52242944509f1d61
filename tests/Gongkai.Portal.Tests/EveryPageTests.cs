using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Portal.Tests;

/// <summary>门户的每一个去处，照路由表数：没有查询码看不到别人的申请，也看不出有没有；每一张表单填什么都不出错。</summary>
public sealed class EveryPageTests : IAsyncLifetime
{
    private static readonly HtmlParser Html = new();

    private static readonly string[] Payloads =
    [
        "\"><script>alert(1)</script><img src=x onerror=alert(2)>", "=cmd|'/c calc'!A1", "字\0\u0001\u001b[31m\u202e\u2066", new('长', 20_000), "99999999999999999999", "2026-02-31", "[]",
    ];

    private PortalUnderTest _portal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _portal = await PortalUnderTest.StartAsync(PortalUnderTest.Brisk with
    {
        PageBurst = 1_000_000,
        FormBurst = 1_000_000,
        AllFormsPerSecond = 1_000_000,
        FilingsPerHour = 1_000_000,
        FilingsBeforeQuestion = 1_000_000,
        CodeTries = 1_000_000,
        CodeTriesPerAddress = 1_000_000,
    });

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Without_the_code_no_page_download_or_form_of_a_request_opens_and_none_tells_whether_it_exists()
    {
        var (number, _) = await _portal.Visit().FileAsync();
        var stranger = _portal.Visit();
        var token = Hidden(await stranger.OpenAsync("/follow"));
        var routes = _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.Contains("{number", StringComparison.Ordinal)).ToArray();
        Assert.True(routes.Length >= 7);
        foreach (var route in routes)
        {
            var address = "/" + route.RoutePattern.RawText!.TrimStart('/').Replace("{number:maxlength(60)}", number, StringComparison.Ordinal).Replace("{number}", number, StringComparison.Ordinal)
                .Replace("{id:guid}", $"{Guid.NewGuid()}", StringComparison.Ordinal).Replace("{about:maxlength(20)}", "supplement", StringComparison.Ordinal);
            Assert.DoesNotContain("{", address, StringComparison.Ordinal);
            foreach (var method in route.Metadata.GetMetadata<PageActionDescriptor>() is null ? new[] { HttpMethod.Get } : [HttpMethod.Get, HttpMethod.Post])
            {
                var there = await SendAsync(stranger, method, address, token);
                var nowhere = await SendAsync(stranger, method, address.Replace(number, "qxyj-2026-99999", StringComparison.Ordinal), token);
                Assert.True(there.Status is HttpStatusCode.NotFound || there.Here.StartsWith("/follow", StringComparison.Ordinal), $"{method} {address}: {there.Status} {there.Here}");
                Assert.Equal(nowhere with { Here = "", Main = nowhere.Main.Replace("qxyj-2026-99999", number, StringComparison.Ordinal) }, there with { Here = "" });
                Assert.DoesNotContain("林小满", there.Main, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task No_field_of_any_form_breaks_a_page_or_becomes_markup()
    {
        var visitor = _portal.Visit();
        var (number, _) = await visitor.FileAsync();
        var day = new DateOnly(2026, 3, 10);
        await _portal.DoAsync(number, new RegisterRequest(day));
        await _portal.DoAsync(number, new AskForSupplement(day, 15, new LetterWording { Items = ["写明名称"], Reasons = "内容描述不明确" }));
        await visitor.FillAsync();
        var root = visitor.Here[..visitor.Here.LastIndexOf('/')];
        string[] pages =
        [
            "/", "/about", $"/agencies/{PortalUnderTest.Agency}", $"/apply/{PortalUnderTest.Agency}", .. Applying.Steps.All.Select(s => $"{root}/{s.Path}"),
            "/follow", $"/follow/{number}/receipt", $"/follow/{number}/answer/supplement", $"/follow/{number}/answer/reasons", $"/follow/{number}/withdraw", $"/follow/{number}",
        ];
        var sent = 0;
        foreach (var address in pages)
        {
            for (var i = 0; i < FormsOf(await CheckedAsync(visitor, new HttpRequestMessage(HttpMethod.Get, address), address)).Length; i++)
            {
                foreach (var (payload, texts) in Payloads.Select((p, i) => (p, i < 4)))
                {
                    if (FormsOf(await CheckedAsync(visitor, new HttpRequestMessage(HttpMethod.Get, address), address)).ElementAtOrDefault(i) is { } form)
                    {
                        await CheckedAsync(visitor, Filled(form, visitor.Here, payload, texts), $"{address} with {payload[..Math.Min(20, payload.Length)]}");
                        sent++;
                    }
                }
            }
        }

        Assert.True(sent > 50, $"{sent}");
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_length_is_read_to_the_limit_only()
    {
        await using var store = await TestHost.TestStore.CreateAsync(TestHost.StoreKind.Sqlite);
        await using var real = PortalSite.Build(["--urls", "http://127.0.0.1:0"], store.Options);
        await real.StartAsync(Stop);
        using var browser = new HttpClient { BaseAddress = new Uri(real.Urls.First()) };
        using var content = new StreamContent(new MemoryStream([.. "Number="u8, .. Enumerable.Repeat((byte)'a', 600_000)]));
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/follow") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        var response = await browser.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("写得太长", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await real.StopAsync(Stop);
    }

    private static IHtmlFormElement[] FormsOf(IHtmlDocument? page) =>
        page is null ? [] : [.. page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Where(f => f.QuerySelector("textarea, select, input:not([type=hidden]):not([type=submit])") is not null)];

    private static HttpRequestMessage Filled(IHtmlFormElement form, string here, string payload, bool texts)
    {
        List<KeyValuePair<string, string>> fields = [];
        foreach (var element in form.QuerySelectorAll("[name]").DistinctBy(e => e.GetAttribute("name")))
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "file" } => null,
                IHtmlInputElement { Name: "__RequestVerificationToken" } token => token.Value,
                _ when !texts => payload,
                IHtmlInputElement { Type: "hidden" or "checkbox" or "radio" } kept => kept.Value,
                IHtmlSelectElement select => select.Value,
                IHtmlInputElement or IHtmlTextAreaElement => payload,
                _ => null,
            };
            if (value is not null)
            {
                fields.Add(new(element.GetAttribute("name")!, value));
            }
        }

        fields.Add(new("go", "next"));
        return new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } given ? given : here) { Content = Multipart(fields) };
    }

    // 都用 multipart 交：另一种写法里的 NUL，框架自己就不收。
    private static MultipartFormDataContent Multipart(List<KeyValuePair<string, string>> fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    private static async Task<IHtmlDocument?> CheckedAsync(Visitor visitor, HttpRequestMessage request, string what)
    {
        var answer = await visitor.SendAsync(request);
        Assert.True((int)answer.StatusCode < 500, $"{request.Method} {what}: {(int)answer.StatusCode}");
        var page = Html.ParseDocument(await answer.Content.ReadAsStringAsync(Stop));
        Assert.False(page.QuerySelector("script:not([src]), main img, [onerror], [onclick]") is not null, $"{what}: raw markup");
        return page;
    }

    private static async Task<(HttpStatusCode Status, string Here, string Main)> SendAsync(Visitor visitor, HttpMethod method, string address, string token)
    {
        var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Text", "我看见了"), new("go", "next")]);
        }

        var answer = await visitor.SendAsync(request);
        return (answer.StatusCode, visitor.Here, Html.ParseDocument(await answer.Content.ReadAsStringAsync(Stop)).QuerySelector("main")?.TextContent ?? "");
    }

    private static string Hidden(IHtmlDocument page) => page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
