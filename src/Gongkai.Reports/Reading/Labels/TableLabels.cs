using System.Collections.Frozen;
using System.Numerics;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Reading.Labels;

/// <summary>标签的用处。</summary>
[Flags]
internal enum LabelUse
{
    /// <summary>分组或表头上的话，不带数。</summary>
    Caption = 0,

    /// <summary>一行。</summary>
    Row = 1,

    /// <summary>一列。</summary>
    Column = 2,
}

/// <summary>一个标签：可能是行，可能是列，也可能两者都是（「其他」「总计」）。</summary>
/// <param name="Text">折叠成汉字的写法。</param>
/// <param name="Use">用处。</param>
/// <param name="Row">行在 <see cref="TableLabels.Rows"/> 中的次序；不是行时为 -1。</param>
/// <param name="Column">列在 <see cref="TableLabels.Columns"/> 中的次序；不是列时为 -1。</param>
/// <param name="Official">官方写法，用来判断印得是否走样。</param>
internal sealed record Label(string Text, LabelUse Use, int Row, int Column, bool Official)
{
    /// <summary>各字的散列位，用来快速排除不相近的标签。</summary>
    public ulong Bag { get; } = BagOf(Text);

    public static ulong BagOf(ReadOnlySpan<char> text)
    {
        ulong bag = 0;
        foreach (var c in text)
        {
            bag |= 1UL << ((c * 40503) >> 8 & 63);
        }

        return bag;
    }
}

/// <summary>一张表的全部标签，合两版格式。</summary>
internal sealed class TableLabels
{
    private static readonly string[] RequestCaptions =
        ["申请人情况", "法人或其他组织", "法人或者其他组织", "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和", "本列数据的勾稽关系为", "第一项加第二项之和", "等于第三项加第四项之和", "办理结果"];

    private static readonly string[] ProactiveCaptions =
        ["信息内容", "第二十条第一项", "第二十条第五项", "第二十条第六项", "第二十条第八项", "第二十条第九项", "单位万元", "单位元", "单位件", "合计", "小计", "总计"];

    private static readonly string[] RemedyCaptions = ["行政诉讼"];

    private TableLabels(ReportTable table, IEnumerable<string> captions)
    {
        Table = table;
        Rows = Union(f => f[table].Rows.Select(r => (r.Id, r.Label, r.Aliases)));
        Columns = Union(f => f[table].Columns.Select(c => (c.Id, c.Label, c.Aliases)));
        Dictionary<string, Label> byText = [];
        foreach (var caption in captions)
        {
            byText.TryAdd(caption, new Label(caption, LabelUse.Caption, -1, -1, true));
        }

        foreach (var (text, row, official) in Rows.SelectMany((r, i) => r.Texts.Select((t, n) => (t, i, n == 0))))
        {
            byText[text] = new Label(text, LabelUse.Row, row, -1, official);
        }

        foreach (var (text, column, official) in Columns.SelectMany((c, i) => c.Texts.Select((t, n) => (t, i, n == 0))))
        {
            byText[text] = byText.TryGetValue(text, out var same) && same.Use.HasFlag(LabelUse.Row)
                ? same with { Use = LabelUse.Row | LabelUse.Column, Column = column }
                : new Label(text, LabelUse.Column, -1, column, official);
        }

        All = [.. byText.Values];
        Trie = new LabelTrie(All.Select((l, i) => (l.Text, i)));
        RowIndex = Rows.Select((r, i) => (r.Id, i)).ToFrozenDictionary(r => r.Id, r => r.i);
        Ordinals = [.. Rows.Select(r => r.Ordinal)];
    }

    public static TableLabels Proactive { get; } = new(ReportTable.Proactive, ProactiveCaptions);

    public static TableLabels Requests { get; } = new(ReportTable.Requests, [.. RequestCaptions, .. ReportForms.ResultGroups]);

    public static TableLabels Remedies { get; } = new(ReportTable.Remedies, RemedyCaptions);

    public ReportTable Table { get; }

    /// <summary>两版格式的行，合在一起，次序与印出的一致。</summary>
    public (string Id, string[] Texts, int Ordinal)[] Rows { get; }

    public (string Id, string[] Texts, int Ordinal)[] Columns { get; }

    public Label[] All { get; }

    public LabelTrie Trie { get; }

    public FrozenDictionary<string, int> RowIndex { get; }

    /// <summary>各行标签自带的数字序号，如「1.属于国家秘密」为 1；没有时为 0。</summary>
    public int[] Ordinals { get; }

    /// <summary>折叠：只留汉字，简化，去掉开头的序号（一、（三）等）。</summary>
    public static string Fold(string label)
    {
        var start = 0;
        for (var i = 0; i < label.Length && i < 5; i++)
        {
            if (label[i] is '、' or '.' or '）' or ')')
            {
                start = i + 1;
                break;
            }
        }

        return string.Concat(label[start..].Select(HanFold.Fold).Where(c => CharKinds.Of(c) is CharKind.Han));
    }

    /// <summary>与印出的文字最相近的标签；不够近或不止一个时为 -1。</summary>
    public int Nearest(ReadOnlySpan<char> text)
    {
        if (text.Length is < 3 or > 48)
        {
            return -1;
        }

        var bag = Label.BagOf(text);
        var best = (Label: -1, Distance: int.MaxValue, Tie: false);
        for (var i = 0; i < All.Length; i++)
        {
            var label = All[i];
            var common = BitOperations.PopCount(bag & label.Bag);
            if (label.Text.Length < 4 || common * 10 < BitOperations.PopCount(bag) * 6)
            {
                continue;
            }

            var allowed = Math.Min(best.Distance, IsSubsequence(text, label.Text) && text.Length * 2 >= label.Text.Length
                ? label.Text.Length
                : Math.Max(1, label.Text.Length * 3 / 10));

            // Every letter of one that the other lacks is a fault: most labels need no more than this.
            var strange = Math.Max(BitOperations.PopCount(bag & ~label.Bag), BitOperations.PopCount(label.Bag & ~bag));
            if (Math.Max(strange, Math.Abs(text.Length - label.Text.Length)) > allowed)
            {
                continue;
            }

            var distance = Distance(text, label.Text);
            if (distance > allowed)
            {
                continue;
            }

            var same = best.Label >= 0 && (All[best.Label].Row, All[best.Label].Column) == (label.Row, label.Column);
            best = distance < best.Distance ? (i, distance, false) : (best.Label, distance, best.Tie || !same);
        }

        return best.Tie ? -1 : best.Label;
    }

    private static bool IsSubsequence(ReadOnlySpan<char> part, string whole)
    {
        var at = 0;
        foreach (var c in whole)
        {
            if (at < part.Length && part[at] == c)
            {
                at++;
            }
        }

        return at == part.Length;
    }

    private static int Distance(ReadOnlySpan<char> a, string b)
    {
        Span<int> row = stackalloc int[64];
        if (b.Length >= row.Length)
        {
            return int.MaxValue;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[b.Length];
    }

    private static (string Id, string[] Texts, int Ordinal)[] Union(Func<ReportForm, IEnumerable<(string Id, string Label, IReadOnlyList<string> Aliases)>> select)
    {
        List<(string Id, List<string> Texts, int Ordinal)> all = [];
        foreach (var form in ReportForms.All)
        {
            var at = -1;
            foreach (var (id, label, aliases) in select(form))
            {
                var index = all.FindIndex(a => a.Id == id);
                if (index < 0)
                {
                    index = at + 1;
                    all.Insert(index, (id, [], label.Length > 1 && label[1] == '.' && char.IsAsciiDigit(label[0]) ? label[0] - '0' : 0));
                }

                at = index;
                all[index].Texts.AddRange([Fold(label), .. aliases.Select(Fold)]);
            }
        }

        return [.. all.Select(a => (a.Id, a.Texts.Distinct().ToArray(), a.Ordinal))];
    }
}
