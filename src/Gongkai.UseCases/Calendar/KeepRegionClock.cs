using System.Text.Json;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests.Clock;
using Gongkai.Storage;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Staff;

namespace Gongkai.UseCases.Calendar;

/// <summary>本地区期限怎样算：法律没有写明的几项（docs/adr/0008），各机关都一样。全系统的管理员才能改，改了就重算。</summary>
public sealed class KeepRegionClock(GongkaiDb db, LawBook law, RefoldRequests refold)
{
    /// <summary>审计记录里的代号。</summary>
    public const string Action = "clock.region";

    private const int MostDays = 60;

    /// <summary>现在的；管理员都能看。</summary>
    /// <exception cref="NotAllowedException">不是管理员。</exception>
    public async Task<RegionClockForm> ViewAsync(Actor actor, CancellationToken cancellation)
    {
        Management.Of(actor);
        return RegionClockForm.Of((await RegionSetting.ReadAsync(db, cancellation)).Clock);
    }

    /// <summary>换成这些，重算没有办结的申请，记下动了什么。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="form">填的。</param>
    /// <param name="seen">他看着改的那一份的摘要（<see cref="RegionClockForm.Digest"/>）；null 为不是看着页面改的。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NotAllowedException">不是全系统的管理员。</exception>
    /// <exception cref="BadInputException">天数不对，或者还没有机关。</exception>
    /// <exception cref="StaleDataException">别人先改了。</exception>
    public async Task<IReadOnlyList<MovedDate>> RunAsync(Actor actor, RegionClockForm form, string? seen, CancellationToken cancellation)
    {
        Management.Of(actor).DemandEverywhere();
        BadInputException.ThrowIfAny([.. Problems(form)]);
        return await refold.CommitAsync((calendar, _) => WriteAsync(actor, form.Clock, seen, calendar, cancellation), cancellation);
    }

    private async Task<IReadOnlyList<MovedDate>> WriteAsync(Actor actor, ClockSettings clock, string? seen, WorkingDayCalendar calendar, CancellationToken cancellation)
    {
        var holder = await RegionSetting.HolderAsync(db.Agencies, cancellation) ?? throw new BadInputException([new InputProblem("", "还没有机关。请先建机关。")]);
        Shown.Demand(seen, RegionClockForm.Of(RegionSetting.ReadClock(holder)).Digest());
        RegionSetting.Write(holder, clock);
        var moved = await refold.ApplyAsync(calendar, clock, cancellation);
        var detail = JsonSerializer.Serialize(new { clock, moved = moved.Select(m => m.ForRecord()) }, Json.Options);
        await db.CommitAsync(new AuditEntry(law.Now, actor.Id, null, Action, holder.PagePath, detail), cancellation);
        return moved;
    }

    private static IEnumerable<InputProblem> Problems(RegionClockForm form)
    {
        if (form.SupplementAnswerDays is null or < 1 or > MostDays)
        {
            yield return new InputProblem(nameof(form.SupplementAnswerDays), $"补正期限要在 1 至 {MostDays} 个工作日之间。");
        }

        if (form.OtherAgencyDays is < 1 or > MostDays)
        {
            yield return new InputProblem(nameof(form.OtherAgencyDays), $"征求其他机关意见要在 1 至 {MostDays} 个工作日之间；不限的不填。");
        }
    }
}

/// <summary>本地区期限怎样算，表单上的几项；其余法律写明了。</summary>
public sealed record RegionClockForm
{
    /// <summary>从次日起数（民法典第二百零一条）；假为当日就算第一天。</summary>
    public bool CountsFromNextDay { get; init; }

    /// <summary>缴费之后重新计算；假为接着算。</summary>
    public bool FeeRestarts { get; init; }

    /// <summary>要求说明理由期间停止计算。</summary>
    public bool ReasonsSuspend { get; init; }

    /// <summary>补正通知没有写明时几个工作日以内补正。</summary>
    public int? SupplementAnswerDays { get; init; }

    /// <summary>征求其他机关意见最多扣除几个工作日；空为不限。</summary>
    public int? OtherAgencyDays { get; init; }

    /// <summary>由存下的。</summary>
    public static RegionClockForm Of(ClockSettings clock) => new()
    {
        CountsFromNextDay = clock.CountsFromNextDay,
        FeeRestarts = clock.FeePaid == FeePaidEffect.Restart,
        ReasonsSuspend = clock.ReasonsRequestSuspends,
        SupplementAnswerDays = clock.SupplementAnswerDays,
        OtherAgencyDays = clock.OtherAgencyDays,
    };

    /// <summary>摘要：改过一项就不同。</summary>
    public string Digest() => Shown.Of(this);

    internal ClockSettings Clock => ClockSettings.Default with
    {
        CountsFromNextDay = CountsFromNextDay,
        FeePaid = FeeRestarts ? FeePaidEffect.Restart : FeePaidEffect.Resume,
        ReasonsRequestSuspends = ReasonsSuspend,
        SupplementAnswerDays = SupplementAnswerDays ?? ClockSettings.Default.SupplementAnswerDays,
        OtherAgencyDays = OtherAgencyDays,
    };
}
