using Gongkai.UseCases;
using Gongkai.UseCases.Requests;

namespace Gongkai.Workbench.Cases;

/// <summary>看着答复稿办的页：审查、签发。</summary>
public abstract class ReplyPage : CasePage
{
    /// <summary>试写的答复书；没有稿为 null。</summary>
    public LetterTrial? Trial { get; private set; }

    /// <summary>取出申请与稿。</summary>
    protected async Task ShowAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (View.Papers is null)
        {
            throw new NoSuchThingException();
        }

        await using var scope = HttpContext.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        Trial = View.Request.Draft is null ? null : await scope.ServiceProvider.GetRequiredService<PreviewAct>().DraftAsync(Actor, View.Row.Id, View.Today, cancellation);
    }
}
