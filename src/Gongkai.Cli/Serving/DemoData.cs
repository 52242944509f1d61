using Gongkai.Storage;

namespace Gongkai.Cli.Serving;

/// <summary>示例数据：虚构的一个县。</summary>
internal static class DemoData
{
    /// <summary>空的数据目录里放进示例数据，给出要印出的登录办法；已有数据的不动，给出 null。</summary>
    /// <param name="storage">已准备好的数据。</param>
    /// <param name="clock">时钟：示例的日子从今天往回推。</param>
    /// <param name="cancellation">取消。</param>
    public static Task<string?> EnsureAsync(StorageOptions storage, TimeProvider clock, CancellationToken cancellation)
    {
        // 示例数据由别处接上；在那之前 --demo 与不写一样，从空的开始。
        _ = (storage, clock, cancellation);
        return Task.FromResult<string?>(null);
    }
}
