using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Rules;

/// <content>信息处理费与重复申请。</content>
internal static partial class ClaimRules
{
    /// <summary>说到了信息处理费或收费通知的词。</summary>
    public static readonly PhraseSet FeeWords = new("信息处理费", "收费通知", "缴费通知", "处理费", "收费", "收取费用", "收取任何费用", "费用", "收取", "信息公开费", "缴费");

    private static readonly CellAddress FeeOverdueCell = new(ReportTable.Requests, "other.feeOverdue", "total");
    private static readonly CellAddress RepeatedCell = new(ReportTable.Requests, "unprocessed.repeated", "total");
    private static readonly CellAddress AnsweredCell = new(ReportTable.Requests, "total", "total");
    private static readonly CellAddress ReceivedCell = new(ReportTable.Requests, "received", "total");

    private static void CheckFeeOverdue(Rule rule, CheckContext context)
    {
        var cell = context.Report[ReportTable.Requests][FeeOverdueCell.Row, FeeOverdueCell.Column];
        if (cell.State is not CellState.Number || cell.Value <= 0 || SectionSix(context) is not { } heading)
        {
            return;
        }

        var denied = false;
        foreach (var hit in context.Text.Hits.Of(FeeWords))
        {
            if (context.Text.SectionAt(hit.Start) != 6)
            {
                continue;
            }

            // 没有收取，可以是申请人没有缴；要说的是通知发了没有。
            var sentence = context.Text.SentenceSpan[context.Text.SentenceAt(hit.Start)];
            var letters = context.Text.Letters.AsSpan(sentence.Start, sentence.End - sentence.Start);
            if (IsNoticeDenied(letters))
            {
                denied = true;
            }
            else if (letters.IndexOf("通知") >= 0 || letters.IndexOf("缴") >= 0)
            {
                return;
            }
        }

        var said = denied ? "第六部分却说没有发出收费通知" : "第六部分没有说收费通知的情况";
        context.Find(
            rule,
            $"表三“申请人逾期未按收费通知要求缴纳费用”为 {Say(cell.Value)} 件，{said}。请在第六部分说明（一般写发出收费通知的件数和总金额、实际收取总金额），或更正表三。",
            [FeeOverdueCell],
            [heading]);
    }

    private static bool IsNoticeDenied(ReadOnlySpan<char> letters) =>
        letters.IndexOf("没有发出") >= 0 || letters.IndexOf("未发出") >= 0 || letters.IndexOf("未发送") >= 0 || letters.IndexOf("未下达") >= 0 || letters.IndexOf("通知0件") >= 0 || letters.IndexOf("无收费通知") >= 0;

    private static void CheckFeesUnsaid(Rule rule, CheckContext context)
    {
        if (SectionSix(context) is not { } heading)
        {
            return;
        }

        // 别的部分说清楚了也算交代了。
        foreach (var hit in context.Text.Hits.Of(FeeWords))
        {
            if (context.Text.SectionAt(hit.Start) == 6 || hit.End - hit.Start >= 4)
            {
                return;
            }
        }

        context.Find(rule, "第六部分没有交代收取信息处理费的情况。一般写发出收费通知的件数和总金额、实际收取总金额；没有的，请写明没有收取。", quotes: [heading]);
    }

    private static void CheckRepeated(Rule rule, CheckContext context)
    {
        var table = context.Report[ReportTable.Requests];
        var repeated = table[RepeatedCell.Row, RepeatedCell.Column];
        var received = table[ReceivedCell.Row, ReceivedCell.Column];
        if (repeated is { State: CellState.Number, Value: > 0 } && received is { State: CellState.Number, Value: <= 1 } && table["carriedIn", "total"].ForLinkage == 0
            && (context.Previous is not { } last || last[AnsweredCell] == 0))
        {
            var before = context.Previous is null ? "没有上年结转" : "没有上年结转，上一年也没有办结的申请";
            context.Find(
                rule,
                $"表三全年新收 {Say(received.Value)} 件、{before}，“重复申请”却为 {Say(repeated.Value)} 件。重复申请指已经答复的又以同样内容申请；请核对登记台账，确是以前年度已经答复的可以不改。",
                [RepeatedCell, ReceivedCell]);
        }
    }

    /// <summary>第六部分的标题；没有这一部分时为 null。</summary>
    private static Quote? SectionSix(CheckContext context)
    {
        foreach (var section in context.Report.Sections)
        {
            if (section.Number == 6)
            {
                return new Quote(section.Heading, 6, section.Place);
            }
        }

        return null;
    }
}
