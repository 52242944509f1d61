namespace Gongkai.Storage.Rows;

/// <summary>一件申请的一个事件。只增不改不删，不含个人信息。</summary>
public sealed class RequestEventRow
{
    /// <summary><see cref="Type"/>：申请人资料已经销毁（Core 里 ApplicantDestroyed 的代号）。</summary>
    public const string Destroyed = "destroyed";

    /// <summary>哪件申请。</summary>
    public Guid RequestId { get; set; }

    /// <summary>在这件申请里的次序，从 1 起，连续。</summary>
    public int Sequence { get; set; }

    /// <summary>记下的时刻，UTC。</summary>
    public DateTime At { get; set; }

    /// <summary>事情发生在哪一天（中国时间），可以早于记下的那天。</summary>
    public DateOnly On { get; set; }

    /// <summary>谁做的：账号的编号，或 applicant、system。</summary>
    public required string ActorId { get; set; }

    /// <summary>事件的种类，Core 里的名称。</summary>
    public required string Type { get; set; }

    /// <summary>事件的内容，json 对象。</summary>
    public required string Payload { get; set; }
}
