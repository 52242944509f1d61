namespace Gongkai.Core.Reports;

/// <summary>一张表读得怎样；每张表恰为其一。</summary>
public enum TableProof
{
    /// <summary>没有这张表。</summary>
    Absent,

    /// <summary>版式只容一种读法，勾稽关系全部成立。</summary>
    Consistent,

    /// <summary>版式容几种读法，恰有一种使勾稽关系全部成立。</summary>
    Proved,

    /// <summary>没有一种读法使勾稽关系全部成立：源文件有误。</summary>
    Inconsistent,

    /// <summary>几种读法都成立，不能断定。</summary>
    Ambiguous,

    /// <summary>有些格没有印出，其余已读。</summary>
    Partial,

    /// <summary>已读，但没有勾稽关系可用（表二）。</summary>
    Unchecked,

    /// <summary>是图片，读不出。</summary>
    Unreadable,
}

/// <summary>一处勾稽关系判得怎样。</summary>
public enum LinkageVerdict
{
    /// <summary>有未知的格，不能断定。</summary>
    Unknown,

    /// <summary>成立。</summary>
    Holds,

    /// <summary>不成立；有未知的格时，指无论其为何值都不成立。</summary>
    Broken,
}

/// <summary>一张表的读数。</summary>
public sealed class TableReading
{
    /// <summary>建一张表的读数；<paramref name="cells"/> 与格式的各格一一对应。</summary>
    public TableReading(FormTable form, IReadOnlyList<CellReading> cells, TableProof proof)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Count, form.Cells.Count);
        (Form, Cells, Proof) = (form, cells, proof);
    }

    /// <summary>按哪一版格式读的。</summary>
    public FormTable Form { get; }

    /// <summary>各格，序号同 <see cref="FormTable.Cells"/>。</summary>
    public IReadOnlyList<CellReading> Cells { get; }

    /// <summary>读得怎样。</summary>
    public TableProof Proof { get; }

    /// <summary>没有读到的一张表。</summary>
    public static TableReading None(FormTable form, TableProof proof = TableProof.Absent) =>
        new(form, Enumerable.Repeat(CellReading.Absent, form.Cells.Count).ToArray(), proof);

    /// <summary>按行、列标识取读数；这版格式没有这一格时为未印。</summary>
    public CellReading this[string row, string column] =>
        Form.Find(row, column) is { } cell ? Cells[cell.Index] : CellReading.Absent;
}
