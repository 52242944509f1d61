using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Words;

/// <summary>引言自己说的组成部分：不是现行格式的六个部分（多半是 2008 年起用的八部分说法）。</summary>
internal static class PartsList
{
    private const int Longest = 400;
    private const int MostHits = 40;

    /// <summary>旧格式才有的部分。</summary>
    private static readonly string[][] Foreign =
    [
        ["回应社会关切", "回应关切", "回应公众关切"],
        ["收费情况", "收费及减免", "收费和减免", "收费与减免", "收费减免"],
        ["不予公开政府信息", "不予公开情况", "不予公开的情况"],
        ["概述"],
        ["基本情况"],
        ["组织机构", "机构建设", "机构与保障", "人员和经费", "人员及经费", "支出与收费", "经费支出", "咨询情况", "咨询处理"],
        ["建议提案", "提案办理", "人大代表建议"],
        ["说明与附表", "附表", "指标统计", "统计表"],
        ["政策解读情况", "解读回应"],
        ["申诉情况", "举报、复议", "申诉、复议"],
    ];

    /// <summary>六个部分各自的关键词。</summary>
    private static readonly string[][] Own =
    [
        ["总体情况", "基本情况", "总体工作", "概述", "概况"],
        ["主动公开"],
        ["收到和处理", "依申请公开", "申请情况", "申请办理", "处理政府信息公开申请", "申请公开"],
        ["行政复议", "复议"],
        ["存在的主要问题", "存在问题", "主要问题", "存在的问题", "问题及改进", "问题和改进"],
        ["其他需要", "其他事项", "需要报告的事项", "其它需要", "其它事项"],
    ];

    public static void Check(Rule rule, CheckContext context)
    {
        var looked = 0;
        foreach (var hit in context.Text.Hits.Of(WordSets.PartsWords))
        {
            if (context.Text.SectionAt(hit.Start) != 0 || ++looked > MostHits)
            {
                return;
            }

            if (Fault(context.Text, hit) is { } fault)
            {
                context.Find(
                    rule,
                    $"引言说的组成部分与现行格式不符：{fault}。现行格式是六个部分：总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项；请照此改写引言。",
                    quotes: [Wording.Quote(context.Text, hit.Start)]);
                return;
            }
        }
    }

    private static string? Fault(NarrativeText text, PhraseHit hit)
    {
        var sentence = text.SentenceSpan[text.SentenceAt(hit.Start)];
        var said = text.Letters.AsSpan(sentence.Start, Math.Min(sentence.End - sentence.Start, Longest));
        var own = 0;
        foreach (var words in Own)
        {
            own += Has(said, words) ? 1 : 0;
        }

        if (said.IndexOf("报告") < 0 && said.IndexOf("年报") < 0 && !(own >= 4 && (said.StartsWith("内容") || said.StartsWith("全文") || said.StartsWith("主要内容"))))
        {
            return null;
        }

        if (CountBefore(text.Letters, sentence.Start, hit) is { } count)
        {
            return count == 6 ? null : own >= 2 || said.IndexOf("组成") >= 0 || said.IndexOf("构成") >= 0 ? $"说的是 {count} 个部分" : null;
        }

        if (own < 4)
        {
            return null;
        }

        List<string> foreign = [];
        foreach (var words in Foreign)
        {
            foreach (var word in words)
            {
                if (said.IndexOf(word) >= 0)
                {
                    foreign.Add(word);
                    break;
                }
            }
        }

        // 基本情况 and 概述 are old names of the first part: alone they may be a loose wording.
        return foreign.Exists(w => w is not ("基本情况" or "概述")) ? $"其中的{string.Join("、", foreign.ConvertAll(w => $"“{w}”"))}不是现行格式的部分" : null;

        static bool Has(ReadOnlySpan<char> said, string[] words)
        {
            foreach (var word in words)
            {
                if (said.IndexOf(word) >= 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    // “八个部分”, “8部分”; not “第五部分”, “上述两部分”.
    private static int? CountBefore(string letters, int floor, PhraseHit hit)
    {
        var at = letters.AsSpan(hit.Start, hit.End - hit.Start).IndexOf("部分");
        if (at < 0)
        {
            return null;
        }

        at += hit.Start - 1;
        while (at > floor && letters[at] is '个' or '大')
        {
            at--;
        }

        if (at < floor)
        {
            return null;
        }

        int? value = letters[at] is >= '3' and <= '9' ? letters[at] - '0' : "三四五六七八九十".IndexOf(letters[at], StringComparison.Ordinal) is >= 0 and var i ? i + 3 : null;
        return at > floor && letters[at - 1] is '第' or '十' or '前' or '后' or '其' || (at > floor && char.IsAsciiDigit(letters[at - 1])) ? null : value;
    }
}
