namespace Gongkai.Core.Requests;

public sealed partial class DisclosureRequest
{
    private const int MostYearsKept = 100;

    /// <summary>最近一次鉴定；归档之后还没有鉴定过的为 null。</summary>
    public RetentionAppraised? Appraisal { get; private set; }

    /// <summary>申请人资料销毁之日；没有销毁的为 null。</summary>
    public DateOnly? DestroyedOn { get; private set; }

    /// <summary>保管期限届满之日：归档或者续存之日起若干年。没有归档的、永久保管的为 null。</summary>
    public DateOnly? KeptUntil => Stage != RequestStage.Archived ? null
        : Appraisal is { Verdict: AppraisalVerdict.Keep, Years: { } more } ? Appraisal.On.AddYears(more)
        : Archive?.Years is { } years ? Archive.On.AddYears(years) : null;

    /// <summary>鉴定同意销毁、还没有批准的：哪一天鉴定的。没有为 null。</summary>
    public DateOnly? AwaitsDestructionSince => Stage == RequestStage.Archived && DestroyedOn is null && Appraisal is { Verdict: AppraisalVerdict.Destroy } appraised ? appraised.On : null;

    /// <summary>为什么此刻不能鉴定（档案法实施条例第二十四条：保管期限届满才鉴定）。重新处理中的没有归档，也就不能鉴定。</summary>
    public IReadOnlyList<Refusal> WhyNotAppraise(DateOnly on) =>
    [
        .. Refusal.When(DestroyedOn is not null, RequestRefusals.Destroyed),
        .. Refusal.When(Stage != RequestStage.Archived, RequestRefusals.NotArchived),
        .. Refusal.When(Stage == RequestStage.Archived && KeptUntil is null, RequestRefusals.KeptForever),
        .. Refusal.When(KeptUntil >= on, RequestRefusals.StillKept),
    ];

    /// <summary>鉴定：续存若干年，或者同意销毁（还要另一个人批准）。没有批准之前可以重新鉴定。</summary>
    /// <param name="verdict">续存还是销毁。</param>
    /// <param name="years">续存几年，1 至 100；销毁的为 null。</param>
    /// <param name="reason">为什么，不含个人信息。</param>
    /// <param name="by">鉴定人的账号。</param>
    /// <param name="on">哪一天。</param>
    public void Appraise(AppraisalVerdict verdict, int? years, string reason, Guid by, DateOnly on)
    {
        if (verdict == AppraisalVerdict.Keep != years is >= 1 and <= MostYearsKept)
        {
            throw new ArgumentOutOfRangeException(nameof(years), years, "Keeping takes 1 to 100 years, destroying none.");
        }

        Do(WhyNotAppraise(on), new RetentionAppraised(on, verdict, years, reason, by));
    }

    /// <summary>为什么此刻不能批准销毁：要先由另一个人鉴定同意。</summary>
    public IReadOnlyList<Refusal> WhyNotDestroy(Guid by) =>
    [
        .. Refusal.When(DestroyedOn is not null, RequestRefusals.Destroyed),
        .. Refusal.When(DestroyedOn is null && AwaitsDestructionSince is null, RequestRefusals.NotAppraised),
        .. Refusal.When(AwaitsDestructionSince is not null && Appraisal?.By == by, RequestRefusals.ApprovesOwnAppraisal),
    ];

    /// <summary>批准销毁申请人资料。</summary>
    public void Destroy(Guid by, DateOnly on) => Do(WhyNotDestroy(by), new ApplicantDestroyed(on, by));
}
