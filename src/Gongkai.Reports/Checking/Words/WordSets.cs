using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Words;

/// <summary>看措辞的各条规则要找的词语。</summary>
internal static class WordSets
{
    /// <summary>年度任务类文件的名称：一年一发，过年即旧（E17）。</summary>
    public static readonly PhraseSet AnnualTasks = new(
        "工作要点", "重点工作任务", "重点任务", "责任分解表", "任务分解表", "任务分解", "任务分工", "分工方案", "工作安排", "工作任务", "任务清单", "工作计划", "实施要点", "考核实施方案", "考核方案", "考核细则", "考评方案", "考评细则", "评分细则");

    /// <summary>说统计期的词语（E32、E45）。</summary>
    public static readonly PhraseSet PeriodWords = new(
        "统计期限", "统计时限", "统计期间", "统计时间", "统计时段", "统计周期", "统计区间", "统计范围", "数据统计", "数据期限", "所列数据", "数据截止", "数据截至", "数据自", "数据从", "数据为", "报告期", "起止日期", "统计日期", "时间范围", "起止时间");

    /// <summary>说报告由几部分组成的词语（E18）。</summary>
    public static readonly PhraseSet PartsWords = new(
        "部分组成", "个部分", "大部分", "部分构成", "报告全文包括", "全文包括", "全文由", "报告包括", "报告内容包括", "主要内容包括", "内容包括", "主要包括", "内容涵盖", "全文涵盖", "报告涵盖", "报告分为", "内容分为", "包括以下", "报告由", "六部分", "五部分", "七部分", "八部分", "九部分", "十部分", "四部分", "三部分",
        "6部分", "5部分", "7部分", "8部分", "9部分");

    /// <summary>自称（E16）。</summary>
    public static readonly PhraseSet SelfNames = new([.. UnitWords.Phrases]);

    /// <summary>编辑软件、模板留下的字样（E28）。</summary>
    public static readonly PhraseSet Residues = new(
        "错误!未找到引用源", "错误!未定义书签", "错误!链接无效", "Error!Reference", "Error!Bookmark", "HYPERLINK", "PAGEREF", "MERGEFORMAT", "TOC\\o", "_GoBack", "_Toc", "[批注", "批注[", "带格式的:", "删除的内容:", "插入的内容:",
        "(此处填写", "(此处填", "(请填写", "(在此填写", "(待填", "(待补充", "(待定)", "(待核实)", "此处填写", "[填写", "【填写", "[待", "【待", "&nbsp;", "<br", "<p>", "</p>", "<span", "</span", "<div", "</div", "&#",
        "XX件", "XX条", "XX次", "XX年", "XX月", "XX日", "XX项", "XX人", "XX篇", "XX个", "XX局", "XX县", "XX区", "XX市", "XX镇", "XX乡", "XX街道", "XX单位", "XX元", "XXX局", "XX办",
        "xx件", "xx条", "xx次", "xx年", "xx月", "xx日", "xx项", "xx局", "xx县", "xx镇", "xx单位",
        "××件", "××条", "××次", "××年", "××月", "××日", "××项", "××局", "××县", "××区", "××市", "××镇", "××乡", "××街道", "××单位", "×件", "×条", "×次",
        "**件", "**条", "**次", "**年", "__件", "__条", "__次", "__年", "__月");

    /// <summary>赌博、色情与搜索引擎词站的字样（E27）。</summary>
    public static readonly PhraseSet Hijacks = new([.. HijackWords.Phrases]);

    /// <summary>全部。</summary>
    public static readonly PhraseSet[] All = [AnnualTasks, PeriodWords, PartsWords, SelfNames, Residues, Hijacks];
}
