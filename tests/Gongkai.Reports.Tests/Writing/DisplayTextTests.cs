using Gongkai.Reports.Writing;

namespace Gongkai.Reports.Tests.Writing;

public class DisplayTextTests
{
    [Theory]
    [InlineData("清溪县应急管理局（盖章）", "清溪县应急管理局（盖章）")]
    [InlineData(" a  b\t\r\nc ", "a b c")]
    [InlineData("a b", "a b")]
    [InlineData("a　b", "a b")]
    [InlineData("\u202Eexe.jpg\u2066", "exe.jpg")]
    [InlineData("\u001b[31m红\u0007", "[31m红")]
    [InlineData("\uD800甲\uFFFE\uE000", "甲")]
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("", "")]
    [InlineData(" ", "")]
    public void Only_what_people_can_see_is_left(string text, string clean) => Assert.Equal(clean, DisplayText.Clean(text));

    [Fact]
    public void Long_text_is_cut_with_an_ellipsis_and_never_inside_a_character()
    {
        Assert.Equal("甲甲…", DisplayText.Clean("甲甲甲", 2));
        Assert.Equal("甲…", DisplayText.Clean("甲𠮷", 2));
        Assert.Equal("甲甲", DisplayText.Clean("甲甲", 2));
    }

    [Fact]
    public void A_path_keeps_its_end()
    {
        Assert.Equal("目录/年报.docx", DisplayText.FilePath("目录/年报.docx"));
        Assert.EndsWith("年报.docx", DisplayText.FilePath(new string('长', 100_000) + "/年报.docx"), StringComparison.Ordinal);
        Assert.Equal("未命名文件", DisplayText.FilePath("\u202E"));
    }
}
