using System.Buffers;
using System.Runtime.InteropServices;
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
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineInfo(int Start, int End, int Fields, bool HasLabel, int Residue, bool Furniture);

/// <summary>把一段文字拆成标签与记号。不认表，只认字。</summary>
internal sealed partial class TableLexer
{
    private const int MaximumParenthesis = 120;
    private const int MostTokensAtFirst = 1_000;
    private const int NearEnd = 4;
    private const int MostDigitsOfCount = 9;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\f\u2028\u2029");

    private readonly FlatText _flat;
    private readonly string _text;
    private readonly TableLabels _labels;
    private readonly List<LabelHit> _hits;
    private readonly List<Token> _tokens;
    private readonly List<LineInfo> _lines;
    private readonly CharKind _delimiter;
    private readonly bool _hasSeparators;
    private int _hit;
    private int _line;
    private int _group;
    private bool _picture;

    private bool HasFurniture { get; set; }

    private int StartOfHit => _hit < _hits.Count ? _hits[_hit].Start : int.MaxValue;

    private int EndOfHit => _hit < _hits.Count ? _hits[_hit].End : int.MaxValue;

    private TableLexer(FlatText flat, int start, int end, TableLabels labels)
    {
        (_flat, _text, _labels) = (flat, flat.Text, labels);
        var lines = _text.AsSpan(start, end - start).Count('\n') + 1;
        _lines = new List<LineInfo>(lines);

        // One number a line, or one between two tabs: nearly every table fits without growing.
        _tokens = new List<Token>(Math.Min(MostTokensAtFirst, Math.Max((end - start) / 6, lines + _text.AsSpan(start, end - start).Count('\t'))));
        _hits = LabelScanner.Scan(_text, start, end, labels, out _hasSeparators);
        _delimiter = FieldSeparators.Of(_text, start, end, _hits);
        for (var at = start; at < end;)
        {
            var stop = EndOfLine(at, end);
            ReadLine(at, stop);
            at = stop + 1;
        }
    }

    public static LexedTable Lex(FlatText flat, int start, int end, TableLabels labels)
    {
        var lexer = new TableLexer(flat, start, end, labels);
        return new LexedTable(lexer._text, lexer._hits, lexer._tokens, lexer._lines) { HasPicture = lexer._picture, HasFurniture = lexer.HasFurniture };
    }

    private int EndOfLine(int at, int end)
    {
        for (var near = Math.Min(end, at + NearEnd); at < near; at++)
        {
            // Most lines of a table are shorter than what setting up a search costs.
            if (CharKinds.Of(_text[at]) is CharKind.Newline)
            {
                return at;
            }
        }

        var length = _text.AsSpan(at, end - at).IndexOfAny(LineBreaks);
        return length < 0 ? end : at + length;
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

        if (at != end || at == first || at - first > MostDigitsOfCount || (_hit < _hits.Count && _hits[_hit].Start < end))
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
        if (grid)
        {
            return CharKind.Tab;
        }

        var pipes = 0;
        for (var i = start; _hasSeparators && i < end; i++)
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

        if (pipes > 0 || _delimiter is CharKind.Other)
        {
            return pipes > 0 ? CharKind.Pipe : CharKind.Other;
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
