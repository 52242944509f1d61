using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Gongkai.Reports.Writing.Docx;

/// <summary>按《党政机关公文格式》（GB/T 9704—2012）排出的 docx：A4，版心 156×225 毫米，三号仿宋，固定行距 28 磅。</summary>
internal static class NoticeDocument
{
    private const double TwipsPerMillimetre = 1440 / 25.4;
    private const int TwipsPerPoint = 20;
    private const string BodyFont = "仿宋_GB2312";
    private const string OddFooterId = "rIdOdd";
    private const string EvenFooterId = "rIdEven";

    // 没有装公文字体的机器用相近的系统字体代替。
    private static readonly (string Name, string Alternative)[] OfficialFonts = [(BodyFont, "仿宋"), ("楷体_GB2312", "楷体"), ("方正小标宋简体", "宋体")];

    /// <summary>写成 docx；一份一节，另起一页，页码各自从 1 起。</summary>
    public static void Write(Stream output, IReadOnlyList<IReadOnlyList<NoticeParagraph>> notices)
    {
        using var document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document, autoSave: true);
        var main = document.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
        main.AddNewPart<FontTablePart>().Fonts = new Fonts(OfficialFonts.Select(f => new Font(new AltName { Val = f.Alternative }) { Name = f.Name }));
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
        main.AddNewPart<FooterPart>(OddFooterId).Footer = Footer(JustificationValues.Right);
        main.AddNewPart<FooterPart>(EvenFooterId).Footer = Footer(JustificationValues.Left);
        Body body = new();
        for (var i = 0; i < notices.Count; i++)
        {
            body.Append(notices[i].Select(Paragraph));
            if (i < notices.Count - 1)
            {
                body.LastChild!.GetFirstChild<ParagraphProperties>()!.AppendChild(Section());
            }
        }

        body.Append(Section());
        main.Document = new Document(body);
        document.PackageProperties.Title = notices[0][0].Text.Replace("\n", "", StringComparison.Ordinal);
    }

    private static Paragraph Paragraph(NoticeParagraph paragraph)
    {
        ParagraphProperties properties = new(new ParagraphStyleId { Val = paragraph.Kind.ToString() });
        if (paragraph.Kind is ParagraphKind.Signature)
        {
            properties.Append(new Indentation { Right = Twips(paragraph.RightIndent * 16), RightChars = (int)(paragraph.RightIndent * 100) });
        }

        return paragraph.Text.Length == 0
            ? new Paragraph(properties)
            : new Paragraph(properties, new Run(Lines(paragraph.Text)));
    }

    private static IEnumerable<OpenXmlElement> Lines(string text)
    {
        foreach (var (line, index) in text.Split('\n').Select((line, index) => (line, index)))
        {
            if (index > 0)
            {
                yield return new Break();
            }

            yield return new WordText(line) { Space = SpaceProcessingModeValues.Preserve };
        }
    }

    private static SectionProperties Section() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = OddFooterId },
        new FooterReference { Type = HeaderFooterValues.Even, Id = EvenFooterId },
        new PageSize { Width = (uint)Millimetres(210), Height = (uint)Millimetres(297) },
        new PageMargin
        {
            Top = Millimetres(37),
            Bottom = Millimetres(35),
            Left = (uint)Millimetres(28),
            Right = (uint)Millimetres(26),
            Header = (uint)Millimetres(15),
            Footer = (uint)Millimetres(25),
            Gutter = 0,
        },
        new PageNumberType { Start = 1 });

    private static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(FontsOf(BodyFont), new FontSize { Val = "32" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Spacing()))),
        Style(ParagraphKind.Title, "公文标题", "方正小标宋简体", 22, new Justification { Val = JustificationValues.Center }, spaceAfter: 28, line: 34),
        Style(ParagraphKind.Addressee, "主送机关", BodyFont, 16),
        Style(ParagraphKind.Body, "公文正文", BodyFont, 16, new Justification { Val = JustificationValues.Both }, indents: true),
        Style(ParagraphKind.Heading, "一级标题", "黑体", 16, indents: true, keeps: true),
        Style(ParagraphKind.Subheading, "二级标题", "楷体_GB2312", 16, indents: true, keeps: true),
        Style(ParagraphKind.Signature, "落款", BodyFont, 16, new Justification { Val = JustificationValues.Right }));

    private static Style Style(ParagraphKind kind, string name, string font, int size, Justification? justification = null, bool indents = false, bool keeps = false, int spaceAfter = 0, int line = 28)
    {
        StyleParagraphProperties paragraph = new();
        if (keeps)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(Spacing(spaceAfter, line));
        if (indents)
        {
            paragraph.Append(new Indentation { FirstLine = Twips(32), FirstLineChars = 200 });
        }

        if (justification is not null)
        {
            paragraph.Append(justification);
        }

        return new Style(
            new StyleName { Val = name },
            paragraph,
            new StyleRunProperties(FontsOf(font), new FontSize { Val = (size * 2).ToString(CultureInfo.InvariantCulture) }))
        {
            Type = StyleValues.Paragraph,
            StyleId = kind.ToString(),
            CustomStyle = true,
        };
    }

    private static RunFonts FontsOf(string name) => new() { Ascii = name, HighAnsi = name, EastAsia = name };

    private static SpacingBetweenLines Spacing(int after = 0, int line = 28) => new()
    {
        Before = "0",
        After = Twips(after),
        Line = Twips(line),
        LineRule = LineSpacingRuleValues.Exact,
    };

    /// <summary>页码：四号宋体，两边一字线；单页居右空一字，双页居左空一字。</summary>
    private static Footer Footer(JustificationValues side) => new(new Paragraph(
        new ParagraphProperties(
            new Indentation { Left = Twips(14), LeftChars = 100, Right = Twips(14), RightChars = 100 },
            new Justification { Val = side }),
        Number(new WordText("— ") { Space = SpaceProcessingModeValues.Preserve }),
        Number(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        Number(new FieldCode("PAGE")),
        Number(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Number(new WordText("1")),
        Number(new FieldChar { FieldCharType = FieldCharValues.End }),
        Number(new WordText(" —") { Space = SpaceProcessingModeValues.Preserve })));

    private static Run Number(OpenXmlElement content) => new(new RunProperties(FontsOf("宋体"), new FontSize { Val = "28" }), content);

    private static int Millimetres(double length) => (int)Math.Round(length * TwipsPerMillimetre);

    private static string Twips(double points) => ((int)Math.Round(points * TwipsPerPoint)).ToString(CultureInfo.InvariantCulture);
}
