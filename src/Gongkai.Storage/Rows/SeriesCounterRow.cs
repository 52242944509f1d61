namespace Gongkai.Storage.Rows;

/// <summary>一个编号序列用到哪里。只经 <see cref="GongkaiDb.TakeNumberAsync"/> 取用。</summary>
public sealed class SeriesCounterRow
{
    /// <summary>哪个机关。</summary>
    public int AgencyId { get; set; }

    /// <summary>哪个序列（申请登记、某种文书）。</summary>
    public required string Series { get; set; }

    /// <summary>哪一年。</summary>
    public int Year { get; set; }

    /// <summary>下一个顺序号，从 1 起。</summary>
    public int Next { get; set; }
}
