namespace Gongkai.Core.Requests;

/// <summary>处理决定（条例第三十条、第三十五至三十九条、第四十二条；law 的 22 小类，第三十六条第（四）（五）项分开，撤回与其他分开）。</summary>
public enum Outcome
{
    /// <summary>G1 已主动公开，告知获取方式、途径（第三十六条第（一）项）。</summary>
    AlreadyPublished,

    /// <summary>G2 可以公开，予以提供（第三十六条第（二）项）。</summary>
    Granted,

    /// <summary>P 区分处理，部分公开（第三十七条）。</summary>
    PartlyGranted,

    /// <summary>N1 国家秘密（第十四条）。</summary>
    StateSecret,

    /// <summary>N2 法律、行政法规禁止公开（第十四条）。</summary>
    ProhibitedByLaw,

    /// <summary>N3 可能危及国家安全、公共安全、经济安全、社会稳定（第十四条）。</summary>
    SecurityAndStability,

    /// <summary>N4 保护第三方合法权益（第十五条、第三十二条）。</summary>
    ThirdPartyRights,

    /// <summary>N5 三类内部事务信息（第十六条第一款）。</summary>
    InternalAffairs,

    /// <summary>N6 四类过程性信息（第十六条第二款）。</summary>
    Deliberative,

    /// <summary>N7 行政执法案卷（第十六条第二款）。</summary>
    EnforcementFile,

    /// <summary>N8 行政查询事项（第三十六条第（七）项）。</summary>
    AdministrativeInquiry,

    /// <summary>U1 经检索没有所申请公开的信息（第三十六条第（四）项）。</summary>
    NotFound,

    /// <summary>U1 不属于本机关负责公开（第三十六条第（五）项）。</summary>
    NotOurs,

    /// <summary>U2 没有现成信息，需要另行制作（第三十八条）。</summary>
    NeedsCreation,

    /// <summary>U3 补正后申请内容仍不明确（第三十条）。</summary>
    UnclearAfterSupplement,

    /// <summary>R1 信访、投诉、举报类申请（第三十九条第一款）。</summary>
    Petition,

    /// <summary>R2 重复申请（第三十六条第（六）项）。</summary>
    Repeated,

    /// <summary>R3 要求提供公开出版物（第三十九条第二款）。</summary>
    Publication,

    /// <summary>R4 无正当理由大量反复申请（第三十五条）。</summary>
    Excessive,

    /// <summary>R5 要求确认或者重新出具已获取的信息（依据待核，标签见国办公开办函〔2021〕30号）。</summary>
    Reconfirmation,

    /// <summary>O1 无正当理由逾期不补正，不再处理（第三十条）。</summary>
    SupplementOverdue,

    /// <summary>O2 逾期未按收费通知缴费，不再处理（第四十二条，国办函〔2020〕109号）。</summary>
    FeeOverdue,

    /// <summary>O3 申请人撤回申请；年报计入其他处理的「其他」（国家口径未见，可配置）。</summary>
    Withdrawn,

    /// <summary>O3 其他处理。</summary>
    OtherHandling,

    /// <summary>C1 已更正与申请人自身相关的记录（第四十一条）。以下四种不是政府信息公开申请的结果，不计入表三。</summary>
    RecordCorrected,

    /// <summary>C2 不予更正（第四十一条）。</summary>
    RecordNotCorrected,

    /// <summary>C3 不属于本机关职能，已转送有权更正的机关（第四十一条）。</summary>
    RecordCorrectionTransferred,

    /// <summary>C4 不属于本机关职能，告知向有权更正的机关提出（第四十一条）。</summary>
    RecordCorrectionReferred,
}

/// <summary>处理决定的大类，决定救济告知与答复书的写法。</summary>
public enum OutcomeGroup
{
    /// <summary>予以公开。</summary>
    Granted,

    /// <summary>部分公开。</summary>
    PartlyGranted,

    /// <summary>不予公开。</summary>
    Refused,

    /// <summary>无法提供。</summary>
    Unavailable,

    /// <summary>不予处理。</summary>
    Unprocessed,

    /// <summary>其他处理。</summary>
    Other,

    /// <summary>更正与自身相关的记录（第四十一条）。</summary>
    Correction,
}

/// <summary>一种处理决定的固定说明。</summary>
/// <param name="Outcome">哪一种。</param>
/// <param name="Code">业务规则里的代号，如 <c>N4</c>。</param>
/// <param name="Title">给人看的短名。</param>
/// <param name="Articles">通常援引的条款；答复书里可以补充。</param>
/// <param name="Row">表三里的行，如 <c>refused.thirdPartyRights</c>；更正记录的不计入，为空。</param>
/// <param name="Group">大类。</param>
/// <param name="ReconsiderationFirst">是不是条例第十四至十六条的不予公开：2024 年起须先复议后起诉（行政复议法第二十三条）。</param>
public sealed record OutcomeInfo(Outcome Outcome, string Code, string Title, string Articles, string Row, OutcomeGroup Group, bool ReconsiderationFirst);

/// <summary>全部处理决定。</summary>
public static class Outcomes
{
    private static readonly OutcomeInfo[] Table =
    [
        new(Outcome.AlreadyPublished, "G1", "予以公开（已主动公开）", "《条例》第三十六条第（一）项", "granted", OutcomeGroup.Granted, false),
        new(Outcome.Granted, "G2", "予以公开", "《条例》第三十六条第（二）项", "granted", OutcomeGroup.Granted, false),
        new(Outcome.PartlyGranted, "P", "部分公开", "《条例》第三十七条", "partlyGranted", OutcomeGroup.PartlyGranted, false),
        new(Outcome.StateSecret, "N1", "不予公开（国家秘密）", "《条例》第十四条、第三十六条第（三）项", "refused.stateSecret", OutcomeGroup.Refused, true),
        new(Outcome.ProhibitedByLaw, "N2", "不予公开（法律、行政法规禁止）", "《条例》第十四条、第三十六条第（三）项", "refused.prohibitedByLaw", OutcomeGroup.Refused, true),
        new(Outcome.SecurityAndStability, "N3", "不予公开（三安全一稳定）", "《条例》第十四条、第三十六条第（三）项", "refused.securityAndStability", OutcomeGroup.Refused, true),
        new(Outcome.ThirdPartyRights, "N4", "不予公开（第三方合法权益）", "《条例》第十五条、第三十二条、第三十六条第（三）项", "refused.thirdPartyRights", OutcomeGroup.Refused, true),
        new(Outcome.InternalAffairs, "N5", "不予公开（内部事务信息）", "《条例》第十六条第一款、第三十六条第（三）项", "refused.internalAffairs", OutcomeGroup.Refused, true),
        new(Outcome.Deliberative, "N6", "不予公开（过程性信息）", "《条例》第十六条第二款、第三十六条第（三）项", "refused.deliberative", OutcomeGroup.Refused, true),
        new(Outcome.EnforcementFile, "N7", "不予公开（行政执法案卷）", "《条例》第十六条第二款、第三十六条第（三）项", "refused.enforcementFile", OutcomeGroup.Refused, true),
        new(Outcome.AdministrativeInquiry, "N8", "不予公开（行政查询事项）", "《条例》第三十六条第（七）项", "refused.administrativeInquiry", OutcomeGroup.Refused, false),
        new(Outcome.NotFound, "U1", "无法提供（经检索没有）", "《条例》第三十六条第（四）项", "unavailable.notHeld", OutcomeGroup.Unavailable, false),
        new(Outcome.NotOurs, "U1", "无法提供（不属于本机关负责公开）", "《条例》第三十六条第（五）项", "unavailable.notHeld", OutcomeGroup.Unavailable, false),
        new(Outcome.NeedsCreation, "U2", "无法提供（需要另行制作）", "《条例》第三十八条", "unavailable.needsCreation", OutcomeGroup.Unavailable, false),
        new(Outcome.UnclearAfterSupplement, "U3", "无法提供（补正后仍不明确）", "《条例》第三十条", "unavailable.unclearAfterSupplement", OutcomeGroup.Unavailable, false),
        new(Outcome.Petition, "R1", "不予处理（信访、投诉、举报）", "《条例》第三十九条第一款", "unprocessed.petition", OutcomeGroup.Unprocessed, false),
        new(Outcome.Repeated, "R2", "不予处理（重复申请）", "《条例》第三十六条第（六）项", "unprocessed.repeated", OutcomeGroup.Unprocessed, false),
        new(Outcome.Publication, "R3", "不予处理（公开出版物）", "《条例》第三十九条第二款", "unprocessed.publication", OutcomeGroup.Unprocessed, false),
        new(Outcome.Excessive, "R4", "不予处理（大量反复申请）", "《条例》第三十五条", "unprocessed.excessive", OutcomeGroup.Unprocessed, false),
        new(Outcome.Reconfirmation, "R5", "不予处理（要求确认或重新出具）", "国办公开办函〔2021〕30号", "unprocessed.reconfirmation", OutcomeGroup.Unprocessed, false),
        new(Outcome.SupplementOverdue, "O1", "不再处理（逾期不补正）", "《条例》第三十条", "other.supplementOverdue", OutcomeGroup.Other, false),
        new(Outcome.FeeOverdue, "O2", "不再处理（逾期未缴费）", "《条例》第四十二条、国办函〔2020〕109号第六条", "other.feeOverdue", OutcomeGroup.Other, false),
        new(Outcome.Withdrawn, "O3", "其他处理（申请人撤回）", "", "other.other", OutcomeGroup.Other, false),
        new(Outcome.OtherHandling, "O3", "其他处理", "", "other.other", OutcomeGroup.Other, false),
        new(Outcome.RecordCorrected, "C1", "已更正记录", "《条例》第四十一条", "", OutcomeGroup.Correction, false),
        new(Outcome.RecordNotCorrected, "C2", "不予更正记录", "《条例》第四十一条", "", OutcomeGroup.Correction, false),
        new(Outcome.RecordCorrectionTransferred, "C3", "更正记录：转送有权机关", "《条例》第四十一条", "", OutcomeGroup.Correction, false),
        new(Outcome.RecordCorrectionReferred, "C4", "更正记录：告知向有权机关提出", "《条例》第四十一条", "", OutcomeGroup.Correction, false),
    ];

    /// <summary>政府信息公开申请的全部，依答复类型表的次序；每一种都是表三的一行。</summary>
    public static IReadOnlyList<OutcomeInfo> All { get; } = [.. Table.Where(o => o.Group != OutcomeGroup.Correction)];

    /// <summary>要求更正记录的全部（第四十一条）。</summary>
    public static IReadOnlyList<OutcomeInfo> Corrections { get; } = [.. Table.Where(o => o.Group == OutcomeGroup.Correction)];

    /// <summary>一种处理决定的说明。</summary>
    public static OutcomeInfo Info(this Outcome outcome) => Table[(int)outcome];
}
