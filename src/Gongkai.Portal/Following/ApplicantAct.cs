using Gongkai.UseCases.Requests;

namespace Gongkai.Portal.Following;

/// <summary>申请人现在能做的一件事。</summary>
/// <param name="Path">网址里的一段。</param>
/// <param name="Label">按钮上的话。</param>
/// <param name="IsMain">正等着他做的。</param>
public sealed record ApplicantAct(string Path, string Label, bool IsMain)
{
    /// <summary>现在能做的，等着他做的在先。</summary>
    public static IEnumerable<ApplicantAct> Of(TrackedRequest view)
    {
        foreach (var kind in AnswerKind.All.Where(k => k.IsAwaited(view)))
        {
            yield return new ApplicantAct($"/answer/{kind.About}", kind.Title, IsMain: true);
        }

        if (view.Request.WhyNotWithdraw().Count == 0)
        {
            yield return new ApplicantAct("/withdraw", "撤回申请", IsMain: false);
        }
    }
}

/// <summary>申请人答的一种话。</summary>
/// <param name="About">代号，用在网址与记录里：supplement、reasons、fee。</param>
/// <param name="Title">标题。</param>
/// <param name="Ask">框上面的话。</param>
/// <param name="Hint">提示。</param>
/// <param name="IsAwaited">机关正等着。</param>
public sealed record AnswerKind(string About, string Title, string Ask, string Hint, Func<TrackedRequest, bool> IsAwaited)
{
    /// <summary>全部。</summary>
    public static IReadOnlyList<AnswerKind> All { get; } =
    [
        new("supplement", "补正", "补正的内容", "照补正告知书所列的各项，一项一项写。要补的材料可以作为文件附上。最多 4000 字。", PlainWords.AwaitsSupplement),
        new("reasons", "说明理由", "您的理由", "说明为什么需要这些信息、为什么要多次申请。最多 4000 字。", v => PlainWords.NeedsReasons(v.Request)),
        new("fee", "告知已经缴费", "缴费的情况", "写明哪一天、用什么方式、缴了多少、凭证的号码；凭证的照片可以附上。最多 4000 字。", PlainWords.AwaitsFee),
    ];

    /// <summary>按代号找；没有为 null。</summary>
    public static AnswerKind? Find(string about) => All.FirstOrDefault(k => k.About == about);
}
