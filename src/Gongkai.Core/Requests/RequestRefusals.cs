namespace Gongkai.Core.Requests;

/// <summary>办理申请时各条不能办的理由；给人看的文字在 <see cref="RefusalText"/>。</summary>
public static class RequestRefusals
{
    /// <summary>收到之日已经确定，不用再确认（《条例》第三十一条）。</summary>
    public static readonly Refusal AlreadyReceived = new("request.alreadyReceived");

    /// <summary>确认收到的日子不能早于申请到达的日子。请核对日期。</summary>
    public static readonly Refusal BeforeSubmission = new("request.beforeSubmission");

    /// <summary>日子还没有到。请核对日期。</summary>
    public static readonly Refusal InFuture = new("request.inFuture");

    /// <summary>还没有与申请人确认收到，期限没有起算（《条例》第三十一条）。请先确认收到。</summary>
    public static readonly Refusal NotConfirmed = new("request.notConfirmed");

    /// <summary>还没有登记（《条例》第四十五条）。请先登记。</summary>
    public static readonly Refusal NotRegistered = new("request.notRegistered");

    /// <summary>已经登记过了。</summary>
    public static readonly Refusal AlreadyRegistered = new("request.alreadyRegistered");

    /// <summary>这件申请已经办结、并案或者拆开，不能再这样办。</summary>
    public static readonly Refusal Concluded = new("request.concluded");

    /// <summary>这件申请已经计入过办理结果，不能再并案。</summary>
    public static readonly Refusal AlreadyCounted = new("request.alreadyCounted");

    /// <summary>拆开要拆成 2 至 50 件（国办函〔2020〕109号第四条）。</summary>
    public static readonly Refusal SplitParts = new("request.splitParts");

    /// <summary>这一件本来就是拆出来的，不能再拆。</summary>
    public static readonly Refusal AlreadySplit = new("request.alreadySplit");

    /// <summary>已经要求过补正、征求过意见、收过费、延长过或者拟过稿，不能再拆开。请在登记之后、办理之前拆开。</summary>
    public static readonly Refusal SplitTooLate = new("request.splitTooLate");

    /// <summary>答复稿正在审查。要改办法，请先退回这一稿。</summary>
    public static readonly Refusal InReview = new("request.inReview");

    /// <summary>答复已经签发，请先送达。</summary>
    public static readonly Refusal AlreadySigned = new("request.alreadySigned");

    /// <summary>日子的先后不对。</summary>
    public static readonly Refusal OutOfOrder = new("event.outOfOrder");

    /// <summary>工作日的个数不在可以的范围里。请核对。</summary>
    public static readonly Refusal DaysOutOfRange = new("request.daysOutOfRange");

    /// <summary>已经要求过说明理由（《条例》第三十五条）。</summary>
    public static readonly Refusal ReasonsAlreadyAsked = new("request.reasonsSecond");

    /// <summary>没有要求过说明理由（《条例》第三十五条）。</summary>
    public static readonly Refusal ReasonsNotAsked = new("request.reasonsNotAsked");

    /// <summary>已经登记过申请人说明的理由。</summary>
    public static readonly Refusal ReasonsAlreadyGiven = new("request.reasonsAlreadyGiven");

    /// <summary>对方的期限还没有到，不能记为逾期未答复；协办的其他机关没有法定期限（《条例》第三十二条、第三十四条）。</summary>
    public static readonly Refusal SilenceTooEarly = new("request.silenceTooEarly");

    /// <summary>第三方、共同制作机关的答复要写明同意还是不同意公开，不能只记已回复（《条例》第三十二条、第三十四条）。</summary>
    public static readonly Refusal PositionMissing = new("consultation.positionMissing");

    /// <summary>这一次征求意见不是第三方的，或者还没有答复，谈不上公共利益的例外（《条例》第三十二条）。</summary>
    public static readonly Refusal NoObjection = new("request.noObjection");

    /// <summary>没有超过免费的件数或者页数，不应收费（国办函〔2020〕109号第四条、第五条）。</summary>
    public static readonly Refusal NothingToPay = new("request.nothingToPay");

    /// <summary>只有申请人说明了理由、理由合理，才能确定延迟答复的期限（《条例》第三十五条）。</summary>
    public static readonly Refusal NoReasonableReasons = new("delay.noReasons");

    /// <summary>延迟答复的日子要晚于现在的答复期限（《条例》第三十五条）。</summary>
    public static readonly Refusal DelayNotLater = new("delay.notLater");

    /// <summary>正在等申请人补正，期限没有起算（《条例》第三十条）。</summary>
    public static readonly Refusal SupplementAwaited = new("reply.supplementAwaited");

    /// <summary>正在等申请人缴费（国办函〔2020〕109号第六条）。</summary>
    public static readonly Refusal FeeAwaited = new("reply.feeAwaited");

    /// <summary>申请人逾期没有补正或者没有缴费。请按不再处理办结（《条例》第三十条，国办函〔2020〕109号第六条）。</summary>
    public static readonly Refusal HasLapsed = new("reply.lapsed");

    /// <summary>还在征求第三方或者共同制作机关的意见，没有答复，也没有记为逾期未答复（《条例》第三十二条、第三十四条）。</summary>
    public static readonly Refusal ConsultationOpen = new("reply.consultationOpen");

    /// <summary>撤回、逾期不补正、逾期不缴费不用答复书决定，请用各自的办法办结。</summary>
    public static readonly Refusal NotByReply = new("reply.notByReply");

    /// <summary>部分公开要写明哪些公开、哪些不公开，各至少一部分（《条例》第三十七条）。</summary>
    public static readonly Refusal PartlyNeedsBoth = new("reply.partlyNeedsBoth");

    /// <summary>一部分里不能再是部分公开（《条例》第三十七条）。</summary>
    public static readonly Refusal PartInPart = new("reply.partInPart");

    /// <summary>有公开的也有不予公开的，就是区分处理，请选部分公开（《条例》第三十七条）。</summary>
    public static readonly Refusal MustBePartly = new("reply.mustBePartly");

    /// <summary>本地口径：几种结果要先按一事一申请拆开，再各自答复。</summary>
    public static readonly Refusal SplitFirst = new("reply.splitFirst");

    /// <summary>答复没有所申请的信息，要有检索记录：哪一天、查了哪些地方（法释〔2025〕8号：被告应证明已尽合理检索）。</summary>
    public static readonly Refusal SearchRecordMissing = new("reply.searchRecordMissing");

    /// <summary>没有补正过，不能答复补正后仍不明确（《条例》第三十条）。</summary>
    public static readonly Refusal NotSupplemented = new("reply.notSupplemented");

    /// <summary>以大量反复申请不予处理，要先要求说明理由，并认定理由不合理（《条例》第三十五条）。</summary>
    public static readonly Refusal ReasonsNotHeard = new("reply.reasonsNotHeard");

    /// <summary>以重复申请不予处理，要写明已经答复的那一件的编号（《条例》第三十六条第（六）项）。</summary>
    public static readonly Refusal EarlierRequestMissing = new("reply.earlierRequestMissing");

    /// <summary>第三方不同意公开且理由成立，又没有书面告知公共利益的例外，不能公开；部分公开的，要有一部分因第三方合法权益不予公开（《条例》第三十二条）。</summary>
    public static readonly Refusal ObjectionStands = new("reply.objectionStands");

    /// <summary>几种结果的救济途径不同，不能写在一份答复书里。</summary>
    public static readonly Refusal RemediesDiffer = new("reply.remediesDiffer");

    /// <summary>这个编号用过了。</summary>
    public static readonly Refusal ConsultationIdUsed = new("consultation.duplicate");

    /// <summary>已经确定过延迟答复的期限。</summary>
    public static readonly Refusal AlreadyDelayed = new("delay.second");

    /// <summary>期限停着、等着或者已经过了，不能再确定延迟。</summary>
    public static readonly Refusal DelayTooLate = new("delay.tooLate");

    /// <summary>附着要提供给申请人的信息，决定里却没有予以公开的内容。请先撤下这些文件。</summary>
    public static readonly Refusal DisclosedAttached = new("reply.disclosedAttached");

    /// <summary>没有待审查的答复稿。</summary>
    public static readonly Refusal NothingToReview = new("review.nothing");

    /// <summary>这一稿已经通过这种审查。</summary>
    public static readonly Refusal AlreadyReviewed = new("review.done");

    /// <summary>拟稿人不能审查自己拟的稿。请由别人审查。</summary>
    public static readonly Refusal ReviewsOwnDraft = new("review.ownDraft");

    /// <summary>没有待签发的答复稿。</summary>
    public static readonly Refusal NothingToSign = new("sign.nothing");

    /// <summary>答复稿在您打开之后改过了。请重新看过再签。</summary>
    public static readonly Refusal DraftChanged = new("sign.draftChanged");

    /// <summary>拟稿人不能签发自己拟的稿。</summary>
    public static readonly Refusal SignsOwnDraft = new("sign.ownDraft");

    /// <summary>还没有通过合法性审查。</summary>
    public static readonly Refusal LegalReviewMissing = new("sign.legalReviewMissing");

    /// <summary>还没有通过保密审查（保密法第三十五条：先审查后公开）。</summary>
    public static readonly Refusal SecrecyReviewMissing = new("sign.secrecyReviewMissing");

    /// <summary>答复还没有签发。</summary>
    public static readonly Refusal NotSigned = new("service.notSigned");

    /// <summary>邮寄只能经邮政企业，快递企业不得寄递国家机关公文（邮政法第五十五条）。</summary>
    public static readonly Refusal NotPostal = new("service.notPostal");

    /// <summary>申请人没有要求用电子方式获取。请直接送达、委托送达或者邮寄。</summary>
    public static readonly Refusal ElectronicNotAsked = new("service.electronicNotAsked");

    /// <summary>这一件是依复议决定、判决或者自行纠正重新处理的，不能撤回。</summary>
    public static readonly Refusal Ordered = new("withdraw.ordered");

    /// <summary>申请人的补正或者缴费期限还没有过（《条例》第三十条，国办函〔2020〕109号第六条）。</summary>
    public static readonly Refusal NotLapsed = new("lapse.notLapsed");

    /// <summary>还没有记下申请人哪一天收到通知，期限没有起算（《条例》第三十条，国办函〔2020〕109号第六条）。</summary>
    public static readonly Refusal LapseNotServed = new("lapse.notServed");

    /// <summary>给申请人的最后一天只是暂定，不能据此视为放弃；先导入那一年的放假通知（《条例》第三十条，国办函〔2020〕109号第六条）。</summary>
    public static readonly Refusal LapseProvisional = new("lapse.provisional");

    /// <summary>给对方的最后一天只是暂定，不能记为逾期未答复；先导入那一年的放假通知（《条例》第三十二条、第三十四条）。</summary>
    public static readonly Refusal SilenceProvisional = new("request.silenceProvisional");

    /// <summary>给申请人说明理由的最后一天只是暂定，不能认定没有说明；先导入那一年的放假通知（《条例》第三十五条）。</summary>
    public static readonly Refusal ReasonsProvisional = new("reply.reasonsProvisional");

    /// <summary>一件申请只收一次信息处理费（国办函〔2020〕109号第二条、第三条）。</summary>
    public static readonly Refusal FeeSecond = new("fee.second");

    /// <summary>按量计收只用于要求提供纸质件、发送电子邮件、复制电子数据的（国办函〔2020〕109号第五条）。</summary>
    public static readonly Refusal FeeNotByPage = new("fee.notByPage");

    /// <summary>补正的期限没有过，照平常收补正（《条例》第三十条）。</summary>
    public static readonly Refusal SupplementNotLate = new("lapse.supplementNotLate");

    /// <summary>没有这样一份还不知道哪一天收到的通知。</summary>
    public static readonly Refusal NoticeNotPending = new("notice.notPending");

    /// <summary>还没有记下对方哪一天收到，期限没有起算，不能记为逾期未答复（《条例》第三十二条、第三十四条）。</summary>
    public static readonly Refusal SilenceNotServed = new("request.silenceNotServed");

    /// <summary>还没有记下申请人哪一天收到说明理由告知书，期限没有起算（《条例》第三十五条）。</summary>
    public static readonly Refusal ReasonsNotServed = new("reply.reasonsNotServed");

    /// <summary>还没有办结。</summary>
    public static readonly Refusal NotConcluded = new("request.notConcluded");

    /// <summary>请写明本单位保管期限表里的代号（档案法实施条例第十九条）。</summary>
    public static readonly Refusal NoRetentionCode = new("archive.noRetentionCode");

    /// <summary>要求更正记录的没有法定期限，不适用补正、征求意见、收费、延长、并案这些规定（《条例》第四十一条）。要补材料的，请直接与申请人联系，记在备注里。</summary>
    public static readonly Refusal NotForCorrection = new("request.notForCorrection");

    /// <summary>已经提出延长，正在等负责人同意或者退回（《条例》第三十三条）。</summary>
    public static readonly Refusal ExtensionPending = new("extension.pending");

    /// <summary>没有等待同意的延长，请先由经办人提出（《条例》第三十三条）。</summary>
    public static readonly Refusal ExtensionNotProposed = new("extension.notProposed");

    /// <summary>重新处理的期限是复议决定、判决写明的，不是《条例》第三十三条的期限，本机关不能自己延长；确有困难的，请向作出决定、判决的机关说明。</summary>
    public static readonly Refusal ExtensionFixed = new("extension.fixed");

    /// <summary>重新处理的不能再要求补正：补正要在收到申请之日起 7 个工作日内一次性告知（《条例》第三十条），重新处理不是收到新的申请。</summary>
    public static readonly Refusal SupplementInRedo = new("supplement.redo");

    /// <summary>政府信息公开申请与要求更正记录，各有各的决定，不能混用（《条例》第三十六条、第四十一条）。</summary>
    public static readonly Refusal WrongMatter = new("reply.wrongMatter");

    /// <summary>申请人还没有说明理由，给他的工作日也还没有过，现在不能认定（《条例》第三十五条）。</summary>
    public static readonly Refusal ReasonsAwaited = new("reply.reasonsAwaited");

    /// <summary>还没有归档，或者正在重新处理。</summary>
    public static readonly Refusal NotArchived = new("retention.notArchived");

    /// <summary>永久保管的不鉴定。</summary>
    public static readonly Refusal KeptForever = new("retention.permanent");

    /// <summary>保管期限还没有满（档案法实施条例第二十四条）。</summary>
    public static readonly Refusal StillKept = new("retention.notDue");

    /// <summary>还没有鉴定同意销毁（档案法实施条例第二十四条）。</summary>
    public static readonly Refusal NotAppraised = new("retention.notAppraised");

    /// <summary>拆成的各件、并入的那一件还要保管：身份证明、授权在这一件里。</summary>
    public static readonly Refusal RelatedKept = new("retention.relatedKept");

    /// <summary>鉴定的人不能批准销毁。</summary>
    public static readonly Refusal ApprovesOwnAppraisal = new("retention.ownAppraisal");

    /// <summary>申请人资料已经销毁。</summary>
    public static readonly Refusal Destroyed = new("retention.destroyed");
}
