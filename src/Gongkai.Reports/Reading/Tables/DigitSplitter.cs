using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>
/// 把连在一起的数字拆成若干个数：没有前导零，每组末数等于其余之和。先定末数，再在前面的数字里凑它，
/// 边凑边剪：余下的和不能为负，余下的位数要放得下。
/// </summary>
internal sealed class DigitSplitter
{
    private const int MaximumSolutions = 256;
    private const int MaximumNodes = 60_000;
    private const int MaximumDigits = 120;

    private readonly string _text;
    private readonly int[] _at;
    private readonly int[] _digit;
    private readonly bool[] _mustBreak;
    private readonly RowShape _shape;
    private readonly (int From, int To)[] _pieces;
    private int _nodes;

    private DigitSplitter(string text, List<Token> tokens, RowShape shape, bool keepBreaks)
    {
        (_text, _shape, _pieces) = (text, shape, new (int, int)[shape.Width]);
        List<int> at = [];
        List<bool> breaks = [];
        foreach (var token in tokens)
        {
            var first = true;
            for (var i = token.Start; i < token.End; i++)
            {
                if (CharKinds.Of(text[i]) is CharKind.Digit)
                {
                    at.Add(i);
                    breaks.Add(first && keepBreaks);
                    first = false;
                }
            }
        }

        (_at, _mustBreak) = ([.. at], [.. breaks]);
        _digit = [.. at.Select(i => CharKinds.DigitValue(text[i]))];
    }

    public List<RowReading> Solutions { get; } = [];

    /// <summary>读法多到没有列全。</summary>
    public bool IsOpen { get; private set; }

    /// <summary>各种拆法；<paramref name="keepBreaks"/> 时记号之间的间隔必是数的分界。</summary>
    /// <param name="text">摊平的文字。</param>
    /// <param name="tokens">只由数字组成的记号。</param>
    /// <param name="shape">行的形状；要求勾稽成立时须有组。</param>
    /// <param name="keepBreaks">间隔必是分界。</param>
    public static DigitSplitter Split(string text, List<Token> tokens, RowShape shape, bool keepBreaks)
    {
        var splitter = new DigitSplitter(text, tokens, shape, keepBreaks);
        if (splitter._at.Length < shape.Width)
        {
            return splitter;
        }

        if (splitter._at.Length > MaximumDigits)
        {
            splitter.IsOpen = true;
            return splitter;
        }

        if (shape.Group == 0)
        {
            splitter.Free(0, 0);
        }
        else
        {
            splitter.Grouped(0, 0);
        }

        return splitter;
    }

    /// <summary>不论和是否成立，各格可能的值：按位置能否拆通来推。</summary>
    public static IReadOnlyList<decimal?>[] Possible(string text, List<Token> tokens, int width)
    {
        var splitter = new DigitSplitter(text, tokens, new RowShape(width, 0), keepBreaks: false);
        var length = Math.Min(splitter._at.Length, MaximumDigits);
        var values = new SortedSet<long>[width];
        for (var slot = 0; slot < width; slot++)
        {
            values[slot] = [];
            for (var from = slot; from <= length - (width - slot); from++)
            {
                for (var to = from + 1; to <= length - (width - slot - 1); to++)
                {
                    if (slot == 0 && from > 0 || slot == width - 1 && to < length || !splitter.IsNumber(from, to))
                    {
                        continue;
                    }

                    values[slot].Add(splitter.Value(from, to));
                }
            }
        }

        return [.. values.Select(v => v.Select(x => (decimal?)x).ToArray())];
    }

    private void Free(int slot, int from)
    {
        if (Stop())
        {
            return;
        }

        if (slot == _shape.Width)
        {
            if (from == _at.Length)
            {
                Add();
            }

            return;
        }

        var limit = _at.Length - (_shape.Width - slot - 1);
        for (var to = slot == _shape.Width - 1 ? _at.Length : from + 1; to <= limit && IsNumber(from, to); to++)
        {
            _pieces[slot] = (from, to);
            Free(slot + 1, to);
        }
    }

    private void Grouped(int slot, int from)
    {
        if (slot == _shape.Width)
        {
            if (from == _at.Length)
            {
                Add();
            }

            return;
        }

        var later = _shape.Width - slot - _shape.Group;
        var last = slot + _shape.Group - 1;
        var lastGroup = later == 0;
        for (var start = from + _shape.Group - 1; start < _at.Length - later; start++)
        {
            for (var to = lastGroup ? _at.Length : start + 1; to <= _at.Length - later && IsNumber(start, to); to++)
            {
                _pieces[last] = (start, to);
                Sum(slot, last, from, start, Value(start, to), to);
                if (IsOpen)
                {
                    return;
                }
            }
        }
    }

    /// <summary>把 [from, end) 拆成 slot 到 last 之前的各数，和为 <paramref name="rest"/>。</summary>
    private void Sum(int slot, int last, int from, int end, long rest, int next)
    {
        if (Stop())
        {
            return;
        }

        if (slot == last)
        {
            if (from == end && rest == 0)
            {
                Grouped(last + 1, next);
            }

            return;
        }

        var left = last - slot;
        var most = rest == 0 ? 1 : Length(rest);
        if (end - from > left * most || end - from < left)
        {
            return;
        }

        for (var to = left == 1 ? end : from + 1; to <= end - (left - 1) && to - from <= most && IsNumber(from, to); to++)
        {
            var value = Value(from, to);
            if (value > rest)
            {
                break;
            }

            _pieces[slot] = (from, to);
            Sum(slot + 1, last, to, end, rest - value, next);
        }
    }

    private static int Length(long value)
    {
        var length = 1;
        while (value >= 10)
        {
            value /= 10;
            length++;
        }

        return length;
    }

    private bool Stop()
    {
        IsOpen |= ++_nodes > MaximumNodes || Solutions.Count >= MaximumSolutions;
        return IsOpen;
    }

    private bool IsNumber(int from, int to)
    {
        if (to - from > Token.MaximumDigits || (to - from > 1 && _digit[from] == 0))
        {
            return false;
        }

        for (var i = from + 1; i < to; i++)
        {
            if (_mustBreak[i])
            {
                return false;
            }
        }

        return true;
    }

    private long Value(int from, int to)
    {
        long value = 0;
        for (var i = from; i < to; i++)
        {
            value = (value * 10) + _digit[i];
        }

        return value;
    }

    private void Add() => Solutions.Add(new RowReading(
        [.. _pieces.Select(p => new Slot(SlotKind.Number, Value(p.From, p.To) * Token.Scale, _at[p.From], _at[p.To - 1] + 1))],
        ReaderNotes.DigitsSplit));
}
