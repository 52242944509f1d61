using System.Globalization;
using System.Text;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Writing;
using Gongkai.WebKit;
using Gongkai.Workbench.Checks;
using Gongkai.Workbench.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Workbench.Pages.Check;

/// <summary>年报体检：交上文件、粘贴正文，或用示例试一试。</summary>
/// <param name="store">存放结果。</param>
/// <param name="queue">在后台检查。</param>
/// <param name="time">时钟。</param>
[BodyLimit(CheckLimits.RequestBytes)]
public sealed class IndexModel(CheckResultStore store, BackgroundChecks queue, TimeProvider time) : PageModel
{
    private const string PastedName = "粘贴的正文.txt";

    /// <summary>刚做完的事：<c>deleted</c> 表示刚删除了结果。</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>粘贴的正文。</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>按哪个地区的规定。</summary>
    [BindProperty]
    public string? Region { get; set; }

    /// <summary>按哪一天看迟不迟，如 <c>2024-02-01</c>；不填为今天。</summary>
    [BindProperty]
    public string? AsOf { get; set; }

    /// <summary>页面下方的示意。</summary>
    public Glimpse Glimpse { get; } = Glimpse.Shown;

    /// <summary>没法开始的原因。</summary>
    public ErrorSummary? Problem { get; private set; }

    /// <summary>日期写得不对的说明；没有时为 null。</summary>
    public string? AsOfProblem { get; private set; }

    /// <summary>今天，中国时间。</summary>
    public DateOnly Today => CheckOrder.Today(time);

    /// <summary>收下上传的文件与粘贴的正文，排上检查，转到结果页。</summary>
    public async Task<IActionResult> OnPostAsync(List<IFormFile> files, List<IFormFile> folder, List<IFormFile> previous, List<IFormFile> previousFolder, CancellationToken cancellationToken)
    {
        var likely = FileKinds.Likely(folder, out var skipped);
        var likelyPrevious = FileKinds.Likely(previousFolder, out var skippedPrevious);
        List<PendingFile> pending = [.. files.Select(f => Pending(f, DisplayText.FileName(f.FileName))), .. likely.Select(f => Pending(f, DisplayText.FilePath(f.FileName)))];
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var content = Encoding.UTF8.GetBytes(Text);
            pending.Add(new PendingFile(PastedName, content.Length, _ => Task.FromResult(content)));
        }

        List<ErrorItem> problems = [];
        if (pending.Count == 0)
        {
            problems.Add(new ErrorItem(skipped is null ? "请选择至少一个文件，或粘贴报告正文。" : $"{skipped}请选择有年度报告的文件夹。", "#files"));
        }

        if (!TryReadDay(out var asOf))
        {
            AsOfProblem = "请写成 2024-02-01 这样的日期，或者空着。";
            problems.Add(new ErrorItem($"检查的日子看不懂：{AsOfProblem}", "#asOf"));
        }

        if (RegionProfiles.Find(Region is { Length: > 0 } region ? region : RegionProfile.National.Id) is not { } profile)
        {
            profile = RegionProfile.National;
            problems.Add(new ErrorItem("没有这个地区的规定，请重新选择。", "#region"));
        }

        if (problems.Count > 0)
        {
            var chosen = files.Count + folder.Count + previous.Count + previousFolder.Count > 0;
            return Refuse(StatusCodes.Status400BadRequest, new ErrorSummary(chosen ? "还不能开始，选好的文件要再选一次" : "还没有可以检查的内容", problems));
        }

        PendingFile[] last = [.. previous.Select(f => Pending(f, DisplayText.FileName(f.FileName))), .. likelyPrevious.Select(f => Pending(f, DisplayText.FilePath(f.FileName)))];
        var order = await CheckOrder.TakeAsync(pending, last, profile, asOf, cancellationToken);
        string[] notes = [.. new[] { skipped, skippedPrevious is null ? null : $"上年的{skippedPrevious}" }.OfType<string>()];
        return await CheckAsync(order with { Refusals = [.. notes, .. order.Refusals] }, cancellationToken);
    }

    /// <summary>检查嵌入的虚构示例。</summary>
    public async Task<IActionResult> OnPostSampleAsync(CancellationToken cancellationToken) =>
        await CheckAsync(await CheckOrder.TakeAsync(Samples.All, [], RegionProfile.National, Today, cancellationToken), cancellationToken);

    private async Task<IActionResult> CheckAsync(CheckOrder order, CancellationToken cancellation)
    {
        if (store.Add(order) is not { } run)
        {
            return Refuse(StatusCodes.Status503ServiceUnavailable, new ErrorSummary("这一批还没有开始", [new ErrorItem($"已有 {CheckLimits.Running} 批正在检查。请等其中一批查完，或到它的页面上停止它，再交一次。")]));
        }

        queue.Add(run);
        try
        {
            await run.Finished.WaitAsync(CheckLimits.Patience, time, cancellation);
        }
        catch (TimeoutException)
        {
            // 没有查完就到结果页上看进度。
        }

        return RedirectToPage("/Check/Result", new { token = run.Token });
    }

    private PageResult Refuse(int status, ErrorSummary problem)
    {
        (Response.StatusCode, Problem) = (status, problem);
        return Page();
    }

    private bool TryReadDay(out DateOnly day)
    {
        day = Today;
        return string.IsNullOrWhiteSpace(AsOf)
            || (DateOnly.TryParseExact(AsOf.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 2008 and <= 2200);
    }

    private static PendingFile Pending(IFormFile file, string name) => new(name, file.Length, async cancellation =>
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);
        return content;
    });
}
