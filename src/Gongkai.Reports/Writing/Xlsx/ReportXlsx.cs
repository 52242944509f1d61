using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Checking.Batches;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing.Printing;

namespace Gongkai.Reports.Writing.Xlsx;

/// <summary>
/// 一批的检查结果写成工作簿：「报告」一份一行，「问题」一条一行，「数据」一份一行、一格一列。
/// </summary>
/// <remarks>三张表边读边写进各自的暂存处，<see cref="Finish"/> 时装成一个文件，占用内存与份数无关。写出的没有公式、链接和宏。</remarks>
public sealed class ReportXlsx : IDisposable
{
    private const int DataHeadRows = 2;
    private const int MostAgency = 60;

    // 压缩包里的时间写死，同样的结果逐字节相同。
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, double Width)[] ReportColumns =
    [
        ("文件", 36), ("第几份", 7), ("单位", 28), ("层级与类别", 13), ("年度", 7), ("格式", 7), ("落款日期", 12), ("发布日期", 12),
        ("表二", 9), ("表三", 9), ("表四", 9), ("严重", 7), ("错误", 7), ("警告", 7), ("提示", 7), ("说明", 40),
    ];

    private static readonly (string Name, double Width)[] FindingColumns =
    [
        ("文件", 30), ("第几份", 7), ("单位", 26), ("年度", 7), ("代号", 8), ("轻重", 7), ("规则", 18), ("问题", 60), ("涉及的格", 34), ("原文", 44), ("原文位置", 24), ("改正建议", 34), ("依据", 40),
    ];

    private static readonly (string Name, double Width)[] DataLead = [("文件", 30), ("第几份", 7), ("单位", 26), ("年度", 7)];

    // 2021 年格式的各格在前；2019 年格式多出的格排在后面，没有这样的报告就没有这些列。
    private static readonly FormCell[] DataCells =
    [
        .. ReportForms.All.SelectMany(f => f.Tables).SelectMany(t => t.Cells).DistinctBy(c => c.Address),
    ];

    private static readonly int CellsOf2021 = ReportForms.V2021.Tables.Sum(t => t.Cells.Count);

    private readonly Stream[] _spools;
    private readonly SheetWriter _reports;
    private readonly SheetWriter _findings;
    private readonly SheetWriter _data;
    private bool _hasOldForm;

    /// <summary>开始一个工作簿。</summary>
    /// <param name="spool">给一个暂存处，可读可写可移动，用完由本对象关掉；要用三个。</param>
    /// <param name="mostRows">每张表最多多少行；0 为电子表格的上限 1,048,576。</param>
    public ReportXlsx(Func<Stream> spool, int mostRows = 0)
    {
        var most = mostRows > 0 ? mostRows : SheetWriter.MostRows;
        _spools = [spool(), spool(), spool()];
        _reports = new SheetWriter(_spools[0], Widths(ReportColumns), 2, most);
        _findings = new SheetWriter(_spools[1], Widths(FindingColumns), 2, most);
        _data = new SheetWriter(_spools[2], Widths(DataLead), DataHeadRows + 1, most);
    }

    /// <summary>接着写一个文件的结果。</summary>
    public void Add(CheckedFile file)
    {
        foreach (var report in file.Reports)
        {
            AddReport(report);
            AddFindings(report);
            AddData(report);
        }

        if (file.Error is { } error && _reports.BeginRow())
        {
            _reports.Text(DisplayText.FilePath(file.File));
            for (var i = 1; i < ReportColumns.Length - 1; i++)
            {
                _reports.Skip();
            }

            _reports.Text($"读不了：{error.Message}", SheetStyle.Wrong);
            _reports.EndRow();
        }
    }

    /// <summary>写出整个工作簿。此后不再接着写。</summary>
    /// <param name="output">写到哪里，归调用者所有，不必能移动。</param>
    public void Finish(Stream output)
    {
        SheetWriter[] sheets = [_reports, _findings, _data];
        foreach (var sheet in sheets)
        {
            sheet.Finish();
        }

        FormCell[] cells = [.. DataCells.Take(_hasOldForm ? DataCells.Length : CellsOf2021)];
        (string Name, string Filter, int HeadRows)[] names =
        [
            ("报告", Filter(ReportColumns.Length, 1, _reports), 1),
            ("问题", Filter(FindingColumns.Length, 1, _findings), 1),
            ("数据", Filter(DataLead.Length + cells.Length, DataHeadRows, _data), DataHeadRows),
        ];
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        Part(zip, "[Content_Types].xml", WorkbookParts.ContentTypes(sheets.Length));
        Part(zip, "_rels/.rels", WorkbookParts.PackageRelationships);
        Part(zip, "xl/workbook.xml", WorkbookParts.Workbook(names));
        Part(zip, "xl/_rels/workbook.xml.rels", WorkbookParts.WorkbookRelationships(sheets.Length));
        Part(zip, "xl/styles.xml", WorkbookParts.Styles);
        Sheet(zip, 1, ReportColumns, [[.. ReportColumns.Select(c => c.Name)]], 3, names[0].Filter);
        Sheet(zip, 2, FindingColumns, [[.. FindingColumns.Select(c => c.Name)]], 3, names[1].Filter);
        Sheet(zip, 3, [.. DataLead, .. cells.Select(c => ("", Width(c)))],
            [[.. DataLead.Select(_ => ""), .. cells.Select(c => $"{c.Address.Table.ShortName()} {c.Name}{(c.Unit is null ? "" : $"（{c.Unit}）")}")], [.. DataLead.Select(c => c.Name), .. cells.Select(c => c.Address.ToString())]],
            DataLead.Length, names[2].Filter);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reports.Dispose();
        _findings.Dispose();
        _data.Dispose();
        foreach (var spool in _spools)
        {
            spool.Dispose();
        }
    }

    private static double[] Widths((string Name, double Width)[] columns) => [.. columns.Select(c => c.Width)];

    private static double Width(FormCell cell) => cell.Address.Table is ReportTable.Requests ? 12 : 14;

    private static string Filter(int columns, int headRow, SheetWriter sheet) =>
        string.Create(CultureInfo.InvariantCulture, $"$A${headRow}:${SheetWriter.Letters(columns - 1)}${Math.Max(headRow, sheet.LastRow)}");

    private static void Begin(SheetWriter sheet, ReportReading reading)
    {
        sheet.Text(DisplayText.FilePath(reading.File));
        sheet.Number(reading.Index + 1, SheetStyle.Centre);
        sheet.Text(DisplayText.Clean(reading.Agency, MostAgency));
    }

    private void AddReport(CheckedReport report)
    {
        if (!_reports.BeginRow())
        {
            return;
        }

        var reading = report.Reading;
        Begin(_reports, reading);
        _reports.Text(ReportWords.Name(reading.Level));
        _reports.Number(reading.Year, SheetStyle.Centre);
        _reports.Text(reading.Form);
        _reports.Date(reading.SignedOn);
        _reports.Date(reading.PublishedOn);
        foreach (var table in reading.Tables)
        {
            _reports.Text(ReportWords.Word(table.Proof), table.Proof is TableProof.Inconsistent ? SheetStyle.Wrong : SheetStyle.Text);
        }

        foreach (var severity in Enum.GetValues<Severity>().Reverse())
        {
            var count = report.Findings.Count(f => f.Severity == severity);
            _reports.Number(count, count > 0 && severity >= Severity.Error ? SheetStyle.WrongCentre : SheetStyle.Centre);
        }

        _reports.Text(string.Join(' ', reading.Notes.Take(10).Select(n => DisplayText.Clean(n.Message, 120))));
        _reports.EndRow();
    }

    private void AddFindings(CheckedReport report)
    {
        var reading = report.Reading;
        foreach (var finding in report.Findings)
        {
            if (!_findings.BeginRow())
            {
                continue;
            }

            var rule = RuleCatalogue.Find(finding.Rule);
            Begin(_findings, reading);
            _findings.Number(reading.Year, SheetStyle.Centre);
            _findings.Text(finding.Rule);
            _findings.Text(ReportWords.Name(finding.Severity), finding.Severity >= Severity.Error ? SheetStyle.Wrong : finding.Severity is Severity.Warning ? SheetStyle.Caution : SheetStyle.Text);
            _findings.Text(rule?.Title);
            _findings.Text(finding.Message);
            _findings.Text(string.Join("；", finding.Cells.Take(12).Select(c => NameOf(reading, c))) + (finding.Cells.Count > 12 ? $"；等 {finding.Cells.Count} 格" : ""));
            _findings.Text(string.Join('；', finding.Quotes.Take(6).Select(q => $"“{DisplayText.Clean(q.Text, 300)}”")));
            _findings.Text(string.Join('；', finding.Quotes.Take(6).Select(FindingGroup.Where).Where(w => w.Length > 0)));
            _findings.Text(string.Join("；或 ", finding.Suggestions.Take(12).Select(s => $"{NameOf(reading, s.Cell)} 改为 {PrintedTable.Show(s.Value)}")));
            _findings.Text(rule?.Basis);
            _findings.EndRow();
        }
    }

    /// <summary>写进要看整批才知道的问题：涉及的每份报告一行。</summary>
    public void Add(BatchFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var rule = RuleCatalogue.Find(finding.Rule);
        foreach (var member in finding.Members)
        {
            if (!_findings.BeginRow())
            {
                return;
            }

            _findings.Text(DisplayText.FilePath(member.File));
            _findings.Number(member.Index + 1, SheetStyle.Centre);
            _findings.Text(DisplayText.Clean(member.Agency ?? "", MostAgency));
            _findings.Skip();
            _findings.Text(finding.Rule);
            _findings.Text(ReportWords.Name(finding.Severity), SheetStyle.Caution);
            _findings.Text(rule?.Title);
            _findings.Text(finding.Message);
            _findings.Skip();
            _findings.Skip();
            _findings.Skip();
            _findings.Skip();
            _findings.Text(rule?.Basis);
            _findings.EndRow();
        }
    }

    private void AddData(CheckedReport report)
    {
        if (!_data.BeginRow())
        {
            return;
        }

        var reading = report.Reading;
        HashSet<CellAddress> wrong = [.. report.Findings.Where(f => f.Severity >= Severity.Error).SelectMany(f => f.Suggestions).Select(s => s.Cell)];
        Begin(_data, reading);
        _data.Number(reading.Year, SheetStyle.Centre);
        _hasOldForm |= reading.Tables.Any(t => t.Form.Form == ReportForms.V2019.Id && t.Proof is not TableProof.Absent);
        foreach (var form in DataCells)
        {
            var address = form.Address;
            var table = reading[address.Table];
            if (table.Form.Find(address.Row, address.Column) is not { } cell || (table.Proof is TableProof.Absent && ReferenceEquals(table.Form, ReportForms.V2019[address.Table])))
            {
                _data.Skip();
                continue;
            }

            var read = table.Cells[cell.Index];
            if (read.State is CellState.Number)
            {
                _data.Number(read.Value, wrong.Contains(address) ? SheetStyle.WrongNumber : SheetStyle.Number);
            }
            else
            {
                _data.Text(CellWords.Value(read), wrong.Contains(address) ? SheetStyle.WrongState : SheetStyle.State);
            }
        }

        _data.EndRow();
    }

    private static string NameOf(ReportReading reading, CellAddress cell) => $"{cell.Table.ShortName()} {FindingGroup.NameOf(reading, cell)}";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = Open(zip, name);
        part.Write(Encoding.UTF8.GetBytes(xml));
    }

    private static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }

    private void Sheet(ZipArchive zip, int number, (string Name, double Width)[] columns, string[][] head, int frozenColumns, string filter)
    {
        using var part = Open(zip, $"xl/worksheets/sheet{number}.xml");
        var corner = $"{SheetWriter.Letters(frozenColumns)}{head.Length + 1}";
        var top = new StringBuilder();
        top.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{WorkbookParts.Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        top.Append(CultureInfo.InvariantCulture, $"<sheetViews><sheetView {(number == 1 ? "tabSelected=\"1\" " : "")}workbookViewId=\"0\"><pane xSplit=\"{frozenColumns}\" ySplit=\"{head.Length}\" topLeftCell=\"{corner}\" activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < columns.Length; i++)
        {
            top.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{columns[i].Width}\" customWidth=\"1\"/>");
        }

        top.Append("</cols><sheetData>");
        part.Write(Encoding.UTF8.GetBytes(top.ToString()));
        Head(part, head, Widths(columns));
        var spool = _spools[number - 1];
        spool.Position = 0;
        spool.CopyTo(part);
        part.Write(Encoding.UTF8.GetBytes($"</sheetData><autoFilter ref=\"{filter.Replace("$", "", StringComparison.Ordinal)}\"/><pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"));
    }

    private static void Head(Stream part, string[][] head, double[] widths)
    {
        using var sheet = new SheetWriter(part, widths, 1, SheetWriter.MostRows);
        foreach (var row in head)
        {
            sheet.BeginRow();
            foreach (var name in row)
            {
                sheet.Text(name, SheetStyle.Head);
            }

            sheet.EndRow();
        }

        sheet.Finish();
    }
}
