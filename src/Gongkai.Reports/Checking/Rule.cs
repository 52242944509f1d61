using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Checking;

/// <summary>一条检查规则：有名有据，能说清错在哪里、怎么改。</summary>
public sealed class Rule
{
    /// <summary>稳定的代号，如 <c>L01</c>。</summary>
    public required string Code { get; init; }

    /// <summary>短名，如「收办守恒」。</summary>
    public required string Title { get; init; }

    /// <summary>依据：文号、条款或表头原文。</summary>
    public required string Basis { get; init; }

    /// <summary>轻重（可由具体情形降低）。</summary>
    public required Severity Severity { get; init; }

    /// <summary>一句话说明查什么。</summary>
    public required string Summary { get; init; }

    /// <summary>适用的报告年度起点；不限为 null。</summary>
    public int? FromYear { get; init; }

    /// <summary>例子：既是测试，也印在 docs/rules.md 里。</summary>
    public required IReadOnlyList<RuleExample> Examples { get; init; }

    /// <summary>检查一份报告，逐处给出问题。</summary>
    public required Func<ReportReading, IEnumerable<Finding>> Check { get; init; }
}

/// <summary>规则的一个例子：在一份各格为 0 的报告上改几格，看规则响不响。</summary>
/// <param name="Title">例子说的是什么。</param>
/// <param name="Cells">改动的格，如 <c>requests.received.person</c> = 3；其余各格为 0。</param>
/// <param name="Fires">规则应当响。</param>
public sealed record RuleExample(string Title, IReadOnlyList<(string Cell, decimal Value)> Cells, bool Fires);
