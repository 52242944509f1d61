using Gongkai.Core.Reports;
using Gongkai.Letters.Facts;
using Gongkai.UseCases.Agencies;

namespace Gongkai.Workbench.Pages.Agencies;

/// <summary>机关的表单：勾选框没有勾的，浏览器什么也不送，所以默认都是没有勾。</summary>
public sealed record AgencyInput
{
    /// <summary>全称。</summary>
    public string? AgencyName { get; init; }

    /// <summary>简称。</summary>
    public string? ShortName { get; init; }

    /// <summary>网页路径，也是申请编号的开头。</summary>
    public string? PagePath { get; init; }

    /// <summary>层级。</summary>
    public AgencyLevel Level { get; init; }

    /// <summary>复议管辖上的类别。</summary>
    public AgencyKind Kind { get; init; }

    /// <summary>上级机关；没有为 null。</summary>
    public int? ParentId { get; init; }

    /// <summary>主管部门；没有为 null。</summary>
    public int? SupervisingId { get; init; }

    /// <summary>统一社会信用代码。</summary>
    public string? CreditCode { get; init; }

    /// <summary>公开工作机构。</summary>
    public string? DisclosureOffice { get; init; }

    /// <summary>办公地址。</summary>
    public string? Address { get; init; }

    /// <summary>办公时间。</summary>
    public string? Hours { get; init; }

    /// <summary>联系电话。</summary>
    public string? Telephone { get; init; }

    /// <summary>传真。</summary>
    public string? Fax { get; init; }

    /// <summary>电子邮箱。</summary>
    public string? Email { get; init; }

    /// <summary>邮政编码。</summary>
    public string? PostCode { get; init; }

    /// <summary>政府信息的分类。</summary>
    public string? Classification { get; init; }

    /// <summary>编排体系。</summary>
    public string? Arrangement { get; init; }

    /// <summary>已主动公开的信息目录的网址。</summary>
    public string? CatalogueUrl { get; init; }

    /// <summary>发文代字。</summary>
    public string? LetterMark { get; init; }

    /// <summary>行政复议机关；空为按类别推定。</summary>
    public string? ReconsiderationBody { get; init; }

    /// <summary>行政复议网址。</summary>
    public string? ReconsiderationUrl { get; init; }

    /// <summary>管辖法院。</summary>
    public string? Court { get; init; }

    /// <summary>本级人民政府；空为由机关树推定。</summary>
    public string? OwnGovernment { get; init; }

    /// <summary>上一级人民政府；空为由机关树推定。</summary>
    public string? SuperiorGovernment { get; init; }

    /// <summary>上一级主管部门。</summary>
    public string? SuperiorDepartment { get; init; }

    /// <summary>所在地人民政府；按行政区划设的派出机构才有。</summary>
    public string? LocalGovernment { get; init; }

    /// <summary>办结之后资料保存几年。</summary>
    public int? RetentionYears { get; init; }

    /// <summary>网上提交的即时回执就是确认收到。</summary>
    public bool ConfirmsInternetAtOnce { get; init; }

    /// <summary>混合结果先拆开再答复；假为以主要结果计。</summary>
    public bool SplitsMixed { get; init; }

    /// <summary>并案的计入其他处理；假为不再计。</summary>
    public bool CountsMerged { get; init; }

    /// <summary>签发前要合法性审查。</summary>
    public bool LegalReview { get; init; }

    /// <summary>对外文书用信函格式。</summary>
    public bool CorrespondenceLayout { get; init; }

    /// <summary>转办单请承办单位提前几个工作日提出意见。</summary>
    public int? OpinionDaysAhead { get; init; }

    /// <summary>由存下的。</summary>
    public static AgencyInput Of(AgencyForm form) => new()
    {
        AgencyName = form.AgencyName,
        ShortName = form.ShortName,
        PagePath = form.PagePath,
        Level = form.Level,
        Kind = form.Kind,
        ParentId = form.ParentId,
        SupervisingId = form.SupervisingId,
        CreditCode = form.CreditCode,
        DisclosureOffice = form.DisclosureOffice,
        Address = form.Address,
        Hours = form.Hours,
        Telephone = form.Telephone,
        Fax = form.Fax,
        Email = form.Email,
        PostCode = form.PostCode,
        Classification = form.Classification,
        Arrangement = form.Arrangement,
        CatalogueUrl = form.CatalogueUrl,
        LetterMark = form.LetterMark,
        ReconsiderationBody = form.ReconsiderationBody,
        ReconsiderationUrl = form.ReconsiderationUrl,
        Court = form.Court,
        OwnGovernment = form.OwnGovernment,
        SuperiorGovernment = form.SuperiorGovernment,
        SuperiorDepartment = form.SuperiorDepartment,
        LocalGovernment = form.LocalGovernment,
        RetentionYears = form.RetentionYears,
        ConfirmsInternetAtOnce = form.ConfirmsInternetAtOnce,
        SplitsMixed = form.SplitsMixed,
        CountsMerged = form.CountsMerged,
        LegalReview = form.LegalReview,
        CorrespondenceLayout = form.CorrespondenceLayout,
        OpinionDaysAhead = form.OpinionDaysAhead,
    };

    /// <summary>交给用例的。</summary>
    public AgencyForm ToForm() => new()
    {
        AgencyName = AgencyName?.Trim() ?? "",
        ShortName = ShortName?.Trim() ?? "",
        PagePath = PagePath?.Trim() ?? "",
        Level = Level,
        Kind = Kind,
        ParentId = ParentId,
        SupervisingId = SupervisingId,
        CreditCode = CreditCode?.Trim() ?? "",
        DisclosureOffice = DisclosureOffice?.Trim() ?? "",
        Address = Address?.Trim() ?? "",
        Hours = Hours?.Trim() ?? "",
        Telephone = Telephone?.Trim() ?? "",
        Fax = Fax?.Trim() ?? "",
        Email = Email?.Trim() ?? "",
        PostCode = PostCode?.Trim() ?? "",
        Classification = Classification?.Trim() ?? "",
        Arrangement = Arrangement?.Trim() ?? "",
        CatalogueUrl = CatalogueUrl?.Trim() ?? "",
        LetterMark = LetterMark?.Trim() ?? "",
        ReconsiderationBody = ReconsiderationBody?.Trim() ?? "",
        ReconsiderationUrl = ReconsiderationUrl?.Trim() ?? "",
        Court = Court?.Trim() ?? "",
        OwnGovernment = OwnGovernment?.Trim() ?? "",
        SuperiorGovernment = SuperiorGovernment?.Trim() ?? "",
        SuperiorDepartment = SuperiorDepartment?.Trim() ?? "",
        LocalGovernment = LocalGovernment?.Trim() ?? "",
        RetentionYears = RetentionYears ?? 0,
        ConfirmsInternetAtOnce = ConfirmsInternetAtOnce,
        SplitsMixed = SplitsMixed,
        CountsMerged = CountsMerged,
        LegalReview = LegalReview,
        CorrespondenceLayout = CorrespondenceLayout,
        OpinionDaysAhead = OpinionDaysAhead ?? 0,
    };
}
