using System.Globalization;
using Gongkai.Core.Reports;
using Gongkai.Reports.Writing;
using Gongkai.Reports.Writing.Docx;
using Gongkai.WebKit;
using Gongkai.Workbench.Checks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Workbench.Pages.Check;

/// <summary>退回修改通知：填发文单位和期限，下载一份或全部。</summary>
/// <param name="store">结果的存放处。</param>
/// <param name="time">时钟：成文日期是今天。</param>
public sealed class NoticeModel(CheckResultStore store, TimeProvider time) : PageModel
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const int MostOffice = 60;

    /// <summary>结果。</summary>
    public CheckResult Result { get; private set; } = null!;

    /// <summary>只给这一份；给全部时为 null。</summary>
    public CheckEntry? Entry { get; private set; }

    /// <summary>要发通知的各份：有警告以上问题的。</summary>
    public IReadOnlyList<CheckEntry> Returned { get; private set; } = [];

    /// <summary>发文单位；可以空着，留一道横线待填。</summary>
    [BindProperty]
    public string? Office { get; set; }

    /// <summary>何时以前重新报送，如 <c>2024-02-09</c>。</summary>
    [BindProperty]
    public string? Due { get; set; }

    /// <summary>默认的期限。</summary>
    public NoticeTerms Usual { get; private set; } = null!;

    /// <summary>不能照办的原因。</summary>
    public ErrorSummary? Problem { get; private set; }

    /// <summary>填写。</summary>
    public IActionResult OnGet(string token, int? report) => Load(token, report) ? Page() : NotFound();

    /// <summary>下载这一份的通知。</summary>
    public IActionResult OnPost(string token, int? report)
    {
        if (!Load(token, report))
        {
            return NotFound();
        }

        if (Terms() is not { } terms)
        {
            return Page();
        }

        if (Entry is { } entry)
        {
            return ReturnNotice.Of(entry.Report!, terms) is { } notice
                ? File(notice, DocxType, ReturnNotice.NameOf(entry.Report!.Reading) + ".docx")
                : Refuse("这一份没有警告以上的问题，不必发通知。", null);
        }

        var zip = new MemoryStream();
        if (ReturnNotice.Zip(zip, Returned.Select(e => e.Report!), terms) == 0)
        {
            return Refuse("这一批没有警告以上的问题，不必发通知。", null);
        }

        zip.Position = 0;
        return File(zip, "application/zip", "退回修改通知.zip");
    }

    private bool Load(string token, int? report)
    {
        if (!ModelState.IsValid || store.Find(token) is not { } result || (report is { } number && result.Entries.ElementAtOrDefault(number - 1)?.Report is null))
        {
            return false;
        }

        (Result, Entry) = (result, report is { } asked ? result.Entries[asked - 1] : null);
        Returned = [.. result.Entries.Where(e => e.Report is { } read && read.Findings.Any(f => f.Severity >= Severity.Warning))];
        Usual = NoticeTerms.DueAfter(null, CheckOrder.Today(time), result.Options.Region.CorrectionWorkingDays);
        return true;
    }

    private NoticeTerms? Terms()
    {
        var office = DisplayText.Clean(Office, MostOffice);
        if (string.IsNullOrWhiteSpace(Due))
        {
            return Usual with { Office = office.Length > 0 ? office : null };
        }

        if (!DateOnly.TryParseExact(Due.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
        {
            Refuse("期限看不懂：请写成 2024-02-09 这样的日期，或者空着。", "#Due");
            return null;
        }

        if (due < Usual.Date)
        {
            Refuse($"期限 {ChinaTime.Say(due)}已经过了：请填今天（{ChinaTime.Say(Usual.Date)}）或以后的日期。", "#Due");
            return null;
        }

        return new NoticeTerms(office.Length > 0 ? office : null, Usual.Date, due, due == Usual.Due && Usual.DueIsProvisional);
    }

    private PageResult Refuse(string message, string? href)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        Problem = new ErrorSummary("没有生成通知", [new ErrorItem(message, href)]);
        return Page();
    }
}
