using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Claims;
using Gongkai.Reports.Checking.Likeness;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking;

/// <summary>检查时的选项。</summary>
/// <param name="AsOf">按哪一天看迟不迟。</param>
/// <param name="Region">按哪个地区的规定。</param>
/// <param name="Previous">上一年的报告；没有时为 null。</param>
/// <param name="InBatch">与同批的其他报告一起检查，须为整批的规则算好各份的草图。</param>
public sealed record CheckOptions(DateOnly AsOf, RegionProfile Region, IPreviousReports? Previous = null, bool InBatch = false);

/// <summary>上一年的各份报告，按单位与年度找。</summary>
public interface IPreviousReports
{
    /// <summary>这份报告的单位上一年的报告；没有、或分不清是哪一份时为 null。</summary>
    PreviousReport? Find(ReportReading report);
}

/// <summary>检查一份报告的现场：各规则从这里看报告，把问题记在这里。</summary>
internal sealed class CheckContext(ReportReading report, CheckOptions options)
{
    private readonly List<Finding> _findings = [];
    private TextSketch? _partOne;
    private TextSketch? _partFive;

    public ReportReading Report { get; } = report;

    public NarrativeText Text { get; } = report.Narrative;

    /// <summary>正文里可以与表比的数，读一遍，各规则共用。</summary>
    public IReadOnlyList<Claim> Claims => field ??= ClaimReader.Read(Report);

    public DateOnly AsOf => options.AsOf;

    public RegionProfile Region => options.Region;

    /// <summary>上一年的报告；没有时为 null。</summary>
    public PreviousReport? Previous { get; } = options.Previous?.Find(report);

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>第一或第五部分的草图；太短时为 null。</summary>
    public TextSketch? Sketch(int section) => section switch
    {
        1 => _partOne ??= TextSketch.Of(Text, 1),
        5 => _partFive ??= TextSketch.Of(Text, 5),
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };

    /// <summary>记下一处问题。</summary>
    /// <param name="rule">哪条规则。</param>
    /// <param name="message">给人看的中文：什么、在哪里、怎么办。</param>
    /// <param name="cells">涉及的格。</param>
    /// <param name="quotes">涉及的原文；与 <paramref name="cells"/> 至少有一样，说的是缺了什么时引标题。</param>
    /// <param name="suggestions">改正建议。</param>
    /// <param name="severity">比规则轻时写明。</param>
    public void Find(Rule rule, string message, IReadOnlyList<CellAddress>? cells = null, IReadOnlyList<Quote>? quotes = null, IReadOnlyList<Suggestion>? suggestions = null, Severity? severity = null) =>
        _findings.Add(new Finding(rule.Code, severity ?? rule.Severity, message, cells ?? [], quotes ?? [], suggestions ?? []));
}
