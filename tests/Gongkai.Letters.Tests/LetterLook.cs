using Gongkai.Letters.Writing;

namespace Gongkai.Letters.Tests;

public sealed class LetterLook
{
    /// <summary>把每种文书写到 LETTERS_OUT 所指的文件夹，供人打开看；平时不写。</summary>
    [Theory]
    [MemberData(nameof(Samples.Types), MemberType = typeof(Samples))]
    public void Every_letter_is_written_as_docx_and_html(LetterType type)
    {
        var letter = Samples.Renderer.Render(type, Samples.For(type));

        var docx = LetterDocx.Write(letter);
        var html = LetterHtml.Write(letter);

        Assert.Equal("PK"u8, docx.AsSpan(0, 2));
        Assert.Contains(letter.Title, html, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("LETTERS_OUT") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{(int)type:00}-{type}.docx"), docx);
            File.WriteAllText(Path.Combine(folder, $"{(int)type:00}-{type}.html"), $"<!doctype html><meta charset=utf-8><style>{LetterHtml.Stylesheet}</style>{html}");
        }
    }
}
