using Gongkai.Core.Requests.Clock;
using Gongkai.WebKit;

namespace Gongkai.Portal.Following;

/// <summary>期限的账里给申请人看的一行。</summary>
/// <param name="Days">哪几天。</param>
/// <param name="Counts">算不算：计入、不计、空。</param>
/// <param name="Why">为什么。</param>
/// <param name="WorkingDays">计入几个工作日；不计的为 null。</param>
/// <param name="Total">到这一行累计；不计的为 null。</param>
public sealed record LedgerRow(string Days, string Counts, string Why, int? WorkingDays, int? Total);

/// <summary>把期限的账写成大白话。</summary>
public static class LedgerWords
{
    /// <summary>各行，依次。</summary>
    public static IReadOnlyList<LedgerRow> Of(ClockReading clock)
    {
        List<LedgerRow> rows = [];
        var total = 0;
        foreach (var line in clock.Ledger)
        {
            var counted = line.Reason is LedgerReason.Counted or LedgerReason.MakeUp or LedgerReason.RegionalWork;
            total = line.Reason == LedgerReason.Restart ? 0 : total + (counted ? line.WorkingDays : 0);
            var skipped = line.Reason is LedgerReason.Weekend or LedgerReason.Holiday or LedgerReason.RegionalOff or LedgerReason.Consultation or LedgerReason.Reasons
                or LedgerReason.AwaitingSupplement or LedgerReason.AwaitingFee;
            rows.Add(new LedgerRow(Days(line), counted ? "计入" : skipped ? "不计" : "", Why(line), counted ? line.WorkingDays : null, counted ? total : null));
        }

        return rows;
    }

    private static string Days(LedgerLine line) =>
        line.From == line.To ? ChinaTime.Say(line.From) : $"{ChinaTime.Say(line.From)}至{(line.To.Year == line.From.Year ? $"{line.To.Month}月{line.To.Day}日" : ChinaTime.Say(line.To))}";

    private static string Why(LedgerLine line) => line.Reason switch
    {
        LedgerReason.Received => "收到申请，次日起算",
        LedgerReason.AwaitingSupplement => "等您补正",
        LedgerReason.AwaitingFee => "等您缴费",
        LedgerReason.Restart => "收到补正或者缴费，次日起重新计算",
        LedgerReason.Counted => "工作日",
        LedgerReason.MakeUp => "调休上班",
        LedgerReason.RegionalWork => "本地上班",
        LedgerReason.Weekend => "周末",
        LedgerReason.Holiday => line.Detail is { } name ? $"{name}放假" : "放假",
        LedgerReason.RegionalOff => line.Detail is { } name ? $"本地放假：{name}" : "本地放假",
        LedgerReason.Consultation => "征求意见",
        LedgerReason.Reasons => "等您说明理由",
        LedgerReason.Extension => $"告知延长 {line.WorkingDays} 个工作日",
        LedgerReason.Provisional => "这一段的放假安排还没有公布，日期是暂定的",
        LedgerReason.Lapsed => "逾期，视为放弃申请",
        LedgerReason.Due => "答复期限届满",
        _ => throw new ArgumentOutOfRangeException(nameof(line)),
    };
}
