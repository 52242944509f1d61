namespace Gongkai.Storage.Rows;

/// <summary>审计记录，一条接一条的杂凑链。只增不改不删，不含个人信息。</summary>
public sealed class AuditRow
{
    /// <summary>次序，从 1 起，连续。</summary>
    public long Sequence { get; set; }

    /// <summary>时刻，UTC，精确到微秒。</summary>
    public DateTime At { get; set; }

    /// <summary>谁：账号的编号，或 applicant、system、cli。</summary>
    public required string Actor { get; set; }

    /// <summary>在哪个机关；与机关无关时为 null。</summary>
    public int? AgencyId { get; set; }

    /// <summary>做了什么，英文代号。</summary>
    public required string Action { get; set; }

    /// <summary>对什么做的：编号或代号。</summary>
    public required string Subject { get; set; }

    /// <summary>详情，json 对象；没有时为 null。</summary>
    public string? Detail { get; set; }

    /// <summary>上一条的杂凑；第一条为 32 个零字节。</summary>
    public required byte[] PreviousHash { get; set; }

    /// <summary>本条的杂凑（SM3，32 字节）。</summary>
    public required byte[] Hash { get; set; }
}
