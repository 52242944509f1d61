using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <content>格里的各种写法：横线、括号、文字、数。</content>
internal sealed partial class TableLexer
{
    private ref partial struct LineReader
    {
        private int Dash(int at)
        {
            var stop = at + 1;
            while (stop < end && CharKinds.Of(_text[stop]) is CharKind.Dash)
            {
                stop++;
            }

            if (stop == at + 1 && stop < end && CharKinds.Of(_text[stop]) is CharKind.Digit && IsNegative(at, stop))
            {
                _allRule = false;
                return Number(stop, TokenFlags.None, negative: true);
            }

            Add(TokenKind.Dash, TokenFlags.None, at, stop, 0);
            return stop;
        }

        /// <summary>紧贴数字的横线是负号，除非前面也贴着字，或数字后面又是横线（页码）。</summary>
        private readonly bool IsNegative(int at, int digits)
        {
            if (at > 0 && CharKinds.Of(_text[at - 1]) is CharKind.Digit or CharKind.Han or CharKind.Latin)
            {
                return false;
            }

            while (digits < end && CharKinds.Of(_text[digits]) is CharKind.Digit or CharKind.Dot or CharKind.Comma)
            {
                digits++;
            }

            return digits == end || CharKinds.Of(_text[digits]) is not CharKind.Dash;
        }

        private int Parenthesis(int at)
        {
            var limit = Math.Min(end, at + MaximumParenthesis);
            var (han, numerals, digits, latin) = (0, 0, 0, 0);
            var (beside, afterNumber) = AfterNumber(at);
            for (var i = at + 1; i < limit && i < _labelStart; i++)
            {
                switch (CharKinds.Of(_text[i]))
                {
                    case CharKind.Close when afterNumber && (han > numerals || (beside && digits <= 2 && han + latin == 0)):
                        return i + 1;
                    case CharKind.Close:
                        if (digits > 0 && han == 0 && latin == 0 && !IsOrdinalMark(at + 1, i))
                        {
                            return at + 1;
                        }

                        Residue += latin == 0 && han == numerals ? 0 : Math.Min(han, 1);
                        return i + 1;
                    case CharKind.Han:
                        han++;
                        numerals += LabelScanner.IsNumeral(_text[i]) ? 1 : 0;
                        break;
                    case CharKind.Digit:
                        digits++;
                        break;
                    case CharKind.Latin:
                        latin++;
                        break;
                    case CharKind.Tab or CharKind.Pipe:
                        return at + 1;
                    default:
                        break;
                }
            }

            return at + 1;
        }

        /// <summary>前面是不是同一格里的一个数，是不是紧贴着：其后的括号是注，如「3（含上年）」「12[1]」。</summary>
        private readonly (bool Beside, bool After) AfterNumber(int at)
        {
            if (lexer._tokens.Count == 0 || lexer._tokens[^1] is not { Kind: TokenKind.Number } last || last.Line != lexer._line || last.Field != Field)
            {
                return (false, false);
            }

            return (last.End == at, OnlySpaces(last.End, at) && last.End >= _fieldStart);
        }

        /// <summary>括号里的数字是后面文字的序号；文字在另一格、另一行时，须正是那个标签的序号。</summary>
        private readonly bool IsOrdinalMark(int open, int close)
        {
            var apart = false;
            var at = close + 1;
            for (; at < _text.Length && CharKinds.Of(_text[at]) is CharKind.Space or CharKind.Newline or CharKind.Tab; at++)
            {
                apart |= CharKinds.Of(_text[at]) is not CharKind.Space;
            }

            if (at >= _text.Length || CharKinds.Of(_text[at]) is not CharKind.Han)
            {
                return false;
            }

            while (apart && CharKinds.Of(_text[open]) is not CharKind.Digit)
            {
                open++;
            }

            return !apart || (lexer.NextLabel(close) == at && lexer.OrdinalOfNext(close) is > 0 and var ordinal && NumberText.Read(_text, open, close).Value == ordinal * Token.Scale);
        }

        /// <summary>格里的记号：不是数也不是空白。「#####」「#REF!」是数没有印出来，没有分隔符的行里也占一格。</summary>
        private int Mark(int at)
        {
            var c = _text[at];
            _fieldHasOther |= c is '#' or '＃' or '?' or '？' or '*' or '＊' or '…' or '√' or '×' or '○' or '●' or '□' or '■' or '※' or '~' or '～';
            var stop = at + 1;
            if (c is not '#')
            {
                return stop;
            }

            while (stop < end && _text[stop] is '#')
            {
                stop++;
            }

            var name = stop == at + 1 && stop < end && char.IsAsciiLetterUpper(_text[stop]);
            stop = name ? Word(stop) : stop;
            if (separator is CharKind.Other && (name || stop - at >= 3) && (stop == end || CharKinds.Of(_text[stop]) is CharKind.Space) && !IsHeading(at, stop))
            {
                Add(TokenKind.Other, TokenFlags.None, at, stop, 0);
            }

            return stop;
        }

        /// <summary>markdown 的标题：井号起首，后面还有字。</summary>
        private readonly bool IsHeading(int at, int stop) =>
            at == _fieldStart && !OnlySpaces(stop, end) && CharKinds.Of(_text[at + 1]) is not CharKind.Latin;

        /// <summary>字母、网址：连同贴着的数字一起略过。</summary>
        private int Word(int at)
        {
            _fieldHasOther = true;
            while (at < end && CharKinds.Of(_text[at]) is not (CharKind.Space or CharKind.Tab or CharKind.Pipe or CharKind.Han or CharKind.Close) && !IsSeparator(at))
            {
                at++;
            }

            return at;
        }

        private int Han(int at)
        {
            var c = _text[at];
            if (c is '无' or '無' or '零' or '〇' && Stands(at))
            {
                Add(c is '无' or '無' ? TokenKind.Dash : TokenKind.Number, c is '无' or '無' ? TokenFlags.None : TokenFlags.Normalised, at, at + 1, 0);
                return at + 1;
            }

            if (WrittenNumber.IsNumeral(c) && NumeralEnd(at) is > 0 and var stop)
            {
                Add(TokenKind.Number, TokenFlags.Normalised, at, stop, WrittenNumber.ReadNumeral(_text.AsSpan(at, stop - at)) * Token.Scale);
                return stop;
            }

            if (LabelScanner.IsNumeral(c) && at + 1 < _text.Length && CharKinds.Of(_text[at + 1]) is not CharKind.Han)
            {
                return at + 1;
            }

            _fieldHasOther = true;
            Residue++;
            _residueEnd = at + 1;
            return at + 1;
        }

        /// <summary>独占一格或一行的汉字数字止于何处；不是这样的数、或是后面标签的序号时为 -1。</summary>
        private readonly int NumeralEnd(int at)
        {
            var stop = at + 1;
            while (stop < end && WrittenNumber.IsNumeral(_text[stop]))
            {
                stop++;
            }

            if (!FillsField(at, stop) || WrittenNumber.ReadNumeral(_text.AsSpan(at, stop - at)) < 0)
            {
                return -1;
            }

            var next = stop;
            while (next < _text.Length && CharKinds.Of(_text[next]) is CharKind.Space or CharKind.Newline or CharKind.Tab or CharKind.Pipe)
            {
                next++;
            }

            var text = next < _text.Length && CharKinds.Of(_text[next]) is CharKind.Han && !WrittenNumber.IsNumeral(_text[next]);
            return text && (next != lexer.NextLabel(stop) || IsHeadOrdinal(at, next)) ? -1 : stop;
        }

        /// <summary>「一」与「本年新收……」分作两格：是序号，不是数。</summary>
        private readonly bool IsHeadOrdinal(int at, int next) => _text[at] switch
        {
            '一' => _text.AsSpan(next).StartsWith("本年新收", StringComparison.Ordinal),
            '二' => _text.AsSpan(next).StartsWith("上年结转", StringComparison.Ordinal),
            '三' => _text.AsSpan(next).StartsWith("本年度办理", StringComparison.Ordinal),
            '四' => _text.AsSpan(next).StartsWith("结转下年", StringComparison.Ordinal),
            _ => false,
        };

        /// <summary>所在的格里（没有分隔符时，所在的行里）只有这一段。</summary>
        private readonly bool FillsField(int from, int to)
        {
            while (from > _fieldStart && (_text[from - 1] is '"' || CharKinds.Of(_text[from - 1]) is CharKind.Space or CharKind.Tab))
            {
                from--;
            }

            while (to < end && (_text[to] is '"' || CharKinds.Of(_text[to]) is CharKind.Space))
            {
                to++;
            }

            return from == _fieldStart && (to == end || (separator is not CharKind.Other && FieldSeparators.Separates(separator, _text, to)));
        }

        private readonly bool IsSeparator(int at) => separator is not CharKind.Other && !_quoted && FieldSeparators.Separates(separator, _text, at);

        /// <summary>前后都不是汉字：独立成格。</summary>
        private readonly bool Stands(int at) =>
            (at == 0 || CharKinds.Of(_text[at - 1]) is not (CharKind.Han or CharKind.Open))
            && (at + 1 >= _text.Length || CharKinds.Of(_text[at + 1]) is not CharKind.Han);

        /// <summary>到格尾只有一个不长的数：网格里绝大多数的格都是这样。返回格尾；不是这样的时为 0。</summary>
        private readonly int CountAlone(int at)
        {
            long value = 0;
            var stop = at;
            for (; stop < end && stop - at <= MostDigitsOfCount && _text[stop] is >= '0' and <= '9'; stop++)
            {
                value = (value * 10) + (_text[stop] - '0');
            }

            if (stop == at || stop - at > MostDigitsOfCount || (stop < _text.Length && CharKinds.Of(_text[stop]) is not (CharKind.Tab or CharKind.Newline)))
            {
                return 0;
            }

            Add(TokenKind.Number, TokenFlags.Plain, at, stop, value * Token.Scale);
            return stop;
        }

        private int Number(int at, TokenFlags flags, bool negative)
        {
            var number = NumberText.Read(_text, at, separator is CharKind.Comma && !_quoted ? NextComma(at) : end);
            var stop = number.End;
            if (number.Ordinal(_text, lexer.NextLabel(stop), lexer.OrdinalOfNext(stop), flags.HasFlag(TokenFlags.InLabel)) is { } ordinal)
            {
                if (ordinal == at)
                {
                    return stop;
                }

                number = NumberText.Read(_text, at, ordinal);
            }
            else if (number.IsDateOrPage || _residueEnd == at || (_residueEnd >= 0 && OnlySpaces(_residueEnd, at) && !_fieldHasLabel))
            {
                _fieldHasOther = true;
                return Math.Max(stop, number.AfterUnit);
            }

            var start = negative ? at - 1 : at;
            var afterUnit = number.AfterUnit;
            if (separator is not CharKind.Other && number.IsPlain && !_fieldHasLabel && WrittenNumber.SpacedThousandsEnd(_text, at, number.End, end) is var last && last > number.End && FillsField(start, last))
            {
                long value = 0;
                for (var i = at; i < last; i++)
                {
                    value = CharKinds.Of(_text[i]) is CharKind.Digit ? (value * 10) + CharKinds.DigitValue(_text[i]) : value;
                }

                Add(TokenKind.Number, flags | TokenFlags.Normalised, start, last, (negative ? -value : value) * Token.Scale);
                return last;
            }

            flags |= (number.IsPlain && !negative ? TokenFlags.Plain : 0) | (number.IsNormalised ? TokenFlags.Normalised : 0)
                | (afterUnit > number.End ? TokenFlags.HasUnit : 0);
            flags |= number.IsTooLong ? TokenFlags.TooLong : 0;
            Add(TokenKind.Number, flags, start, Math.Max(number.End, afterUnit), negative ? -number.Value : number.Value);
            return Math.Max(stop, afterUnit);
        }

        private readonly int NextComma(int at)
        {
            var comma = _text.AsSpan(at, end - at).IndexOf(',');
            return comma < 0 ? end : at + comma;
        }

        private readonly bool OnlySpaces(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                if (CharKinds.Of(_text[i]) is not CharKind.Space)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
