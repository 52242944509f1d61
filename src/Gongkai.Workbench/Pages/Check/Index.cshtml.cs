using System.Text;
using Gongkai.WebKit;
using Gongkai.Workbench.Checks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Workbench.Pages.Check;

/// <summary>年报体检：交上文件、粘贴正文，或用示例试一试。</summary>
/// <param name="checks">检查。</param>
public sealed class IndexModel(FileChecks checks) : PageModel
{
    private const string PastedName = "粘贴的正文.txt";

    /// <summary>刚做完的事：<c>deleted</c> 表示刚删除了结果。</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>页面下方的示意。</summary>
    public Glimpse Glimpse { get; } = Glimpse.Shown;

    /// <summary>没法开始的原因。</summary>
    public ErrorSummary? Problem { get; private set; }

    /// <summary>检查上传的文件与粘贴的正文，转到结果页。</summary>
    public async Task<IActionResult> OnPostAsync(List<IFormFile> files, string? text, CancellationToken cancellationToken)
    {
        List<PendingFile> pending = [.. files.Select(Pending)];
        if (!string.IsNullOrWhiteSpace(text))
        {
            var content = Encoding.UTF8.GetBytes(text);
            pending.Add(new PendingFile(PastedName, content.Length, _ => Task.FromResult(content)));
        }

        if (pending.Count == 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            Problem = new ErrorSummary("还没有可以检查的内容", [new ErrorItem("请选择至少一个文件，或粘贴报告正文。", "#files")]);
            return Page();
        }

        return await CheckAsync(pending, cancellationToken);
    }

    /// <summary>检查嵌入的虚构示例。</summary>
    public Task<IActionResult> OnPostSampleAsync(CancellationToken cancellationToken) => CheckAsync(Samples.All, cancellationToken);

    private async Task<IActionResult> CheckAsync(IReadOnlyList<PendingFile> files, CancellationToken cancellation)
    {
        var result = await checks.RunAsync(files, cancellation);
        return RedirectToPage("/Check/Result", new { token = result.Token });
    }

    private static PendingFile Pending(IFormFile file) => new(file.FileName, file.Length, async cancellation =>
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);
        return content;
    });
}
