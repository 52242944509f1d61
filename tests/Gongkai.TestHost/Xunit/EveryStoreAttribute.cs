using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Gongkai.TestHost;

/// <summary>
/// 每种数据库各跑一遍，作为测试的第一个参数；后面的参数照写的给，写几个属性就有几组。没有 PostgreSQL 时：在持续集成里失败，在别处略过并说明原因。
/// </summary>
/// <param name="rest">数据库之后的各参数。</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryStoreAttribute(params object[] rest) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var skip = Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ? null : PostgresCluster.Missing;
        return new([new TheoryDataRow([StoreKind.Sqlite, .. rest]), new TheoryDataRow([StoreKind.Postgres, .. rest]) { Skip = skip }]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
