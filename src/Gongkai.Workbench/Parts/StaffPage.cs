using Gongkai.Core;
using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.WebKit;
using Gongkai.Workbench.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Workbench.Parts;

/// <summary>登录之后的页：知道是谁，会把用例的拒绝变成页上的错误摘要，填过的原样留着。</summary>
public abstract class StaffPage : PageModel
{
    private const string FailedTitle = "没有保存，填过的都还在。请改正：";

    private bool _isStale;

    /// <summary>这个请求是谁的。</summary>
    public CurrentActor Current => HttpContext.RequestServices.GetRequiredService<CurrentActor>();

    /// <summary>办事的人。</summary>
    public Actor Actor => Current.Actor;

    /// <summary>填错的各项。</summary>
    public IReadOnlyList<InputProblem> Problems { get; private set; } = [];

    /// <summary>错误摘要；没有错为 null。</summary>
    public ErrorSummary? Summary { get; private set; }

    /// <summary>上一步做成了什么，显示一次。</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>做一件事；填错了、依法不能做、别人先改了，都记下来给页面说。</summary>
    /// <returns>做成了。</returns>
    /// <param name="act">做什么。</param>
    /// <param name="prefix">表单里各项名字的前缀。</param>
    protected async Task<bool> TryAsync(Func<Task> act, string prefix = "")
    {
        try
        {
            await act();
            return true;
        }
        catch (BadInputException bad)
        {
            Problems = bad.Problems;
            Summary = new ErrorSummary(FailedTitle, [.. bad.Problems.Select(p => new ErrorItem(p.Message, $"#{prefix}{p.Field}"))]);
        }
        catch (RefusedException refused)
        {
            Summary = new ErrorSummary("现在不能这样做：", [.. refused.Reasons.Select(r => new ErrorItem(RefusalText.Of(r.Code)))]);
        }
        catch (StaleDataException)
        {
            _isStale = true;
            Summary = new ErrorSummary("没有保存：别人先改了同一件事。", [new ErrorItem("您填的都还在。请另开一个窗口看看现在的样子，再决定要不要重新提交。")]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return false;
    }

    /// <summary>表单要带回的摘要。填错了重填的，仍是他打开时看到的那一份；别人先改了、已经说过的，是现在的。</summary>
    /// <param name="seen">这次带来的。</param>
    /// <param name="now">现在存着的那一份的。</param>
    public string StillSeen(string? seen, string now) => Summary is null || _isStale || string.IsNullOrEmpty(seen) ? now : seen;

    /// <summary>地址里写得不对：记下来给页面说，状态码 400。</summary>
    /// <returns>有不对的。</returns>
    protected bool Refuses(IReadOnlyList<InputProblem> problems)
    {
        if (problems.Count == 0)
        {
            return false;
        }

        Problems = problems;
        Summary = new ErrorSummary("没有列出，请改正：", [.. problems.Select(p => new ErrorItem(p.Message, $"#{p.Field}"))]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return true;
    }

    /// <summary>做成了，回到一页，并说一句。</summary>
    protected RedirectToPageResult DoneTo(string page, string said, object? route = null)
    {
        Done = said;
        return RedirectToPage(page, route);
    }
}
