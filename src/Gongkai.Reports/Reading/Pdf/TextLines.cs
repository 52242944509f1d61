using System.Text;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>一行字，或一格里的一行。</summary>
/// <param name="Text">文字，大间隙写作空格。</param>
/// <param name="Box">框。</param>
/// <param name="Em">字号，点。</param>
/// <param name="Words">各词，自左而右。</param>
internal readonly record struct TextLine(string Text, Box Box, double Em, IReadOnlyList<PdfWord> Words);

/// <summary>把词按高低排成行，行内按左右排。</summary>
internal static class TextLines
{
    public static List<TextLine> Of(List<PdfWord> words)
    {
        List<TextLine> lines = [];
        foreach (var row in Rows(words))
        {
            lines.Add(Line(row));
        }

        return lines;
    }

    /// <summary>同一高度的词；各行自上而下，行内自左而右。</summary>
    public static List<List<PdfWord>> Rows(List<PdfWord> words)
    {
        List<List<PdfWord>> rows = [];
        foreach (var word in words.OrderBy(w => w.Box.CenterY))
        {
            // 上标、字号不一的同一行，中线差不到半个字。
            if (rows.Count > 0 && rows[^1][^1] is var last && word.Box.CenterY - rows[^1][0].Box.CenterY < 0.5 * Math.Max(Math.Min(last.Em, 24), Math.Min(word.Em, 24)))
            {
                rows[^1].Add(word);
            }
            else
            {
                rows.Add([word]);
            }
        }

        foreach (var row in rows)
        {
            row.Sort((a, b) => a.Box.X0.CompareTo(b.Box.X0));
        }

        return rows;
    }

    public static TextLine Line(List<PdfWord> row)
    {
        var text = new StringBuilder();
        var box = row[0].Box;
        var right = box.X0;
        foreach (var word in row)
        {
            if (text.Length > 0)
            {
                text.Append(' ', Spaces(word.Box.X0 - right, word.Em, text[^1], word.Text[0]));
            }

            text.Append(word.Text);
            box = box.Union(word.Box);
            right = Math.Max(right, word.Box.X1);
        }

        return new TextLine(text.ToString(), box, row.Max(w => w.Em), row);
    }

    /// <summary>两词之间写几个空格：汉字之间的小间隙是排版撑开的，不是空格。</summary>
    private static int Spaces(double gap, double em, char before, char after) =>
        gap < -0.2 * em && char.IsAsciiDigit(after) ? 1 // 叠在一起的是两格的字：不能连成一个数。
        : gap < 0.08 * em || (gap < 0.6 * em && PdfWord.UnitsOf(before) == 2 && PdfWord.UnitsOf(after) == 2) ? 0
        : Math.Clamp((int)Math.Round(2 * gap / em), 1, 60);
}
