using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <content>逐字读一行，分出各格。</content>
internal sealed partial class TableLexer
{
    /// <summary>读一行里的记号。</summary>
    private ref partial struct LineReader(TableLexer lexer, int end, CharKind separator)
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

        // Where the label that is not yet past starts and ends, asked for at every character.
        private int _labelStart = lexer.StartOfHit;
        private int _labelEnd = lexer.EndOfHit;

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
            while (_labelEnd <= at)
            {
                lexer._hit++;
                (_labelStart, _labelEnd) = (lexer.StartOfHit, lexer.EndOfHit);
            }

            var kind = CharKinds.Of(_text[at]);
            if (at >= _labelStart)
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
                    return separator is CharKind.Tab && _residueEnd < 0 && CountAlone(at) is > 0 and var stop ? stop : Number(at, TokenFlags.None, negative: false);
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
            var stop = Math.Min(end, _labelEnd);
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
    }
}
