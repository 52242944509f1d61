using System.Globalization;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing.Printing;

namespace Gongkai.Reports.Writing.Docx;

/// <summary>公文里一段是什么。</summary>
internal enum ParagraphKind
{
    /// <summary>标题：小标宋，居中。</summary>
    Title,

    /// <summary>主送机关：顶格。</summary>
    Addressee,

    /// <summary>正文：首行空二字。</summary>
    Body,

    /// <summary>「一、」：黑体。</summary>
    Heading,

    /// <summary>「（一）」：楷体。</summary>
    Subheading,

    /// <summary>落款的单位与日期：靠右。</summary>
    Signature,
}

/// <summary>公文里的一段。</summary>
/// <param name="Kind">是什么。</param>
/// <param name="Text">文字，已清理。</param>
/// <param name="RightIndent">右边空几个字，只用于落款。</param>
internal readonly record struct NoticeParagraph(ParagraphKind Kind, string Text, double RightIndent = 0);

/// <summary>退回修改通知的文字，一段一段。只有警告时不说「退回」，说「核对」；什么也没有时没有通知。</summary>
internal static class NoticeText
{
    private const int MostItems = 200;
    private const int MostQuotes = 3;
    private const int MostQuoteText = 120;
    private const int MostMessage = 600;
    private const int MostCells = 6;
    private const double SealIndent = 4;
    private const string Blank = "________________";

    /// <summary>通知的各段；没有警告以上的问题时为 null。</summary>
    public static IReadOnlyList<NoticeParagraph>? Of(CheckedReport report, NoticeTerms terms)
    {
        FindingGroup[] groups = [.. FindingGroup.Of(report.Findings).Where(g => g.Severity >= Severity.Warning)];
        if (groups.Length == 0)
        {
            return null;
        }

        FindingGroup[] errors = [.. groups.Where(g => g.Severity >= Severity.Error)];
        FindingGroup[] warnings = [.. groups.Where(g => g.Severity is Severity.Warning)];
        var reading = report.Reading;
        var agency = DisplayText.Clean(reading.Agency, 60) is { Length: > 0 } name ? name : Blank;
        var title = $"《{agency}{(reading.Year is { } year ? $"{year}年" : "")}政府信息公开工作年度报告》";
        List<NoticeParagraph> text =
        [
            new(ParagraphKind.Title, Title(reading.Year, errors.Length > 0)),
            new(ParagraphKind.Addressee, $"{agency}："),
            new(ParagraphKind.Body, Opening(reading, title, errors.Length, warnings.Length)),
        ];
        var section = 0;
        if (errors.Length > 0)
        {
            text.Add(new(ParagraphKind.Heading, $"{Numeral(++section)}、应当改正的问题"));
            List(text, reading, errors);
        }

        if (warnings.Length > 0)
        {
            text.Add(new(ParagraphKind.Heading, $"{Numeral(++section)}、建议核对的问题"));
            List(text, reading, warnings);
        }

        text.Add(new(ParagraphKind.Heading, $"{Numeral(++section)}、有关要求"));
        text.Add(new(ParagraphKind.Body, errors.Length > 0
            ? $"请对照登记台账和原始材料逐项核实，据实修改，不得为使数字相符而改动其他数据；上列建议值仅供核对参考。{Due(terms)}前将修改后的年度报告重新报送。已经向社会公布的，请同步更正并注明更正情况。"
            : $"请对照登记台账和原始材料逐项核对。确有差错的，{Due(terms)}前修改后重新报送；没有差错的，请于同日前说明。"));
        text.Add(new(ParagraphKind.Body, "对上列问题有不同意见的，请一并说明理由并附依据。"));
        Sign(text, terms);
        return text;
    }

    /// <summary>如「2024年2月2日」。</summary>
    public static string Say(DateOnly date) => date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);

    /// <summary>主送就是这个单位，标题里不重复它的名称；两行，断在词与词之间。</summary>
    private static string Title(int? year, bool returns)
    {
        var printed = year is { } known ? $"{known}年" : "";
        return returns ? $"关于退回修改《{printed}政府信息公开工作\n年度报告》的通知" : $"关于核对《{printed}政府信息公开工作\n年度报告》有关内容的通知";
    }

    private static string Opening(ReportReading reading, string title, int errors, int warnings)
    {
        var form = ReportForms.All.First(f => f.Id == reading.Form);
        var counts = (errors, warnings) switch
        {
            ( > 0, > 0) => $"应当改正的问题 {errors} 处，建议核对的问题 {warnings} 处",
            ( > 0, _) => $"应当改正的问题 {errors} 处",
            _ => $"建议核对的问题 {warnings} 处",
        };
        var outcome = errors > 0 ? "现予退回，请修改后重新报送" : "现转请核对";
        return $"你单位{title}收悉。依据《中华人民共和国政府信息公开条例》第四十九条、第五十条和政府信息公开工作年度报告格式（{form.Source}），经核对，发现{counts}，{outcome}。具体情况通知如下：";
    }

    /// <summary>按所在部分分组，各组之内逐条编号。</summary>
    private static void List(List<NoticeParagraph> text, ReportReading reading, FindingGroup[] groups)
    {
        var number = 0;
        var part = 0;
        foreach (var group in groups.GroupBy(g => g.Part).OrderBy(g => g.Key ?? 0))
        {
            text.Add(new(ParagraphKind.Subheading, $"（{Numeral(++part)}）{PartTitle(reading, group.Key)}"));
            foreach (var item in group)
            {
                if (++number > MostItems)
                {
                    text.Add(new(ParagraphKind.Body, $"另有 {groups.Length - MostItems} 处没有列出，请先改正以上各处。"));
                    return;
                }

                Item(text, reading, item, number);
            }
        }
    }

    private static string PartTitle(ReportReading reading, int? part) => part is { } number
        ? $"{FindingGroup.PartName(number)}　{ReportForms.All.First(f => f.Id == reading.Form).Sections[number - 1].Heading[2..]}"
        : "标题、落款与全文";

    private static void Item(List<NoticeParagraph> text, ReportReading reading, FindingGroup group, int number)
    {
        var said = string.Concat(group.Sentences.Append(group.Advice).Select(s => Stop(DisplayText.Clean(s, MostMessage))));
        Add($"{number}.{said}");
        Add("位置：", Where(reading, group));
        Add("原文：", string.Join("；", group.Quotes.Take(MostQuotes).Select(Quoted)) + (group.Quotes.Count > MostQuotes ? "等" : ""));
        Add("建议：", string.Join("；或", group.Suggestions.Take(MostCells).Select(s => Mend(reading, s))));
        var bases = string.Join("；", group.Bases.Select(b => DisplayText.Clean(b, 160)));
        Add("依据：", $"{bases}{(bases.Length > 0 ? "。" : "")}检查规则 {string.Join('、', group.Codes.Select(c => DisplayText.Clean(c, 12)))}");

        void Add(string label, string? content = null)
        {
            if (content is not "")
            {
                text.Add(new(ParagraphKind.Body, content is null ? label : $"{label}{content}。"));
            }
        }
    }

    private static string Where(ReportReading reading, FindingGroup group) =>
        string.Join("、", group.Suggestions.Select(s => s.Cell).Concat(group.Cells).Take(MostCells).Select(c =>
        {
            var place = reading[c.Table][c.Row, c.Column].Place;
            return $"{c.Table.ShortName()}“{FindingGroup.NameOf(reading, c)}”{(place.Kind is PlaceKind.Nowhere ? "" : $"（{place}）")}";
        }));

    private static string Quoted(Quote quote) =>
        $"“{DisplayText.Clean(quote.Text, MostQuoteText)}”{(FindingGroup.Where(quote) is { Length: > 0 } where ? $"（{where}）" : "")}";

    private static string Mend(ReportReading reading, Suggestion mend) =>
        $"“{FindingGroup.NameOf(reading, mend.Cell)}”由 {CellWords.Value(reading[mend.Cell.Table][mend.Cell.Row, mend.Cell.Column])} 改为 {PrintedTable.Show(mend.Value)}";

    private static string Stop(string sentence) => sentence.Length == 0 || sentence[^1] is '。' or '！' or '？' or '…' ? sentence : $"{sentence}。";

    private static string Due(NoticeTerms terms) =>
        $"请于{Say(terms.Due)}（星期{"日一二三四五六"[(int)terms.Due.DayOfWeek]}）{(terms.DueIsProvisional ? "（当年放假安排公布后如有调整，以调整后的工作日为准）" : "")}";

    /// <summary>日期右边空四字，单位与日期居中对齐；单位更长时以单位为准空二字。</summary>
    private static void Sign(List<NoticeParagraph> text, NoticeTerms terms)
    {
        var office = DisplayText.Clean(terms.Office, 40) is { Length: > 0 } name ? name : Blank;
        var date = Say(terms.Date);
        var half = (Width(office) - Width(date)) / 2;
        var (officeIndent, dateIndent) = SealIndent - half >= 2 ? (SealIndent - half, SealIndent) : (2, 2 + half);
        text.Add(new(ParagraphKind.Body, ""));
        text.Add(new(ParagraphKind.Body, ""));
        text.Add(new(ParagraphKind.Signature, office, officeIndent));
        text.Add(new(ParagraphKind.Signature, date, dateIndent));
    }

    private static double Width(string text) => text.Sum(c => c < 0x2E80 ? 0.5 : 1);

    private static string Numeral(int number) => number <= 10 ? "一二三四五六七八九十"[number - 1].ToString() : $"十{"一二三四五六七八九"[number - 11]}";
}
