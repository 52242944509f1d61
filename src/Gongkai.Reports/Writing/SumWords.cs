using System.Globalization;
using Gongkai.Core.Reports;
using Gongkai.Reports.Summing;

namespace Gongkai.Reports.Writing;

/// <summary>汇总给人看的说法，各种写法共用。来自文件的名称都已清理。</summary>
public static class SumWords
{
    /// <summary>不完整的合计后面的记号。</summary>
    public const string IncompleteMark = "※";

    private const int MostName = 60;
    private const int MostCodes = 6;

    /// <summary>标题，如「清溪县2023年政府信息公开工作年度报告」。</summary>
    public static string Title(RegionTotal total) =>
        $"{DisplayText.Clean(total.RegionName, MostName)}{(total.Year is { } year ? $"{year.ToString(CultureInfo.InvariantCulture)}年" : "")}政府信息公开工作年度报告";

    /// <summary>单位名称；看不出时为「单位不明」。</summary>
    public static string NameOf(SumUnit unit) => DisplayText.Clean(unit.Agency, MostName) is { Length: > 0 } name ? name : "单位不明";

    /// <summary>文件名，一个文件里有几份时写明第几份。</summary>
    public static string FileOf(SumUnit unit) => DisplayText.FilePath(unit.File) + (unit.Index > 0 ? $"（第 {unit.Index + 1} 份）" : "");

    /// <summary>计入了没有，几个字。</summary>
    public static string Name(SumStatus status) => status switch
    {
        SumStatus.Counted => "计入",
        SumStatus.Copy => "副本，未重复计入",
        SumStatus.Conflict => "有冲突，未计入",
        SumStatus.OtherYear => "别的年度，未计入",
        SumStatus.YearUnknown => "年度不明，未计入",
        SumStatus.Unnamed => "单位不明，未计入",
        SumStatus.AlreadyTotal => "已是汇总，未计入",
        SumStatus.NotClean => "有错误，未计入",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>一格进汇总时是什么。</summary>
    public static string Name(SumCellKind kind) => kind switch
    {
        SumCellKind.Number => "数",
        SumCellKind.Blank => "空格或横线",
        SumCellKind.Absent => "未印",
        SumCellKind.Ambiguous => "两可",
        SumCellKind.Unreadable => "读不出",
        SumCellKind.OtherForm => "另版格式没有",
        SumCellKind.Outsize => "数大得不可信",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>凭什么认出名录里的单位。</summary>
    public static string Name(UnitMatch match) => match switch
    {
        UnitMatch.None => "",
        UnitMatch.Exact => "名称相同",
        UnitMatch.Folded => "写法不同，折叠后相同",
        UnitMatch.Alias => "别的叫法",
        _ => throw new ArgumentOutOfRangeException(nameof(match)),
    };

    /// <summary>一格合计的写法：不完整的带记号，一份也没有计入的写「缺」。</summary>
    public static string Show(CellTotal cell) => cell switch
    {
        { IsComplete: true } => ReportWords.Number(cell.Value),
        { Counted: 0 } => $"缺{IncompleteMark}",
        _ => $"{ReportWords.Number(cell.Value)}{IncompleteMark}",
    };

    /// <summary>一份报告还有什么要说的：为什么没有计入，哪些格没有计入，哪些勾稽不成立。没有时为空串。</summary>
    public static string Remark(RegionTotal total, SumUnit unit)
    {
        List<string> said = [];
        var other = unit.SameAs is { } number ? $"{NameOf(total.Units[number])}（{FileOf(total.Units[number])}）" : "";
        switch (unit.Status)
        {
            case SumStatus.Copy:
                said.Add($"与 {other} 数字处处相合");
                break;
            case SumStatus.Conflict:
                said.Add($"与 {other} 是同一单位、同一年度而数字不同，请只留下作数的一份");
                break;
            case SumStatus.OtherYear:
                said.Add($"是 {unit.Year} 年度的");
                break;
            case SumStatus.AlreadyTotal:
                said.Add(unit.Holds is { } held ? $"它所属的单位（如 {NameOf(total.Units[held])}）也在其中，加上就重复了" : "它所属的单位也在其中，加上就重复了");
                break;
        }

        if (unit.IsOwn)
        {
            said.Add("政府本级");
        }

        if (unit.LeftOut > 0)
        {
            said.Add($"{unit.LeftOut} 格没有计入（{LeftOut(unit)}）");
        }

        if (unit.Broken.Count > 0)
        {
            said.Add($"{unit.Broken.Count} 处勾稽关系不成立（{Codes(unit.Broken)}）{(unit.Status is SumStatus.Counted ? "，照印出的数计入" : "")}");
        }

        return string.Join("；", said);
    }

    /// <summary>一处不成立的勾稽：左右各是多少。</summary>
    public static string Broken(TableReading table, Linkage linkage)
    {
        var (left, right) = table.Sides(linkage);
        return $"{table.Form.Table.ShortName()} {linkage.Code} {linkage.Name}：{(table.IsKnown(linkage) ? "" : "完整的各格")}左边之和 {ReportWords.Number(left)}，右边之和 {ReportWords.Number(right)}";
    }

    /// <summary>汇总了什么、全不全，一句一条。</summary>
    public static IReadOnlyList<string> Sentences(RegionTotal total)
    {
        var counted = total.CountOf(SumStatus.Counted);
        var outside = total.Units.Count - counted;
        var incomplete = total.Incomplete.Count();
        List<string> said =
        [
            (total is { IsYearChosen: false, Year: { } year } ? $"没有指明年度，按份数最多的 {year.ToString(CultureInfo.InvariantCulture)} 年度汇总。" : "")
            + $"本汇总由 {counted} 份年度报告逐格相加而成{(total.Own is { Status: SumStatus.Counted } own ? $"，其中政府本级一份（{NameOf(own)}）" : "，没有另加政府本级的报告")}。"
            + (outside > 0 ? $"另有 {outside} 份没有计入。" : "") + (total.Unread.Count > 0 ? $"有 {total.Unread.Count} 个文件读不了，没有计入。" : ""),
        ];
        if (total.Coverage is { } coverage)
        {
            var missing = coverage.Missing.Count();
            var notCounted = coverage.NotCounted.Count();
            said.Add($"名录里应报的 {coverage.Rows.Count} 个单位中，计入 {coverage.Counted} 个"
                + (missing > 0 ? $"，没有报告的 {missing} 个" : "") + (notCounted > 0 ? $"，有报告而没有计入的 {notCounted} 个" : "")
                + (coverage.Unexpected.Count > 0 ? $"；另有 {coverage.Unexpected.Count} 份不在名录里" : "") + "。");
        }
        else
        {
            said.Add("没有应报单位名录，不知道有没有漏报。");
        }

        said.Add(incomplete == 0
            ? $"{total.Cells.Count} 格的合计都是完整的。"
            : $"{total.Cells.Count} 格中有 {incomplete} 格的合计不完整：有的报告这一格没有印出、读不出或不能断定，没有当作 0 相加。这些格在表中已标出。");
        said.Add(Linkages(total));
        return said;
    }

    private static string Linkages(RegionTotal total)
    {
        var verdicts = total.Tables.SelectMany(t => t.Verdicts).ToLookup(v => v);
        var (holds, broken, unknown) = (verdicts[LinkageVerdict.Holds].Count(), verdicts[LinkageVerdict.Broken].Count(), verdicts[LinkageVerdict.Unknown].Count());
        return $"合计的勾稽关系 {holds + broken + unknown} 处：成立 {holds} 处，不成立 {broken} 处，因合计不完整不能断定 {unknown} 处。";
    }

    private static string LeftOut(SumUnit unit) =>
        string.Join('、', unit.Cells().Where(c => !c.IsKnown).GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => $"{Name(g.Key)} {g.Count()}"));

    private static string Codes(IReadOnlyList<Linkage> broken) =>
        string.Join('、', broken.Take(MostCodes).Select(l => $"{l.Code} {l.Name}")) + (broken.Count > MostCodes ? "等" : "");
}
