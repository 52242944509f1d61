namespace Gongkai.Letters.Tests;

public sealed class LetterNumberTests
{
    [Theory]
    [InlineData("清应急公开答〔2026〕12号", "清应急", "答", 2026, 12)]
    [InlineData(" 清应急公开补[2026]1号 ", "清应急", "补", 2026, 1)]
    [InlineData("云公开办公开延（２０２６）３０号", "云公开办", "延", 2026, 30)]
    public void A_number_is_read_and_written_in_the_official_way(string text, string mark, string word, int year, int serial)
    {
        Assert.True(LetterNumber.TryParse(text, out var number));
        Assert.Equal(new LetterNumber(mark, word, year, serial), number);
        Assert.True(LetterNumber.TryParse(number.ToString(), out var again));
        Assert.Equal(number, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("号")]
    [InlineData("清应急公开答〔2026〕012号")]
    [InlineData("清应急公开答〔2026〕第12号")]
    [InlineData("清应急公开答〔26〕12号")]
    [InlineData("清应急公开〔2026〕12号")]
    [InlineData("公开答〔2026〕12号")]
    [InlineData("清应急答〔2026〕12号")]
    [InlineData("清应急公开答〔2026〕号")]
    [InlineData("清应急公开答〔2026〕999999999号")]
    [InlineData("清 应急公开答〔2026〕1号")]
    [InlineData("清<b>公开答〔2026〕1号")]
    [InlineData("〕清公开答〔2026")]
    public void What_is_not_a_number_is_not_read(string? text) => Assert.False(LetterNumber.TryParse(text, out _));
}
