using Gongkai.Core.Calendar;
using Gongkai.Core.Reports;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Reports.Checking;

/// <summary>表四的案件计入哪一年；各地做法不一。</summary>
public enum RemediesAttribution
{
    /// <summary>当年审结的，连同年末还没有审结的（全国的底本）。</summary>
    ConcludedOrPending,

    /// <summary>当年新收的。</summary>
    ReceivedThisYear,
}

/// <summary>一个层级的单位应当在哪一天之前公布年度报告。</summary>
/// <param name="Level">层级。</param>
/// <param name="Month">报告年度次年的几月。</param>
/// <param name="Day">几日（含当日）。</param>
/// <param name="FromYear">自哪个报告年度起；不限为 null。</param>
/// <param name="ToYear">到哪个报告年度止；不限为 null。</param>
/// <param name="Basis">依据：条款或文号。</param>
public sealed record DueRule(AgencyLevel Level, int Month, int Day, int? FromYear, int? ToYear, string Basis);

/// <summary>一份报告的公布期限。</summary>
/// <param name="Date">最后一天（含）。</param>
/// <param name="Basis">依据。</param>
public sealed record ReportDueDate(DateOnly Date, string Basis);

/// <summary>一个地区要求写出的一个数。</summary>
/// <param name="Name">给人看的名称。</param>
/// <param name="AnyOf">其中一个词与一个数连着（同一小句或下一小句），就算写了；已折叠。</param>
public sealed record RequiredFigure(string Name, IReadOnlyList<string> AnyOf);

/// <summary>一个地区对年度报告的规定：日期、字数、必含的数。没有规定的照全国。内容在 <c>data/regions</c>，由 <see cref="RegionProfiles"/> 读出。</summary>
public sealed record RegionProfile
{
    /// <summary>标识，如 <c>national</c>；就是 <c>data/regions</c> 里的文件名。</summary>
    public required string Id { get; init; }

    /// <summary>给人看的名称，如「全国」。</summary>
    public required string Name { get; init; }

    /// <summary>规定的出处：文号或说明。</summary>
    public string Source { get; init; } = "";

    /// <summary>公布期限，本地区的在前，全国的在后；先中者为准。</summary>
    public IReadOnlyList<DueRule> DueDates { get; init; } = [];

    /// <summary>可能赶上公布期限的法定假期，首尾两日都含；周末不必列。</summary>
    public IReadOnlyList<(DateOnly From, DateOnly To)> DaysOff { get; init; } = [];

    /// <summary>总体情况（第一部分）至多多少字；不限为 null。</summary>
    public int? MostLettersOfPartOne { get; init; }

    /// <summary>第一部分须写出的数。</summary>
    public IReadOnlyList<RequiredFigure> RequiredFigures { get; init; } = [];

    /// <summary>引用的年度任务类文件至多比报告年度早几年；更早的为过期。</summary>
    public int OldestCitedTaskYears { get; init; } = 1;

    /// <summary>退回修改的报告须在几个工作日内改好。</summary>
    public int CorrectionWorkingDays { get; init; } = 5;

    /// <summary>表四的案件计入哪一年。</summary>
    public RemediesAttribution RemediesAttribution { get; init; }

    /// <summary>上年结转须逐列等于上年报告的结转下年度；为否时只比总计列。</summary>
    public bool CarriedInByColumn { get; init; } = true;

    /// <summary>全国的规定。</summary>
    public static RegionProfile National => RegionProfiles.National;

    /// <summary>依申请公开的答复时钟怎样走。</summary>
    public required ClockSettings Clock { get; init; }

    /// <summary>地区在全国放假安排之上增减的日子。</summary>
    public required IReadOnlyList<RegionalDay> RegionalDays { get; init; }

    /// <summary>某个层级某个年度的公布期限；没有规定时为 null，不判迟早。</summary>
    /// <param name="level">单位的层级。</param>
    /// <param name="year">报告年度。</param>
    public ReportDueDate? DueDateOf(AgencyLevel level, int year)
    {
        foreach (var rule in DueDates)
        {
            if (rule.Level == level && year >= (rule.FromYear ?? int.MinValue) && year <= (rule.ToYear ?? int.MaxValue) && year is > 1990 and < 2200)
            {
                return new ReportDueDate(new DateOnly(year + 1, rule.Month, rule.Day), rule.Basis);
            }
        }

        return null;
    }

    /// <summary>期限当天放假时，假后的第一个工作日；不放假就是当天。</summary>
    public DateOnly FirstWorkingDayFrom(DateOnly day)
    {
        while (IsOff(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private bool IsOff(DateOnly day)
    {
        foreach (var (from, to) in DaysOff)
        {
            if (day >= from && day <= to)
            {
                return true;
            }
        }

        return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
    }
}
