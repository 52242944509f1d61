using System.Globalization;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>页码、页眉、页脚：夹在正文和跨页的表格中间，要先去掉。</summary>
internal static class PageFurniture
{
    private const double Band = 0.1;

    /// <summary>去掉各页的页码和重复的页眉、页脚。页眉在头一次出现的那页留着：标题有时只印在那里。</summary>
    public static void Remove(List<List<PageItem>> pages, List<PdfPage> sources)
    {
        var repeated = Repeated(pages, sources);
        var numbers = PlainNumbers(pages, sources);
        HashSet<(string, int)> seen = [];
        for (var i = 0; i < pages.Count; i++)
        {
            var size = sources[i].Size;
            pages[i].RemoveAll(item => item is LineItem line && IsInBand(line, size)
                && ((repeated.Contains(Pattern(line)) && (line.Box.CenterY > size.CenterY || !seen.Add(Pattern(line)))) || numbers.Contains(line) || IsPageNumber(line.Line.Text, pages.Count)));
        }
    }

    /// <summary>两页以上在同一高度印着的同样的字，数字不计；只有数字的不算。</summary>
    private static HashSet<(string, int)> Repeated(List<List<PageItem>> pages, List<PdfPage> sources) =>
        [.. pages.SelectMany((items, i) => items.OfType<LineItem>().Where(l => IsInBand(l, sources[i].Size)).Select(Pattern).Distinct())
            .Where(p => p.Text.Count(c => PdfWord.UnitsOf(c) == 2) > 1).GroupBy(p => p).Where(g => g.Count() > 1).Select(g => g.Key)];

    /// <summary>光是一个数的页码：各页在同一高度，逐页加一。一页一个数的表格也像，所以要各页都对。</summary>
    private static HashSet<LineItem> PlainNumbers(List<List<PageItem>> pages, List<PdfPage> sources)
    {
        var plain = pages.SelectMany((items, i) => items.OfType<LineItem>().Where(l => IsInBand(l, sources[i].Size)))
            .Where(l => l.Line.Text.Length <= 4 && l.Line.Text.All(char.IsAsciiDigit))
            .GroupBy(l => (Offset: l.Page - int.Parse(l.Line.Text, CultureInfo.InvariantCulture), Height: (int)Math.Round(l.Box.CenterY / 4)));
        return [.. plain.Where(g => g.Count() > 1 && 2 * g.Count() > pages.Count).SelectMany(g => g)];
    }

    private static (string Text, int Height) Pattern(LineItem line) =>
        (string.Concat(line.Line.Text.Where(c => !char.IsWhiteSpace(c)).Select(c => char.IsDigit(c) ? '0' : c)), (int)Math.Round(line.Box.CenterY / 4));

    private static bool IsInBand(LineItem line, Box page) => line.Box.CenterY < Band * page.Height || line.Box.CenterY > (1 - Band) * page.Height;

    /// <summary>「- 3 -」「第 3 页 共 10 页」「3/10」，数不超过页数。</summary>
    private static bool IsPageNumber(string text, int pages)
    {
        var number = 0;
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                number = digits++ == 0 || number > pages ? c - '0' : (number * 10) + (c - '0');
            }
            else if (c is not (' ' or '-' or '—' or '–' or '－' or '/' or '第' or '页' or '共' or '·' or '~'))
            {
                return false;
            }
        }

        return digits is > 0 and <= 6 && number <= pages && !text.All(char.IsAsciiDigit);
    }
}
