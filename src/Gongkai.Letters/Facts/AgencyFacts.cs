namespace Gongkai.Letters.Facts;

/// <summary>出具文书的机关。名称都用全称。</summary>
public sealed record AgencyFacts
{
    /// <summary>机关全称，即落款，如 清溪县应急管理局。</summary>
    public required string Name { get; init; }

    /// <summary>复议管辖上的类别。</summary>
    public required AgencyKind Kind { get; init; }

    /// <summary>本级人民政府；派出机关、授权组织填设立或者管理它的人民政府，派出机构填所属部门的本级人民政府。</summary>
    public string? OwnGovernment { get; init; }

    /// <summary>上一级人民政府，政府类机关填。</summary>
    public string? SuperiorGovernment { get; init; }

    /// <summary>上一级主管部门；国务院部门的派出机构填该部门。</summary>
    public string? SuperiorDepartment { get; init; }

    /// <summary>所在地人民政府，只有按行政区划设立的派出机构填。</summary>
    public string? LocalGovernment { get; init; }

    /// <summary>另行核定的复议机关；填了就不按类别推定。</summary>
    public IReadOnlyList<string> ReconsiderationBodies { get; init; } = [];

    /// <summary>一审管辖法院；不填写作「有管辖权的人民法院」。</summary>
    public string? Court { get; init; }

    /// <summary>提交复议申请的互联网地址；电子送达的决定书必须写明（行政复议法第二十二条）。</summary>
    public string? ReconsiderationUrl { get; init; }

    /// <summary>对外文书用哪一种公文格式。</summary>
    public LetterLayout Layout { get; init; }

    /// <summary>政府信息公开工作机构的名称。</summary>
    public string? DisclosureOffice { get; init; }

    /// <summary>办公地址。</summary>
    public string? Address { get; init; }

    /// <summary>联系电话。</summary>
    public string? Telephone { get; init; }

    /// <summary>邮政编码。</summary>
    public string? PostCode { get; init; }
}
