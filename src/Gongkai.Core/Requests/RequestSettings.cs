using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Requests;

/// <summary>一件申请含几种处理结果、又不是第三十七条的部分公开时怎么办。</summary>
public enum MixedOutcomes
{
    /// <summary>以主要结果计一件。</summary>
    Principal,

    /// <summary>先按一事一申请拆开，再各自答复。</summary>
    Split,
}

/// <summary>并入别件的申请在表三里怎样计。国办公开办函〔2021〕30号没有写，所以是地区设置。</summary>
public enum MergedRequests
{
    /// <summary>并案之日办结，计入「其他处理」的「其他」（默认）。</summary>
    OtherHandling,

    /// <summary>当年收到的不再计；上年收到、已报作结转的，仍计入其他处理。</summary>
    NotCounted,
}

/// <summary>一个地区办理申请的口径：条例没有写明的，在这里定。</summary>
public sealed class RequestSettings
{
    /// <summary>承办单位默认提前几个工作日提出意见。</summary>
    public const int DefaultOpinionDaysAhead = 5;

    /// <summary>由各项建立；不给的取默认。</summary>
    public RequestSettings(
        ClockSettings? clock = null,
        bool confirmsInternetAtOnce = true,
        MixedOutcomes mixed = MixedOutcomes.Principal,
        IReadOnlyList<ReviewKind>? reviews = null,
        MergedRequests merged = MergedRequests.OtherHandling,
        int opinionDaysAhead = DefaultOpinionDaysAhead)
    {
        Clock = clock ?? ClockSettings.Default;
        ConfirmsInternetAtOnce = confirmsInternetAtOnce;
        Mixed = mixed;
        Merged = merged;
        OpinionDaysAhead = opinionDaysAhead;
        Reviews = reviews ?? [ReviewKind.Legal, ReviewKind.Secrecy];
    }

    /// <summary>全国默认。</summary>
    public static RequestSettings Default { get; } = new();

    /// <summary>时钟的口径。</summary>
    public ClockSettings Clock { get; }

    /// <summary>互联网提交的，即时回执是否就是双方确认。默认是：拖延确认的风险不由申请人承担。</summary>
    public bool ConfirmsInternetAtOnce { get; }

    /// <summary>混合结果的办法。</summary>
    public MixedOutcomes Mixed { get; }

    /// <summary>并案的怎样计。</summary>
    public MergedRequests Merged { get; }

    /// <summary>转办单请承办单位在法定期限之前几个工作日提出意见：其后还要审查、签发、送达。1 至 15。</summary>
    public int OpinionDaysAhead { get; }

    /// <summary>签发之前必须通过的审查。</summary>
    public IReadOnlyList<ReviewKind> Reviews { get; }
}
