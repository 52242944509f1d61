using System.Text.Json.Nodes;
using Gongkai.Core.Reports;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Letters.Facts;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Letters;

namespace Gongkai.UseCases.Agencies;

/// <summary>一个机关的表单：填的与存的都是它。</summary>
public sealed record AgencyForm
{
    /// <summary>全称。</summary>
    public string AgencyName { get; init; } = "";

    /// <summary>简称。</summary>
    public string ShortName { get; init; } = "";

    /// <summary>网页路径，也是申请编号的开头。</summary>
    public string PagePath { get; init; } = "";

    /// <summary>层级。</summary>
    public AgencyLevel Level { get; init; } = AgencyLevel.Department;

    /// <summary>复议管辖上的类别。</summary>
    public AgencyKind Kind { get; init; } = AgencyKind.Department;

    /// <summary>上级机关；没有为 null。</summary>
    public int? ParentId { get; init; }

    /// <summary>主管部门；没有为 null。</summary>
    public int? SupervisingId { get; init; }

    /// <summary>统一社会信用代码。</summary>
    public string CreditCode { get; init; } = "";

    /// <summary>公开工作机构。</summary>
    public string DisclosureOffice { get; init; } = "";

    /// <summary>办公地址。</summary>
    public string Address { get; init; } = "";

    /// <summary>办公时间。</summary>
    public string Hours { get; init; } = "";

    /// <summary>联系电话。</summary>
    public string Telephone { get; init; } = "";

    /// <summary>传真。</summary>
    public string Fax { get; init; } = "";

    /// <summary>电子邮箱。</summary>
    public string Email { get; init; } = "";

    /// <summary>邮政编码。</summary>
    public string PostCode { get; init; } = "";

    /// <summary>政府信息的分类，写在公开指南里（条例第十二条）。</summary>
    public string Classification { get; init; } = "";

    /// <summary>政府信息的编排体系，写在公开指南里（条例第十二条）。</summary>
    public string Arrangement { get; init; } = "";

    /// <summary>已主动公开的信息目录的网址。</summary>
    public string CatalogueUrl { get; init; } = "";

    /// <summary>发文代字。</summary>
    public string LetterMark { get; init; } = "";

    /// <summary>行政复议机关；空为按类别推定。</summary>
    public string ReconsiderationBody { get; init; } = "";

    /// <summary>行政复议网址。</summary>
    public string ReconsiderationUrl { get; init; } = "";

    /// <summary>管辖法院。</summary>
    public string Court { get; init; } = "";

    /// <summary>本级人民政府；空为机关树上最近的一级政府。</summary>
    public string OwnGovernment { get; init; } = "";

    /// <summary>上一级人民政府；空为由机关树推定。</summary>
    public string SuperiorGovernment { get; init; } = "";

    /// <summary>上一级主管部门。</summary>
    public string SuperiorDepartment { get; init; } = "";

    /// <summary>所在地人民政府；按行政区划设的派出机构才有。</summary>
    public string LocalGovernment { get; init; } = "";

    /// <summary>办结之后资料保存几年。</summary>
    public int RetentionYears { get; init; } = AgencyCheck.DefaultRetentionYears;

    /// <summary>网上提交的即时回执就是确认收到。</summary>
    public bool ConfirmsInternetAtOnce { get; init; } = true;

    /// <summary>混合结果先拆开再答复；假为以主要结果计。</summary>
    public bool SplitsMixed { get; init; }

    /// <summary>并案的计入其他处理；假为不再计。</summary>
    public bool CountsMerged { get; init; } = true;

    /// <summary>签发前要合法性审查。</summary>
    public bool LegalReview { get; init; } = true;

    /// <summary>对外文书用信函格式（GB/T 9704—2012 第 10.1 条）；假为一般公文格式。</summary>
    public bool CorrespondenceLayout { get; init; }

    /// <summary>转办单请承办单位提前几个工作日提出意见。</summary>
    public int OpinionDaysAhead { get; init; } = RequestSettings.DefaultOpinionDaysAhead;

    /// <summary>由存下的行。</summary>
    public static AgencyForm Of(AgencyRow row)
    {
        var settings = LawBook.SettingsOf(row, ClockSettings.Default);
        var own = Parse(row.Settings);
        string Name(string key) => own[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
        return new AgencyForm
        {
            AgencyName = row.Name,
            ShortName = row.ShortName,
            PagePath = row.PagePath,
            Level = Enum.TryParse<AgencyLevel>(row.Level, out var level) ? level : AgencyLevel.Department,
            Kind = Enum.TryParse<AgencyKind>(row.Kind, out var kind) ? kind : AgencyKind.Department,
            ParentId = row.ParentId,
            SupervisingId = row.SupervisingId,
            CreditCode = row.CreditCode ?? "",
            DisclosureOffice = row.DisclosureOffice,
            Address = row.Address,
            Hours = row.Hours,
            Telephone = row.Telephone,
            Fax = row.Fax,
            Email = row.Email,
            PostCode = row.PostCode,
            LetterMark = row.LetterMark,
            ReconsiderationBody = row.ReconsiderationBody ?? "",
            Court = row.Court ?? "",
            ReconsiderationUrl = Name("reconsiderationUrl"),
            Classification = Name("classification"),
            Arrangement = Name("arrangement"),
            CatalogueUrl = Name("catalogueUrl"),
            OwnGovernment = Name("ownGovernment"),
            SuperiorGovernment = Name("superiorGovernment"),
            SuperiorDepartment = Name("superiorDepartment"),
            LocalGovernment = Name("localGovernment"),
            RetentionYears = row.RetentionYears,
            ConfirmsInternetAtOnce = settings.ConfirmsInternetAtOnce,
            SplitsMixed = settings.Mixed == MixedOutcomes.Split,
            CountsMerged = settings.Merged == MergedRequests.OtherHandling,
            LegalReview = settings.Reviews.Contains(ReviewKind.Legal),
            CorrespondenceLayout = Name("letterLayout") == AgencyFactsOf.Correspondence,
            OpinionDaysAhead = settings.OpinionDaysAhead,
        };
    }

    /// <summary>摘要：存着的改过一处就不同。</summary>
    public string Digest() => Shown.Of(this);

    /// <summary>名称、位置与办理口径换成 <paramref name="kept"/> 的：一个机关的管理员不能改这些，期限怎样算不由机关自己定。</summary>
    public AgencyForm WithRegionPartOf(AgencyForm kept) => kept with
    {
        CreditCode = CreditCode,
        DisclosureOffice = DisclosureOffice,
        Address = Address,
        Hours = Hours,
        Telephone = Telephone,
        Fax = Fax,
        Email = Email,
        PostCode = PostCode,
        Classification = Classification,
        Arrangement = Arrangement,
        CatalogueUrl = CatalogueUrl,
        LetterMark = LetterMark,
        ReconsiderationBody = ReconsiderationBody,
        ReconsiderationUrl = ReconsiderationUrl,
        Court = Court,
        OwnGovernment = OwnGovernment,
        SuperiorGovernment = SuperiorGovernment,
        SuperiorDepartment = SuperiorDepartment,
        LocalGovernment = LocalGovernment,
        RetentionYears = RetentionYears,
        CorrespondenceLayout = CorrespondenceLayout,
        OpinionDaysAhead = OpinionDaysAhead,
    };

    /// <summary>写进行里；机关在树上的位置、名称、路径只有系统管理员能改。</summary>
    internal void WriteTo(AgencyRow row, bool structure)
    {
        if (structure)
        {
            (row.Name, row.PagePath) = (AgencyName.Trim(), PagePath.Trim());
            (row.Level, row.Kind) = (Level.ToString(), Kind.ToString());
            (row.ParentId, row.SupervisingId) = (ParentId, SupervisingId);
        }

        row.ShortName = ShortName.Trim() is { Length: > 0 } name ? name : row.Name;
        row.CreditCode = Blank(CreditCode.ToUpperInvariant());
        (row.DisclosureOffice, row.Address, row.Hours) = (DisclosureOffice.Trim(), Address.Trim(), Hours.Trim());
        (row.Telephone, row.Fax, row.Email, row.PostCode) = (Telephone.Trim(), Fax.Trim(), Email.Trim(), PostCode.Trim());
        (row.LetterMark, row.ReconsiderationBody, row.Court) = (LetterMark.Trim(), Blank(ReconsiderationBody), Blank(Court));
        row.RetentionYears = RetentionYears;
        row.Settings = Settings(row);
    }

    private string Settings(AgencyRow row)
    {
        // 别处加进设置的项目不丢。
        var json = Parse(row.Settings);
        json["confirmsInternetAtOnce"] = ConfirmsInternetAtOnce;
        json["mixed"] = SplitsMixed ? "split" : "principal";
        json["merged"] = CountsMerged ? "otherHandling" : LawBook.MergedNotCounted;
        json["opinionDaysAhead"] = OpinionDaysAhead;
        json["reviews"] = new JsonArray([.. Reviews().Select(r => (JsonNode?)r)]);
        foreach (var (key, value) in new[] { ("ownGovernment", OwnGovernment), ("superiorGovernment", SuperiorGovernment), ("superiorDepartment", SuperiorDepartment), ("localGovernment", LocalGovernment), ("reconsiderationUrl", ReconsiderationUrl), ("classification", Classification), ("arrangement", Arrangement), ("catalogueUrl", CatalogueUrl), ("letterLayout", CorrespondenceLayout ? AgencyFactsOf.Correspondence : "") })
        {
            json.Remove(key);
            if (Blank(value) is { } text)
            {
                json[key] = text;
            }
        }

        return json.ToJsonString(Json.Options);
    }

    // 保密审查法律定了，不由机关选（保密法第三十五条）。
    private IEnumerable<string> Reviews() => LegalReview ? ["legal", "secrecy"] : ["secrecy"];

    private static JsonObject Parse(string settings) => string.IsNullOrWhiteSpace(settings) ? [] : JsonNode.Parse(settings)!.AsObject();

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
