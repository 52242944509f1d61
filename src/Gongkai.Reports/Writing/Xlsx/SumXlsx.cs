using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gongkai.Core.Reports;
using Gongkai.Reports.Summing;

namespace Gongkai.Reports.Writing.Xlsx;

/// <summary>
/// 汇总写成工作簿：「汇总三张表」照格式，「分单位数据」一份一行、一格一列，「覆盖情况」，「不完整的合计」一格一行。
/// 数都写成值，没有公式、链接和宏。
/// </summary>
public static class SumXlsx
{
    private const int MostNamed = 20;

    // 压缩包里的时间写死，同样的结果逐字节相同。
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, double Width)[] DataLead = [("单位", 30), ("层级与类别", 13), ("文件", 30), ("第几份", 7)];

    private static readonly (string Name, double Width)[] CoverageColumns =
        [("名录里的单位", 30), ("情况", 18), ("报告上的单位", 30), ("文件", 36), ("年度", 7), ("层级与类别", 13), ("凭什么认出", 22), ("说明", 60)];

    private static readonly (string Name, double Width)[] IncompleteColumns =
        [("表", 7), ("格", 50), ("地址", 40), ("计入各份之和", 14), ("计入份数", 10), ("没有计入份数", 13), ("没有计入的报告", 70)];

    /// <summary>写出整个工作簿。</summary>
    /// <param name="output">写到哪里，归调用者所有，不必能移动。</param>
    /// <param name="total">汇总。</param>
    /// <param name="mostRows">每张表最多多少行；0 为电子表格的上限 1,048,576。</param>
    public static void Write(Stream output, RegionTotal total, int mostRows = 0)
    {
        var most = mostRows > 0 ? mostRows : SheetWriter.MostRows;
        (string Name, double Width)[] data = [.. DataLead, .. total.Cells.Select(c => (HeadOf(c.Form), 13.0))];
        string[] addresses = [.. DataLead.Select(_ => ""), .. total.Cells.Select(c => c.Form.Address.ToString())];
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        Part(zip, "[Content_Types].xml", WorkbookParts.ContentTypes(4));
        Part(zip, "_rels/.rels", WorkbookParts.PackageRelationships);
        Part(zip, "xl/_rels/workbook.xml.rels", WorkbookParts.WorkbookRelationships(4));
        Part(zip, "xl/styles.xml", WorkbookParts.Styles);
        using (var part = Open(zip, "xl/worksheets/sheet1.xml"))
        {
            StatutorySheet.Write(part, total);
        }

        (string, string, int)[] sheets =
        [
            ("汇总三张表", "", 0),
            ("分单位数据", Sheet(zip, 2, data, addresses, most, sheet => Data(sheet, total)), 2),
            ("覆盖情况", Sheet(zip, 3, CoverageColumns, null, most, sheet => Coverage(sheet, total)), 1),
            ("不完整的合计", Sheet(zip, 4, IncompleteColumns, null, most, sheet => Incomplete(sheet, total)), 1),
        ];
        Part(zip, "xl/workbook.xml", WorkbookParts.Workbook(sheets));
    }

    private static string HeadOf(FormCell cell) => $"{cell.Address.Table.ShortName()} {cell.Name}{(cell.Unit is null ? "" : $"（{cell.Unit}）")}";

    /// <summary>计入的各份，第一行是合计：只把这一列的数相加就应当等于它。</summary>
    private static void Data(SheetWriter sheet, RegionTotal total)
    {
        sheet.BeginRow();
        sheet.Text("合计", SheetStyle.Head);
        for (var i = 1; i < DataLead.Length; i++)
        {
            sheet.Text(i == 1 ? $"{total.CountOf(SumStatus.Counted)} 份" : "", SheetStyle.Head);
        }

        foreach (var cell in total.Cells)
        {
            if (cell.Counted == 0)
            {
                sheet.Text("缺", SheetStyle.WrongState);
            }
            else
            {
                sheet.Number(cell.Value, cell.IsComplete ? SheetStyle.Number : SheetStyle.WrongNumber);
            }
        }

        sheet.EndRow();
        foreach (var unit in total.Counted)
        {
            if (!sheet.BeginRow())
            {
                continue;
            }

            sheet.Text(SumWords.NameOf(unit) + (unit.IsOwn ? "（政府本级）" : ""));
            sheet.Text(ReportWords.Name(unit.Level));
            sheet.Text(DisplayText.FilePath(unit.File));
            sheet.Number(unit.Index + 1, SheetStyle.Centre);
            foreach (var cell in unit.Cells())
            {
                if (cell.Kind is SumCellKind.Number)
                {
                    sheet.Number(cell.Value);
                }
                else
                {
                    sheet.Text(SumWords.Name(cell.Kind), cell.IsKnown ? SheetStyle.State : SheetStyle.WrongState);
                }
            }

            sheet.EndRow();
        }
    }

    private static void Coverage(SheetWriter sheet, RegionTotal total)
    {
        foreach (var row in total.Coverage?.Rows ?? [])
        {
            var maybe = row.Maybe.Count > 0 ? $"可能是：{string.Join("、", row.Maybe.Select(SumWords.NameOf))}。不能断定，没有当作它" : "";
            Row(sheet, total, row.Unit.Name, row.Report, row.Match, row.Report is null ? "没有报告" : null, maybe);
        }

        // 名录里的单位已各有一行；一个单位有几份的，其余各份也要列出。
        HashSet<SumUnit> listed = [.. total.Coverage?.Rows.Select(r => r.Report).OfType<SumUnit>() ?? []];
        foreach (var unit in total.Units.Where(u => !listed.Contains(u)))
        {
            var remark = total.Coverage is not null && unit is { Listed: null, IsOwn: false, Agency: not null } ? "不在名录里" : "";
            Row(sheet, total, unit.Listed, unit, UnitMatch.None, null, remark);
        }

        foreach (var file in total.Unread)
        {
            if (sheet.BeginRow())
            {
                sheet.Skip();
                sheet.Text("读不了，未计入", SheetStyle.Caution);
                sheet.Skip();
                sheet.Text(DisplayText.FilePath(file.File));
                sheet.Skip();
                sheet.Skip();
                sheet.Skip();
                sheet.Text(file.Error.Message);
                sheet.EndRow();
            }
        }
    }

    private static void Row(SheetWriter sheet, RegionTotal total, string? listed, SumUnit? unit, UnitMatch match, string? state, string remark)
    {
        if (!sheet.BeginRow())
        {
            return;
        }

        sheet.Text(DisplayText.Clean(listed, 100));
        sheet.Text(state ?? SumWords.Name(unit!.Status), unit?.Status is SumStatus.Counted ? SheetStyle.Text : SheetStyle.Caution);
        if (unit is null)
        {
            for (var i = 2; i < CoverageColumns.Length - 1; i++)
            {
                sheet.Skip();
            }

            sheet.Text(remark);
        }
        else
        {
            sheet.Text(SumWords.NameOf(unit));
            sheet.Text(SumWords.FileOf(unit));
            sheet.Number(unit.Year, SheetStyle.Centre);
            sheet.Text(ReportWords.Name(unit.Level));
            sheet.Text(SumWords.Name(match));
            sheet.Text(string.Join("；", new[] { remark, SumWords.Remark(total, unit) }.Where(s => s.Length > 0)));
        }

        sheet.EndRow();
    }

    private static void Incomplete(SheetWriter sheet, RegionTotal total)
    {
        foreach (var cell in total.Incomplete)
        {
            if (!sheet.BeginRow())
            {
                continue;
            }

            sheet.Text(cell.Form.Address.Table.ShortName());
            sheet.Text(cell.Form.Name);
            sheet.Text(cell.Form.Address.ToString());
            sheet.Number(cell.Counted > 0 ? cell.Value : null);
            sheet.Number(cell.Counted, SheetStyle.Centre);
            sheet.Number(cell.LeftOutCount, SheetStyle.Centre);
            sheet.Text(string.Join('、', cell.LeftOut.Take(MostNamed).Select(n => SumWords.NameOf(total.Units[n]))) + (cell.LeftOutCount > MostNamed ? $"等 {cell.LeftOutCount} 份" : ""));
            sheet.EndRow();
        }
    }

    /// <summary>写一张表，给出筛选的范围。</summary>
    private static string Sheet(ZipArchive zip, int number, (string Name, double Width)[] columns, string[]? second, int mostRows, Action<SheetWriter> write)
    {
        using var part = Open(zip, $"xl/worksheets/sheet{number}.xml");
        var headRows = second is null ? 1 : 2;
        var top = new StringBuilder();
        top.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{WorkbookParts.Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        top.Append(CultureInfo.InvariantCulture, $"<sheetViews><sheetView workbookViewId=\"0\"><pane xSplit=\"1\" ySplit=\"{headRows}\" topLeftCell=\"B{headRows + 1}\" activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < columns.Length; i++)
        {
            top.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{columns[i].Width}\" customWidth=\"1\"/>");
        }

        top.Append("</cols><sheetData>");
        part.Write(Encoding.UTF8.GetBytes(top.ToString()));
        using var sheet = new SheetWriter(part, [.. columns.Select(c => c.Width)], 1, mostRows);
        foreach (var row in second is null ? [[.. columns.Select(c => c.Name)]] : new[] { [.. columns.Select(c => c.Name)], second })
        {
            sheet.BeginRow();
            foreach (var name in row)
            {
                sheet.Text(name, SheetStyle.Head);
            }

            sheet.EndRow();
        }

        write(sheet);
        sheet.Finish();
        var end = $"{SheetWriter.Letters(columns.Length - 1)}";
        part.Write(Encoding.UTF8.GetBytes($"</sheetData><autoFilter ref=\"A{headRows}:{end}{sheet.LastRow}\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"));
        return $"$A${headRows}:${end}${sheet.LastRow}";
    }

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
}
