using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.UseCases.Requests;
using Gongkai.WebKit;

namespace Gongkai.Workbench.Cases;

/// <summary>时钟的标记：记号与字一起，如「剩 6 个工作日 · 暂定」「暂停中」「逾期 2 个工作日」。</summary>
/// <param name="Tone">语气。</param>
/// <param name="Text">文字。</param>
public readonly record struct ClockLight(Tone Tone, string Text)
{
    private const int SoonDays = 3;
    private static readonly Tone Clock = new("quiet", "clock");

    /// <summary>列表里的一件。</summary>
    public static ClockLight Of(RequestListItem item, DateOnly today, WorkingDayCalendar calendar) =>
        Of(item.Stage, item.Clock, item.DueOn, item.IsProvisional, today, calendar);

    /// <summary>打开的一件。</summary>
    public static ClockLight Of(CaseView view, WorkingDayCalendar calendar) =>
        Of(view.Request.Stage, view.Clock.State, view.DueOn, view.Due?.IsProvisional ?? view.Clock.IsLatestProvisional, view.Today, calendar);

    private static ClockLight Of(RequestStage stage, ClockState state, DateOnly? due, bool isProvisional, DateOnly today, WorkingDayCalendar calendar) => stage switch
    {
        RequestStage.Concluded or RequestStage.Archived => new(Tone.Good, Say.Of(stage)),
        RequestStage.Merged or RequestStage.Split => new(Tone.Quiet, Say.Of(stage)),
        _ => state switch
        {
            ClockState.Unconfirmed => new(Tone.Unsure, "收到日待确认"),
            ClockState.Suspended when due is null => new(Clock, "暂停中 · 征求意见"),
            ClockState.AwaitingSupplement => new(Clock, "等待补正"),
            ClockState.AwaitingFee => new(Clock, "等待缴费"),
            ClockState.Lapsed when isProvisional => new(Clock, "申请人的期限暂定，还不算逾期"),
            ClockState.Lapsed => new(Tone.Caution, "申请人逾期，可以办结"),
            _ when due is { } day => Running(day, isProvisional, today, calendar),
            _ => new(new Tone("quiet", "info"), "没有法定期限"),
        },
    };

    private static ClockLight Running(DateOnly due, bool isProvisional, DateOnly today, WorkingDayCalendar calendar)
    {
        var left = calendar.WorkingDaysBetween(today, due);
        var (tone, text) = due < today && isProvisional ? (Tone.Caution, "期限已到，还不算逾期")
            : due < today ? (Tone.Wrong, Late(due, today, calendar))
            : due == today ? (Tone.Caution, "今天到期")
            : left <= SoonDays ? (Tone.Caution, $"剩 {left} 个工作日")
            : (Clock, $"剩 {left} 个工作日");
        return new ClockLight(tone, isProvisional ? text + " · 暂定" : text);
    }

    private static string Late(DateOnly due, DateOnly today, WorkingDayCalendar calendar) =>
        calendar.WorkingDaysBetween(due, today) is > 0 and var days ? $"逾期 {days} 个工作日" : "刚过期限";
}
