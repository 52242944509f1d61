namespace Gongkai.Core.Reports;

/// <summary>一格读成什么样。没有印出不等于 0。</summary>
public enum CellState
{
    /// <summary>未印：源文件里没有这一格。</summary>
    Absent,

    /// <summary>数：只有此时有值。</summary>
    Number,

    /// <summary>空格：印了这一格，里面什么也没有。在勾稽中按 0 计。</summary>
    Blank,

    /// <summary>横线、斜线或「无」。在勾稽中按 0 计。</summary>
    Dash,

    /// <summary>两可：有几种读法，列出各种可能的值。</summary>
    Ambiguous,

    /// <summary>有内容但读不出，如图片或文字。</summary>
    Unreadable,
}

/// <summary>一格的读数及其凭据。</summary>
/// <param name="State">读成什么样。</param>
/// <param name="Value">值，单位为该格的单位；仅在 <see cref="CellState.Number"/> 时有意义，否则为 0。</param>
/// <param name="Raw">源文件里的原文；未印时为空串。</param>
/// <param name="Place">原文所在。</param>
/// <param name="Candidates">两可时的各个可能值，由小到大；null 表示「未印」也是一种可能。</param>
public readonly record struct CellReading(
    CellState State,
    decimal Value,
    string Raw,
    Place Place,
    IReadOnlyList<decimal?>? Candidates = null)
{
    /// <summary>未印的一格。</summary>
    public static readonly CellReading Absent = new(CellState.Absent, 0, "", Place.Nowhere);

    /// <summary>在勾稽中的值：数为其值，空格和横线为 0，其余不知道。</summary>
    public decimal? ForLinkage => State switch
    {
        CellState.Number => Value,
        CellState.Blank or CellState.Dash => 0,
        _ => null,
    };
}
