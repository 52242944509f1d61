namespace Gongkai.Letters.Facts;

/// <summary>送达方式（国办公开办函〔2016〕235号；电子送达须申请人要求）。</summary>
public enum DeliveryForm
{
    /// <summary>当面（直接）送达。</summary>
    Counter,

    /// <summary>委托其他行政机关代为送达。</summary>
    Entrusted,

    /// <summary>邮政企业寄送。</summary>
    Post,

    /// <summary>申请人要求的电子送达。</summary>
    Electronic,
}
