using DocumentFormat.OpenXml.Packaging;
using Gongkai.Letters.Facts;
using Gongkai.Letters.Writing;

namespace Gongkai.Letters.Tests;

public sealed class HostileTests
{
    private const string Nasty = "{收到日期}{救济}<script>alert(1)</script>&amp;\u0000\u0007\u001b[31m\u202e\u2066\u200f\ufeff\ud800=HYPERLINK(\"x\")]]>'\"\ufffe末";

    private const string Tame = "{收到日期}{救济}<script>alert(1)</script>&amp;[31m\ufffd=HYPERLINK(\"x\")]]>'\"末";

    public static TheoryData<LetterType> Types => Samples.Types;

    [Theory]
    [MemberData(nameof(Types))]
    public void Hostile_text_is_only_text_in_every_letter(LetterType type)
    {
        var letter = Samples.Renderer.Render(type, Everywhere(type, Nasty));

        Assert.Contains(Tame, Samples.TextOf(letter), StringComparison.Ordinal);
        using var document = WordprocessingDocument.Open(new MemoryStream(LetterDocx.Write(letter)), isEditable: false);
        Assert.Contains(Tame.Replace("\n", "", StringComparison.Ordinal), document.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
        var html = LetterHtml.Write(letter);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(html, c => c is '\u202e' or '\u2066' or '\u200f' or '\ufeff' || (char.IsControl(c) && c != '\n'));
    }

    [Fact]
    public void Ten_thousand_characters_of_reasons_are_written()
    {
        var reasons = string.Concat(Enumerable.Repeat("公开会损害第三方合法权益", 834));
        var letter = Samples.Renderer.Render(LetterType.ReplyThirdPartyRights, Samples.For(LetterType.ReplyThirdPartyRights) with { Reasons = reasons });

        using var document = WordprocessingDocument.Open(new MemoryStream(LetterDocx.Write(letter)), isEditable: false);
        Assert.Contains(reasons + "。", document.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void What_is_too_long_for_a_letter_is_refused(LetterType type)
    {
        var problems = Samples.Renderer.WhyNot(type, Everywhere(type, new string('长', 20_001)));

        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.Equal("fact.tooLong", p.Code));
    }

    [Fact]
    public void Rare_characters_of_names_are_kept()
    {
        const string Name = "\ue863\U000323b0\U0002a6d6·阿不都\u200c";
        var letter = Samples.Renderer.Render(LetterType.ReplyGranted, Samples.For(LetterType.ReplyGranted) with { ApplicantName = Name });

        Assert.Equal(Name, letter.Addressee);
    }

    [Theory]
    [InlineData("理由甲", "理由甲。")]
    [InlineData("理由甲。", "理由甲。")]
    [InlineData("见“甲。”", "见“甲。”")]
    [InlineData("见附件（甲）", "见附件（甲）。")]
    [InlineData("）", "）。")]
    [InlineData("，", "。")]
    [InlineData("理由甲，", "理由甲。")]
    public void A_reason_ends_like_a_sentence(string reason, string written)
    {
        var letter = Samples.Renderer.Render(LetterType.ReplyNeedsCreation, Samples.For(LetterType.ReplyNeedsCreation) with { Reasons = reason });

        Assert.Contains(letter.Blocks, b => b is LetterParagraph { Role: LetterRole.Reason } p && p.Text == written);
    }

    [Fact]
    public void Too_many_items_are_refused()
    {
        var facts = Samples.For(LetterType.SupplementNotice) with { Items = [.. Enumerable.Repeat("一项", 201)] };

        Assert.Equal("fact.tooLong", Assert.Single(Samples.Renderer.WhyNot(LetterType.SupplementNotice, facts)).Code);
    }

    [Fact]
    public void An_agency_name_of_any_length_is_written()
    {
        var facts = Samples.For(LetterType.ReplyGranted);
        var letter = Samples.Renderer.Render(LetterType.ReplyGranted, facts with { Agency = facts.Agency with { Name = new string('局', 5_000) } });

        Assert.NotEmpty(LetterDocx.Write(letter));
    }

    private static LetterFacts Everywhere(LetterType type, string text) => Samples.For(type) with
    {
        ApplicantName = text,
        RequestSummary = text,
        Reasons = text,
        Decision = text,
        AccessRoute = text,
        RecipientName = text,
        ServedLetter = text,
        WithheldContent = text,
        Attachments = [text],
        Items = [text, text],
        Articles = [text],
        Searches = [new SearchEntry(text, text, new DateOnly(2026, 2, 10), text, text)],
    };
}
