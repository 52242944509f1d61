namespace Gongkai.Reports.Summing;

/// <summary>一格进汇总时是什么。</summary>
public enum SumCellKind
{
    /// <summary>数。</summary>
    Number,

    /// <summary>空格或横线，按 0 计。</summary>
    Blank,

    /// <summary>未印，不计入。</summary>
    Absent,

    /// <summary>两可，不计入。</summary>
    Ambiguous,

    /// <summary>读不出，不计入。</summary>
    Unreadable,

    /// <summary>这份报告用的是另一版格式，那里没有意思相同的格，不计入。</summary>
    OtherForm,

    /// <summary>数大得或小数长得不像件数、金额，不计入。</summary>
    Outsize,
}

/// <summary>一份报告的一格，换到汇总所用的格式之后。</summary>
/// <param name="Kind">是什么。</param>
/// <param name="Value">值，单位为该格的单位；只有数才有意义，其余为 0。</param>
public readonly record struct SumCell(SumCellKind Kind, decimal Value)
{
    /// <summary>计入合计：是数，或按 0 计的空格、横线。</summary>
    public bool IsKnown => Kind is SumCellKind.Number or SumCellKind.Blank;
}
