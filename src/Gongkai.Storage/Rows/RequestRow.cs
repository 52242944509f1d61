namespace Gongkai.Storage.Rows;

/// <summary>一件政府信息公开申请此刻的样子：由它的事件折叠而来，供列表和统计查询。不含申请人资料。</summary>
public sealed class RequestRow
{
    /// <summary>编号（第七版 Guid）。</summary>
    public Guid Id { get; set; }

    /// <summary>向哪个机关申请。</summary>
    public int AgencyId { get; set; }

    /// <summary>登记编号，本机关内唯一。</summary>
    public required string Number { get; set; }

    /// <summary>提交渠道，Core 里 ReceiptChannel 的名称。</summary>
    public required string Channel { get; set; }

    /// <summary>提交的时刻，UTC。</summary>
    public DateTime SubmittedAt { get; set; }

    /// <summary>收到申请之日（条例第三十一条）；尚未确认时为 null。</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>办理环节，Core 里的名称。</summary>
    public required string Stage { get; set; }

    /// <summary>时钟的状态，Core 里 ClockState 的名称。</summary>
    public required string ClockState { get; set; }

    /// <summary>答复期限届满之日；停着、等着、失效时为 null。办结了的是办结时的期限，据此看按没按期。</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>期限是暂定的（那一年的放假通知还没有公布）；没有期限而等着的，是所等的最后一天暂定。</summary>
    public bool IsProvisional { get; set; }

    /// <summary>最近一次逾期的答复是哪一天送达的；没有逾期答复过为 null。期限只是暂定的，公布之前不算。</summary>
    public DateOnly? LateOn { get; set; }

    /// <summary>简短的题目；申请人资料销毁之后为空。</summary>
    public string Subject { get; set; } = "";

    /// <summary>申请人种类，表三六列之一。</summary>
    public required string ApplicantKind { get; set; }

    /// <summary>最近一次的处理决定，Core 里的名称；未办结、并案、拆开的为 null。表三计的看 <see cref="Fate"/>，隔年重新处理的两者不同。</summary>
    public string? Outcome { get; set; }

    /// <summary>办结的，计入表三哪一行（如 granted）；还没有办结为 open；由同时拆出的第一件代计的为 another；不计入的（更正、不计的并案、拆开、未确认）为空。</summary>
    public string Fate { get; set; } = "";

    /// <summary>办结之日；未办结时为 null。</summary>
    public DateOnly? ConcludedOn { get; set; }

    /// <summary>承办人的账号；未分派时为 null。</summary>
    public Guid? AssignedTo { get; set; }

    /// <summary>最后一个事件的次序。提交时数据库里的与读到的不同，就是别人先动了（<see cref="StaleDataException"/>）。</summary>
    public int Version { get; set; }

    /// <summary>归档的时刻，UTC；未归档时为 null。</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>保管期限届满之日，次日起可以鉴定；没有归档的、永久保管的为 null。到了也不自动销毁。</summary>
    public DateOnly? DestroyAfter { get; set; }

    /// <summary>哪一天鉴定同意销毁、还在等另一个人批准；没有为 null。</summary>
    public DateOnly? AppraisedOn { get; set; }

    /// <summary>申请人资料、文件、题目销毁之日；没有销毁为 null。</summary>
    public DateOnly? DestroyedOn { get; set; }

    /// <summary>查询码的带密钥杂凑（64 个小写十六进制数字）；没有给查询码时为 null。</summary>
    public string? QueryCodeHash { get; set; }
}
