using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Letters.Writing;

/// <summary>文书的样式和版面：《党政机关公文格式》（GB/T 9704—2012）。长度单位是磅，毫米的另注明。</summary>
internal static class LetterStyles
{
    public const string Mark = "Mark";
    public const string Number = "Number";
    public const string TableNumber = "TableNumber";
    public const string Title = "LetterTitle";
    public const string Addressee = "Addressee";
    public const string Body = "LetterBody";
    public const string Attachment = "Attachment";
    public const string AttachmentLabel = "AttachmentLabel";
    public const string Signature = "LetterSignature";
    public const string Note = "LetterNote";
    public const string Cell = "Cell";
    public const string Label = "CellLabel";

    /// <summary>正文字号，三号。</summary>
    public const double BodySize = 16;

    /// <summary>正文行距，固定值：每面 22 行。</summary>
    public const double BodyLine = 28;

    /// <summary>页码距下页边，毫米。</summary>
    public const double PageNumberFromBottom = 23;

    private const string BodyFont = "仿宋_GB2312";
    private const string TitleFont = "方正小标宋简体";
    private const string TableFont = "宋体";
    private const double TwipsPerMillimetre = 1440 / 25.4;

    // 三号字 28 个宽 448 磅，比版心 442 磅略宽：每字紧 0.25 磅，正好一行 28 字。
    private const int BodyTightening = -5;

    // 没有装公文字体的机器用相近的系统字体代替。
    private static readonly (string Name, string Alternative)[] OfficialFonts = [(BodyFont, "仿宋"), (TitleFont, "宋体"), ("楷体_GB2312", "楷体")];

    /// <summary>字体表：公文字体与代替它的字体。</summary>
    public static Fonts FontTable() => new(OfficialFonts.Select(f => new Font(
        new AltName { Val = f.Alternative },
        new FontCharSet { Val = "86" },
        new FontFamily { Val = FontFamilyValues.Roman },
        new Pitch { Val = FontPitchValues.Variable })
    { Name = f.Name }));

    /// <summary>全部样式。</summary>
    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(FontsOf(BodyFont), Size(BodySize), new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Spacing(BodyLine)))),
        Style(Mark, "发文机关标志", TitleFont, 36, JustificationValues.Center, line: 54, color: "FF0000"),
        Style(Number, "发文字号", BodyFont, BodySize, JustificationValues.Center),
        Style(TableNumber, "表格文号", BodyFont, 14, JustificationValues.Right, after: 6),
        Style(Title, "公文标题", TitleFont, 22, JustificationValues.Center, line: 34, keeps: true),
        Style(Addressee, "主送机关", BodyFont, BodySize, JustificationValues.Left, tightening: BodyTightening),
        Style(Body, "公文正文", BodyFont, BodySize, JustificationValues.Both, indent: 2 * BodySize, tightening: BodyTightening),
        Style(Attachment, "附件说明", BodyFont, BodySize, JustificationValues.Left, tightening: BodyTightening),
        Style(AttachmentLabel, "附件标记", "黑体", BodySize, JustificationValues.Left),
        Style(Signature, "落款", BodyFont, BodySize, JustificationValues.Right),
        Style(Note, "表下说明", BodyFont, 12, JustificationValues.Both, line: 20, indent: 24, before: 6),
        Style(Label, "栏名", TableFont, 12, JustificationValues.Center, line: 20),
        Style(Cell, "栏内", BodyFont, 12, JustificationValues.Left, line: 20));

    /// <summary>A4，版心 156×225 毫米，页码在版心下 7 毫米。</summary>
    public static SectionProperties Section(string oddFooter, string evenFooter) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = oddFooter },
        new FooterReference { Type = HeaderFooterValues.Even, Id = evenFooter },
        new PageSize { Width = (uint)Twips(210), Height = (uint)Twips(297) },
        new PageMargin
        {
            Top = Twips(37),
            Bottom = Twips(35),
            Left = (uint)Twips(28),
            Right = (uint)Twips(26),
            Header = (uint)Twips(15),
            Footer = (uint)Twips(PageNumberFromBottom),
            Gutter = 0,
        },
        new PageNumberType { Start = 1 });

    /// <summary>首页另用页眉页脚（信函格式）。</summary>
    /// <param name="section">一般公文的版面。</param>
    /// <param name="header">首页页眉。</param>
    /// <param name="footer">首页页脚。</param>
    /// <param name="headerDistance">页眉距上页边，毫米。</param>
    /// <param name="footerDistance">页脚距下页边，毫米。</param>
    public static SectionProperties FirstPageApart(SectionProperties section, string header, string footer, double headerDistance, double footerDistance)
    {
        section.PrependChild(new FooterReference { Type = HeaderFooterValues.First, Id = footer });
        section.PrependChild(new HeaderReference { Type = HeaderFooterValues.First, Id = header });
        var margin = section.GetFirstChild<PageMargin>()!;
        (margin.Header, margin.Footer) = ((uint)Twips(headerDistance), (uint)Twips(footerDistance));
        section.Append(new TitlePage());
        return section;
    }

    /// <summary>页码：四号宋体，两边一字线；单页居右空一字，双页居左空一字。</summary>
    /// <param name="side">居哪一边。</param>
    /// <param name="after">页码下面另空多少磅：页脚的位置因首页的双线而低了，页码不跟着低。</param>
    public static Footer Footer(JustificationValues side, double after = 0) => new(new Paragraph(
        new ParagraphProperties(
            new SpacingBetweenLines { After = Points(after) },
            new Indentation { Left = Points(14), Right = Points(14) },
            new Justification { Val = side }),
        PageRun(new Text("— ") { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }),
        PageRun(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        PageRun(new FieldCode("PAGE")),
        PageRun(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        PageRun(new Text("1")),
        PageRun(new FieldChar { FieldCharType = FieldCharValues.End }),
        PageRun(new Text(" —") { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve })));

    /// <summary>毫米折成二十分之一磅。</summary>
    public static int Twips(double millimetres) => (int)Math.Round(millimetres * TwipsPerMillimetre);

    /// <summary>磅写成二十分之一磅。</summary>
    public static string Points(double points) => ((int)Math.Round(points * 20)).ToString(CultureInfo.InvariantCulture);

    /// <summary>字号。</summary>
    public static FontSize Size(double points) => new() { Val = ((int)Math.Round(points * 2)).ToString(CultureInfo.InvariantCulture) };

    /// <summary>固定行距，段前段后。</summary>
    public static SpacingBetweenLines Spacing(double line, double before = 0, double after = 0) => new()
    {
        Before = Points(before),
        After = Points(after),
        Line = Points(line),
        LineRule = LineSpacingRuleValues.Exact,
    };

    private static Style Style(string id, string name, string font, double size, JustificationValues side, double line = BodyLine, double indent = 0, double before = 0, double after = 0, int tightening = 0, string? color = null, bool keeps = false)
    {
        StyleParagraphProperties paragraph = new();
        if (keeps)
        {
            paragraph.Append(new KeepNext());
        }

        // 标点不伸出版心，汉字与数字之间不另加空。
        paragraph.Append(new OverflowPunctuation { Val = false }, new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false }, Spacing(line, before, after));
        if (indent > 0)
        {
            paragraph.Append(new Indentation { FirstLine = Points(indent) });
        }

        paragraph.Append(new Justification { Val = side });
        StyleRunProperties run = new(FontsOf(font));
        if (color is not null)
        {
            run.Append(new Color { Val = color });
        }

        if (tightening != 0)
        {
            run.Append(new Spacing { Val = tightening });
        }

        run.Append(Size(size));
        return new Style(new StyleName { Val = name }, paragraph, run) { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = true };
    }

    private static RunFonts FontsOf(string name) => new() { Ascii = name, HighAnsi = name, EastAsia = name };

    private static Run PageRun(DocumentFormat.OpenXml.OpenXmlElement content) => new(new RunProperties(FontsOf(TableFont), Size(14)), content);
}
