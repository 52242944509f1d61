using Gongkai.Core.Reports;

namespace Gongkai.Reports.Checking;

/// <summary>一条规则要看什么。</summary>
public enum RuleNeeds
{
    /// <summary>报告本身。</summary>
    Report,

    /// <summary>同一单位上一年的报告。</summary>
    Previous,

    /// <summary>同一批的其他报告。</summary>
    Batch,
}

/// <summary>一条检查规则：有名有据，能说清错在哪里、怎么改。</summary>
public sealed class Rule
{
    /// <summary>稳定的代号，如 <c>L01</c>；不改义、不重用。</summary>
    public required string Code { get; init; }

    /// <summary>短名，如「收办守恒」。</summary>
    public required string Title { get; init; }

    /// <summary>依据：文号、条款或表头原文。</summary>
    public required string Basis { get; init; }

    /// <summary>轻重（可由具体情形降低，不会更重）。</summary>
    public required Severity Severity { get; init; }

    /// <summary>一句话说明查什么。</summary>
    public required string Summary { get; init; }

    /// <summary>要看什么。</summary>
    public RuleNeeds Needs { get; init; }

    /// <summary>适用的报告年度起点；不限为 null。</summary>
    public int? FromYear { get; init; }

    /// <summary>适用的格式版本，如 <c>2021</c>；各版都适用为 null。</summary>
    public string? Form { get; init; }

    /// <summary>适用的单位层级与类别；空为不限。</summary>
    public IReadOnlyList<AgencyLevel> Levels { get; init; } = [];

    /// <summary>例子：既是测试，也印在 docs/rules.md 和规则页里。</summary>
    public required IReadOnlyList<RuleExample> Examples { get; init; }

    /// <summary>检查一份报告，逐处用 <see cref="CheckContext.Find(Rule, string, IReadOnlyList{CellAddress}?, IReadOnlyList{Quote}?, IReadOnlyList{Suggestion}?, Gongkai.Core.Reports.Severity?)"/> 记下问题；看整批的规则不在这里查。</summary>
    internal Action<Rule, CheckContext> Check { get; init; } = (_, _) => { };

    /// <summary>这条规则管不管这份报告。</summary>
    internal bool AppliesTo(CheckContext context) =>
        (FromYear is null || context.Report.Year is null || context.Report.Year >= FromYear)
        && (Form is null || context.Report.Form == Form)
        && (Levels.Count == 0 || Levels.Contains(context.Report.Level))
        && (Needs is RuleNeeds.Report || (Needs is RuleNeeds.Previous && context.Previous is not null));
}
