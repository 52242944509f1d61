namespace Gongkai.Core.Reports;

/// <summary>报告单位的层级与类别。</summary>
public enum AgencyLevel
{
    /// <summary>其他：事业单位、管委会下属中心等，或看不出。</summary>
    Other,

    /// <summary>省级政府。</summary>
    Province,

    /// <summary>市级政府（设区的市、自治州）。</summary>
    City,

    /// <summary>县级政府（县、县级市、市辖区、旗）。</summary>
    County,

    /// <summary>乡镇政府。</summary>
    Township,

    /// <summary>街道办事处（派出机关）。</summary>
    Street,

    /// <summary>政府部门（厅、局、委、办）。</summary>
    Department,

    /// <summary>垂直管理部门（税务、海关、气象、烟草等）。</summary>
    Vertical,
}
