using Gongkai.Bench.Fuzzing;
using Gongkai.Bench.Measuring;

namespace Gongkai.Reports.Tests.Fuzzing;

/// <summary>恶意文件单独地读：内存是整个进程的，别的测试不能同时在跑。</summary>
[CollectionDefinition(nameof(HostileInputTests), DisableParallelization = true)]
[Collection(nameof(HostileInputTests))]
public class HostileInputTests
{
    private const long MemoryLimit = 500_000_000;

    public static TheoryData<string> Names => [.. HostileInputs.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_read_or_refused_within_the_limits(string name)
    {
        var input = HostileInputs.All[name]();
        Memory.ForgetPeak();
        var before = Environment.WorkingSet;
        using var watchdog = new Watchdog();

        var broken = watchdog.Check(input);

        Assert.True(broken.Count == 0, string.Join('\n', broken));
        var grown = (Memory.OwnPeak() ?? Environment.WorkingSet) - before;
        Assert.True(grown <= MemoryLimit, $"memory grew by {grown / 1e6:F0} MB");
    }

    [Fact]
    public void An_external_entity_is_never_fetched()
    {
        using var watchdog = new Watchdog();
        watchdog.Check(HostileInputs.All["external-entity-docx"]());
        Assert.DoesNotContain("root:", Fingerprint.Of(watchdog.Result!), StringComparison.Ordinal);
    }
}
