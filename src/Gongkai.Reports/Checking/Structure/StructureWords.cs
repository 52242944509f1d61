using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Structure;

/// <summary>一类话：说没说到一件事，看有没有其中任何一个词；词宁可多列，免得错怪。</summary>
internal sealed class WordFamily(string name, params string[] words)
{
    /// <summary>给人看的名称。</summary>
    public string Name { get; } = name;

    /// <summary>说到这件事必有其一的词。</summary>
    public string[] Words { get; } = words;

    /// <summary>在 <see cref="StructureWords.Said"/> 中占的那一位。</summary>
    public uint Bit { get; set; }
}

/// <summary>各部分应当说到的事及其词语，合成一组，正文只走一遍。</summary>
internal static class StructureWords
{
    /// <summary>总体情况应综述的五方面。</summary>
    public static readonly WordFamily[] Aspects =
    [
        new("主动公开", "主动公开", "主动发布", "主动向社会", "公开政府信息", "发布政府信息", "公开信息", "发布信息", "公开各类", "发布各类", "信息公开内容", "公开内容", "公示", "信息发布"),
        new("依申请公开", "依申请", "申请"),
        new("政府信息管理", "信息管理", "审查", "信息审核", "发布审核", "审核发布", "先审", "级审核", "审核把关", "审核机制", "审核制度", "审核程序", "审核流程", "严格审核", "审签", "公开属性", "清理", "保密", "目录", "动态调整", "归档", "台账", "三审", "管理制度", "规范管理"),
        new("政府信息公开平台建设", "平台", "网站", "专栏", "栏目", "公众号", "新媒体", "微信", "微博", "客户端", "公报", "公开栏", "公示栏", "查阅点", "专区", "载体", "渠道建设"),
        new("监督保障", "监督", "保障", "考核", "评议", "培训", "责任追究", "领导小组", "组织领导", "专人", "工作机制", "责任制", "督查", "督导"),
    ];

    /// <summary>各级政府还应报告的三项结果。</summary>
    public static readonly WordFamily[] Results =
    [
        new("工作考核", "考核", "考评", "绩效", "评估", "测评", "考查"),
        new("社会评议", "评议", "满意度", "测评", "公众评价", "社会评价", "群众评价", "问卷", "好差评", "社会监督", "第三方评估", "民意调查"),
        new("责任追究", "责任追究", "追究", "追责", "问责", "通报批评", "约谈"),
    ];

    /// <summary>联系方式。</summary>
    public static readonly WordFamily Contact = new("联系方式", "电话", "联系方式", "邮箱", "传真", "热线");

    /// <summary>问题与改进。</summary>
    public static readonly WordFamily[] Problems =
    [
        new("存在的问题", "问题", "不足", "不够", "有待", "欠缺", "差距", "薄弱", "短板", "不高", "不强", "不及时", "不到位", "不全", "滞后", "单一", "缺乏", "偏少", "较少", "困难", "仍需", "亟需", "弱项", "不", "但", "偏", "未能", "少", "慢", "尚未"),
        new("改进情况", "将", "改进", "加强", "加大", "完善", "进一步", "提升", "提高", "措施", "整改", "优化", "强化", "推进", "健全", "下一步", "计划", "落实", "细化", "规范", "拓宽", "深化", "已", "改正", "解决"),
    ];

    /// <summary>空话：哪个单位、哪一年都能说。</summary>
    public static readonly WordFamily Empty = new("空话", "有待提高", "有待加强", "有待进一步", "不够深入", "不够到位", "不够全面", "不够丰富", "不够及时", "重视不够", "力度不够", "意识不强", "能力不足", "人员紧缺", "人手不足",
        "进一步加强", "进一步完善", "进一步提高", "进一步提升", "进一步加大", "进一步强化", "加大力度", "加强学习", "加强领导", "提高认识", "提高思想认识", "强化意识", "完善制度", "狠抓落实", "新台阶", "一定成绩", "一定差距", "还有差距", "拓宽渠道", "丰富形式");

    /// <summary>被纠正之后该说到的事。</summary>
    public static readonly WordFamily Corrections = new("纠正", "复议", "诉讼", "纠正", "败诉", "答复", "法律", "依申请", "撤销", "违法");

    /// <summary>规章：只看说本单位制定的。</summary>
    public static readonly WordFamily Rules = new("规章", "规章");

    private static readonly WordFamily[] All = [.. Aspects, .. Results, Contact, .. Problems, Empty, Corrections, Rules];

    // A word may stand for several things: 测评 is both an appraisal and a rating.
    private static readonly uint[] Families;

    /// <summary>全部词语。</summary>
    public static readonly PhraseSet Set;

    static StructureWords()
    {
        for (var i = 0; i < All.Length; i++)
        {
            All[i].Bit = 1u << i;
        }

        string[] words = [.. All.SelectMany(f => f.Words).Distinct()];
        Set = new PhraseSet(words);
        Families = [.. words.Select(w => All.Where(f => f.Words.Contains(w)).Aggregate(0u, (bits, f) => bits | f.Bit))];
    }

    /// <summary>一处出现属于哪几类，每类一位。</summary>
    public static uint FamiliesOf(PhraseHit hit) => Families[hit.Phrase];

    /// <summary>正文两处之间说到了哪几类。</summary>
    public static uint Said(NarrativeText text, int from, int to)
    {
        var said = 0u;
        foreach (var hit in text.Hits.Of(Set))
        {
            if (hit.Start >= from && hit.End <= to)
            {
                said |= Families[hit.Phrase];
            }
        }

        return said;
    }

    /// <summary>一个部分的正文（不含标题）在 <see cref="NarrativeText.Letters"/> 中的起止；没有时为 (0, 0)。</summary>
    public static (int Start, int End) Body(NarrativeText text, int section)
    {
        var (start, end) = (-1, 0);
        foreach (var paragraph in text.ParagraphSpan)
        {
            if (paragraph.Section == section && !paragraph.IsHeading)
            {
                start = start < 0 ? paragraph.Start : start;
                end = paragraph.End;
            }
        }

        return start < 0 ? (0, 0) : (start, end);
    }

    /// <summary>缺了哪几类的名称，用顿号连起来。</summary>
    public static string Missing(WordFamily[] families, uint said, out int count)
    {
        var missing = Array.FindAll(families, f => (said & f.Bit) == 0);
        count = missing.Length;
        return string.Join("、", missing.Select(f => f.Name));
    }
}
