using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Reports.Writing.Docx;

/// <summary>汇总草稿的样式：版心照《党政机关公文格式》（GB/T 9704—2012），正文三号仿宋，表内小五号宋体。</summary>
internal static class SumStyles
{
    private const double TwipsPerMillimetre = 1440 / 25.4;
    private const string BodyFont = "仿宋_GB2312";

    /// <summary>全部样式。</summary>
    public static Styles Build() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(FontsOf(BodyFont), new FontSize { Val = "32" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0" }))),
        Style("Title", "公文标题", "方正小标宋简体", 22, JustificationValues.Center, line: 34),
        Style("Subtitle", "副题", "楷体_GB2312", 16, JustificationValues.Center, line: 28, after: 14),
        Style("Heading", "一级标题", "黑体", 16, JustificationValues.Left, line: 28, indent: 32, after: 6, keeps: true),
        Style("Annex", "附件标题", "黑体", 16, JustificationValues.Left, line: 28, before: 14, after: 6, keeps: true),
        Style("Body", "公文正文", BodyFont, 16, JustificationValues.Both, line: 28, indent: 32),
        Style("Note", "表注", "宋体", 9, JustificationValues.Left, line: 16),
        Style("Cell", "表内数", "宋体", 9, JustificationValues.Center),
        Style("CellLabel", "表内文字", "宋体", 9, JustificationValues.Left));

    /// <summary>A4，版心 156×225 毫米。</summary>
    public static SectionProperties Section() => new(
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
        });

    private static Style Style(string id, string name, string font, int size, JustificationValues side, int line = 0, int indent = 0, int before = 0, int after = 0, bool keeps = false)
    {
        StyleParagraphProperties paragraph = new();
        if (keeps)
        {
            paragraph.Append(new KeepNext());
        }

        SpacingBetweenLines spacing = new() { Before = Points(before), After = Points(after) };
        if (line > 0)
        {
            (spacing.Line, spacing.LineRule) = (Points(line), LineSpacingRuleValues.Exact);
        }

        paragraph.Append(spacing);
        if (indent > 0)
        {
            paragraph.Append(new Indentation { FirstLine = Points(indent) });
        }

        paragraph.Append(new Justification { Val = side });
        return new Style(
            new StyleName { Val = name },
            paragraph,
            new StyleRunProperties(FontsOf(font), new FontSize { Val = (size * 2).ToString(CultureInfo.InvariantCulture) }))
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = true,
        };
    }

    private static RunFonts FontsOf(string name) => new() { Ascii = name, HighAnsi = name, EastAsia = name };

    private static int Millimetres(double length) => (int)Math.Round(length * TwipsPerMillimetre);

    private static string Points(double points) => ((int)Math.Round(points * 20)).ToString(CultureInfo.InvariantCulture);
}
