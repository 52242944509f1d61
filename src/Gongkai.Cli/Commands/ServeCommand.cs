using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai serve</c>：在本机打开网页版。</summary>
internal static class ServeCommand
{
    private const int FirstPort = 5080;
    private const int LastPort = 5099;
    private const string Remedy = "请看用法：./gongkai serve --help";

    /// <summary>建这个命令。</summary>
    public static Command Build(CliHost host)
    {
        var urls = new Option<string>("--urls");
        var command = new Command("serve") { urls };
        command.SetAction((parsed, cancellation) =>
        {
            var given = parsed.GetValue(urls);
            if (given is not null && !given.Split(';').All(u => Uri.TryCreate(u, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            {
                return Task.FromResult(host.WrongUsage($"--urls 要写成 http://127.0.0.1:5080 这样的地址，不能是 {given}。", HelpText.Remedy(command)));
            }

            return (given ?? FreeAddress()) is { } address
                ? ServeAsync(host, address, cancellation)
                : Task.FromResult(host.CannotStart($"{FirstPort} 至 {LastPort} 端口都被占用。", "请用 --urls 指定一个空闲的端口。"));
        });
        return command;
    }

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

    private static string? FreeAddress()
    {
        for (var port = FirstPort; port <= LastPort; port++)
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return $"http://127.0.0.1:{port}";
            }
            catch (SocketException)
            {
                // 被占用，试下一个。
            }
        }

        return null;
    }
}
