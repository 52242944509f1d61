using System.Buffers;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Words;

/// <summary>
/// 年份残留：报告本年工作的句子写着别的年份，多半是沿用了去年的稿子。对比、背景、文件名、计划、对上年的考核结果都不是残留；
/// 说不准的至多是警告。
/// </summary>
internal static class YearResidue
{
    private const int MostMentions = 400;
    private const int MostFindings = 20;
    private const int Reach = 240;
    private const int Earliest = 5;
    private const int LeadingYear = 8;

    // Any of these and the sentence may well tell of the other year on purpose.
    private static readonly SearchValues<string> Background = Wording.Any(
        "同比", "相比", "环比", "对比", "较20", "较上", "较去", "较前", "较之", "比20", "比上", "比去", "比前", "以来", "至今", "印发", "出台", "制定的", "修订", "施行", "实施的", "生效", "成立", "组建", "上线",
        "上年", "去年", "往年", "历年", "上一年", "前一年", "今年", "本年", "当年", "近年", "连续", "逐年", "结转", "遗留", "存量", "针对", "整改",
        "提出的", "提交的", "收到的", "受理的", "作出的", "制发的", "发布的", "公开的",
        "同期", "基数", "基础上", "期间", "曾", "存在的问题", "移交", "划转", "改革", "转隶", "撤销", "合并", "更名", "更正", "补录");

    // The year begins the name of a document: 2022年部门决算, 2022年工作要点.
    private static readonly SearchValues<string> Documents = Wording.Any(
        "决算", "预算", "总结", "公报", "清单", "要点", "方案", "规划", "目录", "名单", "版)", "文件", "年度报告", "年报", "法治政府", "档案", "审计");

    // A prize, a rank: told in the year after.
    private static readonly SearchValues<string> Awards = Wording.Any("通报", "评估", "测评", "排名", "排位", "第三方", "表彰", "荣获", "获评", "评为", "授予", "获得", "优秀", "先进", "称号");

    private static readonly SearchValues<string> Plans = Wording.Any("将", "拟", "计划", "力争", "打算", "继续", "进一步", "要", "争取", "下一步");

    private static readonly SearchValues<string> Announced = Wording.Any("公布", "公示", "荣", "获", "被", "名列", "位列", "位居", "结果为", "等次");

    private static readonly SearchValues<string> Assessed = Wording.Any("考核", "考评", "评议", "成绩", "评比");

    // 没有发生、没有收到：only a report's own account says so of a year.
    private static readonly SearchValues<string> Nothing = Wording.Any(
        "未发生", "没有发生", "未收到", "没有收到", "未接到", "没有接到", "未接收", "没有接收", "未受理", "没有受理", "未产生", "没有产生", "未出现", "没有出现", "未因", "没有因", "未被", "没有被", "无行政复议", "无行政诉讼", "无责任追究",
        "无政府信息公开申请", "无依申请", "未有", "没有发出收费", "没有收取", "未收取", "未涉及", "未提起");

    private static readonly SearchValues<string> Counted = Wording.Any(
        "主动公开", "公开政府信息", "公开信息", "公开各类", "公开政务", "发布信息", "发布各类", "发布政府信息", "发布政务", "收到", "新收", "受理", "接收", "办理", "办结", "答复", "公开事项", "推送", "编发", "更新", "回应");

    private static readonly SearchValues<string> Trained = Wording.Any("培训", "会议", "召开", "举办", "开展", "组织");

    private static readonly SearchValues<string> Opening = Wording.Any("贯彻", "落实", "坚持", "围绕", "按照", "推进", "严格", "认真", "深入", "高度重视", "切实", "根据", "指导", "领导下");

    private static readonly SearchValues<string> Issuing = Wording.Any("现将", "现予", "现公布", "现向社会", "本报告", "编制本", "编制了", "制作本", "形成本");

    // A point in time, not the year as a whole: 2022年底, 2022年1月, 2022年起.
    private static readonly string[] NotWhole = ["起", "以", "前", "之", "底", "末", "初", "版", "级", "生", "至", "到", "-", "—", "–", "~", "、", "和", "与", "及", "春", "夏", "秋", "冬", "第", "上半", "下半", "的", ")", "〕", "]", "国", "全国", "全省", "中国"];

    public static void Check(Rule rule, CheckContext context)
    {
        if (StatedYear.Of(context) is not { } year)
        {
            return;
        }

        var (found, looked, last) = (0, 0, -1);
        foreach (var mention in context.Text.Years)
        {
            if (mention.Year == year || mention.Year < year - Earliest || mention.Year > year + 2)
            {
                continue;
            }

            if (++looked > MostMentions || found >= MostFindings)
            {
                return;
            }

            var sentence = context.Text.SentenceAt(mention.Start);
            if (sentence != last && Judge(context, mention, sentence, year) is { } severity)
            {
                (found, last) = (found + 1, sentence);
                Find(rule, context, mention, year, severity);
            }
        }
    }

    private static Severity? Judge(CheckContext context, YearMention mention, int sentence, int year)
    {
        var text = context.Text;
        var (start, end) = (text.SentenceSpan[sentence].Start, text.SentenceSpan[sentence].End);
        var paragraph = text.ParagraphSpan[text.SentenceSpan[sentence].Paragraph];
        var after = Wording.After(text, mention.End, Reach);
        if (paragraph.IsHeading || Wording.IsQuoted(text.Letters, start, mention.Start) || SaysYear(text, start, end, year))
        {
            return null;
        }

        var whole = text.Letters.AsSpan(Math.Max(start, mention.Start - Reach), Math.Min(end, mention.End + Reach) - Math.Max(start, mention.Start - Reach));
        if (paragraph.Section == 0)
        {
            return IsIssuing(whole, after) ? Severity.Error : null;
        }

        if (IsStanding(text.Letters, mention, after))
        {
            return Wording.HasAny(whole, Background) || IsAnswered(text, sentence, year) ? null : Severity.Warning;
        }

        if (IsPartOfRange(text.Letters, mention) || !IsWhole(ref after) || !BeginsClause(text.Letters, start, mention.Start, context.Report.Agency, out var beginsSentence)
            || Wording.HasAny(whole, Background)
            || (mention.Year > year && (paragraph.Section == 5 || Wording.HasAny(whole, Plans))))
        {
            return null;
        }

        if (Wording.HasAny(after[..Math.Min(after.Length, 16)], Documents))
        {
            return null;
        }

        var subject = OwnSubject.LengthAt(after.TrimStart(','), context.Report.Agency);
        if (Wording.HasAny(after[..Math.Min(after.Length, 60)], Nothing))
        {
            return IsCompared(text, sentence, year) ? null : Severity.Error;
        }

        if (Wording.HasAny(whole, Awards))
        {
            return null;
        }

        if (Wording.HasAny(whole, Assessed))
        {
            return beginsSentence && subject > 0 && mention.Year < year && !Wording.HasAny(whole, Announced) ? Severity.Warning : null;
        }

        if (IsCount(after))
        {
            return IsCompared(text, sentence, year) ? null : Wording.HasAny(whole, Trained) ? Severity.Warning : Severity.Error;
        }

        if (!beginsSentence || subject == 0 || mention.Year > year || IsCompared(text, sentence, year))
        {
            return null;
        }

        var isOpening = paragraph.Section == 1 && start == paragraph.Start && Wording.HasAny(after[..Math.Min(after.Length, subject + 40)], Opening);
        return isOpening ? Severity.Error : Severity.Warning;
    }

    private static void Find(Rule rule, CheckContext context, YearMention mention, int year, Severity severity)
    {
        var text = context.Text;
        var section = text.SectionAt(mention.Start);
        var said = text.Printed(mention.Start, mention.End);
        var advice = severity is Severity.Error
            ? $"像是沿用了以前的稿子。请核实这一句说的是不是 {year} 年的情况：是的，改为“{year}年”；不是的，删去或补上 {year} 年的情况。"
            : $"不能肯定是不是笔误。请核实：若说的是 {year} 年的情况，改为“{year}年”；若确是 {mention.Year} 年的事，请写明与本年度的关系，如结果于 {year} 年公布。";
        context.Find(rule, $"{Wording.SectionName(section)}写的是“{said}”，而这是 {year} 年度的报告。{advice}", quotes: [Wording.Quote(text, mention.Start)], severity: severity);
    }

    private static bool IsIssuing(ReadOnlySpan<char> sentence, ReadOnlySpan<char> after) =>
        Wording.HasAny(sentence, Issuing)
        && !Wording.HasAny(sentence, YearBefore)
        && (after.StartsWith("政府信息公开") || after.StartsWith("政务公开") || after.StartsWith("信息公开"));

    private static readonly SearchValues<string> YearBefore = Wording.Any("上年", "去年", "上一年", "历年", "印发", "通知");

    // “截至2022年12月31日，专栏共有……”: how things stood a year before this report's end.
    private static bool IsStanding(string letters, YearMention mention, ReadOnlySpan<char> after) =>
        mention.Start >= 2 && letters.AsSpan(0, mention.Start) is var before
        && (before.EndsWith("截至") || before.EndsWith("截止") || before.EndsWith("截至到") || before.EndsWith("截止到"))
        && (after.StartsWith("12月31日") || after.StartsWith("底") || after.StartsWith("年底") || after.StartsWith("末"));

    // “2022年”, “2022年全年”, “2022年1-12月” are the year; “2022年3月” is not.
    private static bool IsWhole(ref ReadOnlySpan<char> after)
    {
        if (after.StartsWith("全年"))
        {
            after = after[2..];
        }
        else if (after.Length > 0 && char.IsAsciiDigit(after[0]))
        {
            foreach (var months in (ReadOnlySpan<string>)["1-12月", "1月-12月", "1月至12月", "1至12月", "1—12月", "1月—12月"])
            {
                if (after.StartsWith(months))
                {
                    after = after[months.Length..];
                    after = after.StartsWith("份") ? after[1..] : after;
                    return true;
                }
            }

            return false;
        }

        return !Wording.StartsWithAny(after, NotWhole);
    }

    private static bool IsPartOfRange(string letters, YearMention mention)
    {
        var before = mention.Start > 0 ? letters[mention.Start - 1] : '\n';
        return before is '-' or '—' or '–' or '~' or '至' or '到' or '/' or '〔' or '[' or '(' or '自' or '从' or '、' or '和' or '与' or '于' or '在' or '对' or '比' or '较' or '截' or '了';
    }

    // At the head of a clause, perhaps after its subject or an ordinal: “一是2022年…”, “我局2022年…”.
    private static bool BeginsClause(string letters, int start, int at, string? agency, out bool beginsSentence)
    {
        var clause = at;
        while (clause > start && letters[clause - 1] is not (',' or ':' or '、' or '.' or ')') && at - clause < 24)
        {
            clause--;
        }

        var before = letters.AsSpan(clause, at - clause);
        beginsSentence = clause == start || letters[clause - 1] is ':' or '.' or ')' or '、';
        return before.IsEmpty || before is ['一' or '二' or '三' or '四' or '五' or '六', '是']
            || OwnSubject.LengthAt(before, agency) == before.Length;
    }

    private static bool IsCount(ReadOnlySpan<char> after)
    {
        var head = after[..Math.Min(after.Length, 60)];
        if (!Wording.HasAny(head, Counted))
        {
            return false;
        }

        for (var i = 1; i < head.Length; i++)
        {
            if (head[i] is '件' or '条' or '篇' or '次' or '项' or '份' or '宗' && (char.IsAsciiDigit(head[i - 1]) || "零一二两三四五六七八九十百千万余多".Contains(head[i - 1], StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    // The sentence beside it tells of this year: the two are a comparison.
    private static bool IsCompared(NarrativeText text, int sentence, int year)
    {
        var sentences = text.SentenceSpan;
        for (var other = Math.Max(0, sentence - 1); other <= Math.Min(sentences.Length - 1, sentence + 1); other++)
        {
            if (other != sentence && sentences[other].Paragraph == sentences[sentence].Paragraph)
            {
                var (start, end) = (sentences[other].Start, Math.Min(sentences[other].End, sentences[other].Start + Reach));
                var said = text.Letters.AsSpan(start, end - start);
                if (IsSetBeside(text, Math.Min(sentence, other), Math.Max(sentence, other), year, start) || Wording.HasAny(said, Comparing) || (SaysYear(text, start, end, year) && (IsCount(said) || Wording.HasAny(said, Nothing))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // “截至2022年底，已建成3个。2023年，又新建4个”: the year before is where this year's account begins.
    private static bool IsAnswered(NarrativeText text, int sentence, int year) =>
        sentence + 1 < text.SentenceSpan.Length
        && text.SentenceSpan[sentence + 1] is var next
        && next.Paragraph == text.SentenceSpan[sentence].Paragraph
        && IsSetBeside(text, sentence, sentence + 1, year, next.Start);

    // “2022年未发生……；2023年发生1件”: led by this year, and parted by no more than a semicolon, going on from it (又、新增), or about the same matter.
    private static bool IsSetBeside(NarrativeText text, int earlier, int later, int year, int start)
    {
        var (first, second) = (text.SentenceSpan[earlier], text.SentenceSpan[later]);
        return SaysYear(text, start, Math.Min(text.Letters.Length, start + LeadingYear), year)
            && (text.Letters[first.End - 1] == ';'
                || Wording.HasAny(Wording.After(text, second.Start, 24), GoingOn)
                || IsSameMatter(Wording.After(text, first.Start, Reach), Wording.After(text, second.Start, Reach)));
    }

    private static bool IsSameMatter(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        foreach (var matter in Matters)
        {
            if (one.IndexOf(matter) >= 0 && other.IndexOf(matter) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static readonly SearchValues<string> GoingOn = Wording.Any("又", "再", "新增", "新建", "增加", "增至", "减少", "减至", "则");

    private static readonly string[] Matters = ["复议", "诉讼", "申请", "追究", "处理费", "举报", "投诉"];

    private static readonly SearchValues<string> Comparing = Wording.Any("同比", "相比", "今年", "本年", "比上年", "较上年", "上年", "去年");

    private static bool SaysYear(NarrativeText text, int start, int end, int year)
    {
        foreach (var mention in text.Years)
        {
            if (mention.Start >= end)
            {
                return false;
            }

            if (mention.Start >= start && mention.Year == year)
            {
                return true;
            }
        }

        return false;
    }
}
