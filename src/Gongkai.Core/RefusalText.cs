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
    }.ToFrozenDictionary();

    /// <summary>有文字的全部代号，按代号排序。</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. ByCode.Keys.Order(StringComparer.Ordinal)];

    /// <summary>这个代号的一句话；不认得的代号是程序的错。</summary>
    public static string Of(string code) =>
        ByCode.TryGetValue(code, out var text) ? text : throw new ArgumentException($"No text for the refusal code {code}.", nameof(code));
}
