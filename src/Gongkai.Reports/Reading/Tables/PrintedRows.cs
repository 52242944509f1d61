using System.Runtime.InteropServices;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>
/// 从标签与记号中认出表的各行：行的次序是格式定死的，所以取最长的一串次序递增的标签，
/// 其余（正文里偶然出现的词、重复的表头）不算。
/// </summary>
internal sealed class PrintedRows
{
    /// <summary>行标签的个数限度：再多就不是一张表了。</summary>
    private const int MaximumEvents = 600;

    private readonly LexedTable _lexed;
    private readonly TableLabels _labels;
    private readonly int _width;
    private readonly string _text;
    private readonly LabelNeighbours _neighbours;

    private PrintedRows(LexedTable lexed, TableLabels labels, int width) =>
        (_lexed, _labels, _width, _text, _neighbours) = (lexed, labels, width, lexed.Text, new LabelNeighbours(lexed));

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
        foreach (var stop in TableCopies.Restarts(events, labels.Rows.Length))
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
        Rows = Merge(new RowChain(_lexed, _labels, _width).Find(events));
        if (Rows.Count == 0)
        {
            return;
        }

        var from = int.MaxValue;
        foreach (var row in Rows)
        {
            from = Math.Min(from, row.Hit!.Value.Start);
        }

        var last = Rows[Last(Rows)];
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
        var tokens = CollectionsMarshal.AsSpan(_lexed.Tokens);
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
                while (token < tokens.Length && tokens[token].Start < hits[i].Start)
                {
                    token++;
                }

                var first = token;
                while (token < tokens.Length && tokens[token].Start < stop)
                {
                    token++;
                }

                if (label.Row >= 0 && (label.Column < 0 || ((!(columns || RowFollows(i, run, label.Row)) || Numbered(hits[i], label.Row)) && !_neighbours.Touch(hits[i]))))
                {
                    events.Add(new PrintedRow(label.Row, hits[i], _lexed.Tokens.GetRange(first, token - first)));
                }
                else
                {
                    if (label.Column >= 0 && !_neighbours.Touch(hits[i]) && (label.Text != "小计" || i == 0 || hits[i - 1].End != hits[i].Start))
                    {
                        header.Add((label.Column, hits[i]));
                    }

                    if (events.Count > before && token > first)
                    {
                        var row = events[^1];
                        events[^1] = new PrintedRow(row.Row, row.Hit, [.. row.Tokens, .. _lexed.Tokens.GetRange(first, token - first)]);
                    }
                    else if (events.Count > 0 && label.Use is LabelUse.Caption && token > first)
                    {
                        events.Add(new PrintedRow(-1, hits[i], _lexed.Tokens.GetRange(first, token - first)));
                    }
                }
            }
        }

        return events;
    }

    private bool ContentBetween(int from, int to, int token)
    {
        var tokens = CollectionsMarshal.AsSpan(_lexed.Tokens);
        for (var i = token; i < tokens.Length && tokens[i].Start < to; i++)
        {
            if (tokens[i].Start >= from && tokens[i].Kind is not TokenKind.Other && PrintedRow.IsContent(tokens[i]))
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

    /// <summary>多数行的标签所在的行没有别的话。</summary>
    private bool IsTabular => Rows.Count(r => r.Hit is { } hit && _neighbours.HaveLineToThemselves(hit.Start)) * 10 >= Rows.Count * 7;

    /// <summary>末行之后的正文不是表：遇到无关的话就止住。</summary>
    private List<PrintedRow> Merge(List<PrintedRow> rows)
    {
        if (rows.Count == 0)
        {
            return rows;
        }

        var at = Last(rows);
        var last = rows[at];
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(_lexed.Lines))
        {
            if (line.Start > last.Hit!.Value.Start && line.Residue >= 2 && !line.HasLabel)
            {
                var end = line.Start;
                rows[at] = new PrintedRow(last.Row, last.Hit, last.Tokens.FindAll(t => t.Start < end));
                break;
            }
        }

        return rows;
    }

    /// <summary>印在最后的一行；次序与格式不同的表里，它不是末一行。</summary>
    private static int Last(List<PrintedRow> rows)
    {
        var last = 0;
        for (var i = 1; i < rows.Count; i++)
        {
            last = rows[i].Hit!.Value.Start > rows[last].Hit!.Value.Start ? i : last;
        }

        return last;
    }
}
