using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Reports.Checking;
using Gongkai.Workbench.Checks;
using Gongkai.Workbench.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Workbench.Tests;

/// <summary>内存里的整个站点，防伪标记照常要；连接的两端和时钟由测试定。</summary>
public sealed class SiteUnderTest : IAsyncLifetime
{
    private static readonly HtmlParser Html = new();

    private WebApplication? _site;

    public ManualClock Clock { get; } = new(new DateTimeOffset(2024, 2, 2, 1, 30, 0, TimeSpan.Zero));

    public IPAddress Remote { get; set; } = IPAddress.Loopback;

    public IPAddress Local { get; set; } = IPAddress.Loopback;

    /// <summary>运行环境；要在启动之前定。</summary>
    public string Environment { get; init; } = "Production";

    public static CheckOptions Options { get; } = new(new DateOnly(2024, 4, 30), RegionProfile.National);

    public CheckFile Check { get; set; } = FakeReports.Check;

    /// <summary>像浏览器一样记着 cookie、跟着转向。</summary>
    public HttpClient Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _site = WorkbenchSite.Build(["--environment", Environment], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.AddSingleton<CheckFile>((name, content, options) => Check(name, content, options));
            builder.Services.AddSingleton<ReadFile>(FakeReports.Read);
            builder.Services.AddSingleton<IStartupFilter>(new Connection(this));
        });
        await _site.StartAsync(TestContext.Current.CancellationToken);
        Browser = new HttpClient(new Redirects(new Cookies(_site.GetTestServer().CreateHandler()))) { BaseAddress = new Uri("http://localhost/") };
    }

    public async Task<IHtmlDocument> OpenAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await Browser.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken), expected);

    /// <summary>打开首页，取表单里的防伪标记，交上文件。</summary>
    public async Task<(Uri Address, IHtmlDocument Page)> UploadAsync(params (string Name, byte[] Content)[] files)
    {
        var response = await PostAsync("/check", await FormAsync("/check", files));
        return (response.RequestMessage!.RequestUri!, await ReadAsync(response, HttpStatusCode.OK));
    }

    public async Task<MultipartFormDataContent> FormAsync(string page, params (string Name, byte[] Content)[] files)
    {
        var token = (await OpenAsync(page)).QuerySelector("form[method=post] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "files", name);
        }

        return form;
    }

    /// <summary>交上文件，不等查完：拨动时钟，直到网站不再等。</summary>
    public async Task<(Uri Address, IHtmlDocument Page)> UploadWithoutWaitingAsync(params (string Name, byte[] Content)[] files)
    {
        var posting = PostAsync("/check", await FormAsync("/check", files));
        while (!posting.IsCompleted)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            Clock.Advance(CheckLimits.Patience);
        }

        var response = await posting;
        return (response.RequestMessage!.RequestUri!, await ReadAsync(response, HttpStatusCode.OK));
    }

    /// <summary>等到成立为止；十秒还不成立就算不成立。</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Fail("Waited ten seconds in vain.");
    }

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) =>
        Browser.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content, TestContext.Current.CancellationToken);

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        return Html.ParseDocument(text);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _site!.DisposeAsync();
    }

    private sealed class Connection(SiteUnderTest test) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                (context.Connection.RemoteIpAddress, context.Connection.LocalIpAddress) = (test.Remote, test.Local);
                return rest(context);
            });
            next(app);
        };
    }

    internal sealed class Cookies(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly CookieContainer _jar = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove("Cookie");
            if (_jar.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
            {
                request.Headers.Add("Cookie", cookies);
            }

            var response = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                _jar.SetCookies(request.RequestUri!, cookie);
            }

            return response;
        }
    }

    internal sealed class Redirects(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther))
            {
                return response;
            }

            var next = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, response.Headers.Location!));
            return await SendAsync(next, cancellationToken);
        }
    }
}
