using Gongkai.Core.Requests;
using Gongkai.UseCases.Requests;
using Gongkai.WebKit;

namespace Gongkai.Portal.Following;

/// <summary>经过里的一件事。</summary>
/// <param name="On">哪一天。</param>
/// <param name="What">发生了什么。</param>
/// <param name="Said">申请人自己说的话；没有为 null。</param>
public sealed record Moment(DateOnly On, string What, string? Said = null);

/// <summary>给申请人看的经过。内部的拟稿、审查、交办不给看，第三方怎么说也不给看。</summary>
public static class Timeline
{
    /// <summary>各件事，先后为序；申请人说的话归在说的那一天。</summary>
    public static IReadOnlyList<Moment> Of(TrackedRequest view)
    {
        var happened = view.Request.Events.Select(e => (e.On, What: Say(e))).Where(e => e.What is not null).Select(e => new Moment(e.On, e.What!));
        var said = view.Papers.Said.Select(s => new Moment(
            Core.Calendar.ChinaDay.Of(new DateTimeOffset(DateTime.SpecifyKind(s.At, DateTimeKind.Utc))), SaidAbout(s.About), s.Text.Length > 0 ? s.Text : null));
        return [.. happened.Concat(said).OrderBy(m => m.On)];
    }

    private static string? Say(RequestEvent happened) => happened switch
    {
        Submitted e => $"您{UseCases.Requests.Say.Of(e.Channel)}了申请",
        ReceiptConfirmed => "确认收到，答复期限次日起算",
        Registered => "机关登记",
        SupplementAsked e => $"机关请您补正，给 {e.Days} 个工作日",
        SupplementReceived => "机关收到补正，答复期限重新计算",
        ReasonsAsked e => $"机关请您说明理由，给 {e.Days} 个工作日",
        ReasonsReceived => "机关收到您说明的理由",
        ConsultationSent e => $"机关征求{UseCases.Requests.Say.Of(e.To)}的意见",
        ConsultationAnswered => "征求意见结束",
        FeeNotified e => $"机关发出收费通知，{e.Yuan} 元（{e.Quantity} {(e.ByPage ? "页" : "件")}）",
        FeePaid => "机关确认收到缴费",
        ReplyPeriodExtended e => $"机关告知延长答复 {e.WorkingDays} 个工作日",
        ReplyDelayed e => $"机关告知延迟到{ChinaTime.Say(e.Until)}答复",
        ReplyServed => "答复送达",
        RequestWithdrawn => "您撤回了申请",
        RequestLapsed => "逾期，不再处理",
        RequestMerged => "并入您先前的一件申请",
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
