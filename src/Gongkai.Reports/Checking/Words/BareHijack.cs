using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Checking.Words;

/// <summary>
/// 会在别的词里碰巧连成的篡改字样（百家乐业、时时彩虹、救援交通、军人妻子）：紧连着另一个信号，或前后都不挨着别的字，
/// 或顶替了法规的名称，才是篡改。
/// </summary>
internal static class BareHijack
{
    private static readonly string[] AfterLaw = ["规定", "精神", "细则", "条例", "办法", "有关", "相关", "及其", "等有关", "法律"];

    /// <summary>自 <paramref name="start"/> 到 <paramref name="end"/> 的字样另有信号，或独自站着。</summary>
    public static bool IsSure(ReadOnlySpan<char> letters, int start, int end, bool cited)
    {
        var after = letters[end..];
        if (HasSignAfter(after) || (cited && Wording.StartsWithAny(after, AfterLaw)))
        {
            return true;
        }

        // What goes on in letters is another word; what stands in quotation marks is somebody's slogan.
        var (left, right) = (start == 0 ? '\n' : letters[start - 1], after.IsEmpty ? '\n' : after[0]);
        return !Glyphs.IsHan(right) && ((!char.IsAsciiLetterOrDigit(right) && Wording.EndsWithAny(letters[..start], HijackWords.SignsBefore)) || (IsEdge(left) && IsEdge(right)));
    }

    /// <summary>后面紧接着另一个信号，中间至多隔一个符号。</summary>
    public static bool HasSignAfter(ReadOnlySpan<char> after) =>
        Wording.StartsWithAny(after, HijackWords.SignsAfter)
        || (after is [not ('”' or '’' or '》' or '」' or '。' or '、'), ..] && !Glyphs.IsHan(after[0]) && Wording.StartsWithAny(after[1..], HijackWords.SignsAfter));

    private static bool IsEdge(char mark) => mark is '\n' or '\t' or ' ' or '|' or '_' or '-' or '>' or '<' or '/' or '·' or ':' or ',' or '。' or ';' or '!' or '$' or '*' or '#';
}
