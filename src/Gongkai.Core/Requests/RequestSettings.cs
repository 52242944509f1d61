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

/// <summary>一个地区办理申请的口径：条例没有写明的，在这里定。</summary>
public sealed class RequestSettings
{
    /// <summary>由各项建立；不给的取默认。</summary>
    public RequestSettings(
        ClockSettings? clock = null,
        bool confirmsInternetAtOnce = true,
        MixedOutcomes mixed = MixedOutcomes.Principal,
        IReadOnlyList<ReviewKind>? reviews = null)
    {
        Clock = clock ?? ClockSettings.Default;
        ConfirmsInternetAtOnce = confirmsInternetAtOnce;
        Mixed = mixed;
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

    /// <summary>签发之前必须通过的审查。</summary>
    public IReadOnlyList<ReviewKind> Reviews { get; }
}
