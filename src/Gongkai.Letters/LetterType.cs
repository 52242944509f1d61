namespace Gongkai.Letters;

/// <summary>依申请公开的文书种类。题名、依据和必备要素在 data/letters。</summary>
public enum LetterType
{
    /// <summary>申请登记表。</summary>
    RegisterSheet,

    /// <summary>接收回执。</summary>
    Receipt,

    /// <summary>补正告知书（条例第三十条）。</summary>
    SupplementNotice,

    /// <summary>说明理由告知书（条例第三十五条）。</summary>
    ReasonsNotice,

    /// <summary>延期答复告知书（条例第三十三条）。</summary>
    ExtensionNotice,

    /// <summary>延迟答复告知书（条例第三十五条：理由合理但无法按期答复）。</summary>
    DelayNotice,

    /// <summary>征求意见书（给第三方），附征求意见确认函（条例第三十二条）。</summary>
    ThirdPartyConsultation,

    /// <summary>征求意见告知书（给申请人）。</summary>
    ConsultationNoticeToApplicant,

    /// <summary>依申请公开告知书（给第三方：因公共利益决定公开，条例第三十二条）。</summary>
    PublicInterestNotice,

    /// <summary>征求意见书（给共同制作机关），附征求意见确认函（条例第三十四条）。</summary>
    CoProducerConsultation,

    /// <summary>协办函（给协办机关）。</summary>
    AgencyAssistance,

    /// <summary>收费通知书（国办函〔2020〕109号第六条）。</summary>
    FeeNotice,

    /// <summary>审查呈批单。</summary>
    ApprovalForm,

    /// <summary>政府信息检索记录表（「经检索没有」的证据）。</summary>
    SearchRecord,

    /// <summary>更正告知书：已更正（条例第四十一条）。</summary>
    RecordCorrected,

    /// <summary>更正告知书：不予更正（条例第四十一条）。</summary>
    RecordNotCorrected,

    /// <summary>更正告知书：转送有权机关（条例第四十一条）。</summary>
    RecordCorrectionTransferred,

    /// <summary>更正告知书：告知向有权机关提出（条例第四十一条）。</summary>
    RecordCorrectionReferred,

    /// <summary>申请转办单（机关内部转交公开工作机构或承办单位）。</summary>
    TransferSlip,

    /// <summary>送达回证。</summary>
    ServiceReceipt,

    /// <summary>答复书 G1：已主动公开，告知获取方式、途径（条例第三十六条第一项）。</summary>
    ReplyAlreadyPublished,

    /// <summary>答复书 G2：予以公开（条例第三十六条第二项）。直接提供信息的可以不另出答复书，但须留送达凭证。</summary>
    ReplyGranted,

    /// <summary>答复书 P：区分处理，部分公开（条例第三十七条）。</summary>
    ReplyPartlyGranted,

    /// <summary>答复书 N1：国家秘密（条例第十四条）。</summary>
    ReplyStateSecret,

    /// <summary>答复书 N2：法律、行政法规禁止公开（条例第十四条）。</summary>
    ReplyProhibitedByLaw,

    /// <summary>答复书 N3：危及国家安全、公共安全、经济安全、社会稳定（条例第十四条）。</summary>
    ReplySecurityAndStability,

    /// <summary>答复书 N4：保护第三方合法权益（条例第十五条、第三十二条）。</summary>
    ReplyThirdPartyRights,

    /// <summary>答复书 N5：三类内部事务信息（条例第十六条第一款）。</summary>
    ReplyInternalAffairs,

    /// <summary>答复书 N6：四类过程性信息（条例第十六条第二款）。</summary>
    ReplyDeliberative,

    /// <summary>答复书 N7：行政执法案卷信息（条例第十六条第二款）。</summary>
    ReplyEnforcementFile,

    /// <summary>答复书 N8：行政查询事项（条例第三十六条第七项）。</summary>
    ReplyAdministrativeInquiry,

    /// <summary>答复书 U1：经检索没有（条例第三十六条第四项）。</summary>
    ReplyNotFound,

    /// <summary>答复书 U1：不属于本机关负责公开（条例第三十六条第五项）。</summary>
    ReplyNotResponsible,

    /// <summary>答复书 U2：没有现成信息，需要另行制作（条例第三十八条）。</summary>
    ReplyNeedsCreation,

    /// <summary>答复书 U3：补正后申请内容仍不明确（条例第三十条）。</summary>
    ReplyUnclearAfterSupplement,

    /// <summary>答复书 R1：信访、投诉、举报类（条例第三十九条第一款）。</summary>
    ReplyPetition,

    /// <summary>答复书 R2：重复申请（条例第三十六条第六项）。</summary>
    ReplyRepeated,

    /// <summary>答复书 R3：要求提供公开出版物（条例第三十九条第二款）。</summary>
    ReplyPublication,

    /// <summary>答复书 R4：无正当理由大量反复申请（条例第三十五条）。</summary>
    ReplyExcessive,

    /// <summary>答复书 R5：要求确认或者重新出具已获取的信息（国办公开办函〔2021〕30号格式所列）。</summary>
    ReplyReconfirmation,

    /// <summary>告知书 O1：无正当理由逾期不补正，不再处理（条例第三十条）。</summary>
    ReplySupplementOverdue,

    /// <summary>告知书 O2：逾期未缴费，不再处理（国办函〔2020〕109号第六条）。</summary>
    ReplyFeeOverdue,

    /// <summary>告知书 O3：申请人撤回，终止处理。</summary>
    ReplyWithdrawn,

    /// <summary>答复书 O3：其他处理。</summary>
    ReplyOther,
}
