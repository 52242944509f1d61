using System.Collections.Frozen;

namespace Gongkai.Core;

/// <summary>各条理由给人看的话：哪里不行、依据哪一条、怎么办。全部文字在这一处。</summary>
public static class RefusalText
{
    private static readonly FrozenDictionary<string, string> ByCode = new Dictionary<string, string>
    {
        ["supplement.late"] = "收到申请已经超过 7 个工作日，不能再要求补正（《条例》第三十条）。请按现有内容答复。",
        ["supplement.second"] = "补正只能一次性告知，这件申请已经要求过补正（《条例》第三十条）。",
        ["supplement.noDays"] = "补正通知要写明合理的补正期限，至少 1 个工作日（《条例》第三十条）。",
        ["extension.second"] = "答复期限只能延长一次，这件申请已经延长过（《条例》第三十三条）。",
        ["extension.tooLong"] = "延长答复最长 20 个工作日（《条例》第三十三条）。",
        ["extension.noDays"] = "延长答复至少 1 个工作日（《条例》第三十三条）。",
        ["extension.overdue"] = "答复期限已经届满，不能再延长（《条例》第三十三条）。请尽快答复。",
        ["extension.unapproved"] = "延长答复要经政府信息公开工作机构负责人同意，请写明谁同意的（《条例》第三十三条）。",
        ["consultation.overdue"] = "答复期限已经届满，此时征求意见不能停止计算期限（《条例》第三十三条）。请尽快答复。",
        ["consultation.duplicate"] = "这个编号的征求意见书已经发出过，请换一个编号（《条例》第三十二条、第三十四条）。",
        ["reasons.overdue"] = "答复期限已经届满，不能再要求说明理由（《条例》第三十五条）。请尽快答复。",
        ["fee.overdue"] = "答复期限已经届满，不能再发收费通知：收费通知要在处理期限内发出（国办函〔2020〕109号第六条）。",
        ["event.outOfOrder"] = "日子的先后不对：收到日还没有确认，或者早于收到日、早于前一件事，或者送达早于发出（《条例》第三十条、第三十一条、第三十三条）。请核对日期。",
        ["event.notAwaited"] = "此时等的不是这件事：等待补正或者缴费期间，只能登记收到补正或者缴费；没有发出过要求，也就没有可登记的答复（《条例》第三十条，国办函〔2020〕109号第六条）。",
        ["event.lapsed"] = "申请人逾期没有补正或者没有缴费，视为放弃申请，不再处理（《条例》第三十条，国办函〔2020〕109号第六条）。",
        ["request.alreadyReceived"] = "收到之日已经确定，不用再确认（《条例》第三十一条）。",
        ["request.beforeSubmission"] = "确认收到的日子不能早于申请到达的日子。请核对日期。",
        ["request.inFuture"] = "日子还没有到。请核对日期。",
        ["request.notConfirmed"] = "还没有与申请人确认收到，期限没有起算（《条例》第三十一条）。请先确认收到。",
        ["request.notRegistered"] = "还没有登记（《条例》第四十五条）。请先登记。",
        ["request.alreadyRegistered"] = "已经登记过了。",
        ["request.concluded"] = "这件申请已经办结、并案或者拆开，不能再这样办。",
        ["request.alreadyCounted"] = "这件申请已经计入过办理结果，不能再并案。",
        ["request.splitParts"] = "拆开要拆成 2 至 50 件（国办函〔2020〕109号第四条）。",
        ["request.alreadySplit"] = "这一件本来就是拆出来的，不能再拆。",
        ["request.splitTooLate"] = "已经要求过补正、征求过意见、收过费、延长过或者拟过稿，不能再拆开。请在登记之后、办理之前拆开。",
        ["request.inReview"] = "答复稿正在审查。要改办法，请先退回这一稿。",
        ["request.alreadySigned"] = "答复已经签发，请先送达。",
        ["request.daysOutOfRange"] = "工作日的个数不在可以的范围里。请核对。",
        ["request.reasonsSecond"] = "已经要求过说明理由（《条例》第三十五条）。",
        ["request.reasonsNotAsked"] = "没有要求过说明理由（《条例》第三十五条）。",
        ["request.reasonsAlreadyGiven"] = "已经登记过申请人说明的理由。",
        ["request.silenceTooEarly"] = "对方的期限还没有到，不能记为逾期未答复；协办的其他机关没有法定期限（《条例》第三十二条、第三十四条）。",
        ["request.noObjection"] = "这一次征求意见不是第三方的，或者还没有答复，谈不上公共利益的例外（《条例》第三十二条）。",
        ["request.nothingToPay"] = "没有超过免费的件数或者页数，不应收费（国办函〔2020〕109号第四条、第五条）。",
        ["delay.noReasons"] = "只有申请人说明了理由、理由合理，才能确定延迟答复的期限（《条例》第三十五条）。",
        ["delay.notLater"] = "延迟答复的日子要晚于现在的答复期限（《条例》第三十五条）。",
        ["reply.supplementAwaited"] = "正在等申请人补正，期限没有起算（《条例》第三十条）。",
        ["reply.feeAwaited"] = "正在等申请人缴费（国办函〔2020〕109号第六条）。",
        ["reply.lapsed"] = "申请人逾期没有补正或者没有缴费。请按不再处理办结（《条例》第三十条，国办函〔2020〕109号第六条）。",
        ["reply.consultationOpen"] = "还在征求第三方或者共同制作机关的意见，没有答复，也没有记为逾期未答复（《条例》第三十二条、第三十四条）。",
        ["reply.notByReply"] = "撤回、逾期不补正、逾期不缴费不用答复书决定，请用各自的办法办结。",
        ["reply.partlyNeedsBoth"] = "部分公开要写明哪些公开、哪些不公开，各至少一部分（《条例》第三十七条）。",
        ["reply.partInPart"] = "一部分里不能再是部分公开（《条例》第三十七条）。",
        ["reply.mustBePartly"] = "有公开的也有不予公开的，就是区分处理，请选部分公开（《条例》第三十七条）。",
        ["reply.splitFirst"] = "本地口径：几种结果要先按一事一申请拆开，再各自答复。",
        ["reply.searchRecordMissing"] = "答复没有所申请的信息，要有检索记录：哪一天、查了哪些地方（法释〔2025〕8号：被告应证明已尽合理检索）。",
        ["reply.notSupplemented"] = "没有补正过，不能答复补正后仍不明确（《条例》第三十条）。",
        ["reply.reasonsNotHeard"] = "以大量反复申请不予处理，要先要求说明理由，并认定理由不合理（《条例》第三十五条）。",
        ["reply.earlierRequestMissing"] = "以重复申请不予处理，要写明已经答复的那一件的编号（《条例》第三十六条第（六）项）。",
        ["reply.objectionStands"] = "第三方不同意公开且理由成立，又没有书面告知公共利益的例外，不能公开（《条例》第三十二条）。",
        ["review.nothing"] = "没有待审查的答复稿。",
        ["review.done"] = "这一稿已经通过这种审查。",
        ["review.ownDraft"] = "拟稿人不能审查自己拟的稿。请由别人审查。",
        ["sign.nothing"] = "没有待签发的答复稿。",
        ["sign.draftChanged"] = "答复稿在您打开之后改过了。请重新看过再签。",
        ["sign.ownDraft"] = "拟稿人不能签发自己拟的稿。",
        ["sign.legalReviewMissing"] = "还没有通过合法性审查。",
        ["sign.secrecyReviewMissing"] = "还没有通过保密审查（保密法第三十五条：先审查后公开）。",
        ["service.notSigned"] = "答复还没有签发。",
        ["service.notPostal"] = "邮寄只能经邮政企业，快递企业不得寄递国家机关公文（邮政法第五十五条）。",
        ["service.electronicNotAsked"] = "申请人没有要求用电子方式获取。请直接送达、委托送达或者邮寄。",
        ["withdraw.ordered"] = "这一件是依复议决定、判决或者自行纠正重新处理的，不能撤回。",
        ["lapse.notLapsed"] = "申请人的补正或者缴费期限还没有过（《条例》第三十条，国办函〔2020〕109号第六条）。",
        ["request.notConcluded"] = "还没有办结。",
        ["archive.noRetentionCode"] = "请写明本单位保管期限表里的代号（档案法实施条例第十九条）。",
        ["reply.remediesDiffer"] = "几种结果的救济途径不同：依《条例》第十四条至第十六条不予公开的要先申请行政复议，其余可以直接起诉（行政复议法第二十三条）。请先按一事一申请拆开，再各自答复。",
        ["delay.second"] = "已经告知过延迟答复的期限（《条例》第三十五条）。",
        ["delay.tooLate"] = "期限正停着、等着，或者已经过了，不能再确定延迟答复（《条例》第三十五条）。",
        ["retention.notArchived"] = "还没有归档，或者正在重新处理，不能鉴定。",
        ["retention.permanent"] = "永久保管的，不鉴定，也不销毁。",
        ["retention.notDue"] = "保管期限还没有满，期满才鉴定（档案法实施条例第二十四条）。",
        ["retention.notAppraised"] = "还没有鉴定同意销毁。保管期满先鉴定，从不直接销毁（档案法实施条例第二十四条）。",
        ["retention.ownAppraisal"] = "鉴定的人不能批准自己的鉴定。请由公开工作机构负责人或者签发领导中的另一位批准。",
        ["retention.destroyed"] = "保管期满，申请人资料已经销毁，不能再办。",
    }.ToFrozenDictionary();

    /// <summary>有文字的全部代号，按代号排序。</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. ByCode.Keys.Order(StringComparer.Ordinal)];

    /// <summary>这个代号的一句话；不认得的代号是程序的错。</summary>
    public static string Of(string code) =>
        ByCode.TryGetValue(code, out var text) ? text : throw new ArgumentException($"No text for the refusal code {code}.", nameof(code));
}
