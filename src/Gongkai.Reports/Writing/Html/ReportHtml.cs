using System.Reflection;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Writing.Html;

/// <summary>
/// 检查结果写成一个网页：上面是各份的结论，下面逐份画出三张表、标出错格、列出问题。一个文件就是全部：没有脚本，不引用任何外物。
/// </summary>
/// <remarks>
/// 清单在最上面而要到最后才齐，所以各份先写进 <c>spool</c>，<see cref="Finish"/> 时接在清单后面。占用内存与份数成比例的只有清单的各行。
/// </remarks>
public sealed class ReportHtml : IDisposable
{
    // 再大浏览器就打不开了；列不下的在清单里说明。
    private const long MostBytes = 64L << 20;
    private const int MostRows = 20_000;
    private const int MostBatchFindings = 200;

    private static readonly string Css = LoadCss();

    private readonly Stream _spool;
    private readonly long _mostBytes;
    private readonly HtmlWriter _html;
    private readonly List<Row> _rows = [];
    private long _entries;
    private long _unshown;

    /// <summary>开始一个网页。</summary>
    /// <param name="spool">暂存各份的地方，可读可写可移动，归调用者所有；一份时用内存，成千上万份时用临时文件。</param>
    /// <param name="mostBytes">各份合计最多写多少字节；0 为默认的 64 MiB。</param>
    public ReportHtml(Stream spool, long mostBytes = 0)
    {
        (_spool, _mostBytes) = (spool, mostBytes > 0 ? mostBytes : MostBytes);
        _html = new HtmlWriter(spool);
    }

    /// <summary>一份报告的网页。</summary>
    public static byte[] Of(CheckedReport report) => Of(new CheckedFile(report.Reading.File, [report], null));

    /// <summary>一个文件的网页。</summary>
    public static byte[] Of(CheckedFile file)
    {
        using var spool = new MemoryStream();
        using var html = new ReportHtml(spool);
        html.Add(file);
        using var output = new MemoryStream();
        var summary = new BatchSummary();
        summary.Add(file);
        html.Finish(output, summary);
        return output.ToArray();
    }

    /// <summary>接着写一个文件的结果。</summary>
    public void Add(CheckedFile file)
    {
        foreach (var report in file.Reports)
        {
            Add(report);
        }

        if (file.Error is { } error)
        {
            Remember(new Row(++_entries, HtmlVerdict.Unreadable, DisplayText.FilePath(file.File), "", DisplayText.Clean(error.Message, 300), false));
        }
    }

    /// <summary>写出整个网页。此后不再接着写。</summary>
    /// <param name="output">写到哪里，归调用者所有。</param>
    /// <param name="summary">一批的总数。</param>
    public void Finish(Stream output, BatchSummary summary)
    {
        _html.Flush();
        using var page = new HtmlWriter(output);
        var title = _rows is [{ IsShown: true } only] ? $"{only.Name} {only.Year} 年报检查结果" : "政府信息公开工作年度报告检查结果";
        page.Write($"<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>\n");
        page.Raw(Css);
        page.Raw("</style>\n</head>\n<body>\n<main>\n");
        if (_entries != 1 || summary.Unreadable > 0)
        {
            List(page, title, summary);
        }
        else
        {
            page.Raw("<h1 class=\"kicker\">年报检查结果</h1>\n");
        }

        page.Flush();
        _spool.Position = 0;
        _spool.CopyTo(output);
        Legend(page);
        page.Raw("</main>\n</body>\n</html>\n");
    }

    /// <inheritdoc/>
    public void Dispose() => _html.Dispose();

    private void Add(CheckedReport report)
    {
        var groups = FindingGroup.Of(report.Findings);
        var verdict = HtmlVerdict.Of(report, groups);
        var number = ++_entries;
        var shown = _spool.Position < _mostBytes;
        _unshown += shown ? 0 : 1;
        var file = DisplayText.FilePath(report.Reading.File);
        Remember(new Row(number, verdict, HtmlReport.AgencyOf(report.Reading), HtmlReport.YearOf(report.Reading), report.Reading.Index > 0 ? $"{file}（第 {report.Reading.Index + 1} 份）" : file, shown));
        if (shown)
        {
            HtmlReport.Write(_html, report, groups, verdict, number);
            _html.Flush();
        }
    }

    private void Remember(Row row)
    {
        if (_rows.Count < MostRows)
        {
            _rows.Add(row);
        }
    }

    private void List(HtmlWriter page, string title, BatchSummary summary)
    {
        page.Write($"<h1>{title}</h1>\n<p class=\"totals\">共 {summary.Files} 个文件，{summary.Reports} 份报告");
        foreach (var severity in Enum.GetValues<Severity>().Reverse().Where(s => summary.CountOf(s) > 0))
        {
            page.Write($"；{ReportWords.Name(severity)} {summary.CountOf(severity)} 条");
        }

        page.Raw("。</p>\n");
        Batch(page, summary);
        var counts = HtmlVerdict.Tones.Select(t => (t.Tone, t.Symbol, t.Words, Count: _rows.Count(r => r.Verdict.Tone == t.Tone))).Where(t => t.Count > 0).ToArray();
        if (counts.Length > 1)
        {
            page.Write($"<fieldset class=\"filter\"><legend class=\"vh\">只看</legend><label><input type=\"radio\" name=\"only\" value=\"all\" checked> 全部 {_rows.Count}</label>");
            foreach (var (tone, symbol, words, count) in counts)
            {
                page.Write($"<label class=\"tone-{tone}\"><input type=\"radio\" name=\"only\" value=\"{tone}\"> <span class=\"mark\" aria-hidden=\"true\">{symbol}</span> {words} {count}</label>");
            }

            page.Raw("</fieldset>\n");
        }

        page.Raw("<table class=\"list\"><caption class=\"vh\">各份的结论</caption><thead><tr><th scope=\"col\">单位</th><th scope=\"col\">年度</th><th scope=\"col\">结论</th><th scope=\"col\">文件</th></tr></thead><tbody>\n");
        foreach (var row in _rows)
        {
            ListRow(page, row);
        }

        page.Raw("</tbody></table>\n");
        if (_entries > _rows.Count)
        {
            page.Write($"<p class=\"quiet\">清单只列前 {_rows.Count} 条，另有 {_entries - _rows.Count} 条没有列出，见 xlsx 或 json 的结果。</p>\n");
        }

        if (_unshown > 0)
        {
            page.Write($"<p class=\"quiet\">内容太多，后面 {_unshown} 份只列了结论，没有画表。要看请分批检查。</p>\n");
        }
    }

    private static void ListRow(HtmlWriter page, Row row)
    {
        page.Write($"<tr class=\"tone-{row.Verdict.Tone}\"><td>");
        if (row.IsShown)
        {
            page.Write($"<a href=\"#r{row.Number}\"><bdi>{row.Name}</bdi></a>");
        }
        else
        {
            page.Write($"<bdi>{row.Name}</bdi>");
        }

        page.Write($"</td><td>{row.Year}</td><td class=\"verdict\"><span class=\"mark\" aria-hidden=\"true\">{row.Verdict.Symbol}</span> {row.Verdict.Words}</td><td class=\"file\"><bdi>{row.File}</bdi></td></tr>\n");
    }

    private static void Batch(HtmlWriter page, BatchSummary summary)
    {
        var findings = summary.BatchFindings;
        if (findings.Count == 0)
        {
            return;
        }

        page.Write($"<details class=\"batch\" open><summary>整批一起看，另有 {findings.Count} 处</summary>\n<ul>\n");
        foreach (var finding in findings.Take(MostBatchFindings))
        {
            page.Write($"<li>{ReportWords.Symbol(finding.Severity)} {finding.Rule} {ReportWords.Name(finding.Severity)}：{finding.Message}</li>\n");
        }

        page.Raw("</ul></details>\n");
    }

    private static void Legend(HtmlWriter page) => page.Raw(
        """
        <details class="legend"><summary>表里的记号</summary><dl>
        <div><dt class="cell is-number is-proved"><span class="num">12</span></dt><dd>细下划线：勾稽关系证实了的数</dd></div>
        <div><dt class="cell is-number is-wrong"><span class="num">12</span> <span class="mend">→ 13</span></dt><dd>错的格，和改成多少能使勾稽关系成立</dd></div>
        <div><dt class="cell is-number is-cited is-cited-error"><span class="num">12</span></dt><dd>虚线框：某条问题涉及的格，点开看是哪一条</dd></div>
        <div><dt class="cell is-blank"><span class="sym">□</span></dt><dd>空格：印了这一格，里面没有内容</dd></div>
        <div><dt class="cell is-dash"><span class="sym">—</span></dt><dd>横线、斜线或“无”</dd></div>
        <div><dt class="cell is-absent"><span class="sym">未印</span></dt><dd>源文件里没有这一格，不当作 0</dd></div>
        <div><dt class="cell is-ambiguous"><span class="sym">?</span></dt><dd>两可：几种读法都成立，可能的值列在格内</dd></div>
        <div><dt class="cell is-unreadable"><span class="sym">▨</span></dt><dd>有内容但读不出，如图片</dd></div>
        </dl></details>

        """);

    private static string LoadCss()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("html/report.css")
            ?? throw new InvalidOperationException("report.css is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Row(long Number, HtmlVerdict Verdict, string Name, string Year, string File, bool IsShown);
}
