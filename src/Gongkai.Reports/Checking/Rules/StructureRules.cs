using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Structure;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Facts;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>六个部分：缺了、乱了、多了、改了标题；小标题的序号。</summary>
internal static class StructureRules
{
    private const int LongestHeading = 30;
    private const string Form30 = "国办公开办函〔2021〕30号：六个部分的标题与次序固定";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rule
        {
            Code = "E19",
            Title = "部分缺失或走样",
            Basis = $"《政府信息公开条例》第五十条；{Form30}",
            Severity = Severity.Error,
            Summary = "六个部分少了的是错误（表还在、只少标题的是警告）；次序颠倒、序号不对、六部分之外另加、标题改写的是警告。标题只差“的”“和”一类虚字不说；文中有像这个标题的一行时也不说。",
            FromYear = 2019,
            Examples =
            [
                new("第二部分标题多一个“的”", false) { Report = new() { Headings = [(2, "二、主动公开政府信息的情况")] } },
                new("第六部分标题写成“六、其它需要报告的事项”", false) { Report = new() { Headings = [(6, "六、其它需要报告的事项")] } },
                new("第六部分标题是没有见过的写法", false) { Report = new() { Headings = [(6, "六、需要特别说明的几个方面")] } },
                new("没有第五部分", true) { Report = new() { Headings = [(5, "")], Sections = [(5, "")] } },
                new("第六部分之后另有“七、附件”", true) { Report = new() { Sections = [(6, "2023年，没有发出收费通知，没有收取信息处理费。\n七、附件\n公开目录见门户网站。")] } },
                new("第一部分标题改写成“一、基本情况概述”", true) { Report = new() { Headings = [(1, "一、基本情况")] } },
            ],
            Check = CheckParts,
        },
        new Rule
        {
            Code = "E22",
            Title = "序号体例混用",
            Basis = "《党政机关公文格式》（GB/T 9704-2012）7.3.3：层次序数依次为一、（一）1.（1）",
            Severity = Severity.Info,
            Summary = "同一级小标题，前一个用（一）、后一个用（2），或者一个部分用（一）、另一个部分用（1）。（一）之下另有（1）（2）是下一级，不算。",
            Examples =
            [
                new("（一）之下分（1）（2）", false) { Report = new() { Replacements = [("（二）依申请公开。", "（1）机构职能。\n（2）办事指南。\n（二）依申请公开。")] } },
                new("（一）之后写（2）", true) { Report = new() { Replacements = [("（二）依申请公开", "（2）依申请公开"), ("（三）政府信息管理", "（3）政府信息管理")] } },
            ],
            Check = CheckNumbering,
        },
    ];

    private static void CheckParts(Rule rule, CheckContext context)
    {
        var report = context.Report;
        if (report.Flat is null || report.Sections.Count == 0 || report.Notes.Any(n => n.Code == ReaderNotes.Truncated))
        {
            return;
        }

        if (report.Sections.Count < 6)
        {
            CheckMissing(rule, context);
        }

        CheckHeadings(rule, context);
        CheckExtra(rule, context);
    }

    private static void CheckMissing(Rule rule, CheckContext context)
    {
        var report = context.Report;
        var (missing, untitled) = (new List<string>(), new List<string>());
        for (var section = 1; section <= 6; section++)
        {
            if (report.Sections.Any(s => s.Number == section))
            {
                continue;
            }

            var (fate, where) = MissingParts.Find(report, section);
            if (fate is PartFate.Displaced)
            {
                context.Find(rule, $"“{OfficialHeading(section)}”没有按次序印：六个部分的次序是固定的，请移回原处。", quotes: [where!], severity: Severity.Warning);
            }
            else if (fate is PartFate.Missing)
            {
                (section is >= 2 and <= 4 && report[(ReportTable)(section - 2)].Proof is not TableProof.Absent ? untitled : missing).Add(OfficialHeading(section));
            }
        }

        // Hardly any heading found: more likely not written as headings than not written at all.
        if (missing.Count > 0)
        {
            context.Find(
                rule,
                $"缺 {missing.Count} 个部分：{string.Join("、", missing.Select(m => $"“{m}”"))}。年度报告应当有六个部分，没有内容的也要写明；请补上。",
                quotes: ReportQuotes.Title(context),
                severity: report.Sections.Count >= 3 ? Severity.Error : Severity.Warning);
        }

        if (untitled.Count > 0)
        {
            context.Find(
                rule,
                $"没有印标题：{string.Join("、", untitled.Select(m => $"“{m}”"))}（表还在）。请补上标题。",
                quotes: ReportQuotes.Title(context),
                severity: Severity.Warning);
        }
    }

    private static void CheckHeadings(Rule rule, CheckContext context)
    {
        List<Quote>? reworded = null;
        var official = new List<string>();
        foreach (var section in context.Report.Sections)
        {
            var heading = OfficialHeading(section.Number);
            if (section.Heading == heading)
            {
                continue;
            }

            var number = HeadingNumber.Read(section.Heading, 0);
            if (number is { Style: NumberStyle.Han or NumberStyle.Part } n && n.Value != section.Number)
            {
                context.Find(
                    rule,
                    $"“{Short(section.Heading)}”的序号不对：它是第 {section.Number} 部分，应印作“{heading}”。",
                    quotes: [new Quote(section.Heading, section.Number, section.Place)],
                    severity: Severity.Warning);
            }
            else if (Bare(section.Heading[(number?.End ?? 0)..]) != Bare(heading[2..]))
            {
                (reworded ??= []).Add(new Quote(section.Heading, section.Number, section.Place));
                official.Add($"“{Short(section.Heading)}”应为“{heading}”");
            }
        }

        if (reworded is not null)
        {
            context.Find(rule, $"部分的标题与统一格式不同：{string.Join("；", official)}。", quotes: reworded, severity: Severity.Warning);
        }
    }

    private static void CheckExtra(Rule rule, CheckContext context)
    {
        var text = context.Text;
        foreach (var paragraph in text.ParagraphSpan)
        {
            if (paragraph.Section != 6 || paragraph.IsHeading || paragraph.End - paragraph.Start is < 4 or > LongestHeading)
            {
                continue;
            }

            var line = text.Letters.AsSpan(paragraph.Start, paragraph.End - paragraph.Start);
            if (line[0] is '七' or '八' or '九' && line[1] == '、' && !line.ContainsAny('。', ';', ','))
            {
                context.Find(
                    rule,
                    $"六个部分之外另有“{text.Printed(paragraph)}”。内容不能遗漏，也不宜另加；请并入相应的部分。",
                    quotes: [text.QuoteOf(paragraph.Start, paragraph.End)],
                    severity: Severity.Warning);
            }
        }
    }

    private static string OfficialHeading(int section) => ReportForms.V2021.Sections[section - 1].Heading;

    private static string Short(string heading) => heading.Length <= LongestHeading ? heading : $"{heading[..LongestHeading]}…";

    // Only the words that carry meaning: 的, 和 and the like, marks and 它/他 are no rewording.
    private static string Bare(string heading) => string.Concat(Glyphs.Folded(heading).Select(c => c == '它' ? '他' : c).Where(c => c is not ('的' or '和' or '与' or '及')));

    private static void CheckNumbering(Rule rule, CheckContext context)
    {
        var text = context.Text;
        var (section, han, arabic) = (-1, 0, 0);
        NarrativeParagraph? firstHan = null, firstArabic = null;
        foreach (var paragraph in text.ParagraphSpan)
        {
            if (paragraph.IsHeading || paragraph.End - paragraph.Start < 4 || text.Letters[paragraph.Start] != '(' || text.Letters[paragraph.Start + 2] != ')')
            {
                continue;
            }

            if (paragraph.Section == 0 || HeadingNumber.ValueOf(text.Letters[paragraph.Start + 1]) is not (> 0 and var now))
            {
                continue;
            }

            if (paragraph.Section != section)
            {
                (section, han, arabic) = (paragraph.Section, 0, 0);
            }

            var digits = char.IsAsciiDigit(text.Letters[paragraph.Start + 1]);

            // (1) after (一) opens the level below, and (二) closes it: only a number that goes on in the other style is mixed.
            if (now > 1 && (digits ? arabic == 0 && han == now - 1 : han == 0 && arabic == now - 1))
            {
                context.Find(
                    rule,
                    $"同一级小标题的序号前一个是{(digits ? $"（{Han[now - 2]}）" : $"（{now - 1}）")}，这一个是{(digits ? $"（{now}）" : $"（{Han[now - 1]}）")}，体例混用。请统一为（一）（二）（三）。",
                    quotes: [text.QuoteOf(paragraph.Start, Math.Min(paragraph.End, paragraph.Start + LongestHeading))]);
                return;
            }

            if (han == 0 && digits && arabic == 1 && now == 2)
            {
                firstArabic ??= paragraph;
            }
            else if (!digits && arabic == 0 && now == 1)
            {
                firstHan ??= paragraph;
            }

            (han, arabic) = digits ? (han, now) : (now, 0);
        }

        if (firstHan is { } one && firstArabic is { } other && one.Section != other.Section)
        {
            context.Find(
                rule,
                $"第{Han[one.Section - 1]}部分的小标题用（一），第{Han[other.Section - 1]}部分的用（1），体例不一。请统一为（一）（二）（三）。",
                quotes: [text.QuoteOf(other.Start, Math.Min(other.End, other.Start + LongestHeading)), text.QuoteOf(one.Start, Math.Min(one.End, one.Start + LongestHeading))]);
        }
    }

    private const string Han = "一二三四五六";
}
