using System.Globalization;
using System.Xml;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>画出的一个字形：左端、基线，和字体（同一字体、字号的编号相同）。</summary>
internal readonly record struct DrawnGlyph(double X, double Baseline, int Font);

/// <summary>
/// 用画出的字形修正词：poppler 的词只有一个框，把上标并进数里（165 和脚注 1 成了 1651），也不说哪些字划去了。
/// 字形与词里的字一一对得上时才用，否则词照原样。
/// </summary>
internal static class GlyphWords
{
    private const int Bucket = 16;

    /// <summary>use 元素所指，如 #glyph0-3。</summary>
    public static string Reference(XmlReader use) => use.GetAttribute("href", "http://www.w3.org/1999/xlink") ?? use.GetAttribute("href") ?? "";

    /// <summary>SVG 的 use 元素：一个字形。</summary>
    public static DrawnGlyph? Parse(XmlReader use)
    {
        var name = Reference(use);
        var end = name.LastIndexOf('-');
        var start = end;
        while (start > 0 && char.IsAsciiDigit(name[start - 1]))
        {
            start--;
        }

        return name.StartsWith("#glyph", StringComparison.Ordinal) && start < end && int.TryParse(name.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var font)
            ? new DrawnGlyph(PdfXml.Number(use, "x"), PdfXml.Number(use, "y"), font)
            : null;
    }

    /// <summary>给词配上字形，拆去上标，略去划掉的字。</summary>
    public static void Refine(PdfPage page, List<DrawnGlyph> glyphs)
    {
        var byHeight = glyphs.GroupBy(g => (int)(g.Baseline / Bucket)).ToDictionary(g => g.Key, g => g.OrderBy(x => x.X).ToArray());
        List<Box> strikes = [.. page.Rulings.Where(r => r.Width > r.Height)];
        List<PdfWord> words = [];
        foreach (var word in page.Words)
        {
            if (Match(word, byHeight) is { } matched)
            {
                words.AddRange(Parts(word, matched, strikes));
            }
            else
            {
                words.Add(word);
            }
        }

        page.Words.Clear();
        page.Words.AddRange(words.Where(w => !IsNoteMark(w, words)));
    }

    /// <summary>紧挨在数后面、比它高而小的数，是 poppler 单列为一词的脚注号。</summary>
    private static bool IsNoteMark(PdfWord word, List<PdfWord> words)
    {
        if (word.Text.Length > 2 || !word.Text.All(char.IsAsciiDigit) || double.IsNaN(word.Baseline))
        {
            return false;
        }

        foreach (var before in words)
        {
            if (Math.Abs(word.Box.X0 - before.Box.X1) < 0.35 * word.Em && before.Baseline - word.Baseline is >= 1 and < 20
                && before.Baseline - word.Baseline < before.Em && char.IsAsciiDigit(before.Text[^1]) && word.Em < 0.85 * before.Em)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>词里每个字的字形；数目对不上时为 null。</summary>
    private static DrawnGlyph[]? Match(PdfWord word, Dictionary<int, DrawnGlyph[]> byHeight)
    {
        List<DrawnGlyph> inside = [];
        for (var bucket = (int)(word.Box.Y0 / Bucket); bucket <= (int)(word.Box.Y1 / Bucket); bucket++)
        {
            if (!byHeight.TryGetValue(bucket, out var row))
            {
                continue;
            }

            for (var i = Array.FindIndex(row, g => g.X >= word.Box.X0 - 0.3); i >= 0 && i < row.Length && row[i].X < word.Box.X1 - 0.3; i++)
            {
                if (row[i].Baseline > word.Box.CenterY - (0.3 * word.Em) && row[i].Baseline < Math.Min(word.Box.Y1, word.Box.CenterY + word.Em))
                {
                    inside.Add(row[i]);
                }
            }
        }

        inside.Sort((a, b) => a.X.CompareTo(b.X));

        // 加粗有时是同一处画两遍。
        for (var i = inside.Count - 1; i > 0 && inside.Count > word.Text.Length; i--)
        {
            if (inside[i].X - inside[i - 1].X < 0.1 * word.Em)
            {
                inside.RemoveAt(i);
            }
        }

        return inside.Count == word.Text.Length ? [.. inside] : null;
    }

    private static IEnumerable<PdfWord> Parts(PdfWord word, DrawnGlyph[] glyphs, List<Box> strikes)
    {
        double[] edges = [.. glyphs.Select(g => g.X), word.Box.X1];
        var main = glyphs.Max(g => g.Baseline);
        var widest = Enumerable.Range(0, glyphs.Length).Where(i => main - glyphs[i].Baseline < 1).Max(Advance);
        var start = -1;
        for (var i = 0; i <= glyphs.Length; i++)
        {
            var isKept = i < glyphs.Length && !IsNoteMark(i) && !IsStruck(i);
            if (isKept)
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return new PdfWord(word.Text[start..i], word.Box with { X0 = edges[start], X1 = edges[i] }) { Edges = edges[start..(i + 1)], Baseline = main, Font = glyphs[start].Font };
                start = -1;
            }
        }

        double Advance(int i) => (edges[i + 1] - edges[i]) / PdfWord.UnitsOf(word.Text[i]);

        // 上标的脚注号：比同词的数高、小，又不是首字。
        bool IsNoteMark(int i) =>
            i > 0 && main - glyphs[i].Baseline >= 1 && glyphs[i].Font != glyphs[0].Font && char.IsAsciiDigit(word.Text[i]) && Advance(i) < 0.85 * widest;

        bool IsStruck(int i) => strikes.Exists(s =>
            s.X0 <= edges[i] + 0.5 && s.X1 >= edges[i + 1] - 0.5 && glyphs[i].Baseline - s.CenterY is var rise && rise > 0.12 * word.Em && rise < 0.6 * word.Em);
    }
}
