using System.Globalization;
using System.Text;
using System.Xml;

namespace Gongkai.Reports.Reading.Workbooks;

/// <summary>工作簿里的文字（si、is）：划去的不读，上标的脚注记号不读，注音不读。</summary>
internal static class RichText
{
    /// <summary>Excel 一格至多这么多字。</summary>
    private const int LongestCell = 32_767;

    // 格里这么多字以后的上标是文章里的，不是脚注记号。
    private const int ProseCell = 80;

    /// <summary>读完一个 si 或 is。</summary>
    /// <param name="reader">停在它的开始标签上；读完停在结束标签上。</param>
    public static string Read(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = reader.Depth;
        bool struck = false, raised = false, phonetic = false, inText = false;
        while (reader.Read() && reader.Depth > depth)
        {
            var isStart = reader.NodeType == XmlNodeType.Element;
            if (isStart || reader.NodeType == XmlNodeType.EndElement)
            {
                switch (reader.LocalName)
                {
                    case "r":
                        (struck, raised) = (false, false);
                        break;
                    case "rPh":
                        phonetic = isStart && !reader.IsEmptyElement;
                        break;
                    case "strike" when isStart:
                        struck = reader.GetAttribute("val") is not ("0" or "false");
                        break;
                    case "vertAlign" when isStart:
                        raised = reader.GetAttribute("val") is "superscript";
                        break;
                    case "t":
                        inText = isStart && !reader.IsEmptyElement;
                        break;
                }
            }
            else if (inText && !struck && !phonetic && text.Length < LongestCell)
            {
                var run = Unescaped(reader.Value);
                if (!(raised && text.Length is > 0 and <= ProseCell && BlockWriter.IsFootnoteMark(run)))
                {
                    text.Append(run);
                }
            }
        }

        return text.ToString(0, Math.Min(text.Length, LongestCell));
    }

    /// <summary>还原 Excel 写成 <c>_x000D_</c> 的字符。</summary>
    public static string Unescaped(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length).Append(text, 0, at);
        for (; at < text.Length; at++)
        {
            if (text[at] == '_' && at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_'
                && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                result.Append(char.IsControl((char)unit) && unit is not ('\n' or '\t') ? ' ' : (char)unit);
                at += 6;
            }
            else
            {
                result.Append(text[at]);
            }
        }

        return result.ToString();
    }
}
