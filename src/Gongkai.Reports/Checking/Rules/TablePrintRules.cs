using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Structure;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>三张表印得怎样：标签、列、多余的格、错位、数的写法、用的哪一版、有没有。</summary>
internal static class TablePrintRules
{
    private const string Form30 = "国办公开办函〔2021〕30号所附统一格式";

    // Fewer rows with the one column alone may be an excerpt or a note beside the table.
    private const int MostRows = 15;

    /// <summary>截掉了字、读不成话的写法；别的缩写只是与格式不同。</summary>
    private static readonly string[] Garbled = ["本年发件", "现行有效件", "机关不掌握相关政府信息", "转下年度继续办理", "其他法律行政法规禁止"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rule
        {
            Code = "E23",
            Title = "表格标签走样",
            Basis = $"{Form30}：标签须逐字使用",
            Severity = Severity.Warning,
            Summary = "表二、表三的行、列标签缺字、错字的是警告；缩写、换了说法的只作提示。只差“的”“度”“或者”“其它”一类的不说。",
            Examples =
            [
                new("“其他”写成“其它”", false) { Report = new() { Replacements = [("3.其他\t", "3.其它\t")] } },
                new("“本年制发件数”印成“本年发件”", true) { Report = new() { Replacements = [("本年制发件数", "本年发件")] } },
                new("“行政规范性文件”印成“规范性文件”", true) { Report = new() { Replacements = [("行政规范性文件", "规范性文件")] } },
                new("“属于三类内部事务信息”印错一字", true) { Report = new() { Replacements = [("属于三类内部事务信息", "属于三类内部事物信息")] } },
            ],
            Check = CheckLabels,
        },
        new Rule
        {
            Code = "E24",
            Title = "表格缺列缺行",
            Basis = $"{Form30}：表三 7 列、表二与表四各格均须填报",
            Severity = Severity.Error,
            Summary = "表三只剩一列数（各类申请人的数没有报）的是错误；别的缺列、缺行是警告。空着的格、印着横线的格不算缺。",
            Examples =
            [
                new("各列都印了，都是 0", false) { Report = new() { Cells = [("requests.received.person", "1"), ("requests.received.total", "1"), ("requests.granted.person", "1"), ("requests.granted.total", "1"), ("requests.total.person", "1"), ("requests.total.total", "1")] } },
                new("没有印“行政强制”一行", true) { Report = new() { Replacements = [("行政强制\t0\n", "")] } },
                new("表三每行只有一个数", true) { Report = new() { Replacements = [("\t0\t0\t0\t0\t0\t0\t0\n", "\t0\n")] } },
            ],
            Check = CheckPartial,
        },
        new Rule
        {
            Code = "E25",
            Title = "表内有多余的数",
            Basis = $"{Form30}：表内没有这一格",
            Severity = Severity.Warning,
            Summary = "表里夹着不属于任何一格的数，如“（六）其他处理”左边多一个 0。",
            Examples =
            [
                new("各格不多不少", false) { Report = new() { Cells = [("requests.received.person", "2"), ("requests.received.total", "2"), ("requests.carriedOut.person", "2"), ("requests.carriedOut.total", "2")] } },
                new("一行多一个 0", true) { Report = new() { Replacements = [("（七）总计\t0\t0\t0\t0\t0\t0\t0\n", "（七）总计\t0\t0\t0\t0\t0\t0\t0\t0\n")] } },
            ],
            Check = CheckStrays,
        },
        new Rule
        {
            Code = "E26",
            Title = "表内有行错位",
            Basis = $"{Form30}：各行的数须与列对齐",
            Severity = Severity.Warning,
            Summary = "有的行与别的行错开了一列，靠标签和勾稽才能读出。",
            Examples =
            [
                new("各行对齐", false) { Report = new() { Cells = [("requests.received.person", "2"), ("requests.received.total", "2"), ("requests.carriedOut.person", "2"), ("requests.carriedOut.total", "2")] } },
                new("“3.其他”与同组的行错开一格", true) { Report = new() { Replacements = [("3.其他\t0", "3.其他\t\t0")] } },
            ],
            Check = CheckShifted,
        },
        new Rule
        {
            Code = "E34",
            Title = "数的写法不规范",
            Basis = $"{Form30}：各格填阿拉伯数字，没有的填 0",
            Severity = Severity.Warning,
            Summary = "格内用了千分位、全角或汉字数字，带了单位，或印着横线、“无”、文字。能认出的给出改正值。空格由 L09 说。",
            Examples =
            [
                new("金额有两位小数", false) { Report = new() { Cells = [("proactive.charges.amount", "14.67")] } },
                new("件数带千分位", true) { Report = new() { Cells = [("proactive.licensing.decisions", "1,234")] } },
                new("件数带单位", true) { Report = new() { Cells = [("proactive.licensing.decisions", "12件")] } },
                new("没有的印横线", true) { Report = new() { Cells = [("proactive.coercion.decisions", "—")] } },
            ],
            Check = CheckWriting,
        },
        new Rule
        {
            Code = "E53",
            Title = "用了已被替代的格式",
            Basis = "国办公开办函〔2021〕30号：2021 年度起用新格式，2019 年的试行格式（国办公开办函〔2019〕60号）不再使用",
            Severity = Severity.Error,
            Summary = "2021 年度起的报告，表二或表三仍是 2019 年格式。表四两版相同，不判。",
            FromYear = 2021,
            Examples =
            [
                new("2020 年度用 2019 年格式", false) { Report = new() { Form = "2019", Year = 2020 } },
                new("2022 年度用 2021 年格式", false) { Report = new() { Year = 2022 } },
                new("2022 年度仍用 2019 年格式", true) { Report = new() { Form = "2019", Year = 2022 } },
            ],
            Check = CheckForm,
        },
        new Rule
        {
            Code = "E54",
            Title = "没有表，或表是图片",
            Basis = $"{Form30}；《政府信息公开条例》第五十条第一款第（一）至（三）项",
            Severity = Severity.Error,
            Summary = "有第二、三、四部分的标题而没有统计表的是错误；表是图片、或正文说表在附件里的，无从核对，是警告。标题也没有的由 E19 说。",
            FromYear = 2019,
            Examples =
            [
                new("三张表都在", false) { Report = new() { Cells = [("proactive.licensing.decisions", "3")] } },
                new("没有表四", true) { Report = new() { TablesLeftOut = [4] } },
                new("表三在附件里", true) { Report = new() { TablesLeftOut = [3], Sections = [(3, "收到和处理政府信息公开申请情况统计表见附件。")] } },
            ],
            Check = CheckAbsent,
        },
    ];

    private static void CheckLabels(Rule rule, CheckContext context)
    {
        for (var t = 0; t < context.Report.OddLabels.Count; t++)
        {
            if (context.Report.OddLabels[t] is not { Count: > 0 } odd)
            {
                continue;
            }

            var garbled = odd.Any(o => o.Approximate || Garbled.Contains(TableLabels.Fold(o.Printed)));
            context.Find(
                rule,
                $"{((ReportTable)t).ShortName()}的标签与统一格式不同：{string.Join("；", odd.Take(6).Select(o => $"“{o.Printed}”应为“{o.Official}”"))}{(odd.Count > 6 ? $"等 {odd.Count} 处" : "")}。请照格式改正。",
                quotes: [.. odd.Take(6).Select(o => new Quote(o.Printed, t + 2, o.Place))],
                severity: garbled ? Severity.Warning : Severity.Info);
        }
    }

    private static void CheckPartial(Rule rule, CheckContext context)
    {
        foreach (var table in context.Report.Tables)
        {
            if (table.Proof is TableProof.Absent or TableProof.Unreadable || !HasAbsent(table))
            {
                continue;
            }

            var form = table.Form;
            var columns = form.Columns.Where(c => !form.Cells.Any(x => x.Column == c && IsPrinted(table, x))).ToList();
            var printed = form.Cells.Where(c => IsPrinted(table, c)).Select(c => c.Row).ToHashSet<object>(ReferenceEqualityComparer.Instance);
            var rows = form.Rows.Where(r => !printed.Contains(r)).ToList();
            if (form.Table is ReportTable.Requests && columns.Count == form.Columns.Count - 1 && form.Rows.Count - rows.Count >= MostRows)
            {
                var only = form.Columns.First(c => !columns.Contains(c));
                context.Find(
                    rule,
                    $"表三每行只印了一个数，按“{only.Label}”列读；{string.Join("、", columns.Select(c => $"“{c.Label}”"))}各列的数没有报。请照格式补全 7 列，没有的填 0。",
                    [.. form.Cells.Where(c => c.Row == form.Rows[0] && c.Column != only).Select(c => c.Address)],
                    ReportQuotes.Heading(context, 3));
            }
            else if (form.Table is ReportTable.Requests ? columns.Count > 0 || rows.Count > 0 : rows.Count > 0)
            {
                var what = rows.Count > 0 && columns.Count == 0 || form.Table is not ReportTable.Requests
                    ? string.Join("、", rows.Take(6).Select(r => $"“{r.Label}”")) + (rows.Count > 6 ? $"等 {rows.Count} 行" : rows.Count > 1 ? "各行" : "一行")
                    : string.Join("、", columns.Select(c => $"“{c.Label}”")) + (columns.Count > 1 ? "各列" : "一列");
                context.Find(
                    rule,
                    $"{form.Table.ShortName()}没有印{what}，这些数没有报，也不能当作 0。请照格式补全；如果原文件里有而这里没有，请换一种文件再试。",
                    [.. form.Cells.Where(c => rows.Contains(c.Row) || (columns.Contains(c.Column) && c.Row == form.Rows[0])).Take(30).Select(c => c.Address)],
                    ReportQuotes.Heading(context, (int)form.Table + 2),
                    severity: Severity.Warning);
            }
        }
    }

    private static bool HasAbsent(TableReading table)
    {
        foreach (ref readonly var cell in table.CellSpan)
        {
            if (cell.State is CellState.Absent)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPrinted(TableReading table, FormCell cell) => table.CellSpan[cell.Index].State is not CellState.Absent;

    private static void CheckStrays(Rule rule, CheckContext context)
    {
        foreach (var note in context.Report.Notes)
        {
            if (note.Code == ReaderNotes.StrayDropped && note.Cells.Count > 0 && HasNumbers(note.Message))
            {
                context.Find(rule, $"{note.Message}请从源文件中删去，以免与各格的数混在一起。", note.Cells);
                return;
            }
        }

        if (context.Report.Strays is [var stray, ..])
        {
            context.Find(
                rule,
                $"表三“（六）其他处理”是分组的名称，它后面的“{stray.Printed}”（{stray.Place}）不属于任何一格。请从源文件中删去，以免与各格的数混在一起。",
                quotes: [new Quote(stray.Printed, 3, stray.Place)]);
        }
    }

    /// <summary>说明里引了数；引的是字（“项目”）、或一个接一个（页码）的不算。</summary>
    private static bool HasNumbers(string message)
    {
        var (numbers, pages, last) = (0, 0, -2L);
        for (var at = message.IndexOf('“', StringComparison.Ordinal); at >= 0; at = message.IndexOf('“', at + 1))
        {
            var end = message.IndexOf('”', at);
            var quoted = message.AsSpan(at + 1, (end < 0 ? message.Length : end) - at - 1).Trim();
            quoted = quoted.Length > 1 && CharKinds.IsInvisible(quoted[^1]) ? quoted[..^1] : quoted;
            if (long.TryParse(quoted, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                numbers++;
                pages += number == last + 1 ? 1 : 0;
                last = number;
            }
        }

        return numbers > 0 && (pages == 0 || pages < numbers - 1);
    }

    private static void CheckShifted(Rule rule, CheckContext context)
    {
        foreach (var note in context.Report.Notes)
        {
            // Cells left blank have no place of their own: only rows full of numbers can be seen to stand wrong.
            if (note.Code == ReaderNotes.RowShifted && note.Cells.Count > 0 && note.Cells.All(c => context.Report[c.Table][c.Row, c.Column].State is CellState.Number))
            {
                context.Find(rule, $"{note.Message}请在源文件中把这些行与表头的列对齐。", note.Cells);
                return;
            }
        }

        if (context.Report.UnevenRows is { Count: > 0 } uneven)
        {
            var form = context.Report[ReportTable.Requests].Form;
            FormRow[] rows = [.. uneven.Where(id => !HasStray(context, id)).Select(id => form.Rows.First(r => r.Id == id))];
            if (rows.Length == 0)
            {
                return;
            }

            context.Find(
                rule,
                $"表三{string.Join("、", rows.Select(r => $"“{r.Label}”"))}与同组的行没有对齐，行首少了或多了格。请在源文件中对齐。",
                [.. form.Cells.Where(c => rows.Contains(c.Row)).Select(c => c.Address)]);
        }
    }

    // A stray number in front pushes the row aside: E25 has said so.
    private static bool HasStray(CheckContext context, string row) =>
        context.Report.Notes.Any(n => n.Code == ReaderNotes.StrayDropped && n.Cells.Any(c => c.Table is ReportTable.Requests && c.Row == row));

    private static void CheckWriting(Rule rule, CheckContext context)
    {
        foreach (var table in context.Report.Tables)
        {
            if (table.Proof is TableProof.Absent or TableProof.Unreadable)
            {
                continue;
            }

            var totalOnly = CountRules.IsTotalOnly(table);
            List<FormCell>? odd = null;
            for (var i = 0; i < table.CellSpan.Length; i++)
            {
                ref readonly var cell = ref table.CellSpan[i];
                if ((cell.State is CellState.Dash && !totalOnly) || cell.State is CellState.Unreadable || (cell.State is CellState.Number && !IsPlain(cell.Raw, table.Form.Cells[i])))
                {
                    (odd ??= []).Add(table.Form.Cells[i]);
                }
            }

            if (odd is not null)
            {
                var shown = odd.Take(4).Select(c => $"“{c.Name}”印作“{table.Cells[c.Index].Raw}”");
                context.Find(
                    rule,
                    $"{table.Form.Table.ShortName()}有 {odd.Count} 格的数写法不规范：{string.Join("，", shown)}{(odd.Count > 4 ? "等" : "")}。请只填阿拉伯数字，没有的填 0。",
                    [.. odd.Select(c => c.Address)],
                    suggestions: [.. odd.Where(c => IsPossible(table.Cells[c.Index], c)).Select(c => new Suggestion(c.Address, table.Cells[c.Index].Value))]);
            }
        }
    }

    private static bool IsPossible(CellReading cell, FormCell form) =>
        cell.ForLinkage is { } value && (value >= 0 || form.MayBeNegative) && (form.IsDecimal || decimal.Truncate(value) == value);

    // “-3” and “2.5” are written plainly; that a count cannot be so is for L09 to say.
    private static bool IsPlain(string raw, FormCell cell)
    {
        if (raw.Length == 1)
        {
            return char.IsAsciiDigit(raw[0]);
        }

        var (dots, start) = (0, raw.StartsWith('-') ? 1 : 0);
        for (var i = start; i < raw.Length; i++)
        {
            if (CharKinds.IsInvisible(raw[i]))
            {
                continue;
            }

            if (raw[i] == '.' && i > start && i + 1 < raw.Length)
            {
                dots++;
            }
            else if (!char.IsAsciiDigit(raw[i]))
            {
                return false;
            }
        }

        var leadingZero = raw[start] == '0' && raw.Length > start + 1 && raw[start + 1] != '.';
        return dots <= 1 && !leadingZero && (dots == 0 || cell.IsDecimal || raw[^1] != '0');
    }

    private static void CheckForm(Rule rule, CheckContext context)
    {
        if (context.Report.Year is not >= 2021)
        {
            return;
        }

        ReportTable[] old = [.. context.Report.Tables
            .Where(t => t.Form.Table is not ReportTable.Remedies && t.Form.Form == ReportForms.V2019.Id && t.Proof is not (TableProof.Absent or TableProof.Unreadable))
            .Select(t => t.Form.Table)];
        if (old.Length > 0)
        {
            context.Find(
                rule,
                $"{string.Join("、", old.Select(t => t.ShortName()))}用的是 2019 年的试行格式。{context.Report.Year} 年度的报告应当用 2021 年格式，各列的含义不同，不能照抄旧数；请换表重填。",
                [.. old.Select(t => context.Report[t].Form.Cells[0].Address)],
                ReportQuotes.Heading(context, (int)old[0] + 2));
        }
    }

    private static void CheckAbsent(Rule rule, CheckContext context)
    {
        var report = context.Report;
        if (report.Notes.Any(n => n.Code == ReaderNotes.Truncated))
        {
            return;
        }

        foreach (var table in report.Tables)
        {
            var section = (int)table.Form.Table + 2;
            if (table.Proof is not (TableProof.Absent or TableProof.Unreadable) || !report.Sections.Any(s => s.Number == section))
            {
                continue;
            }

            var name = $"第{"二三四"[section - 2]}部分的统计表";
            var picture = table.Proof is TableProof.Unreadable;
            var elsewhere = !picture && SaysElsewhere(context, section);
            context.Find(
                rule,
                picture ? $"{name}是图片，读不出，无从核对，也不便公众复制和检索。请换成文字的表格。"
                    : elsewhere ? $"没有读到{name}，正文说它在附件里。报告应当有这张表；请连同附件一起检查，或把表放进正文。"
                    : $"没有{name}。请照统一格式补上，没有的填 0。",
                quotes: ReportQuotes.Heading(context, section),
                severity: picture || elsewhere ? Severity.Warning : Severity.Error);
        }
    }

    private static bool SaysElsewhere(CheckContext context, int section)
    {
        var text = context.Text;
        foreach (var paragraph in text.ParagraphSpan)
        {
            var words = text.Letters.AsSpan(paragraph.Start, paragraph.End - paragraph.Start);
            if ((paragraph.Section == section || paragraph.Section == 6) && (words.IndexOf("附件") >= 0 || words.IndexOf("附表") >= 0 || words.IndexOf("见附") >= 0 || words.IndexOf("下载") >= 0))
            {
                return true;
            }
        }

        return false;
    }
}
