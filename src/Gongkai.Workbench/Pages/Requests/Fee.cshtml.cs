using System.Globalization;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Cases.Acts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>收费通知：数额由登记簿算出，写明怎样算的。</summary>
public sealed class FeeModel(PerformAct perform, PreviewAct preview, ComputeFee fees) : CasePage
{
    /// <summary>拟提供多少页。</summary>
    [BindProperty(SupportsGet = true, Name = "pages")]
    public string? Pages { get; set; }

    /// <summary>算出的费；收到之日没有确定的为 null。</summary>
    public FeeQuote? Quote { get; private set; }

    /// <summary>试写的通知书，还没有发；没有要求看为 null。</summary>
    public LetterTrial? Trial { get; private set; }

    /// <summary>为什么此刻不能收费。</summary>
    public IReadOnlyList<string> Reasons => ActForms.WhyNotFee(View, Actor);

    /// <summary>各项。</summary>
    public IReadOnlyList<ActField> Fields =>
    [
        new("Way", "办法", FieldKind.Choice) { Choices = [("", "请选择"), .. Ways.Select(w => (w, w == "page" ? $"按量，{Quote!.ByPagesYuan} 元" : $"按件，{Quote!.ByPieceYuan} 元"))] },
        new("FeePayment", "缴纳方式", FieldKind.Area) { Hint = "收款的账户、窗口，与票据。", Rows = 3, Maximum = 500 },
        new("On", "通知之日", FieldKind.Day) { Default = Today },
        ServiceForm.Field(View, "从次日起 20 个工作日内缴费。"),
    ];

    private string[] Ways => View.Request.MayPayByPage ? ["piece", "page"] : ["piece"];

    private string Today => View.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>显示。</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>发出。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        var looks = Request.Form["Do"] == "preview";
        if (Quote is { } quote && await TryAsync(async () =>
        {
            var input = Input();
            var byPage = input.OneOf("Way", "办法", Ways) == "page";
            var act = new NotifyFee(
                input.Day("On", "通知之日"), input.OptionalDay("ServedOn", "申请人收到之日"), quote.Yuan(byPage), byPage ? quote.Pages : quote.Nth, byPage,
                new LetterWording { FeeStandard = quote.Calculation(byPage), FeePayment = input.Text("FeePayment") });
            input.ThrowIfAny();
            if (looks)
            {
                BadInputException.ThrowIfAny(act.On > View.Today ? [new InputProblem("On", "日子还没有到。只能记今天或者过去的事。")] : []);
                Trial = await preview.RunAsync(Actor, View.Row.Id, act, cancellation);
                BadInputException.ThrowIfAny(LetterProblems.Together([.. Trial.Problems.Select(p => new InputProblem(p.Element, p.Message))], Fields));
                return;
            }

            await perform.RunAsync(Actor, View.Row.Id, Version, act, cancellation);
        }) && !looks)
        {
            return Back("收费通知书已经出了。");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (View.Papers is null)
        {
            throw new NoSuchThingException();
        }

        var pages = int.TryParse(Pages, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given <= ComputeFee.MostPages ? given : 0;
        Quote = View.Request.ReceivedOn is null ? null : await fees.RunAsync(Actor, View.Row.Id, pages, cancellation);
    }
}
