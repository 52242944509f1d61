using Gongkai.Core.Requests;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Cases.Acts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>合法性审查、保密审查。</summary>
public sealed class ReviewModel(PerformAct perform) : ReplyPage
{
    /// <summary>为什么此刻不能审查。</summary>
    public IReadOnlyList<string> Reasons => Enum.GetValues<ReviewKind>().Select(k => View.WhyNot(new ReviewReply(View.Today, k, true, ""), Actor)).MinBy(r => r.Count)!;

    /// <summary>各项。</summary>
    public IReadOnlyList<ActField> Fields =>
    [
        new("Kind", "哪一种审查", FieldKind.Choice) { Choices = [("", "请选择"), .. Enum.GetValues<ReviewKind>().Where(k => !View.Request.PassedReviews.Contains(k)).Select(k => (k.ToString(), CaseWords.Of(k)))] },
        new("Opinion", "意见", FieldKind.Area) { Hint = "退回的必须写明理由。", Maximum = 2000 },
    ];

    /// <summary>显示。</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>审查。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        var passed = Request.Form["Passed"] == "true";
        if (await TryAsync(async () =>
        {
            var input = Input();
            var act = new ReviewReply(View.Today, input.One<ReviewKind>("Kind", "哪一种审查"), passed, input.Text("Opinion"));
            input.ThrowIfAny();
            await perform.RunAsync(Actor, View.Row.Id, Version, act, cancellation);
        }))
        {
            return Back(passed ? "审查通过，已经记下。" : "已经退回修改。");
        }

        await ShowAsync(cancellation);
        return Page();
    }
}
