using System.Globalization;
using Gongkai.Core.Agencies;
using Gongkai.Storage;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases.Tests.Durability;

/// <summary>
/// 作为子进程的一个节点，收到一份或者几份库里：热身之后说 <c>ready</c>，读到一行就开始。每件已经收下的写一行到标准输出，以 <c>ok</c> 结尾；
/// 没有写完的行不算告知过。输入关上（测试进程没了）就退出，不留孤儿。
/// </summary>
internal static class FilingNode
{
    /// <summary>第一个参数是它时，本程序是一个节点。</summary>
    public const string Verb = "filing-node";

    /// <summary>各份库各一行的环境变量：目录、机关、PostgreSQL 的连接字串（SQLite 的空着），制表符隔开。</summary>
    public const string StoresVariable = "GONGKAI_NODE_STORES";

    /// <summary>一直收，直到被杀。</summary>
    public const string Endless = "endless";

    /// <summary>收若干件，逐件登记并告知补正；先抢着登记已经在库里的。</summary>
    public const string Work = "work";

    private const int Writers = 4;

    private static readonly Lock _outputLock = new();

    public static async Task<int> RunAsync(string[] args)
    {
        var (mode, now, count) = (args[0], DateTimeOffset.Parse(args[1], CultureInfo.InvariantCulture), Number(args[2]));
        Store[] stores = [.. Environment.GetEnvironmentVariable(StoresVariable)!.Split('\n').Select((line, index) => Store.Of(line, index, new ManualClock(now)))];
        foreach (var store in stores)
        {
            await FileAsync(store);
        }

        Say(string.Create(CultureInfo.InvariantCulture, $"ready {Environment.CpuUsage.TotalTime.TotalMilliseconds:F0}"));
        if (await Console.In.ReadLineAsync() is null)
        {
            return 1;
        }

        _ = Task.Run(() =>
        {
            while (Console.In.ReadLine() is not null)
            {
            }

            Environment.Exit(1);
        });
        await Task.WhenAll(stores.Select(store => mode == Endless ? FileForeverAsync(store) : WorkAsync(store, count)));
        Say("done");
        foreach (var store in stores)
        {
            await store.Services.DisposeAsync();
        }

        return 0;
    }

    private static Task FileForeverAsync(Store store) => Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
    {
        while (true)
        {
            await FileAndSayAsync(store);
        }
    })));

    private static async Task WorkAsync(Store store, int count)
    {
        var staff = Actor.Staff(Guid.NewGuid(), "经办小李", [new Grant(store.Agency, StaffRole.Officer)]);
        await ContestAsync(store, staff);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => FileAndHandleAsync(store, staff, count / Writers))));
    }

    private static async Task FileAndHandleAsync(Store store, Actor staff, int count)
    {
        for (var n = 0; n < count; n++)
        {
            var receipt = await FileAndSayAsync(store);
            var today = new DateOnly(2026, 3, 2);
            var registered = await ActAsync(store.Services, staff, receipt.Id, 2, new RegisterRequest(today));
            var asked = await ActAsync(store.Services, staff, receipt.Id, registered.Version, new AskForSupplement(today, 10, new LetterWording { Items = ["请写明合同的年份与批次"] }));
            Say($"letter {registered.Letter!.Number} {store.Index}");
            Say($"letter {asked.Letter!.Number} {store.Index}");
        }
    }

    // 各节点都想登记同样的几件：每一件只能有一个做成。
    private static async Task ContestAsync(Store store, Actor staff)
    {
        await using var scope = store.Services.CreateAsyncScope();
        var ids = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Requests.AsNoTracking()
            .Where(r => r.AgencyId == store.Agency && r.Subject.StartsWith(TwoNodeTests.ContestedSubject)).Select(r => r.Id).ToListAsync();
        foreach (var id in ids)
        {
            try
            {
                var done = await ActAsync(store.Services, staff, id, 2, new RegisterRequest(new DateOnly(2026, 3, 2)));
                Say($"won {id:D} {store.Index}");
                Say($"letter {done.Letter!.Number} {store.Index}");
            }
            catch (StaleDataException)
            {
                Say($"lost {id:D} {store.Index}");
            }
        }
    }

    private static async Task<FilingReceipt> FileAndSayAsync(Store store)
    {
        var receipt = await FileAsync(store);
        Say($"filed {receipt.Number} {receipt.QueryCode} {receipt.Id:D} {store.Index}");
        return receipt;
    }

    private static async Task<FilingReceipt> FileAsync(Store store)
    {
        var once = Guid.CreateVersion7();
        await using var scope = store.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FileRequest>().RunAsync(Actor.Applicant, Office.FilingTo(store.Agency, once, files: Attached.Uploads(once)), CancellationToken.None);
    }

    private static async Task<ActDone> ActAsync(ServiceProvider services, Actor staff, Guid id, int version, RequestAct act)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PerformAct>().RunAsync(staff, id, version, act, CancellationToken.None);
    }

    private static void Say(string line)
    {
        lock (_outputLock)
        {
            Console.Out.Write($"{line} ok\n");
            Console.Out.Flush();
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Store(int Index, ServiceProvider Services, int Agency)
    {
        public static Store Of(string line, int index, TimeProvider clock)
        {
            var words = line.Split('\t');
            return new Store(index, Office.Node(new StorageOptions { DataFolder = words[0], ConnectionString = words[2] is { Length: > 0 } given ? given : null }, clock), Number(words[1]));
        }
    }
}
