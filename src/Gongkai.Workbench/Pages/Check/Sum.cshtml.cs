using System.Text;
using Gongkai.Reports.Summing;
using Gongkai.Reports.Writing;
using Gongkai.Reports.Writing.Docx;
using Gongkai.Reports.Writing.Printing;
using Gongkai.Reports.Writing.Xlsx;
using Gongkai.WebKit;
using Gongkai.Workbench.Checks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Workbench.Pages.Check;

/// <summary>把一批报告加成一个地区的汇总：应报名录、本级报告由人给，合计全不全照实说。</summary>
/// <param name="store">结果的存放处。</param>
public sealed class SumModel(CheckResultStore store) : PageModel
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int MostList = 200_000;
    private const int MostName = 40;

    /// <summary>结果。</summary>
    public CheckResult Result { get; private set; } = null!;

    /// <summary>合计；还在检查、或选的不对时为 null。</summary>
    public RegionTotal? Total { get; private set; }

    /// <summary>照印的三张表。</summary>
    public IReadOnlyList<PrintedTable> Tables { get; private set; } = [];

    /// <summary>可以选作本级报告的各份。</summary>
    public IReadOnlyList<CheckEntry> Candidates { get; private set; } = [];

    /// <summary>应报单位名录，一行一个，制表符之后是别的叫法。</summary>
    [BindProperty]
    public string? Expected { get; set; }

    /// <summary>本级报告是清单里的第几条；没有为 null。</summary>
    [BindProperty]
    public int? Own { get; set; }

    /// <summary>年度；不填为份数最多的一年。</summary>
    [BindProperty]
    public int? Year { get; set; }

    /// <summary>地区名称；不填就看各单位名称共有的地名。</summary>
    [BindProperty]
    public string? RegionName { get; set; }

    /// <summary>勾稽关系不成立的报告不加。</summary>
    [BindProperty]
    public bool OnlyClean { get; set; }

    /// <summary>一级政府的汇总数也加。</summary>
    [BindProperty]
    public bool IncludeTotals { get; set; }

    /// <summary>不能照办的原因。</summary>
    public ErrorSummary? Problem { get; private set; }

    /// <summary>先照默认汇总。</summary>
    public IActionResult OnGet(string token) => Show(token) ? Page() : NotFound();

    /// <summary>照填的汇总。</summary>
    public IActionResult OnPost(string token) => Show(token) ? Page() : NotFound();

    /// <summary>下载 docx。</summary>
    public IActionResult OnPostDocx(string token) => Take(token, DocxType, ".docx", SumDocument.Write);

    /// <summary>下载 xlsx。</summary>
    public IActionResult OnPostXlsx(string token) => Take(token, XlsxType, ".xlsx", (output, total) => SumXlsx.Write(output, total));

    private IActionResult Take(string token, string type, string extension, Action<Stream, RegionTotal> write)
    {
        if (!Show(token))
        {
            return NotFound();
        }

        if (Total is not { } total)
        {
            return Page();
        }

        var output = new MemoryStream();
        write(output, total);
        output.Position = 0;
        return File(output, type, FileName(total) + extension);
    }

    private bool Show(string token)
    {
        if (store.Find(token) is not { } result)
        {
            return false;
        }

        Result = result;
        Candidates = [.. result.Entries.Where(e => e.Report is { Reading.Agency: not null })];
        if (result.IsRunning)
        {
            return true;
        }

        if (Expected is { Length: > MostList })
        {
            Refuse($"名录太长：最多 {MostList / 10000} 万字，请分批粘贴。", "#Expected");
        }
        else if (!ModelState.IsValid || (Own is { } own && Candidates.All(e => e.Number != own)))
        {
            Refuse("本级报告或年度填得不对：请重新选择。", "#Own");
        }
        else
        {
            Add(result);
        }

        return true;
    }

    private void Add(CheckResult result)
    {
        var sum = new RegionSum();
        foreach (var entry in result.Entries)
        {
            if (entry.Report is { } report)
            {
                sum.Add(report.Reading, entry.Number == Own);
            }
            else if (entry.File.Error is { } error)
            {
                sum.AddUnread(entry.File.File, error);
            }
        }

        var expected = string.IsNullOrWhiteSpace(Expected) ? null : ExpectedUnits.FromText(Expected.ReplaceLineEndings("\n"));
        Total = sum.Finish(expected, new SumOptions
        {
            Year = Year,
            RegionName = DisplayText.Clean(RegionName, MostName) is { Length: > 0 } name ? name : null,
            OnlyClean = OnlyClean,
            IncludeTotals = IncludeTotals,
        });
        var marks = new CellMarks([]);
        Tables = [.. Total.Tables.Select(t => TablePrinter.Print(t, marks))];
    }

    private void Refuse(string message, string href)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        Problem = new ErrorSummary("没有汇总", [new ErrorItem(message, href)]);
    }

    private static string FileName(RegionTotal total)
    {
        var name = new StringBuilder();
        foreach (var rune in DisplayText.Clean(total.RegionName, MostName).EnumerateRunes())
        {
            name.Append(Rune.IsLetterOrDigit(rune) ? rune.ToString() : "");
        }

        return $"{name}{total.Year}年度报告汇总";
    }
}
