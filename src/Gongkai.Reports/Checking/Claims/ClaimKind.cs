using Gongkai.Core.Reports;

namespace Gongkai.Reports.Checking.Claims;

/// <summary>若干格之和或差。</summary>
internal sealed class CellSum
{
    /// <summary>各格的行、列与正负。</summary>
    public (string Row, string Column, int Sign)[] Terms { get; }

    /// <summary>一列的若干行；前面带减号的行是减去的。表二各行的列不同，列为空串，写在行里。</summary>
    public CellSum(string column, params string[] rows) => Terms = [.. rows.Select(r => Term(column, r.TrimStart('-'), r[0] == '-' ? -1 : 1))];

    private static (string Row, string Column, int Sign) Term(string column, string row, int sign)
    {
        var dot = column.Length == 0 ? row.LastIndexOf('.') : -1;
        return dot < 0 ? (row, column, sign) : (row[..dot], row[(dot + 1)..], sign);
    }
}

/// <summary>正文的一个数说的是什么，在表里可以是哪几个数；哪个都不是才算矛盾。</summary>
/// <param name="name">在话里的名字。</param>
/// <param name="table">在哪张表。</param>
/// <param name="meanings">各种可能，最直接的在前。</param>
internal sealed class ClaimKind(string name, ReportTable table, params CellSum[] meanings)
{
    public string Name { get; } = name;

    public ReportTable Table { get; } = table;

    public IReadOnlyList<CellSum> Meanings { get; } = meanings;

    /// <summary>同时说了另一件事时更窄的说法（正文分开说了部分公开，予以公开就不含它）；没有时为 null。</summary>
    public ClaimKind? Narrow { get; init; }

    /// <summary>金额。</summary>
    public bool IsMoney { get; init; }
}

/// <summary>各种说法。</summary>
internal static class ClaimKinds
{
    private static readonly string[] RefusedRows =
    [
        "refused.stateSecret", "refused.prohibitedByLaw", "refused.securityAndStability", "refused.thirdPartyRights", "refused.internalAffairs", "refused.deliberative", "refused.enforcementFile", "refused.administrativeInquiry",
    ];

    private static readonly string[] UnavailableRows = ["unavailable.notHeld", "unavailable.needsCreation", "unavailable.unclearAfterSupplement"];
    private static readonly string[] UnprocessedRows = ["unprocessed.petition", "unprocessed.repeated", "unprocessed.publication", "unprocessed.excessive", "unprocessed.reconfirmation"];
    private static readonly string[] OtherRows = ["other.supplementOverdue", "other.feeOverdue", "other.other"];
    private static readonly string[] NotOther = [.. OtherRows.Select(r => "-" + r)];
    private static readonly string[] NotUnprocessed = [.. UnprocessedRows.Select(r => "-" + r)];

    /// <summary>收到的申请：本年新收，或连同上年结转，或办结的，或办结与结转的。</summary>
    public static readonly ClaimKind Received = Requests("收到的申请", Of("received"), Of("received", "carriedIn"), Of("total"), Of("total", "carriedOut"));

    public static readonly ClaimKind NewlyReceived = Requests("本年新收的申请", Of("received"));

    /// <summary>受理：也可以只是按规定处理了的。</summary>
    public static readonly ClaimKind Accepted = Requests("受理的申请", [.. Received.Meanings, Of(["received", .. NotOther]), Of(["total", .. NotOther]), Of(["received", .. NotUnprocessed]), Of(["total", .. NotUnprocessed]), Of(["total", .. NotUnprocessed, .. NotOther])]);

    /// <summary>连同上年结转的。</summary>
    public static readonly ClaimKind Due = Requests("连同上年结转的申请", Of("received", "carriedIn"), Of("total", "carriedOut"), Of("total"));

    public static readonly ClaimKind Handled = Requests("办理的申请", Of("total"), Of("received"), Of("received", "carriedIn"), Of("received", "-carriedOut"), Of("total", "-carriedIn"), Of(["total", .. OtherRows.Select(r => "-" + r)]));

    /// <summary>答复：可以不算不再处理的。</summary>
    public static readonly ClaimKind Answered = Requests("答复的申请", [.. Handled.Meanings, Of(["total", .. NotOther]), Of(["total", .. NotUnprocessed]), Of(["total", .. NotUnprocessed, .. NotOther]), Of("granted", "partlyGranted"),
        Of(["granted", "partlyGranted", .. RefusedRows])]);

    public static readonly ClaimKind CarriedIn = Requests("上年结转的申请", Of("carriedIn"));
    public static readonly ClaimKind CarriedOut = Requests("结转下年度的申请", Of("carriedOut"));
    public static readonly ClaimKind Carried = Requests("结转的申请", Of("carriedOut"), Of("carriedIn"));
    public static readonly ClaimKind GrantedOnly = Requests("予以公开的申请", Of("granted"));
    public static readonly ClaimKind Granted = new("予以公开的申请", ReportTable.Requests, Of("granted"), Of("granted", "partlyGranted")) { Narrow = GrantedOnly };
    public static readonly ClaimKind PartlyGranted = Requests("部分公开的申请", Of("partlyGranted"));
    public static readonly ClaimKind RefusedOnly = Requests("不予公开的申请", Of(RefusedRows));

    /// <summary>不予公开：没有分开说时，可以是没有公开的全部。</summary>
    public static readonly ClaimKind Refused = new("不予公开的申请", ReportTable.Requests, Of(RefusedRows), Of([.. RefusedRows, .. UnavailableRows, .. UnprocessedRows]),
        Of([.. RefusedRows, .. UnavailableRows, .. UnprocessedRows, .. OtherRows]))
    { Narrow = RefusedOnly };

    public static readonly ClaimKind Unavailable = Requests("无法提供的申请", Of(UnavailableRows));
    public static readonly ClaimKind Unprocessed = Requests("不予处理的申请", Of(UnprocessedRows), Of([.. UnprocessedRows, "other.supplementOverdue", "other.feeOverdue"]), Of("other.supplementOverdue", "other.feeOverdue"));
    public static readonly ClaimKind OtherHandling = Requests("其他处理的申请", Of(OtherRows), Of("other.other"));

    /// <summary>只说「政府信息公开申请 N 件」。</summary>
    public static readonly ClaimKind AnyRequests = Requests("政府信息公开申请", [.. Received.Meanings, .. Answered.Meanings]);

    /// <summary>只说「依申请公开 N 件」：也可以是公开了的。</summary>
    public static readonly ClaimKind AnyUponRequest = Requests("依申请公开", [.. AnyRequests.Meanings, Of("granted")]);

    public static readonly ClaimKind ByPersons = Requests("自然人的申请", In("person", "received"), In("person", "received", "carriedIn"), In("person", "total"));

    public static readonly ClaimKind ByOrganisations = Requests("法人或其他组织的申请", Organisations("received"), Organisations("total"), Organisations("received", "carriedIn"));

    public static readonly ClaimKind NormativeIssued = Proactive("制发的行政规范性文件", "normative.issued");
    public static readonly ClaimKind NormativeRepealed = Proactive("废止的行政规范性文件", "normative.repealed");
    public static readonly ClaimKind NormativeInForce = Proactive("现行有效的行政规范性文件", "normative.inForce");
    public static readonly ClaimKind RulesIssued = Proactive("制发的规章", "rules.issued");
    public static readonly ClaimKind RulesRepealed = Proactive("废止的规章", "rules.repealed");
    public static readonly ClaimKind RulesInForce = Proactive("现行有效的规章", "rules.inForce");
    public static readonly ClaimKind NormativeAny = new("行政规范性文件", ReportTable.Proactive, Row("normative.issued"), Row("normative.inForce"), Row("normative.repealed"));
    public static readonly ClaimKind RulesAny = new("规章", ReportTable.Proactive, Row("rules.issued"), Row("rules.inForce"), Row("rules.repealed"));
    public static readonly ClaimKind Licensing = Proactive("行政许可决定", "licensing.decisions");
    public static readonly ClaimKind Penalty = Proactive("行政处罚决定", "penalty.decisions");
    public static readonly ClaimKind Coercion = Proactive("行政强制决定", "coercion.decisions");
    public static readonly ClaimKind Charges = new("行政事业性收费", ReportTable.Proactive, Row("charges.amount")) { IsMoney = true };

    private static readonly ClaimKind[] Leaves = [.. ClaimWords.LeafRows.Select(Leaf)];
    private static readonly string[] RemedyRows = ["review", "directLawsuit", "lawsuitAfterReview"];
    private static readonly string[] RemedyNames = ["行政复议", "未经复议直接起诉的行政诉讼", "复议后起诉的行政诉讼"];
    private static readonly string[] ResultColumns = ["total", "upheld", "corrected", "other", "pending", "-pending"];
    private static readonly string[] ResultNames = ["", "结果维持的", "结果纠正的", "其他结果的", "尚未审结的", "审结的"];

    // By which blocks (bits: review 1, direct lawsuit 2, lawsuit after review 4), then by result.
    private static readonly ClaimKind[][] Remedies = [.. Enumerable.Range(0, 8).Select(blocks => Enumerable.Range(0, ResultColumns.Length).Select(result => Remedy(blocks, result)).ToArray())];

    /// <summary>表三的一个小项；词说得不全，也可以是它所在的一组。</summary>
    public static ClaimKind LeafAt(int row) => Leaves[row];

    /// <summary>表四的几块（复议 1、直接起诉 2、复议后起诉 4 之和）的一种结果（0 总计，1 维持，2 纠正，3 其他，4 尚未审结，5 审结）。</summary>
    public static ClaimKind RemedyOf(int blocks, int result) => Remedies[blocks][result];

    private static ClaimKind Remedy(int blocks, int result)
    {
        string[] rows = [.. RemedyRows.Where((_, i) => (blocks & (1 << i)) != 0)];
        var name = blocks switch
        {
            6 => "行政诉讼",
            7 => "行政复议、行政诉讼",
            _ => string.Join('、', RemedyNames.Where((_, i) => (blocks & (1 << i)) != 0)),
        };
        var column = ResultColumns[result];
        var sums = column == "-pending"
            ? new CellSum("", [.. rows.Select(r => r + ".total"), .. rows.Select(r => $"-{r}.pending")])
            : new CellSum(column, rows);
        return new ClaimKind(ResultNames[result] + name, ReportTable.Remedies, result == 5 ? [sums, new CellSum("total", rows)] : [sums]);
    }

    private static ClaimKind Leaf(string row)
    {
        var group = row[..row.IndexOf('.', StringComparison.Ordinal)];
        return Requests("这一项的申请", Of(row), Of(group switch
        {
            "refused" => RefusedRows,
            "unavailable" => UnavailableRows,
            "unprocessed" => UnprocessedRows,
            _ => OtherRows,
        }));
    }

    private static ClaimKind Requests(string name, params CellSum[] meanings) => new(name, ReportTable.Requests, meanings);

    private static ClaimKind Proactive(string name, string cell) => new(name, ReportTable.Proactive, Row(cell));

    private static CellSum Of(params string[] rows) => new("total", rows);

    private static CellSum Row(string cell) => new("", cell);

    private static CellSum In(string column, params string[] rows) => new(column, rows);

    private static CellSum Organisations(params string[] rows) =>
        new("", [.. rows.SelectMany(r => (string[])["business", "research", "socialOrg", "legalService", "otherOrg"], (r, c) => $"{r}.{c}")]);
}
