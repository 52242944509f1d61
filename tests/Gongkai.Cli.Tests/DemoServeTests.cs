using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Gongkai.Cli.Tests;

/// <summary><c>serve --demo</c>：印出的地址打得开，印出的账号登录得上；别人够得着的地址不肯听。</summary>
[Collection(nameof(County))]
public sealed partial class DemoServeTests(County county)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("--urls 不能是 http://0.0.0.0:5080", "--demo", "--urls", "http://0.0.0.0:5080")]
    [InlineData("--urls 不能是 http://192.0.2.1:5080", "--demo", "--urls", "http://127.0.0.1:5080;http://192.0.2.1:5080")]
    [InlineData("--urls 不能是 http://*:5080", "--demo", "--urls", "http://*:5080")]
    [InlineData("--portal-urls 不能是 http://example.cn:5080", "--demo", "--portal-urls", "http://example.cn:5080")]
    public async Task Accounts_whose_password_all_know_are_not_put_where_others_can_reach(string explanation, params string[] args)
    {
        var data = county["never"];
        var run = await CommandRun.Of(["serve", "--data", data, .. args]);
        Assert.Equal(64, run.ExitCode);
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data));
    }

    // 在另一个进程里：要载入网站。先是不肯听别的地址（以后不写 --demo 也一样），再打开、逐个登录。
    [Fact]
    public async Task The_printed_addresses_answer_and_the_printed_accounts_sign_in()
    {
        using (var open = Start("serve", "--data", county.Data, "--urls", "http://0.0.0.0:0", "--portal-urls", "http://127.0.0.1:0"))
        {
            var error = open.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await open.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(_patience, TestContext.Current.CancellationToken);
            Assert.Contains("示例数据只能在本机看", await error, StringComparison.Ordinal);
            Assert.Equal(64, open.ExitCode);
        }

        using var site = Start("serve", "--data", county.Data, "--demo", "--urls", "http://127.0.0.1:0", "--portal-urls", "http://127.0.0.1:0");
        try
        {
            List<string> said = [];
            while (await site.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(_patience, TestContext.Current.CancellationToken) is { } line && !line.StartsWith("按 Ctrl-C", StringComparison.Ordinal))
            {
                said.Add(line);
            }

            Uri[] addresses = [.. said.SelectMany(l => Address().Matches(l)).Select(m => new Uri(m.Value))];
            Assert.Equal(2, addresses.Length);
            using var portal = new HttpClient { BaseAddress = addresses[1] };
            Assert.Contains("清溪县应急管理局", await portal.GetStringAsync(new Uri("/agencies/yjglj", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);

            var password = said.Select(l => Password().Match(l)).Single(m => m.Success).Groups[1].Value;
            string[] users = [.. said.Where(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])];
            Assert.Equal(UseCases.Demo.DemoData.SignIns.Count, users.Length);
            foreach (var user in users)
            {
                await SignInAsync(addresses[0], user, password);
            }
        }
        finally
        {
            site.Kill();
            await site.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task SignInAsync(Uri address, string user, string password)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var signIn = new Uri("/sign-in", UriKind.Relative);
        var token = Token().Match(await browser.GetStringAsync(signIn, TestContext.Current.CancellationToken)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("UserName", user), new("Password", password), new("Code", ""), new("__RequestVerificationToken", token)]);
        var response = await browser.PostAsync(signIn, form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEqual("/sign-in", response.RequestMessage!.RequestUri!.AbsolutePath);
    }

    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gongkai.dll"), .. args])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = System.Text.Encoding.UTF8,
        StandardErrorEncoding = System.Text.Encoding.UTF8,
    })!;

    [GeneratedRegex("http://[0-9.:]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex("密码都是 ([^，]+)，", RegexOptions.NonBacktracking)]
    private static partial Regex Password();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
