namespace Gongkai.Storage.Rows;

/// <summary>一件文书的编号及其去处。编号按机关、种类、年份连续；作废的保留。</summary>
public sealed class LetterRow
{
    /// <summary>编号（第七版 Guid）。</summary>
    public Guid Id { get; set; }

    /// <summary>为哪件申请。</summary>
    public Guid RequestId { get; set; }

    /// <summary>哪个机关的文书。</summary>
    public int AgencyId { get; set; }

    /// <summary>文书种类，Core 里的名称。</summary>
    public required string Type { get; set; }

    /// <summary>编号的年份。</summary>
    public int Year { get; set; }

    /// <summary>编号的顺序号，从 1 起。</summary>
    public int Serial { get; set; }

    /// <summary>完整的编号，如“清应急公开〔2026〕1号”。</summary>
    public required string Number { get; set; }

    /// <summary>发出还是作废。</summary>
    public LetterState State { get; set; }

    /// <summary>存下的文书；没有存时为 null。</summary>
    public Guid? AttachmentId { get; set; }

    /// <summary>落款日期。</summary>
    public DateOnly IssuedOn { get; set; }

    /// <summary>作废的原因；没有作废时为 null。</summary>
    public string? VoidReason { get; set; }
}
