using Gongkai.Core.Requests;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Cases.Acts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>签发：签的就是看到的那一稿。</summary>
public sealed class SignModel(PerformAct perform) : ReplyPage
{
    /// <summary>为什么此刻不能签。</summary>
    public IReadOnlyList<string> Reasons => ActForms.WhyNotSign(View, Actor);

    /// <summary>可以退回：还没有审查完的也可以。</summary>
    public bool MayReturn => View.WhyNot(new ReturnReply(View.Today, View.Request.Draft?.Digest ?? "", ""), Actor).Count == 0;

    /// <summary>没有退成，展开那张表。</summary>
    public bool ReturnFailed { get; private set; }

    /// <summary>退回修改。</summary>
    public async Task<IActionResult> OnPostReturnAsync(string? digest, CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        if (await TryAsync(() => perform.RunAsync(Actor, View.Row.Id, Version, new ReturnReply(View.Today, digest ?? "", Typed("Opinion").Trim()), cancellation)))
        {
            return Back("已经退回修改。");
        }

        ReturnFailed = true;
        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>显示。</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>签发。</summary>
    public async Task<IActionResult> OnPostAsync(string? digest, CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        ActDone? done = null;
        var outcome = View.Request.Draft?.Decision.Outcome ?? Outcome.OtherHandling;
        if (await TryAsync(async () => done = await perform.RunAsync(Actor, View.Row.Id, Version, new SignReply(View.Today, digest ?? "", outcome), cancellation)))
        {
            return Back($"已经签发，文号 {done!.Letter!.Number}。请经办人送达。");
        }

        await ShowAsync(cancellation);
        return Page();
    }
}
