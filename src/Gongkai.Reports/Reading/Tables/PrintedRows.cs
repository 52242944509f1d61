using System.Runtime.InteropServices;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>
/// 从标签与记号中认出表的各行：行的次序是格式定死的，所以取最长的一串次序递增的标签，
/// 其余（正文里偶然出现的词、重复的表头）不算。
/// </summary>
internal sealed class PrintedRows
{
    /// <summary>两行之间隔着这么多无关的汉字，就不再是同一张表，除非两边都成片。</summary>
    private const int GapBetweenClusters = 16;

    /// <summary>行标签的个数限度：再多就不是一张表了。</summary>
    private const int MaximumEvents = 600;

    private readonly LexedTable _lexed;
    private readonly TableLabels _labels;
    private readonly int _width;
    private readonly string _text;
    private int _residueLine;

    private PrintedRows(LexedTable lexed, TableLabels labels, int width) =>
        (_lexed, _labels, _width, _text) = (lexed, labels, width, lexed.Text);

    /// <summary>印出的各行，按格式的次序。</summary>
    public List<PrintedRow> Rows { get; private set; } = [];

    /// <summary>第一行之前印出的列标签，按先后。</summary>
    public List<(int Column, LabelHit Hit)> Header { get; private set; } = [];

    /// <summary>表内略过了页码、页眉之类。</summary>
    public bool HasFurniture { get; private set; }

    /// <summary>表从哪里起：第一个列标签或行标签。</summary>
    public int Start { get; private set; }

    /// <summary>表到哪里止。</summary>
    public int End { get; private set; }

    /// <summary>一段文字里的这张表；同样的表印了几张（去年的、作废的、分列印的）就有几份，按先后。</summary>
    /// <param name="lexed">拆好的标签与记号。</param>
    /// <param name="labels">这张表的标签。</param>
    /// <param name="width">一行满时有几格，用来判断哪一串标签后面跟着数。</param>
    public static List<PrintedRows> FindAll(LexedTable lexed, TableLabels labels, int width)
    {
        List<(int, LabelHit)> header = [];
        var events = new PrintedRows(lexed, labels, width).Events(header);
        List<PrintedRows> tables = [];
        if (events.Count > MaximumEvents)
        {
            return tables;
        }

        var from = 0;
        var last = 0;
        foreach (var stop in TableCopies.Restarts(events, labels.Rows.Count))
        {
            var table = new PrintedRows(lexed, labels, width);
            table.Read(events.GetRange(from, stop - from), header, last);
            if (table.Rows.Count > 0)
            {
                tables.Add(table);
                last = table.End;
            }

            from = stop;
        }

        var most = tables.Count == 0 ? 0 : tables.Max(t => t.Rows.Count);
        tables.RemoveAll(t => t.Rows.Count * 10 < most * 6);

        // A sentence may name every row; a table has its labels alone on their lines or in their cells.
        if (tables.Count > 1 && tables.Exists(t => t.IsTabular) && !tables.TrueForAll(t => t.IsTabular))
        {
            tables.RemoveAll(t => !t.IsTabular);
        }

        return tables;
    }

    private void Read(List<PrintedRow> events, List<(int Column, LabelHit Hit)> header, int after)
    {
        Rows = Merge(Chain(events));
        if (Rows.Count == 0)
        {
            return;
        }

        var from = Rows.Min(r => r.Hit!.Value.Start);
        var last = Rows.MaxBy(r => r.Hit!.Value.Start)!;
        End = last.Tokens.Count > 0 ? last.Tokens[^1].End : last.Hit!.Value.End;
        HasFurniture = _lexed.HasFurniture && _lexed.Lines.Exists(l => l.Furniture && l.Start > from && l.Start < End);
        Header = header.FindAll(h => h.Hit.Start < from && h.Hit.Start >= after);
        Start = Header.Count > 0 ? Header[0].Hit.Start : from;
    }

    /// <summary>各个行标签及其后的记号；「其他」「总计」是行是列，看序号和同一串里有没有别的列标签。</summary>
    private List<PrintedRow> Events(List<(int Column, LabelHit Hit)> header)
    {
        List<PrintedRow> events = [];
        var hits = _lexed.Hits;
        var tokens = _lexed.Tokens;
        var token = 0;
        for (var i = 0; i < hits.Count;)
        {
            var run = i + 1;
            while (run < hits.Count && !ContentBetween(hits[run - 1].End, hits[run].Start, token))
            {
                run++;
            }

            var columns = Columns(i, run);
            var before = events.Count;
            for (; i < run; i++)
            {
                var label = _labels.All[hits[i].Label];
                var stop = i + 1 < hits.Count ? hits[i + 1].Start : int.MaxValue;
                while (token < tokens.Count && tokens[token].Start < hits[i].Start)
                {
                    token++;
                }

                var first = token;
                while (token < tokens.Count && tokens[token].Start < stop)
                {
                    token++;
                }

                if (label.Row >= 0 && (label.Column < 0 || ((!(columns || RowFollows(i, run, label.Row)) || Numbered(hits[i], label.Row)) && !Touches(hits[i]))))
                {
                    events.Add(new PrintedRow(label.Row, hits[i], tokens.GetRange(first, token - first)));
                }
                else
                {
                    if (label.Column >= 0 && !Touches(hits[i]) && (label.Text != "小计" || i == 0 || hits[i - 1].End != hits[i].Start))
                    {
                        header.Add((label.Column, hits[i]));
                    }

                    if (events.Count > before && token > first)
                    {
                        var row = events[^1];
                        events[^1] = new PrintedRow(row.Row, row.Hit, [.. row.Tokens, .. tokens.GetRange(first, token - first)]);
                    }
                    else if (events.Count > 0 && label.Use is LabelUse.Caption && token > first)
                    {
                        events.Add(new PrintedRow(-1, hits[i], tokens.GetRange(first, token - first)));
                    }
                }
            }
        }

        return events;
    }

    private bool ContentBetween(int from, int to, int token)
    {
        for (var i = token; i < _lexed.Tokens.Count && _lexed.Tokens[i].Start < to; i++)
        {
            if (_lexed.Tokens[i].Start >= from && _lexed.Tokens[i].Kind is not TokenKind.Other && PrintedRow.IsContent(_lexed.Tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>同一串里后面还有次序在前的行：这个「总计」「其他」是表头上的列。</summary>
    private bool RowFollows(int at, int to, int row)
    {
        for (var i = at + 1; i < to; i++)
        {
            var next = _labels.All[_lexed.Hits[i].Label];
            if (next is { Row: >= 0, Column: < 0 } && next.Row < row)
            {
                return true;
            }
        }

        return false;
    }

    private bool Columns(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var label = _labels.All[_lexed.Hits[i].Label];
            if (label is { Row: < 0, Column: >= 0 } || label.Text is "申请人情况" or "法人或其他组织")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>标签前面印着它自己的序号：「3.其他」「（七）总计」。</summary>
    private bool Numbered(LabelHit hit, int row)
    {
        var text = _text;
        var at = hit.Start - 1;
        while (at >= 0 && hit.Start - at < 8 && CharKinds.Of(text[at]) is CharKind.Space or CharKind.Dot or CharKind.Close or CharKind.Newline)
        {
            at--;
        }

        return at >= 0 && hit.Start - at > 1
            && (_labels.Ordinals[row] is var n and > 0 ? CharKinds.Of(text[at]) is CharKind.Digit && CharKinds.DigitValue(text[at]) == n : text[at] is '七' or '六');
    }


    /// <summary>次序严格递增、分量最重的一串。</summary>
    private List<PrintedRow> Chain(List<PrintedRow> events)
    {
        var best = new (int Weight, int Previous)[events.Count];
        var end = -1;
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Row < 0)
            {
                continue;
            }

            var weight = Weight(events[i]);
            best[i] = (weight, -1);
            for (var j = 0; j < i; j++)
            {
                if (events[j].Row >= 0 && events[j].Row < events[i].Row && best[j].Weight + weight > best[i].Weight)
                {
                    best[i] = (best[j].Weight + weight, j);
                }
            }

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
            if (row.Row >= 0 && !have.Contains(row.Row) && row.Contents > 0 && (row.Contents == usual || row.Contents == _width || _labels.Table is ReportTable.Proactive)
                && row.Hit is { Approximate: false } hit && !Touches(hit) && IsCleanLine(hit.Start) && Near(events, chain, hit.Start))
            {
                have.Add(row.Row);
                all.Add(i);
            }
        }

        all.Sort();
        return all;
    }

    /// <summary>多数行的标签所在的行没有别的话。</summary>
    private bool IsTabular => Rows.Count(r => r.Hit is { } hit && IsCleanLine(hit.Start)) * 10 >= Rows.Count * 7;

    private bool IsCleanLine(int offset)
    {
        var line = _lexed.Lines.FindIndex(l => l.Start <= offset && offset < l.End);
        return line >= 0 && _lexed.Lines[line].Residue == 0;
    }

    private static bool Near(List<PrintedRow> events, List<int> chain, int offset)
    {
        var (first, last) = (events[chain[0]].Hit!.Value.Start, events[chain[^1]].Hit!.Value.End);
        return offset > first - 400 && offset < last + 600;
    }

    private int Weight(PrintedRow row)
    {
        var hit = row.Hit!.Value;
        var weight = hit.Approximate ? 2 : _labels.All[hit.Label].Official ? 6 : 4;
        weight += Touches(hit) ? -3 : 0;
        return weight + (row.Contents == _width ? 8 : row.Contents > 0 ? 4 : 0);
    }

    /// <summary>紧挨着别的汉字：多半是正文里的词。</summary>
    private bool Touches(LabelHit hit)
    {
        var before = hit.Start > 0 ? _text[hit.Start - 1] : '\n';
        var after = hit.End < _text.Length ? _text[hit.End] : '\n';
        return (CharKinds.Of(before) is CharKind.Han && !LabelScanner.IsNumeral(before) && !IsHit(hit.Start - 1))
            || (CharKinds.Of(after) is CharKind.Han && !LabelScanner.IsNumeral(after) && !IsHit(hit.End));
    }

    /// <summary>某处在一个标签之内；标签按先后排好，所以折半找。</summary>
    private bool IsHit(int offset)
    {
        var hits = CollectionsMarshal.AsSpan(_lexed.Hits);
        var (low, high) = (0, hits.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = hits[middle].End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low < hits.Length && hits[low].Start <= offset;
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
        var lines = CollectionsMarshal.AsSpan(_lexed.Lines);
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

            rows.Add(new PrintedRow(row.Row, row.Hit, row.Tokens));
        }

        return rows;
    }

    /// <summary>末行之后的正文不是表：遇到无关的话就止住。</summary>
    private List<PrintedRow> Merge(List<PrintedRow> rows)
    {
        if (rows.Count > 0)
        {
            var last = rows.MaxBy(r => r.Hit!.Value.Start)!;
            var stop = _lexed.Lines.FindIndex(l => l.Start > last.Hit!.Value.Start && l.Residue >= 2 && !l.HasLabel);
            if (stop >= 0)
            {
                var end = _lexed.Lines[stop].Start;
                rows[rows.IndexOf(last)] = new PrintedRow(last.Row, last.Hit, [.. last.Tokens.Where(t => t.Start < end)]);
            }
        }

        return rows;
    }
}
