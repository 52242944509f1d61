using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Facts;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Words;

/// <summary>编辑软件与模板的残留：书签、断了的引用、域代码、混进正文的页码、没有填的空。</summary>
internal static class EditingResidue
{
    private const int MostHits = 200;
    private const int MostHyphens = 2_000;
    private const int LongestPageNumber = 12;

    public static void Check(Rule rule, CheckContext context)
    {
        var text = context.Text;
        List<Quote> quotes = [];
        List<string> kinds = [];
        foreach (var quote in text.Residues)
        {
            Add(kinds, quote.Text[0] == '[' ? "文字处理软件的书签标记" : "页码");
            quotes.Add(quote);
        }

        FindPhrases(text, quotes, kinds);
        FindPageNumbers(text, quotes, kinds);
        if (kinds.Count > 0)
        {
            context.Find(rule, $"正文里留有{string.Join("、", kinds)}，是编辑或转换时的残留；请删去或填好后重新发布。", quotes: [.. quotes.Take(Wording.MostQuotes)]);
        }
    }

    private static void FindPhrases(NarrativeText text, List<Quote> quotes, List<string> kinds)
    {
        var (last, looked) = (-1, 0);
        foreach (var hit in text.Hits.Of(WordSets.Residues))
        {
            if (++looked > MostHits)
            {
                return;
            }

            var phrase = WordSets.Residues.Phrases[hit.Phrase];
            var isBlank = phrase[0] is 'X' or 'x' or '×' or '*' or '_' && !phrase.StartsWith('_') || phrase.StartsWith("__", StringComparison.Ordinal);
            if (isBlank && IsMasking(text, hit))
            {
                continue;
            }

            Add(kinds, isBlank || phrase[0] is '(' or '此' or '【' || phrase.StartsWith("[填", StringComparison.Ordinal) || phrase == "[待" ? "没有填写的空"
                : phrase[0] is '<' or '&' ? "网页代码"
                : "没有更新的引用或域代码");
            var sentence = text.SentenceAt(hit.Start);
            if (sentence != last && quotes.Count < Wording.MostQuotes)
            {
                // “错误！未找到引用源”: the mark inside ends no sentence.
                quotes.Add(text.SentenceAt(hit.End - 1) == sentence ? Wording.Quote(text, hit.Start) : text.QuoteOf(text.SentenceSpan[sentence].Start, hit.End));
            }

            last = sentence;
        }
    }

    // “李××”, “张XX”, “139XXXX1234”, “某××局”: covered up on purpose.
    private static bool IsMasking(NarrativeText text, PhraseHit hit)
    {
        if (hit.Start == 0)
        {
            return false;
        }

        var before = text.Letters[hit.Start - 1];
        return char.IsAsciiLetterOrDigit(before) || before is '某' or '×' or '*' or '_'
            || (Glyphs.IsHan(before) && text.Letters[hit.End - 1] is '年' or '月' or '日' or '人' ? false : Wording.Before(text, hit.Start, 8).IndexOfAny("某") >= 0)
            || Wording.IsQuoted(text.Letters, text.SentenceSpan[text.SentenceAt(hit.Start)].Start, hit.Start);
    }

    // “- 1 -” on a line of its own or inside a sentence, “第1页共5页”.
    private static void FindPageNumbers(NarrativeText text, List<Quote> quotes, List<string> kinds)
    {
        foreach (var paragraph in text.ParagraphSpan)
        {
            if (paragraph.End - paragraph.Start <= LongestPageNumber && PageNumber.Is(text.Letters.AsSpan(paragraph.Start, paragraph.End - paragraph.Start)))
            {
                Add(kinds, "页码");
                AddQuote(text, quotes, paragraph.Start);
            }
        }

        var letters = text.Letters.AsSpan();
        var looked = 0;
        for (var at = letters.IndexOfAny('-', '—'); at >= 0 && looked < MostHyphens; looked++)
        {
            var end = at + 1;
            while (end < letters.Length && end - at < 4 && char.IsAsciiDigit(letters[end]))
            {
                end++;
            }

            if (end > at + 1 && end < letters.Length && letters[end] == letters[at]
                && (at == 0 || !IsJoined(letters[at - 1])) && (end + 1 == letters.Length || !IsJoined(letters[end + 1])))
            {
                Add(kinds, "页码");
                AddQuote(text, quotes, at);
            }

            var next = letters[(at + 1)..].IndexOfAny('-', '—');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static bool IsJoined(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '—' or ')' or '(';

    private static void Add(List<string> kinds, string kind)
    {
        if (!kinds.Contains(kind))
        {
            kinds.Add(kind);
        }
    }

    private static void AddQuote(NarrativeText text, List<Quote> quotes, int at)
    {
        var quote = Wording.Quote(text, at);
        if (quotes.Count < Wording.MostQuotes && !quotes.Contains(quote))
        {
            quotes.Add(quote);
        }
    }
}
