namespace Gongkai.Core.Requests.Clock;

/// <summary>缴费之后答复期限怎样算。国办函〔2020〕109号第六条的原句尚未核实，所以是地区设置。</summary>
public enum FeePaidEffect
{
    /// <summary>自缴费之日起重新计算（默认）。</summary>
    Restart,

    /// <summary>等待缴费的日子不计，余下的接着算。</summary>
    Resume,
}

/// <summary>被征求意见的是谁。</summary>
public enum ConsultedParty
{
    /// <summary>第三方：自收到征求意见书起 15 个工作日（《条例》第三十二条）。</summary>
    ThirdParty,

    /// <summary>共同制作的机关：15 个工作日，逾期视为同意公开（《条例》第三十四条）。</summary>
    CoProducer,

    /// <summary>其他机关：条例没有写期限（《条例》第三十三条）。</summary>
    OtherAgency,
}

/// <summary>答复时钟的设置。法律写明的与没有写明的都在这里，后者由各地区改；默认值见 docs/adr/0008。天数都是工作日。</summary>
public sealed record ClockSettings
{
    /// <summary>全国默认。</summary>
    public static readonly ClockSettings Default = new();

    /// <summary>答复期限（《条例》第三十三条）。</summary>
    public int ReplyDays { get; init; } = 20;

    /// <summary>延长最多几天（《条例》第三十三条）。</summary>
    public int MaximumExtensionDays { get; init; } = 20;

    /// <summary>收到申请之后几天以内可以要求补正（《条例》第三十条）。</summary>
    public int SupplementAskDays { get; init; } = 7;

    /// <summary>补正通知没有写明时，几天以内补正。条例只说合理期限。</summary>
    public int SupplementAnswerDays { get; init; } = 10;

    /// <summary>收到收费通知之后几天以内缴费（国办函〔2020〕109号第六条）。</summary>
    public int FeePaymentDays { get; init; } = 20;

    /// <summary>缴费之后答复期限怎样算。</summary>
    public FeePaidEffect FeePaid { get; init; } = FeePaidEffect.Restart;

    /// <summary>征求第三方意见，送达之后最多扣除到第几天；null 为不限。</summary>
    public int? ThirdPartyDays { get; init; } = 15;

    /// <summary>征求共同制作机关意见，送达之后最多扣除到第几天；null 为不限。</summary>
    public int? CoProducerDays { get; init; } = 15;

    /// <summary>征求其他机关意见，送达之后最多扣除到第几天；null 为不限。</summary>
    public int? OtherAgencyDays { get; init; }

    /// <summary>真为从次日起数（民法典第二百零一条，默认）；假为当日就算第一天。对各种期限都一样。</summary>
    public bool CountsFromNextDay { get; init; } = true;

    /// <summary>要求说明理由（《条例》第三十五条）期间是否停止计算。没有依据，默认不停。</summary>
    public bool ReasonsRequestSuspends { get; init; }

    /// <summary>征求这一方的意见，送达之后最多扣除到第几天；null 为不限。</summary>
    public int? ConsultationDays(ConsultedParty party) => party switch
    {
        ConsultedParty.ThirdParty => ThirdPartyDays,
        ConsultedParty.CoProducer => CoProducerDays,
        ConsultedParty.OtherAgency => OtherAgencyDays,
        _ => throw new ArgumentOutOfRangeException(nameof(party)),
    };

    /// <summary>起算日，当日不计：从次日起数时就是 <paramref name="day"/>，否则是它的前一天。</summary>
    internal DateOnly CountFrom(DateOnly day) => CountsFromNextDay ? day : day.AddDays(-1);
}
