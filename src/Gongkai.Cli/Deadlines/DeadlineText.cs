using System.Globalization;
using System.Text;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Reports.Writing.Text;

namespace Gongkai.Cli.Deadlines;

/// <summary>把期限写给人看：哪一天，还有几天，怎样算的，哪些事依法不能办。</summary>
internal static class DeadlineText
{
    private const int LabelWidth = 10;

    /// <summary>写一件。</summary>
    public static string Write(DeadlineAnswer answer, WorkingDayCalendar calendar)
    {
        var output = new StringBuilder();
        var reading = answer.Reading;
        Line(output, "收到申请", $"{Day(reading.ReceivedOn!.Value)}{Receipt(answer.Case.Channel)}");
        Line(output, "状态", StateWords(reading));
        if (reading.DueOn is { } due)
        {
            Line(output, "答复期限", $"{Day(due)}{(reading.IsProvisional ? "（暂定：放假安排还没有全部公布，公布以后可能变动）" : "")}");
            Line(output, "", $"{Left(answer.AsOf, due, calendar)}（从 {Day(answer.AsOf)}看）");
        }
        else
        {
            Line(output, "答复期限", $"此时没有（从 {Day(answer.AsOf)}看）");
        }

        output.Append("\n怎样算的\n");
        var width = reading.Ledger.Max(l => DisplayWidth.Of(Span(l)));
        var counted = 0;
        foreach (var line in reading.Ledger)
        {
            counted = line.Reason is LedgerReason.Restart ? 0 : counted + (IsCounted(line.Reason) ? line.WorkingDays : 0);
            output.Append(CultureInfo.InvariantCulture, $"  {DisplayWidth.PadRight(Span(line), width)}  {Words(line, counted)}\n");
        }

        if (answer.Refused.Count > 0)
        {
            output.Append("\n依法不能办，没有算进去\n");
            foreach (var refused in answer.Refused)
            {
                var happening = answer.Case.Events[refused.Index];
                output.Append(CultureInfo.InvariantCulture, $"  第 {refused.Index + 1} 件（{Day(happening.On)}，{EventWords(happening)}）\n");
                foreach (var reason in refused.Reasons)
                {
                    output.Append(CultureInfo.InvariantCulture, $"    {reason.Text}\n");
                }
            }
        }

        return output.ToString();
    }

    private static void Line(StringBuilder output, string label, string text) =>
        output.Append(CultureInfo.InvariantCulture, $"{DisplayWidth.PadRight(label, LabelWidth)}{text}\n");

    private static string StateWords(ClockReading reading) => reading.State switch
    {
        ClockState.Running => "期限在走",
        ClockState.Suspended => $"停止计算：正在等{(reading.LatestOn is { } latest ? $"意见，最迟等到 {Day(latest)}" : "意见或者理由，没有期限")}",
        ClockState.AwaitingSupplement => $"等申请人补正，最迟 {Day(reading.LatestOn!.Value)}",
        ClockState.AwaitingFee => $"等申请人缴费，最迟 {Day(reading.LatestOn!.Value)}",
        ClockState.Lapsed => $"申请人到 {Day(reading.LatestOn!.Value)}还没有补正或者缴费，视为放弃，不再处理",
        var state => throw new InvalidOperationException($"{state} has no words here."),
    };

    private static string Left(DateOnly asOf, DateOnly due, WorkingDayCalendar calendar) => asOf.CompareTo(due) switch
    {
        < 0 => $"还有 {calendar.WorkingDaysBetween(asOf, due)} 个工作日",
        0 => "今天届满",
        _ => $"已经届满，过了 {calendar.WorkingDaysBetween(due, asOf)} 个工作日",
    };

    private static string Receipt(ReceiptChannel? channel) => channel switch
    {
        null => "",
        ReceiptChannel.Counter => "（当面提交：提交之日）",
        ReceiptChannel.RegisteredPost => "（签收邮寄：签收之日）",
        ReceiptChannel.OrdinaryPost => "（平常信函：双方确认之日）",
        ReceiptChannel.Internet => "（互联网渠道：双方确认之日）",
        ReceiptChannel.Fax => "（传真：双方确认之日）",
        ReceiptChannel.Email => "（电子邮件：双方确认之日）",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    private static bool IsCounted(LedgerReason reason) => reason is LedgerReason.Counted or LedgerReason.MakeUp or LedgerReason.RegionalWork;

    private static string Words(LedgerLine line, int counted) => line.Reason switch
    {
        LedgerReason.Received => "收到申请（《条例》第三十一条）",
        LedgerReason.AwaitingSupplement => "等待补正（《条例》第三十条）",
        LedgerReason.AwaitingFee => "等待缴费（国办函〔2020〕109号第六条）",
        LedgerReason.Restart => "收到补正或者缴费，重新计算",
        LedgerReason.Counted => $"计 {line.WorkingDays} 天，累计 {counted}",
        LedgerReason.MakeUp => $"调休上班{Name(line)}，计 {line.WorkingDays} 天，累计 {counted}",
        LedgerReason.RegionalWork => $"本地区上班{Name(line)}，计 {line.WorkingDays} 天，累计 {counted}",
        LedgerReason.Weekend => "周末，不计",
        LedgerReason.Holiday => $"放假{Name(line)}，不计",
        LedgerReason.RegionalOff => $"本地区放假{Name(line)}，不计",
        LedgerReason.Consultation => $"征求意见{Name(line)}，其中 {line.WorkingDays} 个工作日不计（《条例》第三十三条）",
        LedgerReason.Reasons => $"等待说明理由，其中 {line.WorkingDays} 个工作日不计（《条例》第三十五条，地区设置）",
        LedgerReason.Extension => $"告知延长 {line.WorkingDays} 个工作日（《条例》第三十三条）",
        LedgerReason.Provisional => "放假安排还没有公布，这一段暂定",
        LedgerReason.Lapsed => "逾期，视为放弃，不再处理",
        LedgerReason.Due => "答复期限届满",
        _ => throw new ArgumentOutOfRangeException(nameof(line)),
    };

    private static string EventWords(ClockEvent happening) => happening switch
    {
        ClockEvent.SupplementAsked => "要求补正",
        ClockEvent.SupplementReceived => "收到补正",
        ClockEvent.ConsultationSent e => $"征求意见 {HarmlessText.From(e.Id)}",
        ClockEvent.ConsultationAnswered e => $"收到意见 {HarmlessText.From(e.Id)}",
        ClockEvent.Extended e => $"延长 {e.By.WorkingDays} 个工作日",
        ClockEvent.FeeNotified => "收费通知",
        ClockEvent.FeePaid => "缴费",
        ClockEvent.ReasonsAsked => "要求说明理由",
        ClockEvent.ReasonsReceived => "收到理由",
        _ => throw new ArgumentOutOfRangeException(nameof(happening)),
    };

    private static string Name(LedgerLine line) => line.Detail is null ? "" : $"（{HarmlessText.From(line.Detail)}）";

    private static string Span(LedgerLine line) => line.From == line.To ? Day(line.From) : $"{Day(line.From)}至 {Day(line.To)}";

    // 后面接汉字，所以“周几”之后不留空格。
    private static string Day(DateOnly day) => $"{day:yyyy-MM-dd} 周{"日一二三四五六"[(int)day.DayOfWeek]}";
}
