namespace Gongkai.Storage.Rows;

/// <summary>某账号在某机关的一种角色。</summary>
public sealed class RoleGrantRow
{
    /// <summary>编号（第七版 Guid）。</summary>
    public Guid Id { get; set; }

    /// <summary>哪个账号。</summary>
    public Guid AccountId { get; set; }

    /// <summary>在哪个机关；null 为全系统（管理员、审计员）。</summary>
    public int? AgencyId { get; set; }

    /// <summary>角色的名称。</summary>
    public required string Role { get; set; }
}
