using Gongkai.Workbench.Checks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Workbench.Pages.Check;

/// <summary>体检结果：左边清单，右边一次看一份。</summary>
/// <param name="store">结果的存放处。</param>
public sealed class ResultModel(CheckResultStore store) : PageModel
{
    /// <summary>结果。</summary>
    public CheckResult Result { get; private set; } = null!;

    /// <summary>正在看的一条。</summary>
    public CheckEntry Current { get; private set; } = null!;

    /// <summary>正在看的报告；这一条读不了时为 null。</summary>
    public ReportView? Report { get; private set; }

    /// <summary>各条的结论，次序同清单。</summary>
    public IReadOnlyList<Verdict> Verdicts { get; private set; } = [];

    /// <summary>结论的汇总，一句话。</summary>
    public string Tally { get; private set; } = "";

    /// <summary>看第几份；没有指定时看第一份有错的，都没有错看第一份。</summary>
    public IActionResult OnGet(string token, int? report)
    {
        // 不是数的 report 绑定成 null，只在 ModelState 里留下记录。
        if (!ModelState.IsValid || store.Find(token) is not { } result || (report is { } asked && (asked < 1 || asked > result.Entries.Count)))
        {
            return NotFound();
        }

        Result = result;
        Verdicts = [.. result.Entries.Select(Verdict.Of)];
        var first = Verdicts.ToList().FindIndex(v => v.Tone == WebKit.Tone.Wrong);
        Current = result.Entries[report is { } number ? number - 1 : Math.Max(0, first)];
        Report = Current.Report is { } read ? new ReportView(read) : null;
        Tally = Sum();
        return Page();
    }

    private string Sum()
    {
        (WebKit.Tone Tone, string Words)[] kinds =
        [
            (WebKit.Tone.Wrong, "份有错误"),
            (WebKit.Tone.Caution, "份有警告"),
            (WebKit.Tone.Unsure, "份没读全"),
            (WebKit.Tone.Good, "份没有发现问题"),
            (WebKit.Tone.Quiet, "个文件读不了"),
        ];
        return string.Join("，", kinds
            .Select(k => (k.Words, Count: Verdicts.Count(v => v.Tone == k.Tone)))
            .Where(k => k.Count > 0)
            .Select(k => $"{k.Count} {k.Words}"));
    }
}
