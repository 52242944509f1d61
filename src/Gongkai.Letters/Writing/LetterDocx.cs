using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Letters.Facts;

namespace Gongkai.Letters.Writing;

/// <summary>把文书写成 docx，版面照《党政机关公文格式》（GB/T 9704—2012）。不画印章，留出盖章的位置。</summary>
public static class LetterDocx
{
    private const string OddFooter = "rIdOdd";
    private const string EvenFooter = "rIdEven";
    private const double MarkBefore = 99;
    private const double LineBelowNumber = 11;
    private const double MostInMark = 16;
    private const double MostInSignature = 22;
    private const int LongestKept = 240;

    /// <summary>写成 docx 的字节。全是文字：没有宏、链接和外部内容；域只有页码。</summary>
    public static byte[] Write(Letter letter)
    {
        using MemoryStream stream = new();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document, autoSave: true))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = LetterStyles.All();
            main.AddNewPart<FontTablePart>().Fonts = LetterStyles.FontTable();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
            var isCorrespondence = letter is { Form: LetterForm.Official, Layout: LetterLayout.Correspondence };
            var below = isCorrespondence ? (LetterStyles.PageNumberFromBottom - CorrespondenceXml.RuleFromBottom) * 72 / 25.4 : 0;
            main.AddNewPart<FooterPart>(OddFooter).Footer = LetterStyles.Footer(JustificationValues.Right, below);
            main.AddNewPart<FooterPart>(EvenFooter).Footer = LetterStyles.Footer(JustificationValues.Left, below);
            if (isCorrespondence)
            {
                main.AddNewPart<HeaderPart>(CorrespondenceXml.HeaderId).Header = CorrespondenceXml.Header(letter, MostInMark);
                main.AddNewPart<FooterPart>(CorrespondenceXml.FooterId).Footer = CorrespondenceXml.Footer();
            }

            Body body = new(letter.Form is LetterForm.Official ? Official(letter, isCorrespondence) : Sheet(letter));
            body.Append(letter.Enclosures.SelectMany((page, i) => Enclosure(page, letter.Attachments.Count > 1 ? $"附件{i + 1}" : "附件")));
            body.Append(isCorrespondence
                ? LetterStyles.FirstPageApart(LetterStyles.Section(OddFooter, EvenFooter), CorrespondenceXml.HeaderId, CorrespondenceXml.FooterId, CorrespondenceXml.HeaderDistance(letter, MostInMark), CorrespondenceXml.RuleFromBottom)
                : LetterStyles.Section(OddFooter, EvenFooter));
            main.Document = new Document(body);
            document.PackageProperties.Title = letter.Title;
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Official(Letter letter, bool isCorrespondence) =>
        [.. isCorrespondence ? CorrespondenceHead(letter) : DocumentHead(letter), .. OfficialBody(letter)];

    // 信函格式：机关标志与双线在首页页眉里，文号顶格居版心右边缘，标题与它相距二行。
    private static IEnumerable<OpenXmlElement> CorrespondenceHead(Letter letter)
    {
        yield return Paragraph(LetterStyles.Number, letter.Number ?? "", properties => properties.Justification = new Justification { Val = JustificationValues.Right });
        yield return Blank(keeps: true);
        yield return Blank(keeps: true);
    }

    private static IEnumerable<OpenXmlElement> DocumentHead(Letter letter)
    {
        var mark = AgencyLines.Of(letter.Agency, MostInMark);
        for (var i = 0; i < mark.Count; i++)
        {
            yield return MarkOf(mark[i], mark.Max(AgencyLines.WidthOf), isFirst: i == 0);
        }

        yield return Blank();
        yield return Blank();
        yield return Paragraph(LetterStyles.Number, letter.Number ?? "", properties => properties.ParagraphBorders = new ParagraphBorders(
            new BottomBorder { Val = BorderValues.Single, Size = 12, Space = (uint)LineBelowNumber, Color = "FF0000" }));
        yield return Blank(keeps: true);
        yield return Blank(keeps: true);
    }

    private static IEnumerable<OpenXmlElement> OfficialBody(Letter letter)
    {
        yield return Paragraph(LetterStyles.Title, letter.Title);
        yield return Blank(keeps: true);
        if (letter.Addressee is not null)
        {
            yield return Paragraph(LetterStyles.Addressee, letter.Addressee + "：");
        }

        // 落款不能独自落到另一面：正文最后一段与它同面；末段太长时整段移过去会空出大半面，就不管了。
        for (var i = 0; i < letter.Blocks.Count; i++)
        {
            var isLast = i == letter.Blocks.Count - 1;
            var leads = letter.Blocks[i] is LetterParagraph p && p.Text.EndsWith('：');
            yield return Block(letter.Blocks[i], keeps: leads || (isLast && letter.Blocks[i] is LetterParagraph { Text.Length: <= LongestKept }));
        }

        foreach (var paragraph in Attachments(letter.Attachments))
        {
            yield return paragraph;
        }

        foreach (var paragraph in SignatureOf(letter))
        {
            yield return paragraph;
        }
    }

    private static IEnumerable<OpenXmlElement> Sheet(Letter letter)
    {
        yield return Paragraph(LetterStyles.Title, letter.Title);
        if (letter.Number is not null)
        {
            yield return Paragraph(LetterStyles.TableNumber, letter.Number);
        }

        foreach (var block in letter.Blocks)
        {
            yield return Block(block, keeps: false);
        }
    }

    private static IEnumerable<OpenXmlElement> Enclosure(LetterEnclosure page, string label)
    {
        yield return Paragraph(LetterStyles.AttachmentLabel, label, p => p.PageBreakBefore = new PageBreakBefore());
        yield return Blank();
        yield return Paragraph(LetterStyles.Title, page.Title);
        yield return Blank();
        if (page.Addressee is not null)
        {
            yield return Paragraph(LetterStyles.Addressee, page.Addressee + "：");
        }

        foreach (var block in page.Blocks)
        {
            yield return block is LetterParagraph { Role: LetterRole.Note } note ? Paragraph(LetterStyles.Body, note.Text, p => p.SpacingBetweenLines = LetterStyles.Spacing(LetterStyles.BodyLine, after: 6)) : Block(block, keeps: false);
        }
    }

    private static OpenXmlElement Block(LetterBlock block, bool keeps) => block switch
    {
        LetterParagraph { Role: LetterRole.Note } note => Paragraph(LetterStyles.Note, note.Text),
        LetterParagraph paragraph => Paragraph(LetterStyles.Body, paragraph.Text, keeps ? p => p.KeepNext = new KeepNext() : null),
        LetterTable table => LetterTableXml.Write(table),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    /// <summary>机关标志的一行：红色小标宋，字数多的缩小。</summary>
    private static Paragraph MarkOf(string agency, double widest, bool isFirst)
    {
        var size = Math.Floor(Math.Clamp(430 / widest, 16, 48));
        return new Paragraph(
            new ParagraphProperties
            {
                ParagraphStyleId = new ParagraphStyleId { Val = LetterStyles.Mark },
                SpacingBetweenLines = LetterStyles.Spacing(size * 1.25, before: isFirst ? MarkBefore : 0),
            },
            LetterRun.Of(agency, new RunProperties(LetterStyles.Size(size))));
    }

    private static IEnumerable<Paragraph> Attachments(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            yield break;
        }

        yield return Blank(keeps: true);
        for (var i = 0; i < names.Count; i++)
        {
            var label = i == 0 ? "附件：" : "";
            var number = names.Count == 1 ? "" : $"{i + 1}.";
            var hanging = (names.Count == 1 ? 3 : 4) * LetterStyles.BodySize;
            var left = (2 * LetterStyles.BodySize) + hanging;
            var isFirst = i == 0;
            yield return Paragraph(LetterStyles.Attachment, label + number + names[i], p =>
            {
                p.KeepNext = new KeepNext();
                p.Indentation = new Indentation { Left = LetterStyles.Points(left), Hanging = LetterStyles.Points(isFirst ? hanging : LetterStyles.BodySize) };
            });
        }
    }

    /// <summary>署名居中压在成文日期之上，日期右空四字；前面空两行，印章盖在署名和日期上。</summary>
    private static IEnumerable<Paragraph> SignatureOf(Letter letter)
    {
        yield return Blank(keeps: true);
        yield return Blank(keeps: true);
        var lines = AgencyLines.Of(letter.Agency, MostInSignature);
        var date = AgencyLines.WidthOf(letter.WrittenOn);
        var centre = Math.Max((date / 2) + 4, (lines.Max(AgencyLines.WidthOf) / 2) + 2);
        foreach (var line in lines)
        {
            yield return Signed(line, centre - (AgencyLines.WidthOf(line) / 2), keeps: true);
        }

        yield return Signed(letter.WrittenOn, centre - (date / 2), keeps: letter.Contact is not null);
        if (letter.Contact is not null)
        {
            yield return Paragraph(LetterStyles.Body, $"（{letter.Contact}）");
        }
    }

    private static Paragraph Signed(string text, double rightIndent, bool keeps) => Paragraph(LetterStyles.Signature, text, p =>
    {
        if (keeps)
        {
            p.KeepNext = new KeepNext();
        }

        p.Indentation = new Indentation { Right = LetterStyles.Points(Math.Max(0, rightIndent) * LetterStyles.BodySize) };
    });

    private static Paragraph Blank(bool keeps = false) => Paragraph(LetterStyles.Addressee, "", keeps ? p => p.KeepNext = new KeepNext() : null);

    private static Paragraph Paragraph(string style, string text, Action<ParagraphProperties>? shape = null)
    {
        ParagraphProperties properties = new() { ParagraphStyleId = new ParagraphStyleId { Val = style } };
        shape?.Invoke(properties);
        return text.Length == 0
            ? new Paragraph(properties)
            : new Paragraph(properties, LetterRun.Of(text));
    }
}
