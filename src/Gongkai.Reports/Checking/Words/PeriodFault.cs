using System.Buffers;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Checking.Words;

/// <summary>统计期写错：不是报告年度的 1 月 1 日至 12 月 31 日；或年份漏了「年」字。</summary>
internal static class PeriodFault
{
    // A new or a merged office reports from its first day to its last.
    private static readonly SearchValues<string> Special = Wording.Any("成立", "组建", "挂牌", "撤销", "合并", "更名", "机构改革", "运行以来");

    public static void Check(Rule rule, CheckContext context)
    {
        if (context.Report.Year is not { } title)
        {
            return;
        }

        var period = ReportPeriod.Find(context.Text);
        if (period is { } said && StatedYear.InsteadOfTitle(context, said) is null && !said.IsWholeOf(title)
            && !Wording.HasAny(Wording.Around(context.Text, said.At, 200, 200), Special))
        {
            var printed = said.From is { } from ? $"{Say(from)}至{Say(said.To)}" : $"截至{Say(said.To)}";
            context.Find(
                rule,
                $"统计期写作{printed}，而 {title} 年度报告的统计期是 {title} 年 1 月 1 日至 12 月 31 日。请改正；数据若真是按写的日期统计的，要按全年重新统计。",
                quotes: [Wording.Quote(context.Text, said.At)]);
        }

        FindMissingLetter(rule, context, title);
    }

    // “2023，我中心……”: the letter 年 was left out.
    private static void FindMissingLetter(Rule rule, CheckContext context, int title)
    {
        var text = context.Text;
        foreach (var sentence in text.SentenceSpan)
        {
            if (sentence.End - sentence.Start < 8 || text.Letters[sentence.Start] != '2' || !(text.Letters[sentence.Start + 4] is ',' or '度'))
            {
                continue;
            }

            var at = sentence.Start;
            if (PrintedDate.ReadYear(text.Letters, ref at) is { } year && at == sentence.Start + 4 && Math.Abs(year - title) <= 1
                && text.ParagraphSpan[sentence.Paragraph].Section is 1 or 5 or 6)
            {
                context.Find(
                    rule,
                    $"{Wording.SectionName(text.SectionAt(sentence.Start))}的“{year}”后面漏了“年”字；请补上。",
                    quotes: [Wording.Quote(text, sentence.Start)],
                    severity: Severity.Warning);
                return;
            }
        }
    }

    private static string Say(DateOnly date) => $" {date.Year} 年 {date.Month} 月 {date.Day} 日";
}
