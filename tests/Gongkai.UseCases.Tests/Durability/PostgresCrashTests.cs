using System.Collections.Concurrent;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases.Tests.Durability;

/// <summary>被杀的是数据库：网站还在，正收着申请。说过「已收下」的一件不少；数据库回来，同一个网站接着收。</summary>
public class PostgresCrashTests
{
    private const int Rounds = 3;
    private const int Writers = 4;

    public static string? Missing => Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ? null : PostgresCluster.Missing;

    public static bool IsMissing => Missing is not null;

    [Fact(Skip = "没有 PostgreSQL", SkipWhen = nameof(IsMissing))]
    public async Task A_request_once_acknowledged_survives_the_crash_of_the_database()
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-crash-");
        try
        {
            await using var postgres = await CrashablePostgres.StartAsync();
            var options = new StorageOptions { DataFolder = Path.Combine(folder.FullName, "data"), ConnectionString = postgres.Connection };
            await StorageStart.PrepareAsync(options, TestContext.Current.CancellationToken);
            await using var node = Office.Node(options, new ManualClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8))));
            var agency = await AgencyAsync(node);
            var told = new ConcurrentQueue<Register.Acknowledged>();
            for (var round = 1; round <= Rounds; round++)
            {
                var before = told.Count;
                using var crashing = new CancellationTokenSource();
                var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(() => FileUntilItBreaksAsync(node, agency, told, crashing.Token))).ToArray();
                while (told.Count == before && !writers.Any(w => w.IsCompleted))
                {
                    await Task.Delay(5, TestContext.Current.CancellationToken);
                }

                await Task.Delay(Random.Shared.Next(0, 120), TestContext.Current.CancellationToken);
                await crashing.CancelAsync();
                await postgres.CrashAsync();
                await Task.WhenAll(writers);
                await postgres.RestartAsync();

                Assert.True(told.Count > before, "Nothing was acknowledged before the crash: it proves nothing.");
                await Register.VerifyAsync(node);
            }

            foreach (var one in told)
            {
                await Register.ReadAsync(node, one);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> AgencyAsync(ServiceProvider node)
    {
        await using var scope = node.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var agency = new AgencyRow { Name = "清溪县应急管理局", PagePath = "yjj", LetterMark = "清应急", Kind = "Department", RetentionYears = 10 };
        db.Agencies.Add(agency);
        await db.CommitAsync(new AuditEntry(new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), "system", null, "agency.create", "yjj"), CancellationToken.None);
        return agency.Id;
    }

    // 数据库没了，收到一半的那一件当然不成，成什么样的异常由驱动定；没有告知的不算。数据库还在的时候不许出错。
    private static async Task FileUntilItBreaksAsync(ServiceProvider node, int agency, ConcurrentQueue<Register.Acknowledged> told, CancellationToken crashing)
    {
        try
        {
            while (true)
            {
                var once = Guid.CreateVersion7();
                var receipt = await Office.AskAsync<FileRequest, FilingReceipt>(node, f => f.RunAsync(Actor.Applicant, Office.FilingTo(agency, once, files: Attached.Uploads(once)), CancellationToken.None));
                told.Enqueue(new Register.Acknowledged(receipt.Number, receipt.QueryCode, receipt.Id));
            }
        }
        catch (Exception) when (crashing.IsCancellationRequested)
        {
        }
    }
}
