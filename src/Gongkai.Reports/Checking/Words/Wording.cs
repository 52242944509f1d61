using System.Buffers;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Words;

/// <summary>看措辞的各条规则共用的小动作。</summary>
internal static class Wording
{
    /// <summary>一条规则在一份报告里至多引这么多句。</summary>
    public const int MostQuotes = 10;

    private const int LongestQuotation = 80;

    /// <summary>引号、书名号里的话是别人的话、别的文件的名字。</summary>
    public static bool IsQuoted(string letters, int floor, int at)
    {
        for (var i = at - 1; i >= Math.Max(floor, at - LongestQuotation); i--)
        {
            switch (letters[i])
            {
                case '《' or '〈' or '“' or '「' or '『' or '‘' or '<':
                    return true;
                case '》' or '〉' or '”' or '」' or '』' or '’' or '>':
                    return false;
            }
        }

        return false;
    }

    /// <summary>一句里某处前后不远的字；句子再长也只看这么多。</summary>
    public static ReadOnlySpan<char> Around(NarrativeText text, int at, int before, int after)
    {
        var sentence = text.SentenceSpan[text.SentenceAt(at)];
        var start = Math.Max(sentence.Start, at - before);
        return text.Letters.AsSpan(start, Math.Min(sentence.End, at + after) - start);
    }

    /// <summary>自 <paramref name="at"/> 往后，不出这一句，至多这么多字。</summary>
    public static ReadOnlySpan<char> After(NarrativeText text, int at, int count)
    {
        var end = text.SentenceSpan[text.SentenceAt(Math.Min(at, text.Letters.Length - 1))].End;
        return text.Letters.AsSpan(at, Math.Clamp(end - at, 0, count));
    }

    /// <summary>自 <paramref name="at"/> 往前，不出这一句，至多这么多字。</summary>
    public static ReadOnlySpan<char> Before(NarrativeText text, int at, int count)
    {
        var start = Math.Max(text.SentenceSpan[text.SentenceAt(at)].Start, at - count);
        return text.Letters.AsSpan(start, at - start);
    }

    /// <summary>以其中一个词开头。</summary>
    public static bool StartsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>以其中一个词结尾。</summary>
    public static bool EndsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>含其中一个词。</summary>
    public static bool HasAny(ReadOnlySpan<char> text, SearchValues<string> words) => text.ContainsAny(words);

    /// <summary>几个词的查找表。</summary>
    public static SearchValues<string> Any(params string[] words) => SearchValues.Create(words, StringComparison.Ordinal);

    /// <summary>引用某处所在的一句；太长时只引其前后。</summary>
    public static Quote Quote(NarrativeText text, int at)
    {
        var sentence = text.SentenceSpan[text.SentenceAt(at)];
        return text.QuoteOf(Math.Max(sentence.Start, at - 200), Math.Min(sentence.End, at + 200));
    }

    /// <summary>部分的叫法，用在句首：「引言」「第一部分」。</summary>
    public static string SectionName(int section) => section is >= 1 and <= 6 ? $"第{"一二三四五六"[section - 1]}部分" : "正文之前";
}
