namespace Gongkai.Reports.Checking.Claims;

/// <content>说的是哪一年，从哪一年结转到哪一年。</content>
internal sealed partial class ClaimReader
{
    private int Year(ReadOnlySpan<ClaimToken> tokens, int i)
    {
        var token = tokens[i];
        if (i + 1 < tokens.Length && tokens[i + 1].Role is ClaimRole.Carry && IsLastYear(token))
        {
            Word(tokens[i + 1] with { Role = ClaimRole.CarryIn, Start = token.Start }, tokens, i + 1);
            return i + 1;
        }

        if (_clause.IsSuppressed)
        {
            return i;
        }

        if (token.Role is ClaimRole.NextYear)
        {
            _planned = true;
            return i;
        }

        // 「与2022年相比」「2022年同期」：年份只作比较。
        for (var next = i + 1; next < tokens.Length && next <= i + 8 && tokens[next].Role is not ClaimRole.Comma; next++)
        {
            if (tokens[next].Role is ClaimRole.ComparedWith)
            {
                return next;
            }
        }

        _planned = token.Role is ClaimRole.Year && _year is { } year && token.Value > year && !IsDate(token);
        _otherYear = token.Role is ClaimRole.LastYear || (token.Role is ClaimRole.Year && token.Value != _year && !_planned);
        if (_otherYear)
        {
            _clause.IsOfOtherYear = true;
        }
        else if (_clause.IsOfOtherYear && !_clause.IsConsumed)
        {
            // 「2023年收到、2024年办结的申请1件」：跨了两年，哪一年的都不是。
            _clause.IsSuppressed = true;
        }

        _saysYear |= !_otherYear;
        _partOfYear = false;
        _clause.IsWithinYear |= token.Role is ClaimRole.ThisYear && _letters.AsSpan(token.Start, token.End - token.Start) is "年内" or "当年";
        return i;
    }

    private bool IsLastYear(ClaimToken token) => token.Role is ClaimRole.LastYear || (token.Role is ClaimRole.Year && token.Value == _year - 1);

    private bool IsDate(ClaimToken year) => year.End < _letters.Length && char.IsAsciiDigit(_letters[year.End]);

    private int Carry(ReadOnlySpan<ClaimToken> tokens, int i)
    {
        var next = i + 1;
        while (next < tokens.Length && tokens[next].Role is ClaimRole.Filler)
        {
            next++;
        }

        var to = next < tokens.Length ? tokens[next] : default;
        var role = to.Role switch
        {
            ClaimRole.NextYear => ClaimRole.CarryOut,
            ClaimRole.Year when to.Value > _year => ClaimRole.CarryOut,
            ClaimRole.Year when to.Value < _year => ClaimRole.CarryIn,
            ClaimRole.LastYear => ClaimRole.CarryIn,
            _ => ClaimRole.Carry,
        };
        Word(tokens[i] with { Role = role }, tokens, i);
        return role is ClaimRole.Carry ? i : next;
    }
}
