using Gongkai.Reports.Reading.Facts;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Likeness;

/// <summary>一个部分各句的散列（去掉数字与标点），用来指出哪几句与上年一字不差。句数有上限。</summary>
internal static class SentencePrints
{
    /// <summary>至多记这么多句。</summary>
    private const int Most = 96;

    /// <summary>短句（「一是」「无」）总有相同的，不算。</summary>
    private const int ShortestSentence = 12;

    /// <summary>一个部分各句的散列，按大小排列。</summary>
    public static uint[] Of(NarrativeText text, int section)
    {
        List<uint> prints = [];
        foreach (var (_, print, _) in Each(text, section))
        {
            prints.Add(print);
            if (prints.Count == Most)
            {
                break;
            }
        }

        prints.Sort();
        return [.. prints];
    }

    /// <summary>一个部分各句的序号、散列与有义的字数。</summary>
    public static List<(int Sentence, uint Print, int Letters)> Each(NarrativeText text, int section)
    {
        List<(int, uint, int)> each = [];
        for (var i = 0; i < text.SentenceSpan.Length; i++)
        {
            var sentence = text.SentenceSpan[i];
            var paragraph = text.ParagraphSpan[sentence.Paragraph];
            if (paragraph.Section != section || paragraph.IsHeading)
            {
                continue;
            }

            var (hash, letters) = (2166136261u, 0);
            foreach (var c in text.Letters.AsSpan(sentence.Start, sentence.End - sentence.Start))
            {
                if (!char.IsAsciiDigit(c) && Glyphs.KindOf(c) == Glyph.Letter)
                {
                    hash = (hash ^ c) * 16777619;
                    letters++;
                }
            }

            if (letters >= ShortestSentence)
            {
                each.Add((i, hash, letters));
            }
        }

        return each;
    }
}
