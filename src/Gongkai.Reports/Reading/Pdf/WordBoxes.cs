using System.Globalization;
using System.Text;
using System.Xml;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>读 <c>pdftotext -bbox</c> 的 XHTML：每页的词和框。</summary>
internal static class WordBoxes
{
    /// <summary>一页页读出。</summary>
    /// <exception cref="XmlException">不是 poppler 应有的输出。</exception>
    /// <exception cref="ReadLimitException">页或词超过限度。</exception>
    public static List<PdfPage> Read(byte[] output)
    {
        List<PdfPage> pages = [];
        List<List<PdfWord>> lines = [];
        var size = default(Box);
        var words = 0;
        using var reader = XmlReader.Create(new StringReader(Document(output)), PdfXml.Settings);
        while (reader.Read())
        {
            if (reader.LocalName == "page" && reader.NodeType == XmlNodeType.EndElement)
            {
                pages.Add(Page(pages.Count + 1, size, lines));
                lines.Clear();
            }
            else if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            else if (reader.LocalName == "page")
            {
                lines.Add([]);
                size = new Box(0, 0, PdfXml.Number(reader, "width"), PdfXml.Number(reader, "height"));
                if (reader.IsEmptyElement)
                {
                    pages.Add(Page(pages.Count + 1, size, []));
                }
            }
            else if (reader.LocalName is "block" or "line")
            {
                lines.Add([]);
            }
            else if (reader.LocalName == "word" && lines.Count > 0)
            {
                if (++words > ReadLimits.PdfWords)
                {
                    throw new ReadLimitException("The pdf has too many words.");
                }

                Add(lines[^1], reader);
            }
        }

        return pages;
    }

    private static PdfPage Page(int number, Box size, List<List<PdfWord>> lines)
    {
        // 文件说这一页要转着显示时，poppler 的词已经转了，页面的宽和高却没有。
        var aside = new Box(0, 0, size.Height, size.Width);
        size = lines.Sum(l => l.Count(w => IsInside(w, aside))) > lines.Sum(l => l.Count(w => IsInside(w, size))) ? aside : size;

        // 有的字在页外：看不见，多半是遮掩的。
        lines.ForEach(l => l.RemoveAll(w => !IsInside(w, size)));
        var page = new PdfPage(number, PageTurn.Of(lines, size));
        page.Words.AddRange(lines.SelectMany(l => l, (_, w) => w with { Box = page.Turn.Upright(w.Box) }));
        return page;

        static bool IsInside(PdfWord word, Box page) => page.Contains(word.Box.CenterX, word.Box.CenterY);
    }

    private static void Add(List<PdfWord> line, XmlReader reader)
    {
        var box = new Box(PdfXml.Number(reader, "xMin"), PdfXml.Number(reader, "yMin"), PdfXml.Number(reader, "xMax"), PdfXml.Number(reader, "yMax"));
        var text = !reader.IsEmptyElement && reader.Read() && reader.NodeType == XmlNodeType.Text ? PdfText.Clean(reader.Value) : "";

        if (text.Length > 0 && box is { Width: > 0, Height: > 0 })
        {
            line.Add(new PdfWord(text, box));
        }
    }

    /// <summary>只取 doc 元素：前面的 DOCTYPE 与标题来自文件，不看。不合 XML 的控制符换成空格。</summary>
    private static string Document(byte[] output)
    {
        var text = Encoding.UTF8.GetString(output);
        var start = text.IndexOf("<doc>", StringComparison.Ordinal);
        var end = text.LastIndexOf("</doc>", StringComparison.Ordinal);
        return start >= 0 && end > start ? PdfXml.Legal(text.AsSpan(start, end + 6 - start)) : throw new XmlException("There is no doc element.");
    }
}

/// <summary>读 poppler 的 XML 时共用的。</summary>
internal static class PdfXml
{
    public static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = ReadLimits.PdfOutputBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>数字属性；没有或不是数时为 0。</summary>
    public static double Number(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;

    /// <summary>XML 1.0 不许的字符换成空格。</summary>
    public static string Legal(ReadOnlySpan<char> text)
    {
        var legal = text.ToArray();
        for (var i = 0; i < legal.Length; i++)
        {
            if (char.IsHighSurrogate(legal[i]) && i + 1 < legal.Length && char.IsLowSurrogate(legal[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(legal[i]))
            {
                legal[i] = ' ';
            }
        }

        return new string(legal);
    }
}
