namespace Gongkai.Core.Agencies;

/// <summary>工作人员在一个机关里的职责。一个人可以有几种，在几个机关。</summary>
public enum StaffRole
{
    /// <summary>公开工作机构经办人：登记、补正、征求、拟稿、送达、归档。</summary>
    Officer,

    /// <summary>公开工作机构负责人：另可同意延长（条例第三十三条）、交办。</summary>
    DisclosureHead,

    /// <summary>审查人：合法性审查、保密审查。</summary>
    Reviewer,

    /// <summary>签发的领导。</summary>
    SigningLeader,

    /// <summary>主管部门：看所管各机关的件数与逾期，看不到申请人是谁（条例第三条、第四十七条）。</summary>
    Supervisor,

    /// <summary>审计：看审计记录，不看申请内容。</summary>
    Auditor,

    /// <summary>系统管理：管账号、机关与日历，不看申请内容。</summary>
    Administrator,
}
