using System.Globalization;
using Gongkai.Core.Requests;
using Gongkai.Portal.Applying;
using Gongkai.Portal.Pages.Apply;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Bench.Requests;

/// <summary>填到最后一步的一份：提交到哪里，浏览器带什么 cookie，表单里有什么。</summary>
/// <param name="Path">「检查并提交」那一页。</param>
/// <param name="Cookies">请求里的 Cookie 头：草稿与防伪。</param>
/// <param name="ContentType">提交的内容是什么。</param>
/// <param name="Body">提交的内容，照浏览器的样子：能附文件的表单，没有附。</param>
internal sealed record FilledForm(string Path, string Cookies, string ContentType, byte[] Body)
{
    /// <summary>写好提交的内容。</summary>
    public static async Task<FilledForm> ForAsync(string path, string cookies, string token)
    {
        using var body = new MultipartFormDataContent();
        foreach (var file in (string[])["identity", "authorisation", "other"])
        {
            body.Add(new ByteArrayContent([]) { Headers = { ContentType = new("application/octet-stream") } }, file, "\"\"");
        }

        body.Add(new StringContent(""), CheckModel.Trap);
        body.Add(new StringContent("submit"), "go");
        body.Add(new StringContent(token), "__RequestVerificationToken");
        return new FilledForm(path, cookies, body.Headers.ContentType!.ToString(), await body.ReadAsByteArrayAsync());
    }
}

/// <summary>替申请人把前几步填好：用门户自己的草稿箱与防伪标记，密钥在库里，两个进程通用。要量的只是最后的提交。</summary>
internal sealed class FilledForms(WebApplication portal, string agency) : IAsyncDisposable
{
    private int _number;

    /// <summary>填好这么多份，各不相同。</summary>
    public async Task<IReadOnlyList<FilledForm>> FillAsync(int count)
    {
        List<FilledForm> forms = [];
        while (forms.Count < count)
        {
            forms.Add(await FillAsync());
        }

        return forms;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private Task<FilledForm> FillAsync()
    {
        var number = ++_number;
        var box = portal.Services.GetRequiredService<DraftBox>();
        var draft = box.New(agency) with
        {
            Kind = nameof(ApplicantKind.Person),
            Name = "张小三",
            IdKind = "居民身份证",
            IdNumber = ResidentNumber.WithCheckDigit(string.Create(CultureInfo.InvariantCulture, $"990199{1950 + number / 1000 % 50}0101{number % 1000:000}")),
            Telephone = "19900001234",
            Email = "applicant@mail.example",
            Address = "清溪县青年路1号",
            Subject = "2025年防汛物资采购合同",
            Description = "请求公开2025年防汛物资采购的合同文本，包括附件与验收材料，制作机关为清溪县应急管理局，文号不详。",
            Delivery = nameof(DeliveryForm.Online),
            WasChecked = true,
        };
        var context = new DefaultHttpContext { RequestServices = portal.Services };
        if (!box.TryKeep(context, draft))
        {
            throw new InvalidOperationException("The draft does not fit.");
        }

        var token = portal.Services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!;
        var cookies = SetCookieHeaderValue.ParseList(context.Response.Headers.SetCookie.OfType<string>().ToList()).Select(c => $"{c.Name}={c.Value}");
        return FilledForm.ForAsync($"/apply/{agency}/{draft.Id}/{Steps.All[^1].Path}", string.Join("; ", cookies), token);
    }
}
