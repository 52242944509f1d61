using System.Runtime.InteropServices;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>
/// 表四所在的一节里，有时不止一张表：往年的、更正前的、别的口径的，前后还有用同样字眼的正文。
/// 这里把它们分开，只留下这份报告要的那一张；分不出时都留下，由读者说两可。
/// </summary>
internal sealed class RemediesFocus
{
    /// <summary>一行里的标签多到这样，是整张表印成了一行，不是正文。</summary>
    private const int MaximumProseLabels = 10;

    /// <summary>分不出的几张至多看这么多张；看到两张不同的已是两可。</summary>
    private const int MaximumTables = 8;

    /// <summary>表前的话至多往回看这么多字。</summary>
    private const int Lookback = 240;

    private const int FullWidth = 15;

    private readonly LexedTable _lexed;
    private readonly TableLabels _labels;
    private readonly int _start;
    private readonly int? _year;
    private readonly List<Part> _parts = [];
    private readonly HashSet<int> _foreign = [];

    private RemediesFocus(LexedTable lexed, TableLabels labels, int start, int? year) =>
        (_lexed, _labels, _start, _year) = (lexed, labels, start, year);

    /// <summary>一张候选的表。</summary>
    private sealed class Part(int start)
    {
        public int Start { get; } = start;

        public int End { get; set; } = int.MaxValue;

        public int LastContent { get; set; } = start;

        public int Contents { get; set; }

        public int Columns { get; set; }

        public HashSet<int> Blocks { get; } = [];

        public string Before { get; set; } = "";

        public bool Void { get; set; }

        public int? Year { get; set; }
    }

    /// <summary>留下的表，通常就是原样的一张。</summary>
    /// <param name="lexed">一节拆成的标签与记号。</param>
    /// <param name="labels">表四的标签。</param>
    /// <param name="start">这一节从哪里开始。</param>
    /// <param name="year">报告年度；不知道时为 null。</param>
    public static List<LexedTable> Find(LexedTable lexed, TableLabels labels, int start, int? year) =>
        lexed.Hits.Count == 0 || IsPlain(lexed, labels) ? [lexed] : new RemediesFocus(WithoutRules(lexed), labels, start, year).Run();

    /// <summary>绝大多数的表四：一个表头、十五个数，此外没有别的。</summary>
    private static bool IsPlain(LexedTable lexed, TableLabels labels)
    {
        var (blocks, columns) = (0, 0);
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(lexed.Hits))
        {
            var label = labels.All[hit.Label];
            blocks += label.Row >= 0 ? 1 : 0;
            columns += label.Column >= 0 ? 1 : 0;
        }

        if (blocks != 3 || columns != FullWidth)
        {
            return false;
        }

        var (contents, from) = (0, lexed.Hits[^1].End);
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(lexed.Tokens))
        {
            if (PrintedRow.IsContent(token))
            {
                contents++;
                if (token.Start < from || token.Kind is not TokenKind.Number)
                {
                    return false;
                }
            }
        }

        return contents == FullWidth;
    }

    /// <summary>用横线画的表框，一行只有长横线，不是空格的写法。</summary>
    private static LexedTable WithoutRules(LexedTable lexed)
    {
        if (!lexed.Tokens.Exists(IsRule))
        {
            return lexed;
        }

        var others = lexed.Tokens.Where(t => PrintedRow.IsContent(t) && !IsRule(t)).Select(t => t.Line).ToHashSet();
        return others.Count == 0 ? lexed : lexed with { Tokens = lexed.Tokens.FindAll(t => !IsRule(t) || others.Contains(t.Line)) };
    }

    private static bool IsRule(Token token) => token.Kind is TokenKind.Dash && token.End - token.Start >= 3;

    private List<LexedTable> Run()
    {
        FindForeignLines();
        Split();
        _parts.RemoveAll(p => p.Contents == 0);
        var chosen = _parts.Count > 1 ? Choose() : _parts;
        if (_foreign.Count == 0 && _parts.Count <= 1)
        {
            return [OneYear(_lexed)];
        }

        return [.. chosen.Take(MaximumTables).Select(p => OneYear(Within(p)))];
    }

    /// <summary>用了表里字眼的正文和别的口径的行，其中的数不是表里的数。</summary>
    private void FindForeignLines()
    {
        var hits = _lexed.Hits;
        var line = 0;
        for (var i = 0; i < hits.Count;)
        {
            while (line + 1 < _lexed.Lines.Count && _lexed.Lines[line + 1].Start <= hits[i].Start)
            {
                line++;
            }

            var first = i;
            var end = line + 1 < _lexed.Lines.Count ? _lexed.Lines[line + 1].Start : int.MaxValue;
            var alone = true;
            for (; i < hits.Count && hits[i].Start < end; i++)
            {
                alone &= IsAlone(i);
            }

            if (!alone && i - first < MaximumProseLabels && _lexed.Lines[line].Residue >= 2 && IsForeign(_lexed.Lines[line]))
            {
                _foreign.Add(line);
            }
        }
    }

    private bool IsForeign(LineInfo line)
    {
        var text = _lexed.Text.AsSpan(line.Start, line.End - line.Start);
        if (text.Length > 2_000)
        {
            return false;
        }

        var prose = line.Fields == 1 && text.IndexOfAny("，。；") >= 0;
        return (prose || RemedyRemarks.SayOtherScope(text)) && (prose || text.IndexOfAnyInRange('0', '9') >= 0);
    }

    private bool IsAlone(int hit)
    {
        var (text, hits) = (_lexed.Text, _lexed.Hits);
        var before = hits[hit].Start > 0 ? text[hits[hit].Start - 1] : '\n';
        var after = hits[hit].End < text.Length ? text[hits[hit].End] : '\n';
        return (CharKinds.Of(before) is not CharKind.Han || (hit > 0 && hits[hit - 1].End == hits[hit].Start))
            && (CharKinds.Of(after) is not CharKind.Han || (hit + 1 < hits.Count && hits[hit + 1].Start == hits[hit].End));
    }

    /// <summary>表头又从头印起，就是另一张表。</summary>
    private void Split()
    {
        Part? part = null;
        var (token, line, broken, end) = (0, 0, false, _start);
        for (var i = 0; i < _lexed.Hits.Count;)
        {
            // A header: labels with no content among them.
            List<Label> header = [];
            var first = _lexed.Hits[i].Start;
            for (; i < _lexed.Hits.Count; i++)
            {
                var hit = _lexed.Hits[i];
                while (line + 1 < _lexed.Lines.Count && _lexed.Lines[line + 1].Start <= hit.Start)
                {
                    line++;
                }

                if (_foreign.Contains(line))
                {
                    broken = true;
                    if (part is { Contents: 0 })
                    {
                        part = null;
                    }

                    if (header.Count > 0 && part is null or { Contents: > 0 })
                    {
                        header.Clear();
                    }

                    continue;
                }

                first = header.Count == 0 ? hit.Start : first;
                header.Add(_labels.All[hit.Label]);
                if (i + 1 == _lexed.Hits.Count || HasContent(ref token, hit.End, _lexed.Hits[i + 1].Start))
                {
                    i++;
                    break;
                }
            }

            if (header.Count == 0)
            {
                continue;
            }

            var columns = header.Count(l => l.Column >= 0);
            var blocks = header.FindAll(l => l.Row >= 0).ConvertAll(l => l.Row);
            if (part is null && !header.Exists(l => l.Row >= 0 || l.Column is 0 or 1 or 3))
            {
                continue;
            }

            if (part is null || (part.Contents > 0 && (IsFull(columns, blocks) || (columns > 1 && (blocks.Exists(part.Blocks.Contains) || (blocks.Count == 0 && (broken || part.Contents >= FullWidth)))))))
            {
                if (part is not null)
                {
                    part.End = end = part.LastContent;
                    if (part.Contents > 0 && IsAnotherReport(_lexed.Text.AsSpan(end, first - end)))
                    {
                        break;
                    }
                }

                var from = Math.Max(end, first - Lookback);
                part = new Part(first) { Before = _lexed.Text[Math.Min(from, first)..first] };
                _parts.Add(part);
            }

            part.Columns += columns;
            part.Blocks.UnionWith(blocks);
            Take(part, i < _lexed.Hits.Count ? _lexed.Hits[i].Start : int.MaxValue, ref token);
            broken = false;
        }
    }

    private static bool IsFull(int columns, List<int> blocks) => columns >= FullWidth && blocks.Distinct().Count() == 3;

    /// <summary>隔着另一份报告的标题：后面的是别人的表。</summary>
    private static bool IsAnotherReport(ReadOnlySpan<char> between) =>
        between.Contains("年度报告", StringComparison.Ordinal) && !RemedyRemarks.SayCorrected(between);

    private bool HasContent(ref int token, int from, int to)
    {
        var tokens = CollectionsMarshal.AsSpan(_lexed.Tokens);
        while (token < tokens.Length && tokens[token].Start < from)
        {
            token++;
        }

        for (var i = token; i < tokens.Length && tokens[i].Start < to; i++)
        {
            if (PrintedRow.IsContent(tokens[i]) && tokens[i].Kind is not TokenKind.Other && !_foreign.Contains(tokens[i].Line))
            {
                return true;
            }
        }

        return false;
    }

    private void Take(Part part, int to, ref int token)
    {
        for (; token < _lexed.Tokens.Count && _lexed.Tokens[token].Start < to; token++)
        {
            var content = _lexed.Tokens[token];
            if (content.Start >= part.Start && PrintedRow.IsContent(content) && content.Kind is not TokenKind.Other && !_foreign.Contains(content.Line))
            {
                part.Contents++;
                part.LastContent = content.End;
            }
        }
    }

    private List<Part> Choose()
    {
        for (var i = 0; i < _parts.Count; i++)
        {
            var before = _parts[i].Before;
            _parts[i].Year = RemedyRemarks.YearOf(before, _year);
            if (before.Contains("更正前", StringComparison.Ordinal) || (i == 0 && RemedyRemarks.SayWrong(before)))
            {
                _parts[i].Void = true;
            }
            else if (i > 0 && RemedyRemarks.SayCorrected(before))
            {
                _parts[..i].ForEach(p => p.Void = true);
            }
        }

        var chosen = Narrow(_parts, p => p.Blocks.Count == 3 || !_parts.Exists(o => o.Columns >= FullWidth && o.Blocks.Count == 3));
        chosen = Narrow(chosen, p => !p.Void);
        chosen = _year is null ? Narrow(chosen, p => p.Year == chosen.Max(o => o.Year))
            : chosen.Exists(p => p.Year == _year) ? chosen.FindAll(p => p.Year == _year)
            : Narrow(chosen, p => p.Year is null);
        chosen = Narrow(chosen, p => p.Blocks.Count == chosen.Max(o => o.Blocks.Count));
        return Narrow(chosen, p => Math.Min(p.Columns, FullWidth) == chosen.Max(o => Math.Min(o.Columns, FullWidth)));
    }

    private static List<Part> Narrow(List<Part> parts, Predicate<Part> wanted) =>
        parts.FindAll(wanted) is { Count: > 0 } some ? some : parts;

    private LexedTable Within(Part part)
    {
        bool Kept(int at) => at >= part.Start && at < part.End;
        return _lexed with
        {
            Hits = _lexed.Hits.FindAll(h => Kept(h.Start) && !_foreign.Contains(LineAt(h.Start))),
            Tokens = _lexed.Tokens.FindAll(t => Kept(t.Start) && !_foreign.Contains(t.Line)),
        };
    }

    private int LineAt(int at)
    {
        var (low, high) = (0, _lexed.Lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _lexed.Lines[middle].Start <= at ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>一年一行的表：只留报告年度的那一行。</summary>
    private LexedTable OneYear(LexedTable table)
    {
        if (table.Tokens.FindAll(t => PrintedRow.IsContent(t)) is not { Count: > FullWidth } contents)
        {
            return table;
        }

        List<(int Line, int Year)> rows = [];
        foreach (var line in contents.Select(t => t.Line).Distinct())
        {
            var number = contents.FindIndex(t => t.Line == line && t.Kind is not TokenKind.Other);
            var start = _lexed.Lines[line].Start;
            if (number >= 0 && contents[number].Start - start <= 20 && RemedyRemarks.YearOf(_lexed.Text.AsSpan(start, contents[number].Start - start), _year) is { } year)
            {
                rows.Add((line, year));
            }
        }

        var wanted = _year ?? (rows.Count > 0 ? rows.Max(r => r.Year) : 0);
        return rows.Count > 1 && rows.Count(r => r.Year == wanted) == 1
            ? table with { Tokens = table.Tokens.FindAll(t => !rows.Exists(r => r.Line == t.Line && (r.Year != wanted || t.Kind is TokenKind.Other))) }
            : table;
    }
}
