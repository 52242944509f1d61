namespace Gongkai.Storage.Rows;

/// <summary>一件要在后台做的事，与引起它的写入同在一个事务里。</summary>
public sealed class OutboxRow
{
    /// <summary>编号（第七版 Guid）。</summary>
    public Guid Id { get; set; }

    /// <summary>做什么，英文代号。</summary>
    public required string Kind { get; set; }

    /// <summary>要用的数据，json；不含个人信息。</summary>
    public required string Payload { get; set; }

    /// <summary>不早于这一时刻去做，UTC。</summary>
    public DateTime NotBefore { get; set; }

    /// <summary>已领取过几次。</summary>
    public int Attempts { get; set; }

    /// <summary>领取的有效期，UTC；过了还没有做完，别的节点可以再领。没有人领时为 null。</summary>
    public DateTime? ClaimedUntil { get; set; }
}
