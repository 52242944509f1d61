namespace Gongkai.Reports.Summing;

/// <summary>名录里的一个单位报了没有。</summary>
/// <param name="Unit">名录里的单位。</param>
/// <param name="Report">它的报告；没有时为 null。有几份时取计入的一份。</param>
/// <param name="Match">凭什么认的。</param>
/// <param name="Maybe">没有报的，可能是哪几份不在名录里的报告；只供人核对，从不当作就是。</param>
public sealed record CoverageRow(ExpectedUnit Unit, SumUnit? Report, UnitMatch Match, IReadOnlyList<SumUnit> Maybe);

/// <summary>凭什么认出名录里的单位。</summary>
public enum UnitMatch
{
    /// <summary>没有认出。</summary>
    None,

    /// <summary>名称逐字相同。</summary>
    Exact,

    /// <summary>名称折叠后相同：差别只在空白、标点、全角、繁体或「（本级）」。</summary>
    Folded,

    /// <summary>是名录里写明的别的叫法。</summary>
    Alias,
}

/// <summary>应报单位的覆盖情况。</summary>
/// <param name="Rows">名录里的各单位，照名录的次序。</param>
/// <param name="Unexpected">有报告而不在名录里的，政府本级的那一份除外。</param>
public sealed record SumCoverage(IReadOnlyList<CoverageRow> Rows, IReadOnlyList<SumUnit> Unexpected)
{
    private const int MostCompared = 2_000;
    private const int MostMaybe = 5;

    /// <summary>计入了的单位数。</summary>
    public int Counted => Rows.Count(r => r.Report?.Status is SumStatus.Counted);

    /// <summary>没有报告的单位。</summary>
    public IEnumerable<CoverageRow> Missing => Rows.Where(r => r.Report is null);

    /// <summary>有报告而没有计入的单位。</summary>
    public IEnumerable<CoverageRow> NotCounted => Rows.Where(r => r.Report is { Status: not SumStatus.Counted });

    /// <summary>名录里的单位全部计入。</summary>
    public bool IsFull => Rows.All(r => r.Report?.Status is SumStatus.Counted);

    internal static SumCoverage Of(ExpectedUnits expected, IReadOnlyList<SumUnit> units)
    {
        Dictionary<string, SumUnit> reported = new(StringComparer.Ordinal);
        List<SumUnit> unexpected = [];
        foreach (var unit in units.Where(u => u.Agency is not null))
        {
            if (unit.Listed is null)
            {
                if (!unit.IsOwn)
                {
                    unexpected.Add(unit);
                }
            }
            else if (!reported.TryGetValue(unit.Listed, out var known) || Better(unit, known))
            {
                reported[unit.Listed] = unit;
            }
        }

        var compared = 0;
        List<CoverageRow> rows = new(expected.Units.Count);
        foreach (var unit in expected.Units)
        {
            var report = reported.GetValueOrDefault(unit.Name);
            var isCompared = report is null && compared++ < MostCompared;
            rows.Add(new CoverageRow(unit, report, MatchOf(unit, report), isCompared ? Maybe(unit, unexpected) : []));
        }

        return new SumCoverage(rows, unexpected);
    }

    private static SumUnit[] Maybe(ExpectedUnit unit, List<SumUnit> unexpected)
    {
        string[] names = [.. unit.Aliases.Prepend(unit.Name).Select(UnitName.Fold)];
        return [.. unexpected.Take(MostCompared).Where(u => names.Any(n => NearNames.AreNear(n, u.Key))).DistinctBy(u => u.Key).Take(MostMaybe)];
    }

    // 别的年度的不算报了这一年的。
    private static bool Better(SumUnit unit, SumUnit than) => Worth(unit) > Worth(than);

    private static int Worth(SumUnit unit) => unit.Status switch
    {
        SumStatus.Counted => 3,
        SumStatus.OtherYear or SumStatus.YearUnknown => 1,
        _ => 2,
    };

    private static UnitMatch MatchOf(ExpectedUnit unit, SumUnit? report) => report switch
    {
        null => UnitMatch.None,
        _ when report.Agency == unit.Name => UnitMatch.Exact,
        _ when UnitName.Fold(report.Agency!) == UnitName.Fold(unit.Name) => UnitMatch.Folded,
        _ => UnitMatch.Alias,
    };
}
