namespace Gongkai.Reports.Reading.Tables;

/// <summary>搜索的结论。</summary>
internal enum SearchOutcome
{
    /// <summary>版式只容一种读法。</summary>
    Single,

    /// <summary>恰有一种读法使勾稽全部成立。</summary>
    Proved,

    /// <summary>几种读法都使勾稽成立，或多到列不全。</summary>
    Several,

    /// <summary>没有一种读法使勾稽全部成立。</summary>
    Broken,
}

/// <summary>一张表的搜索结果：各行留下的读法（一种，或分不出的几种）。</summary>
/// <param name="Outcome">结论。</param>
/// <param name="Rows">各行留下的读法，次序同输入。</param>
/// <param name="HitLimit">搜索到了限度。</param>
internal sealed record SearchResult(SearchOutcome Outcome, List<RowReading>[] Rows, bool HitLimit);

/// <summary>
/// 各行的读法凑成一张表：修补最少的先试，凡使勾稽全部成立的都找出来。
/// 节点有定数，同一文件在任何机器上同样结果。
/// </summary>
internal sealed class ReadingSearch
{
    private const int MaximumNodes = 150_000;
    private const int MaximumSolutions = 512;

    private readonly RowShape _shape;
    private readonly int[][] _coefficients;
    private readonly RowOptions[] _rows;
    private readonly int[] _open;
    private readonly List<RowReading>[] _choices;
    private readonly long[] _sums;
    private readonly int[] _unknown;
    private long[][] _low = [];
    private long[][] _high = [];
    private int _nodes;
    private int _best;

    /// <param name="shape">行的形状。</param>
    /// <param name="rows">各行的读法。</param>
    /// <param name="coefficients">列的勾稽：每条对各行的系数（0、1、-1），每列都要凑成 0。</param>
    private ReadingSearch(RowShape shape, RowOptions[] rows, int[][] coefficients)
    {
        (_shape, _rows, _coefficients) = (shape, rows, coefficients);
        _choices = new List<RowReading>[rows.Length];
        _sums = new long[coefficients.Length * shape.Width];
        _unknown = new int[_sums.Length];
        _open = [.. Enumerable.Range(0, rows.Length).Where(r => !rows[r].IsSettled)];
    }

    private List<RowReading[]> Solutions { get; } = [];

    public static SearchResult Solve(RowShape shape, RowOptions[] rows, int[][] coefficients)
    {
        return Array.TrueForAll(rows, r => r.IsSettled)
            ? new SearchResult(SearchOutcome.Single, Array.ConvertAll(rows, r => r.Tiers[0]), false)
            : new ReadingSearch(shape, rows, coefficients).Run();
    }

    private SearchResult Run()
    {
        var deepest = _open.Max(r => _rows[r].Tiers.Count);
        var fullyListed = Array.TrueForAll(_open, r => !_rows[r].IsOpen);
        for (var depth = 1; depth <= deepest; depth++)
        {
            Allow(depth);
            Search(requireRows: true, budget: 0);
            if (_nodes > MaximumNodes || Solutions.Count >= MaximumSolutions)
            {
                return Unsettled(hitLimit: true);
            }

            if (Solutions.Count > 0)
            {
                return Solutions.Count == 1
                    ? new SearchResult(SearchOutcome.Proved, Kept(), false)
                    : new SearchResult(SearchOutcome.Several, Kept(), false);
            }
        }

        return fullyListed ? FewestBroken() : Unsettled(hitLimit: !fullyListed);
    }

    /// <summary>没有一种读法全部成立：留下破坏勾稽最少的。</summary>
    private SearchResult FewestBroken()
    {
        Allow(int.MaxValue);
        for (var budget = 1; budget <= 12; budget++)
        {
            Search(requireRows: false, budget);
            if (_nodes > MaximumNodes || Solutions.Count >= MaximumSolutions)
            {
                return Unsettled(hitLimit: true) with { Outcome = SearchOutcome.Broken };
            }

            if (Solutions.Count > 0)
            {
                return new SearchResult(SearchOutcome.Broken, Kept(), false);
            }
        }

        return Unsettled(hitLimit: true) with { Outcome = SearchOutcome.Broken };
    }

    private SearchResult Unsettled(bool hitLimit)
    {
        Allow(int.MaxValue);
        return new SearchResult(SearchOutcome.Several, _choices, hitLimit);
    }

    private List<RowReading>[] Kept() =>
        [.. Enumerable.Range(0, _rows.Length).Select(r => Distinct(Solutions.Select(s => s[r])))];

    private static List<RowReading> Distinct(IEnumerable<RowReading> readings)
    {
        List<RowReading> distinct = [];
        foreach (var reading in readings)
        {
            if (!distinct.Exists(reading.SameAs))
            {
                distinct.Add(reading);
            }
        }

        return distinct;
    }

    private void Allow(int depth)
    {
        for (var r = 0; r < _rows.Length; r++)
        {
            _choices[r] = _rows[r].IsSettled ? _rows[r].Tiers[0] : Distinct(_rows[r].Tiers.Take(depth).SelectMany(t => t));
        }
    }

    private void Search(bool requireRows, int budget)
    {
        Solutions.Clear();
        _best = budget;
        Array.Clear(_sums);
        Array.Clear(_unknown);
        for (var r = 0; r < _rows.Length; r++)
        {
            if (_rows[r].IsSettled)
            {
                Apply(r, _choices[r][0], 1);
            }
        }

        if (requireRows)
        {
            foreach (var r in _open)
            {
                _choices[r] = _choices[r].FindAll(c => _shape.Holds(c.Slots));
                if (_choices[r].Count == 0)
                {
                    return;
                }
            }
        }

        Array.Sort(_open, (a, b) => _choices[a].Count != _choices[b].Count ? _choices[a].Count.CompareTo(_choices[b].Count) : a.CompareTo(b));
        Bound();
        Descend(0, 0, new RowReading[_rows.Length]);
    }

    /// <summary>余下各行对每条列勾稽至多、至少还能加多少。</summary>
    private void Bound()
    {
        _low = new long[_open.Length + 1][];
        _high = new long[_open.Length + 1][];
        (_low[_open.Length], _high[_open.Length]) = (new long[_sums.Length], new long[_sums.Length]);
        for (var i = _open.Length - 1; i >= 0; i--)
        {
            (_low[i], _high[i]) = ((long[])_low[i + 1].Clone(), (long[])_high[i + 1].Clone());
            for (var k = 0; k < _sums.Length; k++)
            {
                var coefficient = _coefficients[k / _shape.Width][_open[i]];
                if (coefficient == 0 || _choices[_open[i]].Count == 0)
                {
                    continue;
                }

                var values = _choices[_open[i]].Select(c => coefficient * c.Slots[k % _shape.Width].Value).ToList();
                _low[i][k] += values.Min();
                _high[i][k] += values.Max();
            }
        }
    }

    private void Apply(int row, RowReading reading, int sign)
    {
        for (var k = 0; k < _sums.Length; k++)
        {
            var coefficient = _coefficients[k / _shape.Width][row];
            if (coefficient != 0)
            {
                var slot = reading.Slots[k % _shape.Width];
                _sums[k] += sign * coefficient * slot.Value;
                _unknown[k] += slot.Kind is SlotKind.Unreadable || (slot.Kind is SlotKind.Absent && reading.Note is null) ? sign : 0;
            }
        }
    }

    private void Descend(int at, int broken, RowReading[] chosen)
    {
        if (++_nodes > MaximumNodes || Solutions.Count >= MaximumSolutions)
        {
            return;
        }

        var columnsBroken = 0;
        for (var k = 0; k < _sums.Length; k++)
        {
            if (_unknown[k] == 0 && (_sums[k] + _low[at][k] > 0 || _sums[k] + _high[at][k] < 0))
            {
                columnsBroken++;
            }
        }

        if (broken + columnsBroken > _best)
        {
            return;
        }

        if (at == _open.Length)
        {
            Keep(chosen);
            return;
        }

        var row = _open[at];
        foreach (var choice in _choices[row])
        {
            Apply(row, choice, 1);
            chosen[row] = choice;
            Descend(at + 1, broken + (_shape.Holds(choice.Slots) ? 0 : 1), chosen);
            Apply(row, choice, -1);
        }
    }

    private void Keep(RowReading[] chosen)
    {
        var solution = (RowReading[])chosen.Clone();
        for (var r = 0; r < _rows.Length; r++)
        {
            solution[r] ??= _choices[r][0];
        }

        Solutions.Add(solution);
    }
}
