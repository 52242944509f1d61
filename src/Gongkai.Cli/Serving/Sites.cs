using System.Net.Sockets;
using Gongkai.Portal;
using Gongkai.Storage;
using Gongkai.Workbench;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Gongkai.Cli.Serving;

/// <summary>配了存储的两个站点，在一个进程里：工作台与门户。</summary>
internal static class Sites
{
    /// <summary>启动，印出地址，直到被停下。</summary>
    public static async Task<int> RunAsync(CliHost host, StorageOptions storage, ServeAddresses addresses, bool demo, CancellationToken cancellation)
    {
        if (!await StorageArguments.PrepareAsync(host, storage, cancellation))
        {
            return ExitCodes.WrongUsage;
        }

        var said = demo ? await DemoData.EnsureAsync(host, storage, cancellation) : "";
        if (said is null || !await DemoData.MayListenAsync(host, storage, addresses.Workbench, cancellation))
        {
            return ExitCodes.WrongUsage;
        }

        List<(string Name, WebApplication Site)> sites = [];
        try
        {
            sites.Add(("工作台", WorkbenchSite.Build(["--urls", addresses.Workbench], storage: storage)));

            sites.Add(("门户", PortalSite.Build(["--urls", addresses.Portal], storage)));
            foreach (var (name, site) in sites)
            {
                if (await StartAsync(host, name, site, cancellation) is { } failed)
                {
                    return failed;
                }
            }

            var text = string.Concat(sites.Select(s => $"{s.Name}已打开：{string.Join(" ", s.Site.Urls)}\n"));
            if (await WorkbenchSite.SetUpCodeAsync(sites[0].Site, cancellation) is { } code)
            {
                text += $"还没有账号。请打开工作台，用这个设置码做初次设置：{code}\n（只在这次启动有效；不要让别人看到。）\n";
            }

            var exit = host.Write($"{text}{said}按 Ctrl-C 结束。\n");
            if (exit == ExitCodes.Clean)
            {
                // 一个停了，全停：不留半个系统在跑。
                await Task.WhenAny(sites.Select(s => s.Site.WaitForShutdownAsync(cancellation)));
            }

            return exit;
        }
        finally
        {
            foreach (var (_, site) in sites)
            {
                await site.StopAsync(CancellationToken.None);
                await site.DisposeAsync();
            }
        }
    }

    private static async Task<int?> StartAsync(CliHost host, string name, WebApplication site, CancellationToken cancellation)
    {
        try
        {
            await site.StartAsync(cancellation);
            return null;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return host.CannotStart($"{name}不能开始：{IoFailure.Words(e)}。", "请用 --urls、--portal-urls 换一个地址。");
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            return host.WrongUsage($"{name}不能开始：服务器不支持这样的地址。", "请看用法：./gongkai serve --help");
        }
    }
}

/// <summary>两个站点监听的地址。</summary>
/// <param name="Workbench">工作台。</param>
/// <param name="Portal">门户。</param>
internal sealed record ServeAddresses(string Workbench, string Portal);
