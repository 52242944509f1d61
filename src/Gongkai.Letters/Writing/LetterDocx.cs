namespace Gongkai.Letters.Writing;

/// <summary>把文书写成 docx，版面照《党政机关公文格式》（GB/T 9704—2012）。不画印章，留出盖章的位置。</summary>
public static class LetterDocx
{
    /// <summary>写成 docx 的字节。同一份文书总是同样的内容：全是文字，没有宏、链接、外部内容；域只有页码。</summary>
    public static byte[] Write(Letter letter) => throw new NotImplementedException(letter.Title);
}
