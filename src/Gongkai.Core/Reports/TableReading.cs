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
    private readonly CellReading[] _cells;
    private readonly LinkageVerdict[] _verdicts;

    /// <summary>建一张表的读数；<paramref name="cells"/> 与格式的各格一一对应，此后归它所有。</summary>
    public TableReading(FormTable form, CellReading[] cells, TableProof proof)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, form.Cells.Count);
        (Form, _cells, Proof) = (form, cells, proof);
        _verdicts = new LinkageVerdict[form.Linkages.Count];
        for (var i = 0; i < _verdicts.Length; i++)
        {
            _verdicts[i] = form.Linkages[i].Judge(cells);
        }
    }

    /// <summary>按哪一版格式读的。</summary>
    public FormTable Form { get; }

    /// <summary>各格，序号同 <see cref="FormTable.Cells"/>。</summary>
    public IReadOnlyList<CellReading> Cells => _cells;

    /// <summary>各格，供逐格看而不复制。</summary>
    public ReadOnlySpan<CellReading> CellSpan => _cells;

    /// <summary>读得怎样。</summary>
    public TableProof Proof { get; }

    /// <summary>各处勾稽判得怎样，次序同 <see cref="FormTable.Linkages"/>。</summary>
    public IReadOnlyList<LinkageVerdict> Verdicts => _verdicts;

    /// <summary>破了的勾稽，次序同格式。</summary>
    public IReadOnlyList<Linkage> Broken => Array.IndexOf(_verdicts, LinkageVerdict.Broken) < 0
        ? []
        : [.. Form.Linkages.Where((_, i) => _verdicts[i] is LinkageVerdict.Broken)];

    /// <summary>没有读到的一张表。</summary>
    public static TableReading None(FormTable form, TableProof proof = TableProof.Absent) =>
        new(form, Enumerable.Repeat(CellReading.Absent, form.Cells.Count).ToArray(), proof);

    /// <summary>按行、列标识取读数；这版格式没有这一格时为未印。</summary>
    public CellReading this[string row, string column] =>
        Form.Find(row, column) is { } cell ? _cells[cell.Index] : CellReading.Absent;

    /// <summary>同样的读数，另一个结论。</summary>
    public TableReading With(TableProof proof) => new(Form, _cells, proof);

    /// <summary>一处勾稽左右两边已知部分之和。</summary>
    public (decimal Left, decimal Right) Sides(Linkage linkage) => linkage.Sides(_cells);

    /// <summary>一处勾稽的各格是否都已知。</summary>
    public bool IsKnown(Linkage linkage) => linkage.Cells.All(i => _cells[i].ForLinkage is not null);
}
