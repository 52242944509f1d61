using System.Globalization;
using System.Text;

namespace Gongkai.Reports.Writing;

/// <summary>把来路不明的文字变成可以给人看的文字。网页、文档、表格各自的编码由写的一方做，这里管它们管不到的。</summary>
public static class DisplayText
{
    /// <summary>
    /// 去掉控制字符和双向文字标记（它们能让 <c>gpj.exe</c> 看起来是 <c>exe.jpg</c>），空白折成一个空格，过长的截断并加省略号。
    /// </summary>
    /// <param name="text">原文；null 当作空串。</param>
    /// <param name="limit">最多多少个字符。</param>
    public static string Clean(string? text, int limit = 200)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (text.Length <= limit && IsPlain(text))
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, limit) + 1);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
            {
                gap = clean.Length > 0;
                continue;
            }

            if (IsInvisible(rune))
            {
                continue;
            }

            if (clean.Length + rune.Utf16SequenceLength + (gap ? 1 : 0) > limit)
            {
                return clean.Append('…').ToString();
            }

            if (gap)
            {
                clean.Append(' ');
                gap = false;
            }

            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>上传的文件名：去掉路径，再清理；清理后什么也不剩时叫「未命名文件」。</summary>
    public static string FileName(string? name)
    {
        var bare = name?[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        return Clean(bare, 120) is { Length: > 0 } clean ? clean : "未命名文件";
    }

    /// <summary>带目录的文件名：清理之后太长的，去掉前面一截。</summary>
    public static string FilePath(string? path)
    {
        const int Most = 160;
        var tail = path is { Length: > Most * 2 } ? path[^(Most * 2)..] : path;
        var clean = Clean(tail, Most * 2);
        return clean.Length == 0 ? "未命名文件" : clean.Length <= Most ? clean : $"…{clean[^Most..]}";
    }

    /// <summary>绝大多数文字是常用的汉字、标点和半角字符，不必逐个查类别。</summary>
    private static bool IsPlain(string text)
    {
        var afterGap = true;
        foreach (var c in text)
        {
            if (c == ' ' ? afterGap : c is not ((> ' ' and <= '~') or (>= '\u4E00' and <= '\u9FEF') or (> '\u3000' and <= '\u3029') or (>= '\uFF01' and <= '\uFF5E') or '·' or '“' or '”' or '→'))
            {
                return false;
            }

            afterGap = c == ' ';
        }

        return !afterGap;
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || rune == Rune.ReplacementChar;
}
