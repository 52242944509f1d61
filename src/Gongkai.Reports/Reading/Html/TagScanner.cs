using System.Buffers;

namespace Gongkai.Reports.Reading.Html;

/// <summary>从头到尾扫一遍标签，不建树：用时与长度成正比，不论标签怎样嵌套。</summary>
internal ref struct TagScanner(ReadOnlySpan<char> source)
{
    private static readonly SearchValues<char> AttributeEnd = SearchValues.Create(" \t\n\r\f/=");

    private readonly ReadOnlySpan<char> source = source;
    private int position;

    /// <summary>标签之前的文字，实体未解。</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>标签名；注释、声明和文末为空。</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>标签名之后、「&gt;」之前。</summary>
    public ReadOnlySpan<char> Attributes { get; private set; }

    /// <summary>是结束标签。</summary>
    public bool IsEnd { get; private set; }

    /// <summary>下一个标签；文末为假，此时 <see cref="Text"/> 是最后的文字。</summary>
    public bool Next()
    {
        var start = position;
        Name = Attributes = default;
        for (var from = start; ;)
        {
            var found = source[from..].IndexOf('<');
            if (found < 0 || from + found + 1 >= source.Length)
            {
                Text = source[start..];
                position = source.Length;
                return false;
            }

            var at = from + found;
            var next = source[at + 1];
            if (next is '!' or '?' || (next == '/' && at + 2 < source.Length && !char.IsAsciiLetter(source[at + 2])))
            {
                Text = source[start..at];
                position = AfterDeclaration(at);
                return true;
            }

            if (char.IsAsciiLetter(next) || next == '/')
            {
                Text = source[start..at];
                ReadTag(at + 1);
                return true;
            }

            from = at + 1;
        }
    }

    /// <summary>跳过原文元素的内容，到它的结束标签之前；返回内容。</summary>
    public ReadOnlySpan<char> SkipRaw(ReadOnlySpan<char> name)
    {
        var start = position;
        for (var from = start; ;)
        {
            var found = source[from..].IndexOf("</");
            if (found < 0)
            {
                position = source.Length;
                return source[start..];
            }

            var at = from + found;
            if (source[(at + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                position = at;
                return source[start..at];
            }

            from = at + 2;
        }
    }

    /// <summary>属性的值，实体未解；没有这个属性时为 null 的空值由 <paramref name="value"/> 表示。</summary>
    public static bool TryAttribute(ReadOnlySpan<char> attributes, ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        value = default;
        while (true)
        {
            attributes = attributes.TrimStart(" \t\n\r\f/");
            if (attributes.IsEmpty)
            {
                return false;
            }

            var end = attributes[1..].IndexOfAny(AttributeEnd) + 1;
            var found = end == 0 ? attributes : attributes[..end];
            attributes = attributes[found.Length..];
            var rest = attributes.TrimStart(" \t\n\r\f");
            ReadOnlySpan<char> text = default;
            if (!rest.IsEmpty && rest[0] == '=')
            {
                rest = rest[1..].TrimStart(" \t\n\r\f");
                var quoted = !rest.IsEmpty && rest[0] is '"' or '\'';
                var close = quoted ? rest[1..].IndexOf(rest[0]) : rest.IndexOfAny(" \t\n\r\f");
                text = quoted ? (close < 0 ? rest[1..] : rest.Slice(1, close)) : (close < 0 ? rest : rest[..close]);
                attributes = rest[Math.Min(rest.Length, text.Length + (quoted ? 2 : 0))..];
            }

            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = text;
                return true;
            }
        }
    }

    private readonly int AfterDeclaration(int at)
    {
        var rest = source[at..];
        if (!rest.StartsWith("<!--"))
        {
            var end = rest.IndexOf('>');
            return end < 0 ? source.Length : at + end + 1;
        }

        if (rest[4..].StartsWith(">") || rest[4..].StartsWith("->"))
        {
            return at + rest.IndexOf('>') + 1;
        }

        for (var from = at + 4; ;)
        {
            var dashes = source[from..].IndexOf("--");
            if (dashes < 0)
            {
                return source.Length;
            }

            from += dashes + 2;
            var tail = source[from..];
            if (tail.StartsWith(">") || tail.StartsWith("!>"))
            {
                return from + (tail[0] == '>' ? 1 : 2);
            }

            from--;
        }
    }

    private void ReadTag(int at)
    {
        IsEnd = source[at] == '/';
        at += IsEnd ? 1 : 0;
        var rest = source[at..];
        var nameEnd = 0;
        while (nameEnd < rest.Length && rest[nameEnd] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>'))
        {
            // Names are shorter than what setting up a search costs.
            nameEnd++;
        }

        if (nameEnd == rest.Length)
        {
            position = source.Length;
            return;
        }

        Name = rest[..nameEnd];
        if (rest[nameEnd] == '>')
        {
            position = at + nameEnd + 1;
            return;
        }

        var end = nameEnd;
        while (true)
        {
            var step = rest[end..].IndexOfAny('>', '=');
            if (step < 0)
            {
                // 没有写完的标签，同浏览器一样丢弃。
                Name = default;
                position = source.Length;
                return;
            }

            end += step;
            if (rest[end] == '>')
            {
                Attributes = rest[nameEnd..end];
                position = at + end + 1;
                return;
            }

            end++;
            end += rest[end..].IndexOfAnyExcept(" \t\n\r\f") is > 0 and var blanks ? blanks : 0;
            if (end < rest.Length && rest[end] is '"' or '\'')
            {
                var close = rest[(end + 1)..].IndexOf(rest[end]);
                end = close < 0 ? rest.Length : end + close + 2;
            }
        }
    }
}
