using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Writing.Docx;

namespace Gongkai.Reports.Tests.Writing;

public class ReturnNoticeTests
{
    private static readonly NoticeTerms Terms = NoticeTerms.DueAfter("清溪县人民政府办公室", new DateOnly(2024, 2, 4));

    [Fact]
    public void A_report_with_nothing_wrong_gets_no_notice()
    {
        var clean = InventedReport.Faultless();
        Assert.Null(ReturnNotice.Of(clean, Terms));
        Assert.Null(ReturnNotice.Of(clean with { Findings = [new Finding("E45", Severity.Info, "提示。", [], [], [])] }, Terms));
        Assert.Null(ReturnNotice.Together([clean, clean], Terms));
    }

    [Fact]
    public void The_notice_says_what_is_wrong_where_what_it_should_be_by_when_and_why()
    {
        var text = Lines(ReturnNotice.Of(InventedReport.Faulty(), Terms)!);
        Assert.Equal("关于退回修改《2023年政府信息公开工作年度报告》的通知", text[0]);
        Assert.Equal("清溪县应急管理局：", text[1]);
        Assert.Contains("《清溪县应急管理局2023年政府信息公开工作年度报告》收悉", text[2], StringComparison.Ordinal);
        Assert.Contains("条例》第四十九条、第五十条和政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）", text[2], StringComparison.Ordinal);
        Assert.Contains("应当改正的问题 6 处，建议核对的问题 2 处，现予退回", text[2], StringComparison.Ordinal);
        var all = string.Join('\n', text);
        Assert.Contains("建议：“（七）总计·自然人”由 12 改为 13。", all, StringComparison.Ordinal);
        Assert.Contains("建议：“行政复议·总计”由 3 改为 2；或“行政复议·结果维持”由 2 改为 3。", all, StringComparison.Ordinal);
        Assert.Contains("位置：表三“（七）总计·自然人”（第 2 张表第", all, StringComparison.Ordinal);
        Assert.Contains("原文：“2023年，本机关未收到政府信息公开申请。”（第一部分 · 第 9 段）。", all, StringComparison.Ordinal);
        Assert.Contains("请于2024年2月9日（星期五）前", all, StringComparison.Ordinal);
        Assert.Equal(["清溪县人民政府办公室", "2024年2月4日"], text.TakeLast(2));
    }

    [Fact]
    public void Errors_come_before_warnings_each_by_its_part_and_infos_are_left_out()
    {
        var text = Lines(ReturnNotice.Of(InventedReport.Faulty(), Terms)!);
        Assert.Equal(
            [
                "一、应当改正的问题", "（一）标题、落款与全文", "（二）第三部分　收到和处理政府信息公开申请情况", "（三）第四部分　政府信息公开行政复议、行政诉讼情况",
                "二、建议核对的问题", "（一）第一部分　总体情况", "（二）第二部分　主动公开政府信息情况", "三、有关要求",
            ],
            text.Where(t => t.Length > 1 && (t[1] == '、' || t[0] == '（') && t.Length < 40));
        Assert.DoesNotContain(text, t => t.Contains("附件", StringComparison.Ordinal));
        Assert.Contains(text, t => t.StartsWith("1.应写", StringComparison.Ordinal));
    }

    [Fact]
    public void With_warnings_only_it_asks_to_check_and_returns_nothing()
    {
        var faulty = InventedReport.Faulty();
        var text = Lines(ReturnNotice.Of(faulty with { Findings = [.. faulty.Findings.Where(f => f.Severity <= Severity.Warning)] }, Terms)!);
        Assert.Equal("关于核对《2023年政府信息公开工作年度报告》有关内容的通知", text[0]);
        Assert.DoesNotContain(text, t => t.Contains("退回", StringComparison.Ordinal) || t.Contains("应当改正", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_is_A4_with_the_margins_of_official_documents()
    {
        using var document = Open(ReturnNotice.Of(InventedReport.Faulty(), Terms)!);
        var section = document.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single();
        Assert.Equal((11906u, 16838u), (section.GetFirstChild<PageSize>()!.Width!.Value, section.GetFirstChild<PageSize>()!.Height!.Value));
        var margin = section.GetFirstChild<PageMargin>()!;
        Assert.Equal((2098, 1984, 1587u, 1474u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
        var body = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == "Body");
        Assert.Equal(("仿宋_GB2312", "32", "560"), (body.StyleRunProperties!.RunFonts!.EastAsia!.Value, body.StyleRunProperties.FontSize!.Val!.Value, body.StyleParagraphProperties!.SpacingBetweenLines!.Line!.Value));
        Assert.Equal(2, document.MainDocumentPart.FooterParts.Count(f => f.Footer.InnerText == "— PAGE1 —"));
    }

    [Fact]
    public void Without_an_office_there_is_a_line_to_fill_in() =>
        Assert.Equal("________________", Lines(ReturnNotice.Of(InventedReport.Faulty(), Terms with { Office = null })!)[^2]);

    [Fact]
    public void A_date_past_the_published_holidays_is_said_to_be_provisional()
    {
        var terms = NoticeTerms.DueAfter(null, new DateOnly(2026, 12, 28));
        Assert.Equal((new DateOnly(2027, 1, 4), true), (terms.Due, terms.DueIsProvisional));
        Assert.Contains(Lines(ReturnNotice.Of(InventedReport.Faulty(), terms)!), t => t.Contains("放假安排公布后如有调整", StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_text_leaves_a_valid_document_without_fields_or_links()
    {
        foreach (var text in InventedReport.HostileTexts)
        {
            using var document = Open(ReturnNotice.Of(InventedReport.Faulty(text: text), Terms with { Office = text })!);
            Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
            var body = document.MainDocumentPart!.Document.Body!;
            Assert.Empty(body.Descendants<FieldCode>());
            Assert.Empty(body.Descendants<SimpleField>());
            Assert.Empty(document.MainDocumentPart.HyperlinkRelationships);
            Assert.Empty(document.MainDocumentPart.ExternalRelationships);
            Assert.DoesNotContain(body.InnerText, c => char.IsControl(c) || c is '\u202E' or '\u2066' or '\uFFFE');
            Assert.True(body.InnerText.Length < 20_000);
        }
    }

    [Fact]
    public void Several_notices_in_one_document_are_sections_of_their_own()
    {
        using var document = Open(ReturnNotice.Together([InventedReport.Faulty(), InventedReport.Faultless(), InventedReport.Faulty("云溪县水务局")], Terms)!);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var sections = document.MainDocumentPart!.Document.Body!.Descendants<SectionProperties>().ToArray();
        Assert.Equal(2, sections.Length);
        Assert.All(sections, s => Assert.Equal(1, s.GetFirstChild<PageNumberType>()!.Start!.Value));
    }

    [Fact]
    public void A_batch_is_a_zip_with_a_document_each_under_plain_names()
    {
        using var output = new MemoryStream();
        CheckedReport[] reports = [InventedReport.Faulty(), InventedReport.Faultless(), InventedReport.Faulty(file: "别的/另一份.docx"), InventedReport.Faulty(file: "别的/另一份.pdf"), .. InventedReport.HostileTexts.Select(t => InventedReport.Faulty(agency: t)), InventedReport.Faulty(agency: "../../etc/passwd")];
        Assert.Equal(3 + InventedReport.HostileTexts.Length, ReturnNotice.Zip(output, reports, Terms));
        using var zip = new ZipArchive(output, ZipArchiveMode.Read);
        Assert.Equal(["清溪县应急管理局2023退回修改通知.docx", "清溪县应急管理局2023退回修改通知（2）.docx"], zip.Entries.Take(2).Select(e => e.FullName));
        Assert.Contains(zip.Entries, e => e.FullName == "etcpasswd2023退回修改通知.docx");
        Assert.Equal(zip.Entries.Count, zip.Entries.Select(e => e.FullName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(zip.Entries, e => Assert.All(e.FullName[..^5], c => Assert.True(char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '（' or '）')));
        Assert.All(zip.Entries, e => Assert.True(e.FullName.Length < 100));
    }

    private static WordprocessingDocument Open(byte[] docx) => WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);

    private static string[] Lines(byte[] docx)
    {
        using var document = Open(docx);
        return [.. document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Select(p => p.InnerText).Where(t => t.Length > 0)];
    }
}
