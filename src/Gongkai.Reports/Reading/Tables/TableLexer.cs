using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>一段文字拆成的标签与记号，各按先后。</summary>
internal sealed record LexedTable(string Text, List<LabelHit> Hits, List<Token> Tokens, List<LineInfo> Lines)
{
    /// <summary>有图片。</summary>
    public bool HasPicture { get; init; }

    /// <summary>有页码、页眉或无关的话。</summary>
    public bool HasFurniture { get; init; }
}

/// <summary>一行的概况。</summary>
/// <param name="Start">起点。</param>
/// <param name="End">终点（不含换行符）。</param>
/// <param name="Fields">格数；没有分隔符为 1。</param>
/// <param name="HasLabel">行内有标签。</param>
/// <param name="Residue">不属于任何标签的汉字数。</param>
/// <param name="Furniture">页码、页眉或无关的话：其中的数不是表里的数。</param>
internal readonly record struct LineInfo(int Start, int End, int Fields, bool HasLabel, int Residue, bool Furniture);

/// <summary>把一段文字拆成标签与记号。不认表，只认字。</summary>
internal sealed class TableLexer
{
    private const int MaximumParenthesis = 120;
    private readonly FlatText _flat;
    private readonly string _text;
    private readonly TableLabels _labels;
    private readonly List<LabelHit> _hits;
    private readonly List<Token> _tokens = new(288);
    private readonly List<LineInfo> _lines;
    private readonly CharKind _delimiter;
    private int _hit;
    private int _line;
    private int _group;
    private bool _picture;

    private bool HasFurniture { get; set; }

    private TableLexer(FlatText flat, int start, int end, TableLabels labels)
    {
        (_flat, _text, _labels) = (flat, flat.Text, labels);
        _lines = new List<LineInfo>(_text.AsSpan(start, end - start).Count('\n') + 1);
        _hits = LabelScanner.Scan(_text, start, end, labels);
        _delimiter = FieldSeparators.Of(_text, start, end, _hits);
        for (var at = start; at < end;)
        {
            var stop = at;
            while (stop < end && CharKinds.Of(_text[stop]) is not CharKind.Newline)
            {
                stop++;
            }

            ReadLine(at, stop);
            at = stop + 1;
        }
    }

    public static LexedTable Lex(FlatText flat, int start, int end, TableLabels labels)
    {
        var lexer = new TableLexer(flat, start, end, labels);
        return new LexedTable(lexer._text, lexer._hits, lexer._tokens, lexer._lines) { HasPicture = lexer._picture, HasFurniture = lexer.HasFurniture };
    }

    private void ReadLine(int start, int end)
    {
        var grid = _flat.Grids.Count > 0 && _flat.IsGrid(start);
        while (_hit < _hits.Count && _hits[_hit].End <= start)
        {
            _hit++;
        }

        if (start == end)
        {
            _group++;
            _lines.Add(new LineInfo(start, end, 1, false, 0, false));
            _line++;
            return;
        }

        if (!grid && TryReadNumberLine(start, end))
        {
            return;
        }

        if (!grid && FieldSeparators.IsRule(_text.AsSpan(start, end - start)))
        {
            _lines.Add(new LineInfo(start, end, 1, false, 0, false));
            _line++;
            return;
        }

        var separator = Separator(start, end, grid);
        var content = Trim(start, end);
        if (content.Start == content.End && !grid)
        {
            ReadEmptyLine(start, end, separator);
            return;
        }

        var firstToken = _tokens.Count;
        var reader = new LineReader(this, end, separator);
        var labelled = reader.Read(separator is CharKind.Pipe && content.Start < end && CharKinds.Of(_text[content.Start]) is CharKind.Pipe ? content.Start + 1 : start);
        var page = !labelled && separator is CharKind.Other && IsPageNumber(content.Start, content.End);
        var furniture = page || (!labelled && reader.Residue >= 2);
        if (furniture || reader.IsRule)
        {
            _tokens.RemoveRange(firstToken, _tokens.Count - firstToken);
        }
        else if (!labelled && !grid && separator is CharKind.Tab && Contents(firstToken) == 1)
        {
            KeepOnlyContent(firstToken);
        }

        HasFurniture |= furniture;
        _lines.Add(new LineInfo(start, end, reader.Field + 1, labelled, reader.Residue, furniture));
        _line++;
    }

    private void KeepOnlyContent(int from)
    {
        for (var i = _tokens.Count - 1; i >= from; i--)
        {
            if (_tokens[i].Kind is TokenKind.Empty)
            {
                _tokens.RemoveAt(i);
            }
        }
    }

    /// <summary>整行只有一个不长的数：一格一行的表里绝大多数的行都是这样。</summary>
    private bool TryReadNumberLine(int start, int end)
    {
        var at = start;
        while (at < end && _text[at] is '\t' or ' ')
        {
            at++;
        }

        var first = at;
        long value = 0;
        while (at < end && _text[at] is >= '0' and <= '9')
        {
            value = (value * 10) + (_text[at++] - '0');
        }

        if (at != end || at == first || at - first > 9 || (_hit < _hits.Count && _hits[_hit].Start < end))
        {
            return false;
        }

        var tabs = _text.AsSpan(start, first - start).Count('\t');
        _tokens.Add(new Token(TokenKind.Number, tabs > 0 ? TokenFlags.Plain | TokenFlags.Fielded : TokenFlags.Plain, first, end, value * Token.Scale, _line, _group, tabs));
        _lines.Add(new LineInfo(start, end, tabs + 1, false, 0, false));
        _line++;
        return true;
    }

    private int Contents(int from)
    {
        var count = 0;
        for (var i = from; i < _tokens.Count; i++)
        {
            count += _tokens[i].Kind is TokenKind.Empty ? 0 : 1;
        }

        return count;
    }

    private void ReadEmptyLine(int start, int end, CharKind separator)
    {
        if (separator is CharKind.Other && !HasWideSpace(start, end))
        {
            _group++;
        }
        else
        {
            _tokens.Add(new Token(TokenKind.Empty, TokenFlags.None, start, start, 0, _line, _group, 0));
        }

        _lines.Add(new LineInfo(start, end, 1, false, 0, false));
        _line++;
    }

    private bool HasWideSpace(int start, int end) => _text.AsSpan(start, end - start).ContainsAny('\u3000', '\u00A0');

    private CharKind Separator(int start, int end, bool grid)
    {
        var pipes = 0;
        for (var i = start; i < end; i++)
        {
            switch (CharKinds.Of(_text[i]))
            {
                case CharKind.Tab:
                    return CharKind.Tab;
                case CharKind.Pipe:
                    pipes++;
                    break;
                default:
                    break;
            }
        }

        if (grid || pipes > 0 || _delimiter is CharKind.Other)
        {
            return grid ? CharKind.Tab : pipes > 0 ? CharKind.Pipe : CharKind.Other;
        }

        for (var i = start; i < end; i++)
        {
            if (FieldSeparators.Separates(_delimiter, _text, i))
            {
                return _delimiter;
            }
        }

        return CharKind.Other;
    }

    private (int Start, int End) Trim(int start, int end)
    {
        while (start < end && CharKinds.Of(_text[start]) is CharKind.Space or CharKind.Tab or CharKind.Covered)
        {
            start++;
        }

        while (end > start && CharKinds.Of(_text[end - 1]) is CharKind.Space or CharKind.Tab or CharKind.Covered)
        {
            end--;
        }

        return (start, end);
    }

    /// <summary>单独一行的页码：<c>- 3 -</c>、<c>3/8</c>。</summary>
    private bool IsPageNumber(int start, int end)
    {
        int digits = 0, dashes = 0, slashes = 0, numbers = 0;
        var previous = CharKind.Space;
        for (var i = start; i < end; i++)
        {
            var kind = CharKinds.Of(_text[i]);
            digits += kind is CharKind.Digit ? 1 : 0;
            numbers += kind is CharKind.Digit && previous is not CharKind.Digit ? 1 : 0;
            dashes += kind is CharKind.Dash && previous is not CharKind.Dash ? 1 : 0;
            slashes += kind is CharKind.Slash ? 1 : 0;
            if (kind is not (CharKind.Digit or CharKind.Dash or CharKind.Slash or CharKind.Space))
            {
                return false;
            }

            previous = kind;
        }

        return (digits is > 0 and <= 4 && dashes == 2 && numbers == 1 && slashes == 0 && CharKinds.Of(_text[start]) is CharKind.Dash && CharKinds.Of(_text[end - 1]) is CharKind.Dash)
            || (numbers == 2 && slashes == 1 && dashes == 0 && digits <= 6);
    }

    /// <summary>读一行里的记号。</summary>
    private ref struct LineReader(TableLexer lexer, int end, CharKind separator)
    {
        private readonly string _text = lexer._text;
        private int _firstOfField;
        private bool _fieldHasLabel;
        private bool _fieldHasOther;
        private bool _fieldCovered;
        private int _fieldStart;
        private bool _labelled;
        private bool _allRule = true;
        private int _residueEnd = -1;
        private bool _quoted;

        public int Field { get; private set; }

        public int Residue { get; private set; }

        /// <summary>markdown 表格的横线行。</summary>
        public readonly bool IsRule => separator is CharKind.Pipe && _allRule;

        public bool Read(int start)
        {
            var first = lexer._tokens.Count;
            _firstOfField = first;
            _fieldStart = start;
            for (var at = start; at < end;)
            {
                at = Step(at, first);
            }

            EndField(end, last: true);
            return _labelled;
        }

        private int Step(int at, int first)
        {
            var hits = lexer._hits;
            while (lexer._hit < hits.Count && hits[lexer._hit].End <= at)
            {
                lexer._hit++;
            }

            var kind = CharKinds.Of(_text[at]);
            if (lexer._hit < hits.Count && at >= hits[lexer._hit].Start)
            {
                return InsideLabel(at, kind, first);
            }

            if (IsSeparator(at))
            {
                EndField(at, last: false);
                return separator is CharKind.Slash ? _fieldStart = FieldSeparators.AfterControlWord(_text, at, end) : at + 1;
            }

            switch (kind)
            {
                case CharKind.Covered:
                    _fieldCovered = true;
                    return at + 1;
                case CharKind.Picture:
                    lexer._picture = true;
                    _allRule = false;
                    return at + 1;
                case CharKind.Digit:
                    _allRule = false;
                    return Number(at, TokenFlags.None, negative: false);
                case CharKind.Dash:
                    return Dash(at);
                case CharKind.Slash when separator is CharKind.Slash && _text[at] is '\\':
                    at = FieldSeparators.AfterControlWord(_text, at, end);
                    _fieldStart = lexer._tokens.Count == _firstOfField && !_fieldHasLabel ? at : _fieldStart;
                    return at;
                case CharKind.Slash:
                    _allRule = false;
                    Add(TokenKind.Dash, TokenFlags.None, at, at + 1, 0);
                    return at + 1;
                case CharKind.Open:
                    _allRule = false;
                    return Parenthesis(at);
                case CharKind.Latin:
                    _allRule = false;
                    return Word(at);
                case CharKind.Han:
                    _allRule = false;
                    return Han(at);
                case CharKind.Other:
                    _allRule &= _text[at] is ':' or '：' or '=' or '+';
                    _quoted ^= _text[at] is '"';
                    return Mark(at);
                default:
                    return at + 1;
            }
        }

        private int InsideLabel(int at, CharKind kind, int first)
        {
            _allRule = false;
            if (!_labelled)
            {
                _labelled = true;
                for (var i = first; i < lexer._tokens.Count; i++)
                {
                    lexer._tokens[i] = lexer._tokens[i] with { Flags = lexer._tokens[i].Flags | TokenFlags.LeadIn };
                }
            }

            _fieldHasLabel = true;
            if (kind is CharKind.Digit)
            {
                return Number(at, TokenFlags.InLabel, negative: false);
            }

            if (separator is CharKind.Tab or CharKind.Pipe && kind == separator)
            {
                EndField(at, last: false);
                _fieldHasLabel = true;
            }

            // Nothing else inside a label matters: go on to where it ends, or to the next digit or separator.
            var stop = Math.Min(end, lexer._hits[lexer._hit].End);
            for (at++; at < stop; at++)
            {
                if (CharKinds.Of(_text[at]) is CharKind.Digit or CharKind.Tab or CharKind.Pipe)
                {
                    break;
                }
            }

            return at;
        }

        private void EndField(int at, bool last)
        {
            if (separator is not CharKind.Other)
            {
                for (var i = _firstOfField; _fieldHasLabel && i < lexer._tokens.Count; i++)
                {
                    lexer._tokens[i] = lexer._tokens[i] with { Flags = lexer._tokens[i].Flags | TokenFlags.BesideLabel };
                }

                var empty = lexer._tokens.Count == _firstOfField && !_fieldHasLabel && !_fieldHasOther && !_fieldCovered;
                if (empty && !(last && separator is CharKind.Pipe or CharKind.Slash))
                {
                    Add(TokenKind.Empty, TokenFlags.None, _fieldStart, _fieldStart, 0);
                }
                else if (_fieldHasOther && !_fieldHasLabel && lexer._tokens.Count == _firstOfField)
                {
                    Add(TokenKind.Other, TokenFlags.None, _fieldStart, at, 0);
                }
            }

            if (!last)
            {
                Field++;
                _firstOfField = lexer._tokens.Count;
                (_fieldHasLabel, _fieldHasOther, _fieldCovered) = (false, false, false);
                _fieldStart = at + 1;
            }
        }

        private readonly void Add(TokenKind kind, TokenFlags flags, int start, int stop, long value) =>
            lexer._tokens.Add(new Token(kind, flags | (separator is CharKind.Other ? 0 : TokenFlags.Fielded), start, stop, value, lexer._line, lexer._group, Field));

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
            var nextLabel = lexer._hit < lexer._hits.Count ? lexer._hits[lexer._hit].Start : int.MaxValue;
            var (han, numerals, digits, latin) = (0, 0, 0, 0);
            var (beside, afterNumber) = AfterNumber(at);
            for (var i = at + 1; i < limit && i < nextLabel; i++)
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

    /// <summary>某处之后的第一个标签起于何处；没有时为 -1。</summary>
    private int NextLabel(int at)
    {
        for (var i = _hit; i < _hits.Count; i++)
        {
            if (_hits[i].Start >= at)
            {
                return _hits[i].Start;
            }
        }

        return -1;
    }

    private int OrdinalOfNext(int at)
    {
        for (var i = _hit; i < _hits.Count; i++)
        {
            if (_hits[i].Start >= at)
            {
                var row = _labels.All[_hits[i].Label].Row;
                return row < 0 ? 0 : _labels.Ordinals[row];
            }
        }

        return 0;
    }
}
