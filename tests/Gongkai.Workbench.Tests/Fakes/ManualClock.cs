namespace Gongkai.Workbench.Tests.Fakes;

/// <summary>停在一刻的时钟，由测试拨动。</summary>
public sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
