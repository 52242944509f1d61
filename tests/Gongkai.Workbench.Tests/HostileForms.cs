using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Workbench.Tests;

/// <summary>照页面上的链接走遍，见到表单就填上来者不善的东西交上去：不出错，也没有一处照原样成了网页。</summary>
/// <param name="browser">已经登录的浏览器。</param>
internal sealed partial class HostileForms(HttpClient browser)
{
    private const int MostPages = 200;

    private static readonly HtmlParser Html = new();

    private static readonly string[] Texts =
    [
        "\"><script>alert(1)</script><img src=x onerror=alert(2)>",
        "=cmd|'/c calc'!A1",
        "字\0\u0001\u001b[31m\u202e\u2066",
        new('长', 30_000),
    ];

    private static readonly string[] Anything = ["99999999999999999999", "-1e999", "2026-02-31", "\0", "[]", "no-such-choice"];

    private readonly List<string> _pages = [];

    private readonly HashSet<string> _kinds = [];

    /// <summary>走到过的页，编号换成了井号。</summary>
    public IReadOnlyCollection<string> Pages => _kinds;

    /// <summary>交过几次。</summary>
    public int Sent { get; private set; }

    /// <summary>从这些页走起，遍历能走到的页；只看，不交。</summary>
    public async Task WalkAsync(IReadOnlyList<string> from, bool follows = true)
    {
        // 写明的每一页都走；链接走到的，同一种只走一次。
        Queue<string> waiting = new(from);
        var named = waiting.Count;
        for (var i = 0; waiting.TryDequeue(out var address) && _pages.Count < MostPages; i++)
        {
            var isNew = _kinds.Add(KeyOf(address));
            if (!isNew && i >= named)
            {
                continue;
            }

            _pages.Add(address);

            if (await OpenAsync(address) is not { } page || !follows)
            {
                continue;
            }

            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                if (!LeavesOut().IsMatch(link) && !_kinds.Contains(KeyOf(link)))
                {
                    waiting.Enqueue(link);
                }
            }
        }
    }

    /// <summary>走到的每一页上，每一张有得填的表单。</summary>
    public async Task AttackAsync()
    {
        foreach (var address in _pages)
        {
            var count = FormsOf(await OpenAsync(address)).Length;
            for (var i = 0; i < count; i++)
            {
                IHtmlFormElement? form = null;
                foreach (var (text, turn) in Texts.Select(t => ((string?)t, 0)).Concat([(null, 0), (null, 1), (null, 2)]))
                {
                    // 没有办成的，表单还在；办成了的要重新打开，可能已经没有了。
                    form ??= FormsOf(await OpenAsync(address)).ElementAtOrDefault(i);
                    if (form is null)
                    {
                        break;
                    }

                    form = await SubmitAsync(address, form, text, turn) ? null : form;
                }
            }

            await OpenAsync(address);
        }
    }

    private static IHtmlFormElement[] FormsOf(IHtmlDocument? page) =>
        page is null ? [] : [.. page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Where(f => f.QuerySelector("textarea, select, input:not([type=hidden]):not([type=submit])") is not null)];

    private async Task<bool> SubmitAsync(string address, IHtmlFormElement form, string? text, int turn)
    {
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given.StartsWith('?') ? address.Split('?')[0] + given : given : address;
        var fields = form.QuerySelectorAll("[name]").Select((e, i) => Field(e, text ?? Anything[(i + turn) % Anything.Length], text is not null)).Where(f => f.Value is not null).DistinctBy(f => f.Key).Select(f => KeyValuePair.Create(f.Key, f.Value!)).ToArray();

        // 都用 multipart 交：另一种写法里的 NUL，框架自己就不收。
        using var content = Multipart(fields);
        var answer = await browser.PostAsync(new Uri(action, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Sent++;
        await CheckAsync(answer, $"POST {action} with {(text is null ? $"anything {turn}" : text[..Math.Min(20, text.Length)])}");
        return answer.IsSuccessStatusCode;
    }

    private static (string Key, string? Value) Field(AngleSharp.Dom.IElement element, string payload, bool texts) => (element.GetAttribute("name")!, element switch
    {
        IHtmlInputElement { Type: "file" } => null,
        IHtmlInputElement { Name: "__RequestVerificationToken" } token => token.Value,
        _ when !texts => payload,
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement { Type: "text" or "search" or "password" or "email" or "tel" or "url" } => payload,
        IHtmlInputElement other => other.Value,
        IHtmlTextAreaElement => payload,
        IHtmlSelectElement select => select.Value,
        _ => null,
    });

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    private async Task<IHtmlDocument?> OpenAsync(string address) =>
        await CheckAsync(await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken), $"GET {address}");

    private static async Task<IHtmlDocument?> CheckAsync(HttpResponseMessage answer, string what)
    {
        Assert.True((int)answer.StatusCode < 500, $"{what}: {(int)answer.StatusCode}");
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return null;
        }

        var page = Html.ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.False(page.QuerySelector("script:not([src]), main img, [onerror], [onclick]") is { } raw, $"{what}: raw markup");
        return answer.StatusCode == HttpStatusCode.OK ? page : null;
    }

    // 同一种页只走一次；拟答复的页，每种结果是一张不同的表单。
    private static string KeyOf(string address) => Digits().Replace(address.Contains("/draft", StringComparison.Ordinal) ? address : address.Split('?')[0], "#");

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f-]{27}|[a-z]+-\d{4}-\d{5}|/\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^/(sign-out|check|rules|_content)|\.(csv|xlsx|docx|ics|css)(\?|$)|/files/|^//", RegexOptions.NonBacktracking)]
    private static partial Regex LeavesOut();
}
