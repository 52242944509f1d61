using Gongkai.Workbench.Checks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Workbench.Pages.Check;

/// <summary>确认后删除一次结果。</summary>
/// <param name="store">结果的存放处。</param>
public sealed class DeleteModel(CheckResultStore store) : PageModel
{
    /// <summary>要删除的结果。</summary>
    public CheckResult Result { get; private set; } = null!;

    /// <summary>请确认。</summary>
    public IActionResult OnGet(string token)
    {
        if (store.Find(token) is not { } result)
        {
            return NotFound();
        }

        Result = result;
        return Page();
    }

    /// <summary>删除。已经没有的也算删掉了：要的就是它不在。</summary>
    public IActionResult OnPost(string token)
    {
        store.Delete(token);
        return RedirectToPage("/Check/Index", new { done = "deleted" });
    }
}
