namespace Gongkai.Core.Requests;

/// <summary>申请从哪里来（《条例》第三十一条）：决定哪一天是收到之日。</summary>
public enum ReceiptChannel
{
    /// <summary>当面提交：提交之日。</summary>
    Counter,

    /// <summary>需要签收的邮寄：签收之日。</summary>
    RegisteredPost,

    /// <summary>平常信函等不需签收的邮寄：与申请人确认之日。</summary>
    OrdinaryPost,

    /// <summary>互联网渠道：双方确认之日。</summary>
    Internet,

    /// <summary>公开工作机构的传真：双方确认之日。</summary>
    Fax,

    /// <summary>电子邮件：属互联网渠道，双方确认之日。</summary>
    Email,
}
