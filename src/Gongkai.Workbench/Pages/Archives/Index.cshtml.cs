using System.Globalization;
using Gongkai.Core.Requests;
using Gongkai.UseCases.Archives;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Archives;

/// <summary>保管期满的申请：鉴定，批准销毁。</summary>
public sealed class IndexModel(AppraiseArchives archives, IServiceScopeFactory scopes) : StaffPage
{
    /// <summary>选中的各件。</summary>
    [BindProperty]
    public List<Guid> Ids { get; set; } = [];

    /// <summary>鉴定意见。</summary>
    [BindProperty]
    public AppraisalVerdict? Verdict { get; set; }

    /// <summary>续存几年，照填的。</summary>
    [BindProperty]
    public string? Years { get; set; }

    /// <summary>理由。</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>查明没有正在进行的复议、诉讼。</summary>
    [BindProperty]
    public bool NoProceedings { get; set; }

    /// <summary>期满的各件。</summary>
    public ArchivesDue View { get; private set; } = null!;

    /// <summary>显示。</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>鉴定。</summary>
    public async Task<IActionResult> OnPostAppraiseAsync(CancellationToken cancellation)
    {
        var years = int.TryParse(Years, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
        var count = 0;
        if (await TryAsync(async () => count = await archives.AppraiseAsync(Actor, Ids, new AppraisalForm(Verdict, years, Reason ?? "", NoProceedings), cancellation)))
        {
            return DoneTo("/Archives/Index", Verdict == AppraisalVerdict.Keep ? $"{count} 件续存 {years} 年，已经记下。" : $"{count} 件鉴定为可以销毁，等另一个人批准。");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>批准并销毁。</summary>
    public async Task<IActionResult> OnPostDestroyAsync(CancellationToken cancellation)
    {
        var count = 0;
        if (await TryAsync(async () => count = await archives.DestroyAsync(Actor, Ids, cancellation)))
        {
            return DoneTo("/Archives/Index", $"已经销毁 {count} 件的申请人资料，见销毁登记。");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    // 另开一个范围：没有做成时，原来的范围里还留着没有保存的改动。
    private async Task ShowAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        View = await scope.ServiceProvider.GetRequiredService<AppraiseArchives>().ViewAsync(Actor, cancellation);
    }
}
