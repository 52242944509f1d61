using System.Text;

namespace Gongkai.Letters.Templates;

/// <summary>
/// 模板里的一段文字：照抄的字和 <c>{事实}</c> 的空格相间；<c>{事实?}</c> 可以空着。
/// 只在载入时拆一次，填进去的字不再看，所以事实里的花括号只是花括号。
/// </summary>
internal sealed class TemplateText
{
    private readonly Segment[] _segments;

    private TemplateText(Segment[] segments) => _segments = segments;

    /// <summary>照抄的字，连起来。</summary>
    public string Literal => string.Concat(_segments.Where(s => !s.IsField).Select(s => s.Text));

    /// <summary>空格的名称。</summary>
    public IEnumerable<(string Name, bool IsOptional)> Fields => _segments.Where(s => s.IsField).Select(s => (s.Text, s.IsOptional));

    /// <summary>整段就是一个空格时，它的名称。</summary>
    public string? OnlyField => _segments is [{ IsField: true } only] ? only.Text : null;

    /// <summary>拆开一段文字。</summary>
    /// <exception cref="FormatException">花括号不成对，或者空格没有名称。</exception>
    public static TemplateText Parse(string text)
    {
        List<Segment> segments = [];
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var literal = text[at..(open < 0 ? text.Length : open)];
            if (literal.Contains('}', StringComparison.Ordinal))
            {
                throw new FormatException($"花括号不成对：{text}");
            }

            if (literal.Length > 0)
            {
                segments.Add(new Segment(literal, IsField: false, IsOptional: false));
            }

            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf('}', open);
            var name = close < 0 ? "" : text[(open + 1)..close];
            var isOptional = name.EndsWith('?');
            name = isOptional ? name[..^1] : name;
            if (name.Length == 0 || name.Contains('{', StringComparison.Ordinal))
            {
                throw new FormatException($"花括号不成对，或者里面是空的：{text}");
            }

            segments.Add(new Segment(name, IsField: true, isOptional));
            at = close + 1;
        }

        return new TemplateText([.. segments]);
    }

    /// <summary>填好。</summary>
    /// <param name="read">按名称取文字。</param>
    public string Fill(Func<string, string> read)
    {
        StringBuilder text = new();
        foreach (var segment in _segments)
        {
            text.Append(segment.IsField ? read(segment.Text) : segment.Text);
        }

        return text.ToString();
    }

    private sealed record Segment(string Text, bool IsField, bool IsOptional);
}
