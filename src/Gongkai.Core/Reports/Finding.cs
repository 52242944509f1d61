namespace Gongkai.Core.Reports;

/// <summary>轻重。「错误」只用于数、日期、名称或义务有误；版式毛病至多是「警告」。</summary>
public enum Severity
{
    /// <summary>提示。</summary>
    Info,

    /// <summary>警告。</summary>
    Warning,

    /// <summary>错误。</summary>
    Error,

    /// <summary>严重。</summary>
    Critical,
}

/// <summary>引自源文件的一句话。</summary>
/// <param name="Text">原文。</param>
/// <param name="Section">所在部分，1 至 6；不在任何部分时为 null。</param>
/// <param name="Place">位置。</param>
public sealed record Quote(string Text, int? Section, Place Place);

/// <summary>改正建议：把这一格改成这个值。</summary>
/// <param name="Cell">哪一格。</param>
/// <param name="Value">改成多少，单位为该格的单位。</param>
public sealed record Suggestion(CellAddress Cell, decimal Value);

/// <summary>源文件的一处问题。</summary>
/// <param name="Rule">规则代号，如 <c>L01</c>；其名称、依据与例子见规则目录。</param>
/// <param name="Severity">轻重。</param>
/// <param name="Message">给人看的中文：什么、在哪里、怎么办。</param>
/// <param name="Cells">涉及的格。</param>
/// <param name="Quotes">涉及的原文。</param>
/// <param name="Suggestions">改正建议；没有把握时为空。</param>
public sealed record Finding(
    string Rule,
    Severity Severity,
    string Message,
    IReadOnlyList<CellAddress> Cells,
    IReadOnlyList<Quote> Quotes,
    IReadOnlyList<Suggestion> Suggestions);
