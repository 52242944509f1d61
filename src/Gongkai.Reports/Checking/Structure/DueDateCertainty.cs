using Gongkai.Core.Reports;

namespace Gongkai.Reports.Checking.Structure;

/// <summary>凭名称有多大把握，单位就是期限所说的那一级。</summary>
internal enum Certainty
{
    /// <summary>不是，或说不上：不判。</summary>
    None,

    /// <summary>多半是，如部门的分局，或各地有设为部门、有设为党委机构或事业单位的，如信访局。</summary>
    Likely,

    /// <summary>政府的办公厅（室）：报告可能是它自己的，也可能是本级政府的。</summary>
    Office,

    /// <summary>是。</summary>
    Full,
}

/// <summary>期限说的是县级以上人民政府及其部门；名称看上去像而其实不是的，这里分开。</summary>
internal static class DueDateCertainty
{
    // Party organs, organs of townships and of development zones are not departments of a government at county level or above.
    private static readonly string[] NotDepartments =
        ["中共", "党委", "县委", "市委", "区委", "省委", "街道", "开发区", "高新区", "管委会", "园区", "管理委员会", "示范区", "度假区", "新区", "中国", "公司", "学校", "医院",
            "人民武装", "网信办", "编办", "机构编制", "台办", "台湾工作", "老干部", "机要", "保密局", "统战", "政法委", "史志", "党史", "地方志", "供电", "公路管理局", "林场", "保护区", "水库", "景区", "公积金"];

    // A branch; or in one county a department, in the next a party organ or an institution.
    private static readonly string[] Detached = ["分局", "支局", "支队", "大队", "派出", "信访局", "档案局", "机关事务", "招商", "投资促进", "地震局", "交易管理", "搬迁", "移民"];

    public static Certainty Of(string? agency, AgencyLevel level)
    {
        if (agency is null)
        {
            return Certainty.None;
        }

        if (level is AgencyLevel.County && agency.Contains("新区", StringComparison.Ordinal))
        {
            return Certainty.None;
        }

        if (level is not AgencyLevel.Department)
        {
            return Certainty.Full;
        }

        if (IsOfTownship(agency))
        {
            return Certainty.None;
        }

        foreach (var word in NotDepartments)
        {
            if (agency.Contains(word, StringComparison.Ordinal))
            {
                return Certainty.None;
            }
        }

        foreach (var word in Detached)
        {
            if (agency.Contains(word, StringComparison.Ordinal))
            {
                return Certainty.Likely;
            }
        }

        return agency.EndsWith("政府办公室", StringComparison.Ordinal) || agency.EndsWith("政府办公厅", StringComparison.Ordinal) || agency.EndsWith("政府办", StringComparison.Ordinal) || agency.EndsWith("府办", StringComparison.Ordinal)
            ? Certainty.Office
            : Certainty.Full;
    }

    // 乡村振兴局、宁乡市、镇江市、镇远县 are not of a township.
    private static bool IsOfTownship(string agency)
    {
        for (var i = 0; i + 1 < agency.Length; i++)
        {
            if (agency[i] is '镇' or '乡' && agency[i + 1] is not ('市' or '县' or '区' or '村' or '江' or '远'))
            {
                return true;
            }
        }

        return false;
    }
}
