namespace Gongkai.UseCases;

/// <summary>人写的文字里不该有的：看不见的控制字符。有的数据库存不得，文书里也印不出。</summary>
public static class PlainText
{
    /// <summary>除换行、制表以外没有控制字符，也没有半个字。</summary>
    public static bool Holds(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t')) || IsHalf(text, i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>一项文字的毛病；没有为空。</summary>
    /// <param name="field">哪一项。</param>
    /// <param name="text">填的。</param>
    public static IReadOnlyList<InputProblem> Problems(string field, string text) =>
        Holds(text) ? [] : [new InputProblem(field, "里面有看不见的控制字符，多半是从别的软件里粘贴来的，请删去重新输入。")];

    private static bool IsHalf(string text, int i) => char.IsSurrogate(text[i])
        && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        && !(char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]));
}
