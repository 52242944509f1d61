using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Gongkai.TestHost;

/// <summary>
/// 每种数据库各跑一遍，作为测试的第一个参数。没有 PostgreSQL 时：在持续集成里失败，在别处略过并说明原因。
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryStoreAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var skip = Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ? null : PostgresCluster.Missing;
        return new([new TheoryDataRow<StoreKind>(StoreKind.Sqlite), new TheoryDataRow<StoreKind>(StoreKind.Postgres) { Skip = skip }]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
