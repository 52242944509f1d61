using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Letters.Writing;

/// <summary>
/// 信函格式（GB/T 9704—2012 第 10.1 条）首页的上下两端。机关标志与上面的双线放在首页页眉里，下面的双线放在首页页脚里，
/// 正文怎样增减都不动它们；页眉比上白边高，正文自会让到它下面。
/// </summary>
internal static class CorrespondenceXml
{
    /// <summary>首页页眉的部件编号。</summary>
    public const string HeaderId = "rIdFirstHeader";

    /// <summary>首页页脚的部件编号。</summary>
    public const string FooterId = "rIdFirstFooter";

    /// <summary>文号与上面双线的距离：三号汉字高度的八分之七。</summary>
    public const double BelowRule = LetterStyles.BodySize * 7 / 8;

    /// <summary>首页下面的双线距下页边，毫米。</summary>
    public const double RuleFromBottom = 20;

    private const double MarkTop = 30;
    private const double LargestMark = 36;
    private const double WidthOfRule = 170;
    private const double LeftMargin = 28;
    private const double RightMargin = 26;
    private const double PageWidth = 210;
    private const int MarkToRule = 11;

    // 字面比行高小：固定行距里，字上面空出的一点要从 30 毫米里扣掉。
    private const double AboveGlyphs = 0.14;

    // 双线的粗细，八分之一磅。不用现成的双线边框：哪一条在外，各家程序说法不一；两段各一条单线就没有歧义。
    private const uint Thick = 18;
    private const uint Thin = 6;
    private const double Gap = 1.5;

    /// <summary>首页页眉：机关标志，其下 4 毫米一条上粗下细的红色双线，长 170 毫米，居中。</summary>
    public static Header Header(Letter letter, double mostInLine)
    {
        var lines = AgencyLines.Of(letter.Agency, mostInLine);
        var size = Math.Floor(Math.Clamp(430 / lines.Max(AgencyLines.WidthOf), 16, LargestMark));
        return new Header([
            .. lines.Select((line, i) => new Paragraph(
                new ParagraphProperties
                {
                    ParagraphStyleId = new ParagraphStyleId { Val = LetterStyles.Mark },
                    ParagraphBorders = i < lines.Count - 1 ? null : new ParagraphBorders(Rule(new BottomBorder { Space = MarkToRule }, Thick)),
                    SpacingBetweenLines = LetterStyles.Spacing(size * 1.25),
                    Indentation = Outdent(),
                },
                LetterRun.Of(line, new RunProperties(LetterStyles.Size(size))))),
            Empty(new ParagraphBorders(Rule(new BottomBorder { Space = 0 }, Thin)), after: BelowRule),
        ]);
    }

    /// <summary>首页页脚：距下页边 20 毫米一条上细下粗的红色双线；不显示页码。</summary>
    public static Footer Footer() => new(
        Empty(new ParagraphBorders(Rule(new TopBorder { Space = 0 }, Thin))),
        Empty(new ParagraphBorders(Rule(new TopBorder { Space = 0 }, Thick))));

    /// <summary>页眉的高度从上页边算起，毫米：扣掉字面上面空的，机关标志的上边缘正好在 30 毫米。</summary>
    public static double HeaderDistance(Letter letter, double mostInLine)
    {
        var size = Math.Floor(Math.Clamp(430 / AgencyLines.Of(letter.Agency, mostInLine).Max(AgencyLines.WidthOf), 16, LargestMark));
        return MarkTop - (size * 1.25 * AboveGlyphs * 25.4 / 72);
    }

    private static Paragraph Empty(ParagraphBorders borders, double after = 0) => new(new ParagraphProperties
    {
        ParagraphStyleId = new ParagraphStyleId { Val = LetterStyles.Addressee },
        ParagraphBorders = borders,
        SpacingBetweenLines = LetterStyles.Spacing(Gap, after: after),
        Indentation = Outdent(),
    });

    private static T Rule<T>(T border, uint weight)
        where T : BorderType
    {
        (border.Val, border.Size, border.Color) = (BorderValues.Single, weight, "FF0000");
        return border;
    }

    // 线长 170 毫米，比版心两边各多出一点。
    private static Indentation Outdent()
    {
        var side = (PageWidth - WidthOfRule) / 2;
        return new Indentation
        {
            Left = (-LetterStyles.Twips(LeftMargin - side)).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Right = (-LetterStyles.Twips(RightMargin - side)).ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
