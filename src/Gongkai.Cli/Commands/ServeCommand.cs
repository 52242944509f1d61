using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Gongkai.Cli.Serving;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai serve</c>：打开网页版；给出数据目录时是工作台和门户，否则只有年报体检。</summary>
internal static class ServeCommand
{
    private const int FirstPort = 5080;
    private const int LastPort = 5099;
    private const string Remedy = "请看用法：./gongkai serve --help";

    /// <summary>建这个命令。</summary>
    public static Command Build(CliHost host)
    {
        var urls = new Option<string>("--urls");
        var portalUrls = new Option<string>("--portal-urls");
        var demo = new Option<bool>("--demo");
        var storage = new StorageArguments();
        var command = new Command("serve") { urls, portalUrls, demo };
        storage.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var (given, portal) = (parsed.GetValue(urls), parsed.GetValue(portalUrls));
            var problem = ProblemOf("--urls", given) ?? ProblemOf("--portal-urls", portal) ?? storage.ProblemOf(parsed)
                ?? (!storage.IsGiven(parsed) && (parsed.GetValue(demo) || portal is not null) ? "写了 --demo 或 --portal-urls，也要用 --data 写明数据目录。" : null)
                ?? (parsed.GetValue(demo) ? OpenDemo("--urls", given) ?? OpenDemo("--portal-urls", portal) : null);
            if (problem is not null)
            {
                return Task.FromResult(host.WrongUsage(problem, HelpText.Remedy(command)));
            }

            var address = given ?? FreeAddress(FirstPort);
            var second = portal ?? FreeAddress(FirstPort + 1, except: address);
            if (address is null || second is null)
            {
                return Task.FromResult(host.CannotStart($"{FirstPort} 至 {LastPort} 端口都被占用。", "请用 --urls 指定一个空闲的端口。"));
            }

            return storage.IsGiven(parsed)
                ? Sites.RunAsync(host, storage.From(parsed), new ServeAddresses(address, second), parsed.GetValue(demo), cancellation)
                : ServeAsync(host, address, cancellation);
        });
        return command;
    }

    private static string? OpenDemo(string option, string? given) =>
        given is not null && DemoData.NotLoopback(given) is { } open ? DemoData.Public(option, open) : null;

    private static string? ProblemOf(string option, string? given) =>
        given is not null && !given.Split(';').All(u => Uri.TryCreate(u.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? $"{option} 要写成 http://127.0.0.1:5080 这样的地址，不能是 {given}。"
            : null;

    // 不内联：只有到了这里才载入网站和 ASP.NET Core，别的命令不为它们等待。
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> ServeAsync(CliHost host, string address, CancellationToken cancellation)
    {
        try
        {
            await using var site = Workbench.WorkbenchSite.Build(["--urls", address]);
            return await StartAsync(host, site, address, cancellation);
        }
        catch (Workbench.Hosting.NotLoopbackException e)
        {
            return host.WrongUsage(e.Message, Remedy);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> StartAsync(CliHost host, Microsoft.AspNetCore.Builder.WebApplication site, string address, CancellationToken cancellation)
    {
        try
        {
            await site.StartAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return host.CannotStart($"不能在 {address} 开始：{IoFailure.Words(e)}。", "请用 --urls 换一个端口。");
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            // 服务器不认这个地址，如 http://localhost:0。
            return host.WrongUsage($"不能在 {address} 开始：服务器不支持这样的地址。", Remedy);
        }

        var code = host.Write($"年报体检已打开：{string.Join(" ", site.Urls)}\n按 Ctrl-C 结束。\n");
        if (code != ExitCodes.Clean)
        {
            return code;
        }

        await Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions.WaitForShutdownAsync(site, cancellation);
        return ExitCodes.Clean;
    }

    private static string? FreeAddress(int first, string? except = null)
    {
        for (var port = first; port <= LastPort; port++)
        {
            var address = $"http://127.0.0.1:{port}";
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                if (address != except)
                {
                    return address;
                }
            }
            catch (SocketException)
            {
                // 被占用，试下一个。
            }
        }

        return null;
    }
}
