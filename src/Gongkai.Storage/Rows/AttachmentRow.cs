namespace Gongkai.Storage.Rows;

/// <summary>一个附件。内容在 <see cref="Files.IFileStore"/> 里，以杂凑为地址。</summary>
public sealed class AttachmentRow
{
    /// <summary>编号（第七版 Guid）。</summary>
    public Guid Id { get; set; }

    /// <summary>属于哪件申请。</summary>
    public Guid RequestId { get; set; }

    /// <summary>作什么用（身份证明、补正、答复……），Core 里的名称。</summary>
    public required string Purpose { get; set; }

    /// <summary>文件名的密文，用这件申请的密钥加密；null 为已随申请人资料销毁，文件也不在了。</summary>
    public byte[]? FileName { get; set; }

    /// <summary>媒体类型，由程序按内容判定。</summary>
    public required string MediaType { get; set; }

    /// <summary>原文的字节数。</summary>
    public long Length { get; set; }

    /// <summary>存下的字节（多为密文）的 SM3 杂凑，64 个小写十六进制数字。</summary>
    public required string Address { get; set; }

    /// <summary>加入的时刻，UTC。</summary>
    public DateTime AddedAt { get; set; }

    /// <summary>谁加的：账号的编号，或 applicant、system。</summary>
    public required string AddedBy { get; set; }
}
