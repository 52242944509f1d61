namespace Gongkai.Letters.Writing;

/// <summary>把文书写成可打印网页的一段 HTML：一个 article 元素，文字全部编码，没有脚本、样式属性和外部内容。</summary>
public static class LetterHtml
{
    /// <summary>写成 HTML 片段。</summary>
    public static string Write(Letter letter) => throw new NotImplementedException(letter.Title);
}
