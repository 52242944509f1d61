namespace Gongkai.Core.Requests.Clock;

/// <summary>自收到之日起算期限的几种通知：对方哪一天收到，可以以后再记。</summary>
public enum NoticeKind
{
    /// <summary>补正告知书（《条例》第三十条）。</summary>
    Supplement,

    /// <summary>说明理由告知书（《条例》第三十五条）；不影响时钟。</summary>
    Reasons,

    /// <summary>征求意见书（《条例》第三十二条、第三十四条）。</summary>
    Consultation,

    /// <summary>收费通知（国办函〔2020〕109号第六条）。</summary>
    Fee,
}
