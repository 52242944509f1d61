using Gongkai.TestHost;

namespace Gongkai.UseCases.Tests.Durability;

/// <summary>每种数据库各一份，一起用：要另起进程的测试，起一次两种都试到。</summary>
internal sealed class BothStores : IAsyncDisposable
{
    private BothStores(IReadOnlyList<Office> offices) => Offices = offices;

    /// <summary>SQLite 的在前；没有 PostgreSQL 时只有它，在持续集成里则失败。</summary>
    public IReadOnlyList<Office> Offices { get; }

    public static async Task<BothStores> OpenAsync()
    {
        var isSkipped = Environment.GetEnvironmentVariable("CI") is not { Length: > 0 } && PostgresCluster.Missing is not null;
        List<Office> offices = [await Office.OpenAsync(StoreKind.Sqlite)];
        if (isSkipped)
        {
            TestContext.Current.AddWarning(PostgresCluster.Missing!);
        }
        else
        {
            offices.Add(await Office.OpenAsync(StoreKind.Postgres));
        }

        return new BothStores(offices);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var office in Offices)
        {
            await office.DisposeAsync();
        }
    }
}
