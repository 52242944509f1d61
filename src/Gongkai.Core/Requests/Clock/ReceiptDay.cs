namespace Gongkai.Core.Requests.Clock;

/// <summary>收到申请之日由渠道决定（《条例》第三十一条）。</summary>
public static class ReceiptDay
{
    /// <summary>这个渠道看的是提交之日、签收之日还是双方确认之日。</summary>
    public static ReceiptBasis BasisOf(ReceiptChannel channel) => channel switch
    {
        ReceiptChannel.Counter => ReceiptBasis.Submitted,
        ReceiptChannel.RegisteredPost => ReceiptBasis.SignedFor,
        ReceiptChannel.OrdinaryPost or ReceiptChannel.Internet or ReceiptChannel.Fax or ReceiptChannel.Email => ReceiptBasis.Confirmed,
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    /// <summary>收到之日；这个渠道所看的日子还没有时为 null。</summary>
    /// <param name="channel">渠道。</param>
    /// <param name="submittedOn">提交之日。</param>
    /// <param name="signedForOn">签收之日。</param>
    /// <param name="confirmedOn">双方确认之日。</param>
    public static DateOnly? Of(ReceiptChannel channel, DateOnly? submittedOn, DateOnly? signedForOn, DateOnly? confirmedOn) => BasisOf(channel) switch
    {
        ReceiptBasis.Submitted => submittedOn,
        ReceiptBasis.SignedFor => signedForOn,
        ReceiptBasis.Confirmed => confirmedOn,
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };
}

/// <summary>收到之日是哪一种日子。</summary>
public enum ReceiptBasis
{
    /// <summary>提交之日。</summary>
    Submitted,

    /// <summary>签收之日。</summary>
    SignedFor,

    /// <summary>双方确认之日。</summary>
    Confirmed,
}
