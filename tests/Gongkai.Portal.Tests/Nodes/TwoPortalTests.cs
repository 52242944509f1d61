using System.Collections.Concurrent;
using System.Globalization;
using Gongkai.Storage;
using Gongkai.Storage.Checking;
using Gongkai.Storage.Rows;
using Gongkai.TestHost;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Portal.Tests.Nodes;

/// <summary>两个进程里的两个门户，同一个 PostgreSQL：前面有分流的，一位申请人的请求会落到这个，也会落到那个。</summary>
public sealed class TwoPortalTests
{
    private const int Applicants = 300;
    private const int AtOnce = 12;

    public static bool IsMissing => Environment.GetEnvironmentVariable("CI") is not { Length: > 0 } && PostgresCluster.Missing is not null;

    [Fact(Skip = "没有 PostgreSQL", SkipWhen = nameof(IsMissing))]
    public async Task Applicants_sent_to_either_portal_at_random_lose_nothing_and_use_no_number_twice()
    {
        await using var store = await TestStore.CreateAsync(StoreKind.Postgres);
        await using (var db = store.NewDb())
        {
            db.Agencies.Add(new AgencyRow { Name = "清溪县应急管理局", Kind = "Department", PagePath = PortalUnderTest.Agency, LetterMark = "清应急公开" });
            await db.CommitAsync(new AuditEntry(store.Now, "system", null, "agency.add", PortalUnderTest.Agency), TestContext.Current.CancellationToken);
        }

        // 两个都从空的密钥环起步，各发各的：对方发的标记与草稿也要认得。
        await using var first = PortalProcess.Start(store, store.Clock.GetUtcNow());
        await using var second = PortalProcess.Start(store, store.Clock.GetUtcNow());
        Uri[] nodes = await Task.WhenAll(first.AddressAsync(), second.AddressAsync());
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        ConcurrentBag<(string Number, string Code, string Subject)> receipts = [];
        await Parallel.ForEachAsync(Enumerable.Range(0, Applicants), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken }, async (n, _) =>
        {
            var applicant = new Wanderer(client, nodes, n);
            var (number, code) = await applicant.FileAsync();
            receipts.Add((number, code, applicant.Subject));
        });

        (int Processor, string Errors)[] ends = await Task.WhenAll(first.StopAsync(), second.StopAsync());
        Assert.All(ends, e => Assert.Empty(e.Errors));
        Assert.Equal(Enumerable.Range(1, Applicants), receipts.Select(r => int.Parse(r.Number[^5..], CultureInfo.InvariantCulture)).Order());

        await using var node = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(store.Clock).AddGongkaiStorage(store.Options).AddGongkaiUseCases().BuildServiceProvider(validateScopes: true);
        await using var scope = node.CreateAsyncScope();
        var track = scope.ServiceProvider.GetRequiredService<TrackRequest>();
        foreach (var (number, code, subject) in receipts)
        {
            var tracked = await track.RunAsync(number, code, TestContext.Current.CancellationToken);
            Assert.Equal(subject, tracked.Subject);
            Assert.Equal(int.Parse(subject[1..subject.IndexOf('号', StringComparison.Ordinal)], CultureInfo.InvariantCulture) % 4 == 0 ? 1 : 0, tracked.Files.Count);
        }

        var stored = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        Assert.Equal(Applicants, await stored.Requests.CountAsync(TestContext.Current.CancellationToken));
        var check = await node.GetRequiredService<StorageCheck>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Empty(check.Problems);
        TestContext.Current.SendDiagnosticMessage($"{Applicants} filed through two portals; {string.Join(" and ", ends.Select(e => e.Processor))} ms of processor time.");
    }
}
