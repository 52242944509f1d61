using System.Text;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Tests.Reading;

public class NarrativeTextTests
{
    [Fact]
    public void Tables_are_left_out_and_sentences_know_their_section()
    {
        var text = Of(new SpecimenChanges { Sections = [(3, "2023年，收到 ３ 件申请，\r\n均已答复。")] });
        Assert.DoesNotContain("自然人", text.Letters, StringComparison.Ordinal);
        var at = text.Letters.IndexOf("收到3件申请", StringComparison.Ordinal);
        Assert.Equal(3, text.SectionAt(at));
        Assert.StartsWith("2023年，收到", text.QuoteSentence(at).Text, StringComparison.Ordinal);
        Assert.Equal(3, text.QuoteSentence(at).Section);
    }

    [Fact]
    public void A_quote_is_as_printed_and_says_where()
    {
        var text = Of(new SpecimenChanges { Introduction = "本报告根据《政府信息 公开条例》编制。请联系（电话：０９９９）。" });
        var at = text.Letters.IndexOf("请联系(电话:0999)", StringComparison.Ordinal);
        var quote = text.QuoteSentence(at);
        Assert.Equal("请联系（电话：０９９９）。", quote.Text);
        Assert.Null(quote.Section);
        Assert.Equal("第 2 行第 20 列", quote.Place.ToString());
    }

    [Fact]
    public void A_paragraph_broken_by_its_width_is_one()
    {
        var text = Of(new SpecimenChanges { Sections = [(6, "2023年，本机关没有发出收费通知，也没有向任何申请人收\n取信息处理费，没有其他需要报告的事项。")] });
        Assert.Contains("向任何申请人收取信息处理费", text.Letters, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_are_paragraphs_of_their_own()
    {
        var text = Of(new SpecimenChanges());
        Assert.Equal([1, 2, 3, 4, 5, 6], text.Paragraphs.Where(p => p.IsHeading).Select(p => p.Section));
    }

    private static NarrativeText Of(SpecimenChanges changes) =>
        ReportReader.Read("例.txt", Encoding.UTF8.GetBytes(Specimen.Print(changes))).Reports.Single().Narrative;
}
