using System.Runtime.InteropServices;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>从许多行标签里取出表的各行：最长、分量最重的一串次序递增的标签，再收进次序不同的行和续表。</summary>
/// <param name="lexed">拆好的标签与记号。</param>
/// <param name="labels">这张表的标签。</param>
/// <param name="width">一行满时有几格。</param>
internal sealed class RowChain(LexedTable lexed, TableLabels labels, int width)
{
    /// <summary>两行之间隔着这么多无关的汉字，就不再是同一张表，除非两边都成片。</summary>
    private const int GapBetweenClusters = 16;

    private readonly LabelNeighbours _neighbours = new(lexed);
    private int _residueLine;

    /// <summary>次序严格递增、分量最重的一串。</summary>
    public List<PrintedRow> Find(List<PrintedRow> events)
    {
        var best = new (int Row, int Weight, int Previous)[events.Count];
        var end = -1;
        for (var i = 0; i < events.Count; i++)
        {
            var row = events[i].Row;
            best[i].Row = row;
            if (row < 0)
            {
                continue;
            }

            var weight = Weight(events[i]);
            var (most, previous) = (weight, -1);
            for (var j = 0; j < i; j++)
            {
                ref readonly var before = ref best[j];
                if (before.Row >= 0 && before.Row < row && before.Weight + weight > most)
                {
                    (most, previous) = (before.Weight + weight, j);
                }
            }

            best[i] = (row, most, previous);
            end = end < 0 || best[i].Weight > best[end].Weight ? i : end;
        }

        List<int> chain = [];
        for (var i = end; i >= 0; i = best[i].Previous)
        {
            chain.Add(i);
        }

        chain.Reverse();
        return Continued(events, WithReordered(events, Cluster(events, chain)));
    }

    /// <summary>次序与格式不同的行：标签独占一行或一格、后面的数和别的行一样多，也是表里的行。</summary>
    private List<int> WithReordered(List<PrintedRow> events, List<int> chain)
    {
        if (chain.Count < 3 || events.Count(e => e.Row >= 0 && e.Contents > 0) == chain.Count(i => events[i].Contents > 0))
        {
            return chain;
        }

        var usual = chain.GroupBy(i => events[i].Contents).MaxBy(g => g.Count())!.Key;
        var have = chain.Select(i => events[i].Row).ToHashSet();
        List<int> all = [.. chain];
        for (var i = 0; i < events.Count; i++)
        {
            var row = events[i];
            if (row.Row >= 0 && !have.Contains(row.Row) && row.Contents > 0 && (row.Contents == usual || row.Contents == width || labels.Table is ReportTable.Proactive)
                && row.Hit is { Approximate: false } hit && !_neighbours.Touch(hit) && _neighbours.HaveLineToThemselves(hit.Start) && Near(events, chain, hit.Start))
            {
                have.Add(row.Row);
                all.Add(i);
            }
        }

        all.Sort();
        return all;
    }

    private static bool Near(List<PrintedRow> events, List<int> chain, int offset)
    {
        var (first, last) = (events[chain[0]].Hit!.Value.Start, events[chain[^1]].Hit!.Value.End);
        return offset > first - 400 && offset < last + 600;
    }

    private int Weight(PrintedRow row)
    {
        var hit = row.Hit!.Value;
        var weight = hit.Approximate ? 2 : labels.All[hit.Label].Official ? 6 : 4;
        weight += _neighbours.Touch(hit) ? -3 : 0;
        return weight + (row.Contents == width ? 8 : row.Contents > 0 ? 4 : 0);
    }

    /// <summary>前后隔着大段无关文字、自己又只有一两行的，不是表里的行。</summary>
    private List<int> Cluster(List<PrintedRow> events, List<int> chain)
    {
        List<List<int>> clusters = [];
        foreach (var i in chain)
        {
            if (clusters.Count == 0 || ResidueBetween(events[clusters[^1][^1]].Hit!.Value.End, events[i].Hit!.Value.Start) >= GapBetweenClusters)
            {
                clusters.Add([]);
            }

            clusters[^1].Add(i);
        }

        var largest = clusters.Count == 0 ? 0 : clusters.Max(c => c.Count);
        return [.. clusters.Where(c => c.Count == largest || c.Count >= 3).SelectMany(c => c)];
    }

    /// <summary>两处之间整行的无关汉字数；依次往后问，所以从上次的地方接着数。</summary>
    private int ResidueBetween(int from, int to)
    {
        var lines = CollectionsMarshal.AsSpan(lexed.Lines);
        var residue = 0;
        while (_residueLine < lines.Length && lines[_residueLine].Start < from)
        {
            _residueLine++;
        }

        for (; _residueLine < lines.Length && lines[_residueLine].End <= to; _residueLine++)
        {
            residue += lines[_residueLine].Residue;
        }

        return residue;
    }

    /// <summary>同一行在次页重印标签：后一次的记号接在前一次之后。</summary>
    private static List<PrintedRow> Continued(List<PrintedRow> events, List<int> chain)
    {
        List<PrintedRow> rows = [];
        foreach (var i in chain)
        {
            var row = events[i];
            for (var j = i - 1; j >= 0 && events[j].Row == row.Row; j--)
            {
                row = row with { Tokens = [.. events[j].Tokens, .. row.Tokens] };
            }

            for (var j = i + 1; j < events.Count && (events[j].Row == row.Row || events[j].Row < 0); j++)
            {
                if (events[j].Row == row.Row)
                {
                    row = row with { Tokens = [.. row.Tokens, .. events[j].Tokens] };
                }
            }

            rows.Add(ReferenceEquals(row, events[i]) ? row : new PrintedRow(row.Row, row.Hit, row.Tokens));
        }

        return rows;
    }
}
