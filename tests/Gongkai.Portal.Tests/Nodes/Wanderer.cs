using System.Net;
using System.Text.RegularExpressions;

namespace Gongkai.Portal.Tests.Nodes;

/// <summary>一位申请人：每一次请求都到另一个节点，cookie 与表单的标记带着走。几百位一起来，所以不解析网页，只找要的那几处。</summary>
/// <param name="client">不自己记 cookie、不自己跟着转向的。</param>
/// <param name="nodes">各节点的地址。</param>
/// <param name="number">第几位；由此定先到哪个节点、看不看每一页、附不附文件、交不交两次。</param>
internal sealed partial class Wanderer(HttpClient client, IReadOnlyList<Uri> nodes, int number)
{
    private readonly Dictionary<string, string> _cookies = [];
    private int _steps;
    private string _token = "";

    /// <summary>这一位要的东西的题目。</summary>
    public string Subject => $"第{number}号防汛物资采购合同";

    /// <summary>照门户的各页填好、提交，到另一个节点看回执；给出上面的编号与查询码。</summary>
    public async Task<(string Number, string Code)> FileAsync()
    {
        await OpenAsync($"/apply/{PortalUnderTest.Agency}");
        var at = (await PostAsync($"/apply/{PortalUnderTest.Agency}", []))!;
        var values = Filling.Good();
        values["Subject"] = Subject;
        while (!at.EndsWith("/check", StringComparison.Ordinal))
        {
            // 多数人的浏览器也打开每一页；这里每十位有一位，其余的直接交，够快。
            if (number % 10 == 3)
            {
                await OpenAsync(at);
            }

            var next = (await PostAsync(at, values))!;
            Assert.NotEqual(at, next);
            at = next;
        }

        await OpenAsync(at);
        var answers = number % 10 == 0 ? await Task.WhenAll(SubmitAsync(at), SubmitAsync(at)) : [await SubmitAsync(at)];
        Assert.Single(answers.Distinct());
        var receipt = await OpenAsync(answers[0]);
        var filed = (Number().Match(receipt).Groups[1].Value, Code().Match(receipt).Groups[1].Value);
        Assert.Contains(WebUtility.HtmlEncode(Subject), receipt, StringComparison.Ordinal);
        Assert.Equal($"/follow/{filed.Item1}/receipt", answers[0]);
        return filed;
    }

    private async Task<string> OpenAsync(string path)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} gave {(int)response.StatusCode}: {response.Headers.Location}{page}");
        _token = Token().Match(page) is { Success: true } found ? found.Groups[1].Value : _token;
        return page;
    }

    private async Task<string> SubmitAsync(string path)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent("submit"), "go");
        form.Add(new StringContent(_token), "__RequestVerificationToken");
        if (number % 4 == 0)
        {
            form.Add(new ByteArrayContent(Filling.Pdf), "other", "说明.pdf");
        }

        return await SendFormAsync(path, form);
    }

    private async Task<string> PostAsync(string path, Dictionary<string, string> values)
    {
        using var form = new FormUrlEncodedContent([.. values, new("go", "next"), new("__RequestVerificationToken", _token)]);
        return await SendFormAsync(path, form);
    }

    private async Task<string> SendFormAsync(string path, HttpContent form)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form });
        Assert.True(
            response.StatusCode is HttpStatusCode.Redirect && !response.Headers.Location!.OriginalString.Contains('?', StringComparison.Ordinal),
            $"{number}: {path} gave {(int)response.StatusCode} {response.Headers.Location} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return response.Headers.Location!.OriginalString;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var node = nodes[(number + Interlocked.Increment(ref _steps)) % nodes.Count];
        request.RequestUri = new Uri(node, request.RequestUri!);
        lock (_cookies)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        lock (_cookies)
        {
            foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
            {
                var pair = set[..set.IndexOf(';', StringComparison.Ordinal)];
                var equals = pair.IndexOf('=', StringComparison.Ordinal);
                _cookies[pair[..equals]] = pair[(equals + 1)..];
            }
        }

        return response;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex("<dt>登记编号</dt><dd>([^<]+)</dd>", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex("<dd class=\"receipt__code\">([^<]+)</dd>", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
