namespace Gongkai.Reports.Reading.Pdf;

/// <summary>由一页上的细线找出表格：相接的线成一张，线的位置成行、列，两个小格之间没有线的合成一格。</summary>
internal static class RuledTables
{
    // 单元格各自描框的表格，相邻两格的边相距几点；最窄的列、行也有十来点。
    private const double Slack = 4.5;
    private const double LeastLength = 6;
    private const int MostSegments = 3000;

    public static List<RuledTable> Find(PdfPage page)
    {
        List<Segment> segments = [.. Merged(page.Rulings.Where(r => r.Width >= r.Height), isFlat: true), .. Merged(page.Rulings.Where(r => r.Height >= r.Width), isFlat: false)];
        List<RuledTable> tables = [];
        if (segments.Count > MostSegments)
        {
            return tables;
        }

        foreach (var part in Connected(segments))
        {
            if (Build(part, page.Number) is { } table)
            {
                tables.Add(table);
            }
        }

        return tables;
    }

    /// <summary>同一条线上相接的线段连成一条；虚线也是这样成为一条线的。</summary>
    private static IEnumerable<Segment> Merged(IEnumerable<Box> boxes, bool isFlat)
    {
        const double SameLine = 0.8;
        const double Gap = 3.5;
        List<Segment> row = [];
        foreach (var segment in boxes.Select(b => isFlat ? new Segment(true, b.CenterY, b.X0, b.X1) : new Segment(false, b.CenterX, b.Y0, b.Y1)).OrderBy(s => s.At))
        {
            if (row.Count > 0 && segment.At - row[0].At > SameLine)
            {
                foreach (var merged in Join(row))
                {
                    yield return merged;
                }

                row.Clear();
            }

            row.Add(segment);
        }

        foreach (var merged in Join(row))
        {
            yield return merged;
        }

        static IEnumerable<Segment> Join(List<Segment> row)
        {
            row.Sort((a, b) => a.From.CompareTo(b.From));
            for (var i = 0; i < row.Count; i++)
            {
                var merged = row[i];
                while (i + 1 < row.Count && row[i + 1].From <= merged.To + Gap)
                {
                    merged = merged with { To = Math.Max(merged.To, row[++i].To) };
                }

                if (merged.Length >= LeastLength)
                {
                    yield return merged;
                }
            }
        }
    }

    private static IEnumerable<List<Segment>> Connected(List<Segment> segments)
    {
        var sets = new DisjointSets(segments.Count);
        for (var i = 0; i < segments.Count; i++)
        {
            for (var j = i + 1; j < segments.Count; j++)
            {
                if (segments[i].Box.Touches(segments[j].Box, Slack))
                {
                    sets.Union(i, j);
                }
            }
        }

        return segments.Select((s, i) => (s, Set: sets.Find(i))).GroupBy(p => p.Set, p => p.s).Select(g => g.ToList());
    }

    private static RuledTable? Build(List<Segment> segments, int page)
    {
        List<Segment> flat = [.. segments.Where(s => s.IsFlat)];
        List<Segment> upright = [.. segments.Where(s => !s.IsFlat)];
        if (flat.Count == 0 || upright.Count == 0)
        {
            return null;
        }

        // 下划线、删除线不到格边。
        flat = [.. flat.Where(f => IsAnchored(f, upright, flat))];
        upright = [.. upright.Where(u => IsAnchored(u, flat, upright))];
        if (flat.Count == 0 || upright.Count == 0)
        {
            return null;
        }

        var xs = Positions([.. upright.Select(u => u.At), flat.Min(f => f.From), flat.Max(f => f.To)]);
        var ys = Positions([.. flat.Select(f => f.At), upright.Min(u => u.From), upright.Max(u => u.To)]);
        if (xs.Length < 3 || ys.Length < 2 || xs.Length > ReadLimits.Columns || (long)xs.Length * ys.Length > ReadLimits.Cells)
        {
            return null;
        }

        var below = Covered(flat, ys, xs);
        return new RuledTable(xs, new Box(xs[0], ys[0], xs[^1], ys[^1]), Cells(xs, ys, below, Covered(upright, xs, ys), page))
        {
            IsOpenAbove = IsOpen(below, 0),
            IsOpenBelow = IsOpen(below, ys.Length - 1),
        };
    }

    private static bool IsOpen(bool[,] below, int line)
    {
        for (var i = 0; i < below.GetLength(1); i++)
        {
            if (below[line, i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>线的两端都落在与它垂直的线上，或与表格的边齐。</summary>
    private static bool IsAnchored(Segment segment, List<Segment> across, List<Segment> along)
    {
        return Ends(segment.From, along.Min(a => a.From)) && Ends(segment.To, along.Max(a => a.To));

        bool Ends(double end, double edge) =>
            Math.Abs(end - edge) <= Slack || across.Exists(a => Math.Abs(a.At - end) <= Slack && a.From - Slack <= segment.At && segment.At <= a.To + Slack);
    }

    /// <summary>相近的位置并成一个。</summary>
    private static double[] Positions(double[] all)
    {
        const double Widest = 7.5;
        Array.Sort(all);
        List<double> positions = [];
        for (var i = 0; i < all.Length;)
        {
            var first = i;
            while (i < all.Length && all[i] - all[first] <= Widest && (i == first || all[i] - all[i - 1] <= Slack))
            {
                i++;
            }

            positions.Add((all[first] + all[i - 1]) / 2);
        }

        return [.. positions];
    }

    /// <summary>第 line 条线上，第 step 段有没有画线。</summary>
    private static bool[,] Covered(List<Segment> segments, double[] lines, double[] steps)
    {
        var lengths = new double[lines.Length, steps.Length - 1];
        foreach (var segment in segments)
        {
            var line = Nearest(lines, segment.At);
            for (var i = 0; i < steps.Length - 1; i++)
            {
                lengths[line, i] += Math.Max(0, Math.Min(segment.To, steps[i + 1]) - Math.Max(segment.From, steps[i]));
            }
        }

        var covered = new bool[lines.Length, steps.Length - 1];
        for (var line = 0; line < lines.Length; line++)
        {
            for (var i = 0; i < steps.Length - 1; i++)
            {
                covered[line, i] = lengths[line, i] >= 0.5 * (steps[i + 1] - steps[i]);
            }
        }

        return covered;
    }

    private static int Nearest(double[] positions, double at)
    {
        var index = Array.BinarySearch(positions, at);
        if (index >= 0)
        {
            return index;
        }

        index = ~index;
        return index == 0 ? 0
            : index == positions.Length || at - positions[index - 1] < positions[index] - at ? index - 1
            : index;
    }

    private static List<RuledCell> Cells(double[] xs, double[] ys, bool[,] below, bool[,] beside, int page)
    {
        var (rows, columns) = (ys.Length - 1, xs.Length - 1);
        var sets = new DisjointSets(rows * columns);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (column + 1 < columns && !beside[column + 1, row])
                {
                    sets.Union((row * columns) + column, (row * columns) + column + 1);
                }

                if (row + 1 < rows && !below[row + 1, column])
                {
                    sets.Union((row * columns) + column, ((row + 1) * columns) + column);
                }
            }
        }

        return [.. Enumerable.Range(0, rows * columns).GroupBy(sets.Find).SelectMany(g => Merge([.. g])).OrderBy(c => c.Row).ThenBy(c => c.Column)];

        IEnumerable<RuledCell> Merge(int[] parts)
        {
            var (top, bottom) = (parts.Min(p => p / columns), parts.Max(p => p / columns));
            var (left, right) = (parts.Min(p => p % columns), parts.Max(p => p % columns));
            return parts.Length == (bottom - top + 1) * (right - left + 1)
                ? [Cell(top, left, bottom - top + 1, right - left + 1)]
                : parts.Select(p => Cell(p / columns, p % columns, 1, 1)); // 不成矩形：线画漏了，各归各。
        }

        RuledCell Cell(int row, int column, int rowSpan, int columnSpan) =>
            new(row, column, rowSpan, columnSpan, new Box(xs[column], ys[row], xs[column + columnSpan], ys[row + rowSpan])) { Page = page };
    }

    private readonly record struct Segment(bool IsFlat, double At, double From, double To)
    {
        public double Length => To - From;

        public Box Box => IsFlat ? new Box(From, At, To, At) : new Box(At, From, At, To);
    }
}
