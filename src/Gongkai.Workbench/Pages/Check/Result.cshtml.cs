using System.Globalization;
using Gongkai.Workbench.Checks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Workbench.Pages.Check;

/// <summary>体检结果：还在检查时看进度；查完后左边清单，右边一次看一份。</summary>
/// <param name="store">结果的存放处。</param>
public sealed class ResultModel(CheckResultStore store) : PageModel
{
    /// <summary>结果此刻的样子。</summary>
    public CheckResult Result { get; private set; } = null!;

    /// <summary>清单的筛选条件。</summary>
    public CheckFilter Filter { get; private set; } = null!;

    /// <summary>筛出来的各条。</summary>
    public IReadOnlyList<CheckEntry> Found { get; private set; } = [];

    /// <summary>清单的这一页。</summary>
    public IReadOnlyList<CheckEntry> Listed { get; private set; } = [];

    /// <summary>清单第几页，自 1 起。</summary>
    public int PageNumber { get; private set; }

    /// <summary>清单共几页。</summary>
    public int Pages { get; private set; }

    /// <summary>正在看的一条；一条也没有时为 null。</summary>
    public CheckEntry? Current { get; private set; }

    /// <summary>正在看的报告；这一条读不了时为 null。</summary>
    public ReportView? Report { get; private set; }

    /// <summary>筛出来的里头的前一条。</summary>
    public CheckEntry? Before { get; private set; }

    /// <summary>筛出来的里头的后一条。</summary>
    public CheckEntry? After { get; private set; }

    /// <summary>没有指定看哪一份，又还在检查：看进度。</summary>
    public bool ShowsProgress { get; private set; }

    /// <summary>结论的汇总，一句话。</summary>
    public string Tally { get; private set; } = "";

    /// <summary>看第几份；没有指定时看筛出来的第一份有错的，都没有错看第一份。</summary>
    /// <param name="token">访问凭据。</param>
    /// <param name="report">第几份。</param>
    /// <param name="kind">结论的一类。</param>
    /// <param name="rule">规则代号。</param>
    /// <param name="q">文件名或单位名中的字。</param>
    /// <param name="p">清单第几页；没有指定时为正在看的一份所在的一页。</param>
    public IActionResult OnGet(string token, int? report, string? kind, string? rule, string? q, int? p)
    {
        // 不是数的 report 绑定成 null，只在 ModelState 里留下记录。
        if (!ModelState.IsValid || store.Find(token) is not { } result || (report is { } asked && (asked < 1 || asked > result.Entries.Count)))
        {
            return NotFound();
        }

        Load(result);
        Filter = CheckFilter.From(kind, rule, q);
        Found = Filter.Of(result.Entries);
        ShowsProgress = result.IsRunning && report is null;
        Current = report is { } number ? result.Entries[number - 1]
            : Found.FirstOrDefault(e => e.Verdict.Kind == VerdictKind.Wrong) ?? (Found.Count > 0 ? Found[0] : null);
        var at = Found.ToList().IndexOf(Current!);
        (Before, After) = (at > 0 ? Found[at - 1] : null, at >= 0 && at + 1 < Found.Count ? Found[at + 1] : null);
        Pages = Math.Max(1, (Found.Count + CheckLimits.EntriesPerPage - 1) / CheckLimits.EntriesPerPage);
        PageNumber = Math.Clamp(p ?? (Math.Max(0, at) / CheckLimits.EntriesPerPage) + 1, 1, Pages);
        Listed = [.. Found.Skip((PageNumber - 1) * CheckLimits.EntriesPerPage).Take(CheckLimits.EntriesPerPage)];
        Report = !ShowsProgress && Current?.Report is not null ? new ReportView(Current) : null;
        return Page();
    }

    /// <summary>进度的那一块，给脚本来取。</summary>
    public IActionResult OnGetProgress(string token)
    {
        if (store.Find(token) is not { } result)
        {
            return NotFound();
        }

        Load(result);
        return Partial("_Progress", this);
    }

    /// <summary>停下，查完的留着。</summary>
    public IActionResult OnPostStop(string token)
    {
        store.FindRun(token)?.Stop("已按您的要求停下");
        return RedirectToPage("/Check/Result", new { token });
    }

    /// <summary>结果页的一个地址，筛选条件写在里头。</summary>
    public string Link(CheckFilter filter, int? report = null, int? p = null, string fragment = "") =>
        QueryHelpers.AddQueryString($"{Request.PathBase}/check/{Result.Token}", new Dictionary<string, string?>
        {
            ["kind"] = filter.Kind,
            ["rule"] = filter.Rule,
            ["q"] = filter.Query,
            ["report"] = report?.ToString(CultureInfo.InvariantCulture),
            ["p"] = p?.ToString(CultureInfo.InvariantCulture),
        }.Where(v => v.Value is not null)) + fragment;

    private void Load(CheckResult result)
    {
        Result = result;
        Tally = string.Join("，", VerdictKind.All
            .Select(k => (k.Counted, Count: result.Entries.Count(e => e.Verdict.Kind == k)))
            .Where(k => k.Count > 0)
            .Select(k => $"{k.Count} {k.Counted}"));
    }
}
