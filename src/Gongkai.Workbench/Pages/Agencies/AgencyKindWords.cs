using Gongkai.Letters.Facts;

namespace Gongkai.Workbench.Pages.Agencies;

/// <summary>复议管辖上各类别的说法。</summary>
public static class AgencyKindWords
{
    /// <summary>一句话：是什么、向谁申请行政复议。</summary>
    public static string Of(AgencyKind kind) => kind switch
    {
        AgencyKind.Department => "政府工作部门：向本级政府",
        AgencyKind.Government => "县级以上政府：向上一级政府",
        AgencyKind.ProvinceGovernment => "省级政府：向它自己",
        AgencyKind.TownGovernment => "乡镇政府：向县级政府",
        AgencyKind.DispatchedOrgan => "派出机关（街道办事处等）：向设立它的政府",
        AgencyKind.DispatchedOffice => "部门的派出机构：向该部门的本级政府",
        AgencyKind.DistrictDispatchedOffice => "按行政区划设的派出机构：向本级政府，也可以向所在地政府",
        AgencyKind.JusticeDepartment => "司法行政部门：向本级政府，也可以向上一级司法行政部门",
        AgencyKind.VerticalDepartment => "垂直管理部门：向上一级主管部门",
        AgencyKind.StateCouncilDepartment => "国务院部门：向它自己",
        AgencyKind.StateCouncilDispatched => "国务院部门的派出机构：向该部门",
        AgencyKind.AuthorizedOrganization => "授权的组织：向管理它的政府或者该部门的本级政府",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
