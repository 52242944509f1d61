using System.Diagnostics;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Letters.Facts;
using Gongkai.Letters.Writing;

namespace Gongkai.Letters.Tests;

public sealed partial class DocumentTests
{
    public static TheoryData<LetterType> Types => Samples.Types;

    /// <summary>设 LETTERS_OUT 为一个文件夹，就把每种文书写到那里，供人打开看。</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void Every_letter_is_a_valid_docx_and_a_closed_piece_of_html(LetterType type)
    {
        var letter = Samples.Renderer.Render(type, Samples.For(type));
        var docx = LetterDocx.Write(letter);
        var html = LetterHtml.Write(letter);

        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Empty(document.GetAllParts().SelectMany(p => p.ExternalRelationships));
        Assert.Contains(letter.Title, html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.All(Sizes().Matches(html).Select(m => m.Value).Distinct(), c => Assert.Contains($".{c} ", LetterHtml.Stylesheet, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("LETTERS_OUT") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{(int)type:00}-{type}.docx"), docx);
            File.WriteAllText(Path.Combine(folder, $"{(int)type:00}-{type}.html"), $"<!doctype html><meta charset=utf-8><style>{LetterHtml.Stylesheet}</style>{html}");
        }
    }

    [Fact]
    public void The_page_is_that_of_an_official_document()
    {
        using var document = Docx(LetterType.ReplyGranted);
        var main = document.MainDocumentPart!;
        var section = main.Document.Body!.Elements<SectionProperties>().Single();
        var margin = section.GetFirstChild<PageMargin>()!;

        Assert.Equal([210, 297], new[] { section.GetFirstChild<PageSize>()!.Width!.Value, section.GetFirstChild<PageSize>()!.Height!.Value }.Select(Millimetres));
        Assert.Equal([37, 28, 35, 26], new[] { (uint)margin.Top!.Value, margin.Left!.Value, (uint)margin.Bottom!.Value, margin.Right!.Value }.Select(Millimetres));
        var body = Style(main, "LetterBody");
        Assert.Equal("560", body.StyleParagraphProperties!.SpacingBetweenLines!.Line!.Value);
        Assert.Equal("32", body.StyleRunProperties!.FontSize!.Val!.Value);
        Assert.Equal("仿宋_GB2312", body.StyleRunProperties.RunFonts!.EastAsia!.Value);
        Assert.Equal("44", Style(main, "LetterTitle").StyleRunProperties!.FontSize!.Val!.Value);
        Assert.Equal("FF0000", Style(main, "Mark").StyleRunProperties!.GetFirstChild<Color>()!.Val!.Value);
        Assert.Equal("仿宋", main.FontTablePart!.Fonts.Elements<Font>().Single(f => f.Name == "仿宋_GB2312").AltName!.Val!.Value);
        Assert.NotNull(main.DocumentSettingsPart!.Settings.GetFirstChild<EvenAndOddHeaders>());
        Assert.Equal(["right", "left"], main.FooterParts.Select(f => f.Footer.Descendants<Justification>().Single().Val!.InnerText).OrderDescending());
        Assert.All(main.FooterParts, f => Assert.Equal("— PAGE1 —", f.Footer.InnerText));
    }

    [Fact]
    public void The_red_line_is_under_the_number_and_the_date_ends_four_characters_in()
    {
        using var document = Docx(LetterType.ReplyGranted);
        var paragraphs = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().ToArray();

        var number = paragraphs.Single(p => p.InnerText == "清应急公开答〔2026〕12号");
        Assert.Equal("FF0000", number.ParagraphProperties!.ParagraphBorders!.BottomBorder!.Color!.Value);
        Assert.Equal("张小溪：", paragraphs.Single(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Addressee" && p.InnerText.Length > 0).InnerText);
        var date = paragraphs.Single(p => p.InnerText == "2026年3月5日");
        Assert.Equal((4 * 16 * 20).ToString(System.Globalization.CultureInfo.InvariantCulture), date.ParagraphProperties!.Indentation!.Right!.Value);
        Assert.Equal(["附件：1.2025年柳林水库应急演练方案", "2.提供信息目录"], paragraphs.Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Attachment").Select(p => p.InnerText));
    }

    [Fact]
    public void A_correspondence_has_its_mark_and_double_lines_at_the_two_ends_of_the_first_page()
    {
        var facts = Samples.For(LetterType.ReplyGranted);
        var letter = Samples.Renderer.Render(LetterType.ReplyGranted, facts with { Agency = facts.Agency with { Layout = LetterLayout.Correspondence } });
        var docx = LetterDocx.Write(letter);
        if (Environment.GetEnvironmentVariable("LETTERS_OUT") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, "correspondence.docx"), docx);
            File.WriteAllText(Path.Combine(folder, "correspondence.html"), $"<!doctype html><meta charset=utf-8><style>{LetterHtml.Stylesheet}</style>{LetterHtml.Write(letter)}");
        }

        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var main = document.MainDocumentPart!;
        var section = main.Document.Body!.Elements<SectionProperties>().Single();
        Assert.NotNull(section.GetFirstChild<TitlePage>());
        Assert.InRange(section.GetFirstChild<PageMargin>()!.Header!.Value * 25.4 / 1440, 27, 30);
        var head = main.HeaderParts.Single().Header.Elements<Paragraph>().ToArray();
        Assert.Equal("清溪县应急管理局", head[0].InnerText);
        var foot = main.FooterParts.Single(f => f.Footer.InnerText.Length == 0).Footer.Elements<Paragraph>().ToArray();

        // 上面的双线上粗下细，下面的上细下粗。
        Assert.Equal([18u, 6, 6, 18], head.Concat(foot).Select(p => (p.ParagraphProperties!.ParagraphBorders!.BottomBorder as BorderType ?? p.ParagraphProperties.ParagraphBorders.TopBorder!).Size!.Value));
        Assert.Equal(20, Millimetres(section.GetFirstChild<PageMargin>()!.Footer!.Value));
        Assert.All(head.Concat(foot), p => Assert.Equal(170, 156 + Millimetres((uint)-(int.Parse(p.ParagraphProperties!.Indentation!.Left!, System.Globalization.CultureInfo.InvariantCulture) + int.Parse(p.ParagraphProperties.Indentation.Right!, System.Globalization.CultureInfo.InvariantCulture)))));
        var first = main.Document.Body.Elements<Paragraph>().First();
        Assert.Equal(("清应急公开答〔2026〕12号", JustificationValues.Right), (first.InnerText, first.ParagraphProperties!.Justification!.Val!.Value));
        Assert.Contains("letter-correspondence", LetterHtml.Write(letter), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_for_the_office_has_no_number_and_a_letter_says_the_telephone_once()
    {
        var sheet = Samples.Renderer.Render(LetterType.RegisterSheet, Samples.For(LetterType.RegisterSheet) with { Number = null });
        Assert.Null(sheet.Number);
        Assert.DoesNotContain("letter-number", LetterHtml.Write(sheet), StringComparison.Ordinal);
        foreach (var type in Enum.GetValues<LetterType>())
        {
            var letter = Samples.Renderer.Render(type, Samples.For(type) with { ApplicantContact = "1" });
            if (letter.Form == LetterForm.Official)
            {
                Assert.True(Telephone().Count(string.Join('\n', letter.Blocks.OfType<LetterParagraph>().Select(p => p.Text)) + letter.Contact) <= 1, type.ToString());
            }
        }
    }

    [Fact]
    public void A_long_agency_name_is_split_where_a_word_ends()
    {
        var facts = Samples.For(LetterType.ReplyGranted);
        var letter = Samples.Renderer.Render(LetterType.ReplyGranted, facts with { Agency = facts.Agency with { Name = "云岭市柳林高新技术产业开发区管理委员会自然资源和规划分局" } });

        using var document = WordprocessingDocument.Open(new MemoryStream(LetterDocx.Write(letter)), isEditable: false);
        var paragraphs = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().ToArray();
        Assert.Equal(["云岭市柳林高新技术产业开发区", "管理委员会自然资源和规划分局"], paragraphs.Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Mark").Select(p => p.InnerText));
        Assert.Equal(["云岭市柳林高新技术产业开发区", "管理委员会自然资源和规划分局", "2026年3月5日"], paragraphs.Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "LetterSignature").Select(p => p.InnerText));
    }

    [Fact]
    public void The_reply_slip_begins_its_own_page_and_is_listed_as_an_attachment()
    {
        var letter = Samples.Renderer.Render(LetterType.ThirdPartyConsultation, Samples.For(LetterType.ThirdPartyConsultation) with { Attachments = [] });

        Assert.Equal(["征求意见确认函"], letter.Attachments);
        using var document = WordprocessingDocument.Open(new MemoryStream(LetterDocx.Write(letter)), isEditable: false);
        var label = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Single(p => p.ParagraphProperties?.PageBreakBefore is not null);
        Assert.Equal("附件", label.InnerText);
    }

    [Fact]
    public async Task An_office_program_opens_a_letter()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(p => File.Exists(Path.Combine(p, "soffice"))), "soffice is not installed");
        var folder = Directory.CreateTempSubdirectory("letters");
        try
        {
            var file = Path.Combine(folder.FullName, "letter.docx");
            await File.WriteAllBytesAsync(file, LetterDocx.Write(Samples.Renderer.Render(LetterType.ReplyPartlyGranted, Samples.For(LetterType.ReplyPartlyGranted))), TestContext.Current.CancellationToken);
            using var office = Process.Start(new ProcessStartInfo("soffice", ["--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "pdf", "--outdir", folder.FullName, file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(TimeSpan.FromMinutes(2));
            var output = Task.WhenAll(office.StandardOutput.ReadToEndAsync(limit.Token), office.StandardError.ReadToEndAsync(limit.Token));
            await office.WaitForExitAsync(limit.Token);
            await output;

            var pdf = await File.ReadAllBytesAsync(Path.ChangeExtension(file, "pdf"), TestContext.Current.CancellationToken);
            Assert.Equal("%PDF"u8, pdf.AsSpan(0, 4));
            Assert.True(pdf.Length > 10_000);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static WordprocessingDocument Docx(LetterType type) =>
        WordprocessingDocument.Open(new MemoryStream(LetterDocx.Write(Samples.Renderer.Render(type, Samples.For(type)))), isEditable: false);

    private static Style Style(MainDocumentPart main, string id) => main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == id);

    private static int Millimetres(uint twips) => (int)Math.Round(twips * 25.4 / 1440);

    [GeneratedRegex("0000-1234567", RegexOptions.NonBacktracking)]
    private static partial Regex Telephone();

    [GeneratedRegex("letter-[wh][0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Sizes();
}
