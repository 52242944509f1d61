using System.Buffers;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Words;

/// <summary>引用的年度任务文件过了期：按去年以前的要点、分解表开展今年的工作。法规、办法、规划不是年度文件，不看。</summary>
internal static class StaleBasis
{
    private const int MostHits = 200;
    private const int TitleReach = 60;

    // A list that is told of as past, or lasts for years.
    private static readonly SearchValues<string> Lasting = Wording.Any("三年", "五年", "两年", "行动计划", "规划", "十四五", "十三五", "十五五", "条例", "办法", "规定", "意见", "失效", "废止", "清理", "回头看", "以来", "历年", "往年", "解读");

    public static void Check(Rule rule, CheckContext context)
    {
        var hits = context.Text.Hits.Of(WordSets.AnnualTasks);
        if (hits.IsEmpty || StatedYear.Of(context) is not { } year)
        {
            return;
        }

        List<Gongkai.Core.Reports.Quote> quotes = [];
        var (oldest, last) = (year, -1);
        for (var i = 0; i < hits.Length && i < MostHits; i++)
        {
            var sentence = context.Text.SentenceAt(hits[i].Start);
            if (sentence != last && context.Text.SectionAt(hits[i].Start) <= 1 && YearOf(context.Text, hits[i]) is { } cited && cited < year - 1)
            {
                last = sentence;
                oldest = Math.Min(oldest, cited);
                if (quotes.Count < Wording.MostQuotes)
                {
                    quotes.Add(Wording.Quote(context.Text, hits[i].Start));
                }
            }
        }

        if (quotes.Count > 0)
        {
            context.Find(
                rule,
                $"{year} 年度的报告引用了 {oldest} 年的年度任务文件作为工作依据；这类文件一年一发，请核实，改引 {year} 年的文件，没有的可以不引。",
                quotes: quotes);
        }
    }

    // The year of the document: in its title before the word, or else in the number right after the title.
    private static int? YearOf(NarrativeText text, PhraseHit hit)
    {
        var letters = text.Letters;
        var start = text.SentenceSpan[text.SentenceAt(hit.Start)].Start;
        var open = hit.Start - 1;
        while (open >= Math.Max(start, hit.Start - TitleReach) && letters[open] is not ('《' or '》' or ',' or ':'))
        {
            open--;
        }

        open = Math.Max(open, Math.Max(start, hit.Start - TitleReach));
        var isTitled = letters[open] == '《';
        var close = isTitled ? letters.AsSpan(hit.End, Math.Min(40, letters.Length - hit.End)).IndexOf('》') : -1;
        var title = letters.AsSpan(open, (close >= 0 ? hit.End + close : hit.End) - open);
        if (Wording.HasAny(title, Lasting) || (!isTitled && !IsCited(title)) || Wording.HasAny(Wording.After(text, hit.End, 40), Abolished))
        {
            return null;
        }

        YearMention? named = null;
        foreach (var mention in text.Years)
        {
            if (mention.Start >= hit.End)
            {
                break;
            }

            if (mention.Start >= open)
            {
                named = mention;
            }
        }

        if (named is { } year)
        {
            return IsRange(letters, year) ? null : year.Year;
        }

        return isTitled && close >= 0 ? NumberYear(letters, hit.End + close + 1) : null;
    }

    private static readonly SearchValues<string> Abolished = Wording.Any("失效", "废止", "清理", "回头看", "已完成", "存在的问题");

    private static bool IsCited(ReadOnlySpan<char> clause) =>
        clause.IndexOf("按照") >= 0 || clause.IndexOf("根据") >= 0 || clause.IndexOf("落实") >= 0 || clause.IndexOf("对照") >= 0 || clause.IndexOf("依据") >= 0 || clause.IndexOf("围绕") >= 0;

    private static bool IsRange(string letters, YearMention year) =>
        (year.Start > 0 && letters[year.Start - 1] is '-' or '—' or '–' or '至' or '~')
        || (year.End < letters.Length && letters[year.End] is '-' or '—' or '–' or '至' or '~');

    // “（清政办发〔2020〕28号）”.
    private static int? NumberYear(string letters, int at)
    {
        var number = letters.AsSpan(at, Math.Min(24, letters.Length - at));
        var open = number.IndexOfAny('〔', '[', '【');
        return number.Length > 0 && number[0] == '(' && open > 0 && open + 6 < number.Length && number[open + 5] is '〕' or ']' or '】'
            && int.TryParse(number.Slice(open + 1, 4), out var year) && year is >= 2000 and <= 2099
            ? year
            : null;
    }
}
