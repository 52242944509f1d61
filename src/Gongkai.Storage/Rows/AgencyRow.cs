namespace Gongkai.Storage.Rows;

/// <summary>一个行政机关，在本地区机关树上的一个结点。</summary>
public sealed class AgencyRow
{
    /// <summary>编号，由数据库给出，从 1 起。</summary>
    public int Id { get; set; }

    /// <summary>上级机关的编号；最上一级为 null。</summary>
    public int? ParentId { get; set; }

    /// <summary>政府信息公开工作主管部门所在机关的编号（条例第三条）；本身就是最上一级主管部门时为 null。</summary>
    public int? SupervisingId { get; set; }

    /// <summary>全称。</summary>
    public required string Name { get; set; }

    /// <summary>规范化简称，用在列表里。</summary>
    public string ShortName { get; set; } = "";

    /// <summary>层级，Core 里 AgencyLevel 的名称。</summary>
    public string Level { get; set; } = "";

    /// <summary>种类（政府、部门、派出机关、垂直管理部门……），Core 里的名称。</summary>
    public string Kind { get; set; } = "";

    /// <summary>统一社会信用代码（GB 32100）；不知道时为 null。校验位不对也照存。</summary>
    public string? CreditCode { get; set; }

    /// <summary>政府信息公开工作机构的名称（条例第四条）。</summary>
    public string DisclosureOffice { get; set; } = "";

    /// <summary>办公地址。</summary>
    public string Address { get; set; } = "";

    /// <summary>办公时间。</summary>
    public string Hours { get; set; } = "";

    /// <summary>联系电话。</summary>
    public string Telephone { get; set; } = "";

    /// <summary>传真号码。</summary>
    public string Fax { get; set; } = "";

    /// <summary>电子邮箱。</summary>
    public string Email { get; set; } = "";

    /// <summary>邮政编码。</summary>
    public string PostCode { get; set; } = "";

    /// <summary>网页路径里的一段，小写字母、数字和连字符，全地区唯一。</summary>
    public required string PagePath { get; set; }

    /// <summary>发文机关代字，如“清应急”；文号里“公开”二字自动加。</summary>
    public string LetterMark { get; set; } = "";

    /// <summary>行政复议机关的名称；按规则推定时为 null。</summary>
    public string? ReconsiderationBody { get; set; }

    /// <summary>有管辖权的人民法院的名称；没有填时为 null。</summary>
    public string? Court { get; set; }

    /// <summary>申请办结之后申请人资料保存几年。</summary>
    public int RetentionYears { get; set; }

    /// <summary>本机关的设置，json 对象。</summary>
    public string Settings { get; set; } = "{}";

    /// <summary>正在受理申请；已撤并的机关为 false。</summary>
    public bool IsOpen { get; set; } = true;
}
