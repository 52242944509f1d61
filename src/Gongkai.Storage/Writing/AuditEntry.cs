namespace Gongkai.Storage;

/// <summary>要记进审计链的一条，随这次写入一起提交。不含个人信息。</summary>
/// <param name="At">时刻，UTC。</param>
/// <param name="Actor">谁：账号的编号，或 applicant、system、cli。</param>
/// <param name="AgencyId">在哪个机关；与机关无关时为 null。</param>
/// <param name="Action">做了什么，英文代号，如 request.file。</param>
/// <param name="Subject">对什么做的：编号或代号。</param>
/// <param name="Detail">详情，json 对象；没有时为 null。</param>
public sealed record AuditEntry(DateTime At, string Actor, int? AgencyId, string Action, string Subject, string? Detail = null);
