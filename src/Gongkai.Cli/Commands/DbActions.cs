using System.Data.Common;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests.Clock;
using Gongkai.Reports.Writing.Text;
using Gongkai.Storage;
using Gongkai.Storage.Backup;
using Gongkai.Storage.Checking;
using Gongkai.Storage.Sealing;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai db</c> 的各个动作。</summary>
internal static class DbActions
{
    private const string Actor = "cli";

    public static Task<int> MigrateAsync(CliHost host, StorageOptions options, CancellationToken cancellation) => GuardedAsync(host, async () =>
    {
        await StorageStart.PrepareAsync(options, cancellation);
        return host.Write($"数据库已是最新。主密钥文件在 {HarmlessText.From(options.KeysPath)}：请另外保管一份，不要与备份放在一起；旁边的销毁名单（.destroyed）一同保管。\n");
    });

    public static Task<int> CheckAsync(CliHost host, StorageOptions options, CancellationToken cancellation) => ExistingAsync(host, options, async services =>
    {
        var report = await services.GetRequiredService<StorageCheck>().RunAsync(cancellation);
        var text = string.Concat(report.Problems.Select(p => $"问题：{HarmlessText.From(p)}\n"));
        var code = host.Write($"{text}申请 {report.Requests} 件，附件文件 {report.Files} 个，审计记录 {report.HeadSequence} 条。\n链头 {report.HeadSequence} {report.HeadHash}\n{(report.Problems.Count == 0 ? "没有发现问题。" : $"发现 {report.Problems.Count} 个问题，见上。")}\n");
        return code != ExitCodes.Clean ? code : report.Problems.Count == 0 ? ExitCodes.Clean : ExitCodes.Findings;
    });

    public static Task<int> BackupAsync(CliHost host, StorageOptions options, string path, CancellationToken cancellation) => ExistingAsync(host, options, async services =>
    {
        var manifest = await services.GetRequiredService<BackupWriter>().WriteAsync(path, cancellation);
        var absent = manifest.AbsentFiles.Count == 0 ? "" : $"有 {manifest.AbsentFiles.Count} 个附件不见了或已损坏，没有备份到，名单在 manifest.json。\n";
        var code = host.Write($"已备份到 {HarmlessText.From(path)}：附件文件 {manifest.FileCount} 个，链头 {manifest.AuditSequence} {manifest.AuditHash}\n{absent}主密钥不在备份里，请确认 {HarmlessText.From(options.KeysPath)} 另有一份保管在别处。\n");
        return code != ExitCodes.Clean ? code : absent.Length == 0 ? ExitCodes.Clean : ExitCodes.Findings;
    });

    public static Task<int> RestoreAsync(CliHost host, StorageOptions options, string path, CancellationToken cancellation) => GuardedAsync(host, async () =>
    {
        var register = File.Exists(options.DestroyedPath) ? "" : $"没有销毁名单 {HarmlessText.From(options.DestroyedPath)}：备份之后销毁过申请人资料的，请把它与主密钥文件一起放回，启动时照它再抹去。\n";
        var manifest = await BackupRestore.RunAsync(path, options, cancellation);
        var keys = File.Exists(options.KeysPath) ? "" : $"还没有主密钥文件：请把与这份数据配套的放到 {HarmlessText.From(options.KeysPath)}，没有它申请人资料打不开。\n";
        return host.Write($"已恢复到 {HarmlessText.From(options.DataFolder)}：附件文件 {manifest.FileCount} 个，链头 {manifest.AuditSequence} {manifest.AuditHash}\n{keys}{register}请再执行 db check 核对。\n");
    });

    public static Task<int> RotateAsync(CliHost host, StorageOptions options, bool retire, CancellationToken cancellation) => ExistingAsync(host, options, async services =>
    {
        var rotation = services.GetRequiredService<KeyRotation>();
        var keys = services.GetRequiredService<MasterKeys>();
        // 上一次断在半路的接着换完，不再加新版本；换完之后回来只为删旧版本的也一样。
        var count = await rotation.RewrapAsync(Actor, cancellation);
        if (count == 0 && !(retire && keys.Versions.Count > 1))
        {
            count = await rotation.RotateAsync(Actor, cancellation);
        }

        foreach (var old in retire ? keys.Versions.Where(v => v != keys.Current).ToList() : [])
        {
            await rotation.RetireAsync(old, Actor, cancellation);
        }

        return host.Write($"主密钥现在是第 {keys.Current} 版，换了 {count} 件。{(retire ? "旧版本已删去。" : "旧版本还留着，确认无误后可加 --retire-old 再做一次。")}\n");
    });

    internal static Task<int> ExistingAsync(CliHost host, StorageOptions options, Func<IServiceProvider, Task<int>> act)
    {
        if (!options.UsesPostgres && !File.Exists(options.DatabaseFile))
        {
            host.Error.WriteLine($"{HarmlessText.From(options.DataFolder)} 里没有数据库。请用 --data 指明数据目录，或先执行 db migrate。");
            return Task.FromResult(ExitCodes.Unreadable);
        }

        return GuardedAsync(host, async () =>
        {
            await using var services = new ServiceCollection().AddLogging().AddSingleton(host.Clock).AddGongkaiStorage(options).BuildServiceProvider();
            return await act(services);
        });
    }

    /// <summary>用这份数据里的工作日历与本地区期限怎样算，做一件事。</summary>
    public static Task<int> LawAsync(CliHost host, string folder, string? postgres, Func<WorkingDayCalendar, ClockSettings, int> act, CancellationToken cancellation) =>
        ExistingAsync(host, new StorageOptions { DataFolder = folder, ConnectionString = postgres }, async services =>
        {
            var law = new LawBook(services.GetRequiredService<IDbContextFactory<GongkaiDb>>(), host.Clock);
            return act(await law.CalendarAsync(cancellation), await law.ClockAsync(cancellation));
        });

    private static async Task<int> GuardedAsync(CliHost host, Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (e is KeysFileException or BackupException)
        {
            await host.Error.WriteLineAsync(HarmlessText.From(e.Message));
            return ExitCodes.Unreadable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await host.Error.WriteLineAsync($"没有做成：{IoFailure.Words(e)}。");
            return ExitCodes.Unreadable;
        }
        catch (DbException e)
        {
            await host.Error.WriteLineAsync($"数据库出错，没有做成：{HarmlessText.From(e.Message)}");
            return ExitCodes.Unreadable;
        }
    }
}
