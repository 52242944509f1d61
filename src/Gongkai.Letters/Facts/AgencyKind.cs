namespace Gongkai.Letters.Facts;

/// <summary>机关在复议管辖上的类别（行政复议法第二十四条至第二十八条）。</summary>
public enum AgencyKind
{
    /// <summary>县级以上地方政府的工作部门：向本级人民政府。</summary>
    Department,

    /// <summary>省级以下、县级以上地方人民政府：向上一级人民政府。</summary>
    Government,

    /// <summary>省、自治区、直辖市人民政府：向该人民政府自己。</summary>
    ProvinceGovernment,

    /// <summary>乡、民族乡、镇人民政府：向上一级（县级）人民政府。</summary>
    TownGovernment,

    /// <summary>派出机关（街道办事处、行政公署、区公所）：向设立它的人民政府。</summary>
    DispatchedOrgan,

    /// <summary>县级以上地方政府部门的派出机构：向该部门的本级人民政府。</summary>
    DispatchedOffice,

    /// <summary>直辖市、设区的市的部门按照行政区划设立的派出机构：向该部门的本级人民政府，也可以向其所在地人民政府。</summary>
    DistrictDispatchedOffice,

    /// <summary>司法行政部门：向本级人民政府，也可以向上一级司法行政部门。</summary>
    JusticeDepartment,

    /// <summary>海关、金融、外汇管理等实行垂直领导的机关，税务和国家安全机关：向上一级主管部门。</summary>
    VerticalDepartment,

    /// <summary>国务院部门：向该部门自己。</summary>
    StateCouncilDepartment,

    /// <summary>国务院部门的派出机构或者它管理的授权组织：向该部门。</summary>
    StateCouncilDispatched,

    /// <summary>地方人民政府或者其部门管理的法律、法规、规章授权的组织：向该人民政府或者该部门的本级人民政府。</summary>
    AuthorizedOrganization,
}
