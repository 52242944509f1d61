using Gongkai.Core.Requests;
using Gongkai.UseCases.Requests;

namespace Gongkai.Workbench.Cases;

/// <summary>审查没有通过、或者领导没有签发，退回来等着改的一稿。</summary>
/// <param name="Revision">第几稿。</param>
/// <param name="What">在哪一步退回：合法性审查、保密审查、签发。</param>
/// <param name="By">谁退回的。</param>
/// <param name="On">哪一天。</param>
/// <param name="Reason">为什么；资料已经销毁的为空。</param>
public sealed record ReturnedDraft(int Revision, string What, string By, DateOnly On, string Reason)
{
    /// <summary>此刻退回来的一稿；没有为 null。</summary>
    /// <param name="view">申请。</param>
    public static ReturnedDraft? Of(CaseView view)
    {
        if (!view.Request.IsOpen)
        {
            return null;
        }

        return view.Request.Events.LastOrDefault(e => e is ReplyDrafted or ReplyReviewed { Passed: false } or ReplyReturned or RedoOrdered) switch
        {
            ReplyReviewed e => Make(view, e.Revision, CaseWords.Of(e.Kind), CaseWords.Of(e.Kind), e.By, e.On),
            ReplyReturned e => Make(view, e.Revision, "签发", PerformAct.ReturnNote, e.By, e.On),
            _ => null,
        };
    }

    private static ReturnedDraft Make(CaseView view, int revision, string what, string note, Guid by, DateOnly on) => new(
        revision, what, CaseWords.ActorOf(by.ToString("D"), view.Staff), on, view.Papers?.Notes.LastOrDefault(n => n.By == note)?.Text ?? "");
}
