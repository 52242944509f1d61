namespace Gongkai.Storage.Rows;

/// <summary>审计链的链头。只有一行；写审计的都先锁它。</summary>
public sealed class AuditHeadRow
{
    /// <summary>恒为 1。</summary>
    public int Id { get; set; }

    /// <summary>最后一条的次序；还没有时为 0。</summary>
    public long Sequence { get; set; }

    /// <summary>最后一条的杂凑；还没有时为 32 个零字节。</summary>
    public required byte[] Hash { get; set; }
}
