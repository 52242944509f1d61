using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Gongkai.Reports.Reading.Html;

/// <summary>有的网站把正文写成脚本里的字符串，由脚本放到页面上；在这里把它找出来。只解字符串，从不执行。</summary>
internal static class ScriptedPage
{
    private const int ShortestPage = 200;
    private const int MaximumLevels = 4;
    private static readonly SearchValues<string> Markup = SearchValues.Create(
        ["<td", "<th", "<tr", "lt;td", "lt;th", "lt;tr", "#60;t", "#x3c;t", "u003ct", "x3ct", "%3ct"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> EscapedTag = SearchValues.Create(["lt;t", "#60;t", "#x3c;t"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> TableTag = SearchValues.Create(["<td", "<th"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> EscapedAngle = SearchValues.Create(["\\u003c", "\\x3c"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> PercentAngle = SearchValues.Create(["%3C"], StringComparison.OrdinalIgnoreCase);
    private static readonly string[] Labels = ["本年新收", "第二十条", "年度报告", "年度報告"];

    /// <summary>块里有年度报告的表格标签，并且不是显示成文字的标记。</summary>
    public static bool LooksLikeReport(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is ParagraphBlock paragraph ? IsLabel(paragraph.Text) && !HasMarkup(paragraph.Text) : block is GridBlock grid && HasLabel(grid))
            {
                // 标记分在许多段里时，有标签的那一段未必有标记。
                return block is GridBlock || Displayed(blocks) is null;
            }
        }

        return false;

        static bool HasLabel(GridBlock grid)
        {
            foreach (var cell in grid.Cells)
            {
                if (IsLabel(cell.Text) && !HasMarkup(cell.Text))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>网页把标记显示成了文字时，这些文字连起来是一个网页；不是这样时为 null。</summary>
    public static string? Displayed(IReadOnlyList<Block> blocks)
    {
        var (labels, markup) = (false, 0);
        foreach (var block in blocks)
        {
            foreach (var text in TextsOf(block))
            {
                labels |= IsLabel(text);
                markup += HasMarkup(text) ? 1 : 0;
            }
        }

        if (!labels || markup == 0)
        {
            return null;
        }

        var page = new StringBuilder();
        foreach (var block in blocks)
        {
            foreach (var text in TextsOf(block))
            {
                page.Append(text).Append('\n');
            }
        }

        return WithoutEscapes(page.ToString());

        static IEnumerable<string> TextsOf(Block block) => block switch
        {
            ParagraphBlock paragraph => [paragraph.Text],
            GridBlock grid => grid.Cells.Select(c => c.Text),
            _ => [],
        };
    }

    /// <summary>文字里有年度报告的表格标签。</summary>
    public static bool IsLabel(string text) =>
        text.Length > 3 && (text.Contains(Labels[0], StringComparison.Ordinal) || text.Contains(Labels[1], StringComparison.Ordinal));

    /// <summary>网页或脚本文件里最长的一段写成字符串的正文；没有时为 null。</summary>
    public static string? Find(string source)
    {
        string? best = null;
        if (source.AsSpan().TrimStart() is ['{' or '[' or 'v' or 'c', ..])
        {
            Literals(source, ref best);
        }

        var scanner = new TagScanner(source);
        while (scanner.Next())
        {
            if (!scanner.IsEnd && scanner.Attributes.ContainsAny(Markup))
            {
                Literals(scanner.Attributes, ref best);
            }

            if (scanner.IsEnd || (HtmlTags.Of(scanner.Name) & TagTraits.Raw) == 0)
            {
                continue;
            }

            var isScript = scanner.Name.Equals("script", StringComparison.OrdinalIgnoreCase);
            var content = scanner.SkipRaw(scanner.Name);
            Consider(content, ref best);
            if (isScript)
            {
                Literals(content, ref best);
            }
        }

        Escaped(source, ref best);
        return best;
    }

    /// <summary>脚本里的各个字符串。</summary>
    private static void Literals(ReadOnlySpan<char> script, ref string? best)
    {
        // 没有找到收尾的引号时，记下找到了哪里，同样的引号在那之前不再找：否则要用平方的时间。
        Span<int> failedUntil = stackalloc int[3];
        for (var at = 0; at < script.Length; at++)
        {
            var step = script[at..].IndexOfAny('"', '\'', '`');
            if (step < 0)
            {
                return;
            }

            at += step;
            var kind = script[at] switch { '"' => 0, '\'' => 1, _ => 2 };
            if (at < failedUntil[kind])
            {
                continue;
            }

            var end = CloseQuote(script, at);
            if (end >= script.Length || script[end] != script[at])
            {
                failedUntil[kind] = end;
                continue;
            }

            Consider(script[(at + 1)..end], ref best);
            at = end;
        }
    }

    private static int CloseQuote(ReadOnlySpan<char> script, int open)
    {
        var quote = script[open];
        var at = open + 1;
        while (at < script.Length)
        {
            var step = quote == '`' ? script[at..].IndexOfAny('`', '\\') : script[at..].IndexOfAny(quote, '\\', '\n');
            if (step < 0)
            {
                return script.Length;
            }

            at += step;
            if (script[at] != '\\')
            {
                return at;
            }

            at += 2;
        }

        return script.Length;
    }

    /// <summary>以实体写的正文，在元素或属性里。</summary>
    private static void Escaped(ReadOnlySpan<char> source, ref string? best)
    {
        for (var from = 0; source[from..].IndexOfAny(EscapedTag) is >= 0 and var found;)
        {
            var at = from + found;
            var start = source[from..at].LastIndexOfAny('<', '>') + 1 + from;
            var length = source[at..].IndexOf('<');
            var end = length < 0 ? source.Length : at + length;
            Consider(source[start..end], ref best);
            from = end;
        }
    }

    private static void Consider(ReadOnlySpan<char> text, ref string? best)
    {
        if (text.Length < ShortestPage || text.Length < (best?.Length ?? 0) / 8)
        {
            return;
        }

        var page = WithoutEscapes(text.ToString());
        if (page.Length > (best?.Length ?? 0) && HasTable(page) && Array.Exists(Labels, l => page.Contains(l, StringComparison.Ordinal)))
        {
            best = page;
        }
    }

    /// <summary>一层层解开反斜线、百分号和实体的转义，直到见到表格的标记；不再变化或解了几层还没有就作罢。</summary>
    private static string WithoutEscapes(string page)
    {
        page = page.Contains('\\', StringComparison.Ordinal) ? Unescape(page) : page;
        for (var level = 0; level < MaximumLevels && !HasTable(page); level++)
        {
            var before = page;
            if (page.AsSpan().ContainsAny(EscapedAngle))
            {
                // 数据里再套一层数据，转义也套了两层。
                page = Unescape(page);
            }

            if (page.AsSpan().ContainsAny(PercentAngle) && !page.Contains('<', StringComparison.Ordinal))
            {
                page = Uri.UnescapeDataString(page);
            }

            if (!HasTable(page) && page.Contains('&', StringComparison.Ordinal))
            {
                page = WebUtility.HtmlDecode(page);
            }

            if (page == before)
            {
                break;
            }
        }

        return page;
    }

    /// <summary>文字里有表格的标记，转义过的也算。</summary>
    private static bool HasMarkup(ReadOnlySpan<char> text) => text.ContainsAny(Markup);

    private static bool HasTable(string page) => page.AsSpan().ContainsAny(TableTag);

    /// <summary>解开 JavaScript 与 JSON 的转义；认不得的转义留下其后的字符。</summary>
    private static string Unescape(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        while (text.IndexOf('\\') is >= 0 and var at)
        {
            result.Append(text[..at]);
            text = text[(at + 1)..];
            if (text.IsEmpty)
            {
                break;
            }

            var digits = text[0] switch { 'u' => 4, 'x' => 2, _ => 0 };
            if (digits > 0 && text.Length > digits && ushort.TryParse(text.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                result.Append((char)unit);
                text = text[(digits + 1)..];
                continue;
            }

            result.Append(text[0] switch { 'n' or '\n' => "\n", 'r' or '\r' or 'b' or 'f' or 'v' => " ", 't' => "\t", _ => null });
            if (text[0] is not ('n' or '\n' or 'r' or '\r' or 'b' or 'f' or 'v' or 't'))
            {
                result.Append(text[0]);
            }

            text = text[1..];
        }

        return result.Append(text).ToString();
    }
}
