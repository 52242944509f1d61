using System.Xml;

namespace Gongkai.Reports.Reading.Docx;

/// <summary>字符格式里与阅读有关的两项；没有说到的为 null。</summary>
/// <param name="Unread">划去了或隐藏了，不读。</param>
/// <param name="Raised">上标。</param>
internal readonly record struct RunFormat(bool? Unread, bool? Raised)
{
    /// <summary>自己没有说到的依下层。</summary>
    public RunFormat Over(RunFormat under) => new(Unread ?? under.Unread, Raised ?? under.Raised);

    /// <summary>读完一个 rPr；不看修订之前的格式。</summary>
    /// <param name="reader">停在 rPr 上。</param>
    /// <param name="style">引用的字符样式，没有时为 null。</param>
    public static RunFormat Read(XmlReader reader, out string? style)
    {
        style = null;
        bool? struck = null, raised = null;
        var (depth, isEmpty) = (reader.Depth, reader.IsEmptyElement);
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "vanish" or "strike" or "dstrike":
                    struck = struck is true || IsOn(Value(reader));
                    break;
                case "vertAlign":
                    raised = Value(reader) is "superscript";
                    break;
                case "rStyle":
                    style = Value(reader);
                    break;
            }
        }

        return new RunFormat(struck, raised);
    }

    /// <summary>开关打开着：写了而没有值也是打开。</summary>
    public static bool IsOn(string? value) => value is not ("0" or "false" or "off");

    /// <summary>val 属性。</summary>
    public static string? Value(XmlReader reader) => reader.GetAttribute("val", reader.NamespaceURI) ?? reader.GetAttribute("val");
}

/// <summary>样式部件里各样式的字符格式。</summary>
internal sealed class DocxStyles
{
    private const int Styles = 20_000;
    private const int Chain = 16;
    private readonly Dictionary<string, (RunFormat Format, string? Under)> styles = new(StringComparer.Ordinal);

    /// <summary>读 styles.xml。</summary>
    public static DocxStyles Read(XmlReader reader)
    {
        var found = new DocxStyles();
        string? id = null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.Depth > ReadLimits.XmlDepth || found.styles.Count > Styles)
            {
                throw new ReadLimitException("The styles part is too large.");
            }

            switch (reader.LocalName)
            {
                case "style":
                    id = reader.GetAttribute("styleId", reader.NamespaceURI) ?? "";
                    found.styles[id] = default;
                    break;
                case "basedOn" when id is not null:
                    found.styles[id] = found.styles[id] with { Under = RunFormat.Value(reader) };
                    break;
                case "rPr" when id is not null && reader.Depth == 2:
                    var format = RunFormat.Read(reader, out _);
                    found.styles[id] = found.styles[id] with { Format = format };
                    break;
            }
        }

        return found;
    }

    /// <summary>一个样式的字符格式，连它所依据的样式。</summary>
    public RunFormat Of(string style)
    {
        RunFormat format = default;
        string? next = style;
        for (var steps = 0; next is not null && steps < Chain && styles.TryGetValue(next, out var found); steps++)
        {
            format = format.Over(found.Format);
            next = found.Under;
        }

        return format;
    }
}
