using Gongkai.Core.Requests;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Cases.Acts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>拟答复：选决定，填它要的项，先看样子，再送审查。</summary>
public sealed class DraftModel(PreviewAct preview, SimilarRequests similar) : CasePage
{
    /// <summary>选的决定。</summary>
    [BindProperty(SupportsGet = true, Name = "outcome")]
    public string? OutcomeName { get; set; }

    /// <summary>选的决定；没有选，取现在这一稿的。</summary>
    public Outcome? Chosen { get; private set; }

    /// <summary>表；没有选决定为 null。</summary>
    public DraftSheet? Sheet { get; private set; }

    /// <summary>试写的答复书；缺要素、填错了的，没有样子。</summary>
    public LetterTrial? Trial { get; private set; }

    /// <summary>勾了的其余各部分。</summary>
    public IReadOnlyCollection<string> Parts { get; private set; } = [];

    /// <summary>为什么此刻不能拟稿。</summary>
    public IReadOnlyList<string> Reasons => ActForms.WhyNotDraft(View, Actor);

    /// <summary>各项。</summary>
    public IReadOnlyList<ActField> Fields { get; private set; } = [];

    /// <summary>显示。</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>先看，或者送审查。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        var saves = Request.Form["Do"] == "save";
        var done = Sheet is { } sheet && await TryAsync(async () =>
        {
            var input = Input();
            var act = sheet.Read(input, Parts, View.Today);
            InputProblem[] wrong = [.. input.Problems, .. DraftSheet.PartProblems(act.Decision), .. act.Check(View.Request)];

            // 填错的一次说完。稿还不成立的，答复书缺什么要等它成立了才知道。
            if (wrong.Length == 0 || (act.Check(View.Request).Count == 0 && act.WhyNot(View.Request, Actor).Count == 0))
            {
                Trial = await preview.RunAsync(Actor, View.Row.Id, act, cancellation);
                wrong = [.. wrong, .. Trial.Problems.Select(p => new InputProblem(p.Element, p.Message))];
            }

            BadInputException.ThrowIfAny(LetterProblems.Together(wrong, Fields));
            if (saves)
            {
                await SaveAsync(act, cancellation);
            }
        });
        if (done && saves)
        {
            return Back("答复稿已经送审查。");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>大类的名称。</summary>
    public static string NameOf(OutcomeGroup group) => group switch
    {
        OutcomeGroup.Granted => "予以公开",
        OutcomeGroup.PartlyGranted => "部分公开",
        OutcomeGroup.Refused => "不予公开",
        OutcomeGroup.Unavailable => "无法提供",
        OutcomeGroup.Unprocessed => "不予处理",
        OutcomeGroup.Other => "其他处理",
        OutcomeGroup.Correction => "要求更正记录",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    // 试写时在这个范围里做过一遍，真做要另开一个。
    private async Task SaveAsync(DraftReply act, CancellationToken cancellation)
    {
        await using var scope = HttpContext.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PerformAct>().RunAsync(Actor, View.Row.Id, Version, act, cancellation);
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (View.Papers is not { } papers)
        {
            throw new NoSuchThingException();
        }

        var last = View.Request.Events.OfType<ReplyDrafted>().LastOrDefault();
        Chosen = DraftSheet.Choices(View.Request).FirstOrDefault(c => c.Outcome.ToString() == OutcomeName)?.Outcome ?? (OutcomeName is null ? last?.Decision.Outcome : null);
        IReadOnlyList<SimilarRequest> answered = Chosen == Outcome.Repeated ? [.. (await similar.RunAsync(Actor, View.Row.Id, cancellation)).SameApplicant.Where(s => s.IsAnswered)] : [];
        Sheet = Chosen is { } outcome ? new DraftSheet(outcome, View, answered) : null;
        Fields = Sheet?.Fields(last is null ? null : papers.DraftOf(last.Revision), last?.Decision) ?? [];
        Parts = HttpMethods.IsPost(Request.Method)
            ? [.. Request.Form["Part"].OfType<string>()]
            : [.. last is not null && last.Decision.Outcome == Chosen ? last.Decision.Parts.Select(p => p.Outcome.ToString()) : []];
    }
}
