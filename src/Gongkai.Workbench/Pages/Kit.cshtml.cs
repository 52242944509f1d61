using Gongkai.Core.Reports;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing.Printing;
using Gongkai.WebKit;
using Gongkai.Workbench.Checks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Workbench.Pages;

/// <summary>部件一览，只在开发环境里有。</summary>
/// <param name="environment">运行环境。</param>
public sealed class KitModel(IWebHostEnvironment environment) : PageModel
{
    /// <summary>各种语气。</summary>
    public static IReadOnlyList<(Tone Tone, string Text)> Tones { get; } =
        [(Tone.Good, "没有发现问题"), (Tone.Caution, "1 处警告"), (Tone.Wrong, "3 处错误"), (Tone.Unsure, "1 张表没读全"), (Tone.Quiet, "读不了")];

    /// <summary>一张表四，格的每种状态都有。</summary>
    public PrintedTable Table { get; private set; } = null!;

    /// <summary>一张问题卡片。</summary>
    public IReadOnlyList<FindingCard> Cards { get; private set; } = [];

    /// <summary>显示。</summary>
    public IActionResult OnGet()
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        var form = ReportForms.V2021;
        var remedies = form[ReportTable.Remedies];
        CellReading[] cells = [.. remedies.Cells.Select(c => new CellReading(CellState.Number, 0, "0", Place.AtLine(74, 1 + (2 * c.Index))))];
        cells[0] = cells[0] with { Value = 3 };
        cells[4] = cells[4] with { Value = 3 };
        cells[5] = cells[5] with { Value = 2 };
        cells[9] = cells[9] with { Value = 1 };
        cells[10] = cells[10] with { State = CellState.Blank };
        cells[11] = cells[11] with { State = CellState.Dash };
        cells[12] = CellReading.Absent;
        cells[13] = cells[13] with { State = CellState.Ambiguous, Candidates = [0, 10] };
        cells[14] = cells[14] with { State = CellState.Unreadable };

        var wrong = remedies.Cells[9].Address;
        Finding finding = new("L04", Severity.Error, "未经复议直接起诉：各结果之和是 2，总计印的是 1。", [wrong], [new Quote("提起行政诉讼 2 件。", 1, Place.AtLine(12, 8))], [new Suggestion(wrong, 2)]);
        ReportReading reading = new()
        {
            File = "部件.txt",
            Index = 0,
            Tables = [TableReading.None(form[ReportTable.Proactive]), TableReading.None(form[ReportTable.Requests]), new TableReading(remedies, cells, TableProof.Inconsistent)],
        };
        var view = new ReportView(Entry(new CheckedReport(reading, [finding]))).Tables[(int)ReportTable.Remedies];
        (Table, Cards) = (view.Printed!, view.Findings);
        return Page();
    }

    private static CheckEntry Entry(CheckedReport report) => new(1, new CheckedFile(report.Reading.File, [report], null), report, ReportText.Empty, null);
}
