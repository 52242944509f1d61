using System.Net;
using System.Runtime.CompilerServices;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Portal.Tests;

/// <summary>像浏览器一样记着 cookie（照路径送）、跟着转向、照表单原样提交的访客。</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA1001", Justification = "The in-memory server owns the handler; nothing else is held.")]
public sealed class Visitor(HttpMessageHandler server, string remote)
{
    public const string AddressHeader = "X-Test-Address";

    private static readonly HtmlParser Html = new();

    private static readonly Uri Base = new("http://portal.test/");

    private readonly HttpMessageInvoker _client = new(server, disposeHandler: false);

    /// <summary>全部 cookie：名字、路径、值。</summary>
    public List<(string Name, string Path, string Value)> Cookies { get; private set; } = [];

    // 表单没有写交到哪里的，就是那一页自己的地址。
    private readonly ConditionalWeakTable<IHtmlDocument, string> _addresses = [];

    /// <summary>走过的全部地址，转向的也在内。</summary>
    public List<string> Visited { get; } = [];

    /// <summary>最近一次的响应。</summary>
    public HttpResponseMessage Last { get; private set; } = null!;

    /// <summary>现在这一页的地址。</summary>
    public string Here => Last.RequestMessage!.RequestUri!.PathAndQuery;

    public async Task<IHtmlDocument> OpenAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await SendAsync(new HttpRequestMessage(HttpMethod.Get, path)), expected);

    public async Task<byte[]> DownloadAsync(string path)
    {
        var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>把正文里的表单改几项，按一个按钮，交上去。</summary>
    public async Task<IHtmlDocument> SubmitAsync(
        IHtmlDocument page, Dictionary<string, string>? values = null, string go = "next", HttpStatusCode expected = HttpStatusCode.OK,
        IReadOnlyList<(string Field, string Name, byte[] Content)>? files = null) =>
        await ReadAsync(await SendAsync(Form(page, values, go, files)), expected);

    /// <summary>现在这一页正文里的表单，填好了的请求。</summary>
    public HttpRequestMessage Form(
        IHtmlDocument page, Dictionary<string, string>? values = null, string go = "next", IReadOnlyList<(string Field, string Name, byte[] Content)>? files = null)
    {
        var form = page.QuerySelector("main form[method=post]") as IHtmlFormElement ?? throw new InvalidOperationException($"No form on {Here}.");
        Dictionary<string, string> fields = [];
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "file" or "submit" } or IHtmlInputElement { Type: "radio", IsChecked: false }: break;
                case IHtmlInputElement { Name: { } name } input: fields[name] = input.Value; break;
                case IHtmlTextAreaElement { Name: { } name } area: fields[name] = area.Value; break;
                case IHtmlSelectElement { Name: { } name } select: fields[name] = select.Value ?? ""; break;
                default: break;
            }
        }

        fields["go"] = go;
        foreach (var (name, value) in values ?? [])
        {
            fields[name] = value;
        }

        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : _addresses.TryGetValue(page, out var address) ? address : Here;
        HttpContent content;
        if (form.Enctype == "multipart/form-data")
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in fields)
            {
                parts.Add(new StringContent(value), name);
            }

            foreach (var (field, name, bytes) in files ?? [])
            {
                parts.Add(new ByteArrayContent(bytes), field, name);
            }

            content = parts;
        }
        else
        {
            content = new FormUrlEncodedContent(fields);
        }

        return new HttpRequestMessage(HttpMethod.Post, action) { Content = content };
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        for (var hops = 0; ; hops++)
        {
            var uri = new Uri(Base, request.RequestUri!);
            request.RequestUri = uri;
            request.Headers.Add(AddressHeader, remote);
            var cookies = Cookies.Where(c => uri.AbsolutePath == c.Path || uri.AbsolutePath.StartsWith(c.Path.TrimEnd('/') + "/", StringComparison.Ordinal)).Select(c => $"{c.Name}={c.Value}").ToArray();
            if (cookies.Length > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", cookies));
            }

            lock (Visited)
            {
                Visited.Add(uri.AbsoluteUri);
            }

            var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            Keep(response);
            if (response.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther) || hops > 5)
            {
                return Last = response;
            }

            request = new HttpRequestMessage(HttpMethod.Get, new Uri(uri, response.Headers.Location!));
        }
    }

    private void Keep(HttpResponseMessage response)
    {
        lock (Visited)
        {
            foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
            {
                var parts = set.Split(';', StringSplitOptions.TrimEntries);
                var (name, value) = (parts[0][..parts[0].IndexOf('=', StringComparison.Ordinal)], parts[0][(parts[0].IndexOf('=', StringComparison.Ordinal) + 1)..]);
                var path = parts.FirstOrDefault(p => p.StartsWith("path=", StringComparison.OrdinalIgnoreCase))?[5..] ?? "/";
                Assert.Contains(parts, p => p.Equals("httponly", StringComparison.OrdinalIgnoreCase));
                Assert.Contains(parts, p => p.Equals("samesite=strict", StringComparison.OrdinalIgnoreCase));
                Assert.True(set.Length <= 4096, "A browser drops a cookie longer than 4 KB.");
                Cookies = [.. Cookies.Where(c => c.Name != name || c.Path != path)];
                if (value.Length > 0)
                {
                    Cookies.Add((name, path, value));
                }
            }
        }
    }

    private async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected == response.StatusCode, $"{response.RequestMessage!.RequestUri} gave {(int)response.StatusCode}: {text}");
        var page = Html.ParseDocument(text);
        _addresses.Add(page, response.RequestMessage!.RequestUri!.PathAndQuery);
        return page;
    }
}
