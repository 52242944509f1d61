using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.UseCases.Requests;
using Gongkai.WebKit;

namespace Gongkai.Portal.Following;

/// <summary>经过里的一件事。</summary>
/// <param name="On">哪一天。</param>
/// <param name="What">发生了什么。</param>
/// <param name="Said">申请人自己说的话；没有为 null。</param>
public sealed record Moment(DateOnly On, string What, string? Said = null);

/// <summary>给申请人看的经过。内部的拟稿、审查、交办、提出延长不给看，第三方怎么说也不给看。</summary>
public static class Timeline
{
    /// <summary>各件事，先后为序：先看日子，同一天的看何时记下。补正、撤回的话跟着那件事走，补记的也不会排到别处。</summary>
    public static IReadOnlyList<Moment> Of(TrackedRequest view)
    {
        var unsaid = view.Papers.Said.ToList();
        List<(Moment Moment, DateTime At)> all = [];
        foreach (var (happened, at) in view.Request.Events.Zip(view.EventTimes))
        {
            if (Say(happened, view) is { } what)
            {
                all.Add((new Moment(happened.On, what, Take(unsaid, happened)), at));
            }
        }

        all.AddRange(unsaid.Select(s => (new Moment(ChinaDay.Of(new DateTimeOffset(DateTime.SpecifyKind(s.At, DateTimeKind.Utc))), SaidAbout(s.About), Quote(s)), s.At)));
        return [.. all.OrderBy(m => m.Moment.On).ThenBy(m => m.At).Select(m => m.Moment)];
    }

    // 第几次收到补正，就是第几次说的补正。
    private static string? Take(List<SaidByApplicant> unsaid, RequestEvent happened)
    {
        var about = happened switch { SupplementReceived => "supplement", RequestWithdrawn => "withdrawal", _ => "" };
        if (unsaid.Find(s => s.About == about) is not { } said)
        {
            return null;
        }

        unsaid.Remove(said);
        return Quote(said);
    }

    private static string? Quote(SaidByApplicant said) => said.Text.Length > 0 ? said.Text : null;

    private static string? Say(RequestEvent happened, TrackedRequest view) => happened switch
    {
        Submitted e => FiledWords.Of(e.Channel),
        SplitOff => view.Related.Whole is { } whole ? $"由您含几项内容的申请 {whole.Number} 拆出" : "由您含几项内容的申请拆出",
        ReceiptConfirmed => view.Request.IsCorrection ? "确认收到" : "确认收到，答复期限次日起算",
        Registered => "机关登记",
        SupplementAsked e => $"机关请您补正，给 {e.Days} 个工作日",
        SupplementReceived => "机关收到您的补正，答复期限重新计算",
        ReasonsAsked e => $"机关请您说明理由，给 {e.Days} 个工作日",
        ReasonsReceived => "机关收到您说明的理由",
        ConsultationSent e => $"机关征求{UseCases.Requests.Say.Of(e.To)}的意见",
        ConsultationAnswered => "征求意见结束",
        FeeNotified e => $"机关发出收费通知，{e.Yuan} 元（{e.Quantity} {(e.ByPage ? "页" : "件")}）",
        FeePaid => "机关确认收到缴费",
        ReplyPeriodExtended e => $"机关告知延长答复 {e.WorkingDays} 个工作日",
        ReplyDelayed e => $"机关告知延迟到{ChinaTime.Say(e.Until)}答复",
        ReplyServed => view.Request.IsCorrection ? "更正告知书送达" : "答复送达",
        RequestWithdrawn => "您撤回了申请",
        RequestLapsed => "逾期，不再处理",
        RequestMerged => view.Related.MergedInto is { } into ? $"并入您先前的一件申请 {into.Number}" : "并入您先前的一件申请",
        RequestSplit e => $"拆成 {e.Parts} 件办理",
        RedoOrdered e => $"重新处理，期限 {e.WorkingDays} 个工作日",
        _ => null,
    };

    private static string SaidAbout(string about) => about switch
    {
        "supplement" => "您补正说",
        "reasons" => "您说明理由",
        "fee" => "您告知缴费",
        "withdrawal" => "您撤回时说",
        _ => "您说",
    };
}
