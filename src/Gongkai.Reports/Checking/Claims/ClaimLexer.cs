namespace Gongkai.Reports.Checking.Claims;

/// <summary>把一句切成词与数；不认得的连成一片。</summary>
internal static class ClaimLexer
{
    /// <summary>一句至多看这么多字；再长的不是句子。</summary>
    private const int MaximumLength = 1_000;

    /// <summary>切一句；写进 <paramref name="tokens"/>。</summary>
    public static void Read(string text, int start, int end, List<ClaimToken> tokens)
    {
        tokens.Clear();
        end = Math.Min(end, start + MaximumLength);
        for (var at = start; at < end;)
        {
            var token = Next(text, at, end);
            at = token.End;
            if (token.Role is ClaimRole.Unknown && tokens.Count > 0 && tokens[^1].Role is ClaimRole.Unknown)
            {
                tokens[^1] = tokens[^1] with { End = token.End };
            }
            else if (token.Role is not ClaimRole.None)
            {
                tokens.Add(token);
            }
        }
    }

    private static ClaimToken Next(string text, int at, int end)
    {
        var c = text[at];
        var mark = c switch
        {
            ',' or '。' or ';' or '!' or '?' or '\n' => ClaimRole.Comma,
            '、' or '/' => ClaimRole.Pause,
            '(' or '〔' or '[' => ClaimRole.Open,
            ')' or '〕' or ']' => ClaimRole.Close,
            ':' => ClaimRole.Colon,
            '“' or '”' or '"' or '《' or '》' or '\'' => ClaimRole.Unknown,
            _ => ClaimRole.None,
        };
        if (IsSloganMark(text, at, end))
        {
            return new ClaimToken(ClaimRole.Filler, at, at + 1);
        }

        if (mark is not ClaimRole.None && !(mark is ClaimRole.Unknown && c == '“' && ClaimWords.At(text.AsSpan(at, end - at)).Length > 1))
        {
            return new ClaimToken(mark, at, at + 1);
        }

        var (length, role, parameter) = ClaimWords.At(text.AsSpan(at, end - at));
        if (length > 0)
        {
            return new ClaimToken(role, at, at + length, Parameter: parameter);
        }

        if (char.IsAsciiDigit(c) || ClaimNumber.IsChineseDigit(c))
        {
            ClaimNumber.TryRead(text, at, end, out var token);
            return token;
        }

        return new ClaimToken(ClaimRole.Unknown, at, at + 1);
    }

    // 「“零申请”」「“零复议、零诉讼”」的引号不隔断意思。
    private static bool IsSloganMark(string text, int at, int end) => text[at] switch
    {
        '“' => at + 1 < end && text[at + 1] == '零',
        '”' => text.AsSpan(Math.Max(0, at - 12), Math.Min(12, at)).LastIndexOf("“零") >= 0,
        _ => false,
    };
}
