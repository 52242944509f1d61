using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Gongkai.Storage.Writing;

/// <summary>
/// 本进程里写同一个 SQLite 文件的队。SQLite 同时只容一个写者，其余的轮询着等；
/// 在门口按先后排队，就没有人轮询，也没有人饿着。两个网站在一个进程里也排同一队。
/// PostgreSQL 里要争的行（编号、链头）也先在本进程排队：等的人不占连接，次序公平；别的节点由行锁把守。
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A gate lives as long as the process.")]
internal sealed class WriteGate
{
    private static readonly ConcurrentDictionary<string, WriteGate> _byName = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>这个名称的门：SQLite 的文件，或 PostgreSQL 里要争的一行。</summary>
    public static WriteGate For(string name) => _byName.GetOrAdd(name, static _ => new WriteGate());

    /// <summary>排队，轮到时返回；用完必须 <see cref="Leave"/>。</summary>
    public Task EnterAsync(CancellationToken cancellation) => _turn.WaitAsync(cancellation);

    /// <summary>排队，占着线程。只为没有异步形式的接口（数据保护）。</summary>
    public void Enter() => _turn.Wait();

    /// <summary>让下一个进。</summary>
    public void Leave() => _turn.Release();
}
