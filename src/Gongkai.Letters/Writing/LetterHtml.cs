using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongkai.Letters.Facts;

namespace Gongkai.Letters.Writing;

/// <summary>把文书写成可打印网页的一段 HTML：一个 article 元素，文字全部编码，没有脚本、样式属性和外部内容。</summary>
public static class LetterHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly Lazy<string> Css = new(ReadCss);

    /// <summary>配套的样式表，屏幕和打印（A4）共用；由网页以文件引用。</summary>
    public static string Stylesheet => Css.Value;

    /// <summary>写成 HTML 片段。</summary>
    public static string Write(Letter letter)
    {
        StringBuilder html = new();
        var isOfficial = letter.Form is LetterForm.Official;
        var isCorrespondence = isOfficial && letter.Layout is LetterLayout.Correspondence;
        html.Append("<article class=\"letter ").Append(isCorrespondence ? "letter-official letter-correspondence" : isOfficial ? "letter-official" : "letter-sheet").Append("\" lang=\"zh-CN\">\n");
        if (isOfficial)
        {
            Element(html, "p", "letter-mark", letter.Agency);
            Number(html, letter.Number);
            Element(html, "h1", "letter-title", letter.Title);
        }
        else
        {
            Element(html, "h1", "letter-title", letter.Title);
            Number(html, letter.Number);
        }

        Addressee(html, letter.Addressee);
        Blocks(html, letter.Blocks, letter.Title);
        if (isOfficial)
        {
            Attachments(html, letter.Attachments);
            html.Append("<div class=\"letter-signature\">\n");
            Element(html, "p", "letter-agency", letter.Agency);
            Element(html, "p", "letter-date", letter.WrittenOn);
            html.Append("</div>\n");
            if (letter.Contact is not null)
            {
                Element(html, "p", "letter-contact", $"（{letter.Contact}）");
            }
        }

        for (var i = 0; i < letter.Enclosures.Count; i++)
        {
            var page = letter.Enclosures[i];
            html.Append("<section class=\"letter-enclosure\">\n");
            Element(html, "p", "letter-label", letter.Attachments.Count > 1 ? $"附件{i + 1}" : "附件");
            Element(html, "h2", "letter-title", page.Title);
            Addressee(html, page.Addressee);
            Blocks(html, page.Blocks, page.Title);
            html.Append("</section>\n");
        }

        return html.Append("</article>\n").ToString();
    }

    private static void Number(StringBuilder html, string? number)
    {
        if (number is not null)
        {
            Element(html, "p", "letter-number", number);
        }
    }

    private static void Addressee(StringBuilder html, string? addressee)
    {
        if (addressee is not null)
        {
            Element(html, "p", "letter-addressee", addressee + "：");
        }
    }

    private static void Blocks(StringBuilder html, IEnumerable<LetterBlock> blocks, string caption)
    {
        foreach (var block in blocks)
        {
            if (block is LetterParagraph paragraph)
            {
                Element(html, "p", paragraph.Role is LetterRole.Note ? "letter-note" : "letter-text", paragraph.Text);
            }
            else if (block is LetterTable table)
            {
                Table(html, table, caption);
            }
        }
    }

    private static void Table(StringBuilder html, LetterTable table, string caption)
    {
        html.Append("<table class=\"letter-table\">\n");
        Element(html, "caption", "letter-caption", caption);
        html.Append("<colgroup>");
        foreach (var column in table.Columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"<col class=\"letter-w{column}\">");
        }

        html.Append("</colgroup>\n");
        foreach (var row in table.Rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr class=\"letter-h{row.Height}\">");
            var isHead = row.Cells.All(c => c.IsLabel);
            foreach (var cell in row.Cells)
            {
                var name = cell.IsLabel ? "th" : "td";
                html.Append('<').Append(name);
                if (cell.IsLabel)
                {
                    html.Append(isHead ? " scope=\"col\"" : " scope=\"row\"");
                }

                if (cell.Span > 1)
                {
                    html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.Span}\"");
                }

                html.Append('>').AppendJoin("<br>", cell.Text.Split('\n').Select(Encoder.Encode)).Append("</").Append(name).Append('>');
            }

            html.Append("</tr>\n");
        }

        html.Append("</table>\n");
    }

    private static void Attachments(StringBuilder html, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        Element(html, "p", "letter-attachments", names.Count == 1 ? "附件：" + names[0] : "附件：");
        if (names.Count == 1)
        {
            return;
        }

        html.Append("<ol class=\"letter-attachments\">\n");
        foreach (var name in names)
        {
            html.Append("<li>").Append(Encoder.Encode(name)).Append("</li>\n");
        }

        html.Append("</ol>\n");
    }

    private static void Element(StringBuilder html, string name, string style, string text) =>
        html.Append('<').Append(name).Append(" class=\"").Append(style).Append("\">").Append(Encoder.Encode(text)).Append("</").Append(name).Append(">\n");

    private static string ReadCss()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("letters/letter.css")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
