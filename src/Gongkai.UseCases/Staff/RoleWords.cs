using Gongkai.Core.Agencies;

namespace Gongkai.UseCases.Staff;

/// <summary>职责给人看的说法。</summary>
public static class RoleWords
{
    /// <summary>全部职责，按列出的次序。</summary>
    public static IReadOnlyList<StaffRole> All { get; } = [.. Enum.GetValues<StaffRole>()];

    /// <summary>名称。</summary>
    public static string Of(StaffRole role) => role switch
    {
        StaffRole.Officer => "经办人",
        StaffRole.DisclosureHead => "公开工作机构负责人",
        StaffRole.Reviewer => "审查人",
        StaffRole.SigningLeader => "签发领导",
        StaffRole.Supervisor => "主管部门",
        StaffRole.Auditor => "审计员",
        StaffRole.Administrator => "管理员",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>能做什么，一句话。</summary>
    public static string Explain(StaffRole role) => role switch
    {
        StaffRole.Officer => "登记、补正、征求意见、拟稿、送达、归档",
        StaffRole.DisclosureHead => "经办人的各项，另可同意延长、交办",
        StaffRole.Reviewer => "合法性审查、保密审查",
        StaffRole.SigningLeader => "签发答复",
        StaffRole.Supervisor => "看所管各机关的件数与逾期，看不到申请人",
        StaffRole.Auditor => "看操作记录，看不到申请内容",
        StaffRole.Administrator => "管账号、机关与工作日历，看不到申请内容",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>可以不属于哪个机关、在全系统担任。</summary>
    public static bool MayBeEverywhere(StaffRole role) => role is StaffRole.Administrator or StaffRole.Auditor;

    /// <summary>必须用两步验证：管理员能改一切，主管部门看得到各机关。</summary>
    public static bool NeedsSecondFactor(StaffRole role) => role is StaffRole.Administrator or StaffRole.Supervisor;
}
