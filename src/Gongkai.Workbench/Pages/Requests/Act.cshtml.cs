using System.Globalization;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Cases.Acts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>填一张表就做的一件事。</summary>
public sealed class ActModel(PerformAct perform, PreviewAct preview, SimilarRequests similar) : CasePage
{
    private IReadOnlyList<SimilarRequest> _same = [];

    /// <summary>做什么，地址里的一段。</summary>
    [BindProperty(SupportsGet = true)]
    public string Act { get; set; } = "";

    /// <summary>表单。</summary>
    public ActForm Form { get; private set; } = null!;

    /// <summary>各项。</summary>
    public IReadOnlyList<ActField> Fields => Form.Fields(Scene);

    /// <summary>表上面的话。</summary>
    public string About => Form.AboutIn(Scene);

    /// <summary>为什么此刻不能做。</summary>
    public IReadOnlyList<string> Reasons => Form.WhyNot(View, Actor);

    /// <summary>今天才做的已经迟了、从前做的可以补记：到哪一天为止做的算数。</summary>
    public DateOnly? InTimeUntil => Form.InTimeUntil(View, Actor);

    /// <summary>今天，填在日期里。</summary>
    public string Today => View.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>做了会出文书，可以先看样子。</summary>
    public bool SendsLetter => Form.SendsLetter(View);

    /// <summary>试写的文书，还没有做；没有要求看为 null。</summary>
    public LetterTrial? Trial { get; private set; }

    private ActScene Scene => new(View, _same);

    /// <summary>显示表单。</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>做。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        var looks = SendsLetter && Request.Form["Do"] == "preview";
        ActDone? done = null;
        if (await TryAsync(async () =>
        {
            var input = Input();
            var act = Form.Read(input, Scene);
            if (input.Problems.Count > 0)
            {
                throw new BadInputException(LetterProblems.Together([.. input.Problems, .. act.Check(View.Request)], Fields));
            }

            try
            {
                if (looks)
                {
                    BadInputException.ThrowIfAny(act.On > View.Today ? [new InputProblem("On", "日子还没有到。只能记今天或者过去的事。")] : []);
                    Trial = await preview.RunAsync(Actor, View.Row.Id, act, cancellation);
                    BadInputException.ThrowIfAny([.. Trial.Problems.Select(p => new InputProblem(p.Element, p.Message))]);
                }
                else
                {
                    done = await perform.RunAsync(Actor, View.Row.Id, Version, act, cancellation);
                }
            }
            catch (BadInputException bad)
            {
                throw new BadInputException(LetterProblems.Together(bad.Problems, Fields));
            }
        }) && done is not null)
        {
            return Back(done.Letter is { } letter ? $"{Form.Title}：已经记下，并出了文书 {letter.Number}。" : $"{Form.Title}：已经记下。");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Form = ActForms.Find(Act) ?? throw new NoSuchThingException();
        await LoadAsync(cancellation);
        if (View.Papers is null)
        {
            throw new NoSuchThingException();
        }

        _same = Form is MergeForm ? [.. (await similar.RunAsync(Actor, View.Row.Id, cancellation)).SameApplicant.Where(s => s.MayTakeIn)] : [];
    }
}
