using System.Collections.Frozen;

namespace Gongkai.Reports.Reading.Facts;

/// <summary>六个部分标题的各种写法，折叠并按首字排好；来自各版格式的数据。</summary>
internal static class HeadingAliases
{
    /// <summary>最长的写法有几个字。</summary>
    public static readonly int Longest;

    private static readonly FrozenDictionary<char, Alias[]> ByFirst;

    // Whether an alias begins with two letters, hashed: a few others pass too.
    private static readonly bool[] Beginnings = new bool[4_096];
    private static readonly Alias[][] BySection;

    // What a heading worded like no alias must still say, by section.
    private static readonly string[][][] Gist =
    [
        [["总体", "情况"], ["基本", "情况"], ["概述"], ["概况"], ["工作总体"]],
        [["主动公开", "情况"], ["主动公开", "信息"]],
        [["申请", "公开", "情况"], ["信息公开", "申请"]],
        [["复议", "诉讼"], ["复议", "情况"], ["诉讼", "情况"]],
        [["问题", "改进"], ["问题", "措施"], ["问题", "打算"], ["问题", "下一步"], ["问题", "不足"], ["不足", "改进"]],
        [["其他", "事项"], ["其它", "事项"], ["需要", "报告", "事项"], ["需要", "说明", "事项"]],
    ];

    // By section, letters of which each of the above has at least one, and rows of the tables seldom any.
    private static readonly string[] GistKeys = ["况概体", "动", "请", "议讼", "题足", "事"];

    static HeadingAliases()
    {
        Alias[] all =
        [
            .. ReportForms.All
                .SelectMany(f => f.Sections)
                .SelectMany(s => s.Aliases.Append(WithoutNumber(s.Heading)), (s, alias) => (s.Number, Text: Glyphs.Folded(alias)))
                .Distinct()
                .Select(a => new Alias(a.Number, a.Text, Mask(a.Text))),
        ];
        ByFirst = all.GroupBy(a => a.Text[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(a => a.Text.Length).ToArray());
        BySection = [.. Enumerable.Range(1, 6).Select(n => all.Where(a => a.Section == n).ToArray())];
        Longest = all.Max(a => a.Text.Length);
        foreach (var alias in all)
        {
            Beginnings[Hash(alias.Text[0], alias.Text[1])] = true;
        }
    }

    /// <summary>各部分的写法里用到的字。</summary>
    public static IEnumerable<(int Section, char Letter)> Letters => BySection.SelectMany(s => s).SelectMany(a => a.Text, (a, c) => (a.Section, c));

    /// <summary>没有见过的写法也必有其一的字，按部分。</summary>
    public static IEnumerable<(int Section, char Letter)> GistLetters => GistKeys.SelectMany((keys, i) => keys.Select(c => (i + 1, c)));

    /// <summary>一个部分的各种写法，已折叠。</summary>
    public static IEnumerable<string> Of(int section) => BySection[section - 1].Select(a => a.Text);

    /// <summary>或许有写法以这两个字开头；为否时一定没有。</summary>
    public static bool MayBegin(char first, char second) => Beginnings[Hash(first, second)];

    /// <summary>写法可能的首字。</summary>
    public static IEnumerable<char> FirstLetters => ByFirst.Keys;

    /// <summary>开头正是某个写法：取最长的。</summary>
    public static bool TryExact(ReadOnlySpan<char> letters, out int section, out int length)
    {
        (section, length) = (0, 0);
        if (letters.IsEmpty || !ByFirst.TryGetValue(letters[0], out var aliases))
        {
            return false;
        }

        foreach (var alias in aliases)
        {
            if (letters.StartsWith(alias.Text))
            {
                (section, length) = (alias.Section, alias.Text.Length);
                return true;
            }
        }

        return false;
    }

    /// <summary>整行与这一部分的某个写法只差五分之一以内的字。</summary>
    public static bool IsNear(int section, ReadOnlySpan<char> line)
    {
        var mask = Mask(line);
        foreach (var alias in BySection[section - 1])
        {
            var edits = alias.Text.Length / 5;
            if (edits > 0
                && Math.Abs(alias.Text.Length - line.Length) <= edits
                && System.Numerics.BitOperations.PopCount(alias.Mask & ~mask) <= edits
                && Distance(alias.Text, line, edits) <= edits)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>整行说的是这一部分，只是写法没有见过。</summary>
    public static bool HasGist(int section, ReadOnlySpan<char> line)
    {
        foreach (var words in Gist[section - 1])
        {
            var all = true;
            foreach (var word in words)
            {
                all &= line.IndexOf(word) >= 0;
            }

            if (all)
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutNumber(string heading) => heading[(heading.IndexOf('、', StringComparison.Ordinal) + 1)..];

    private static int Hash(char first, char second) => ((first * 31) ^ second) & 4_095;

    private static ulong Mask(ReadOnlySpan<char> letters)
    {
        ulong mask = 0;
        foreach (var c in letters)
        {
            mask |= 1UL << ((c ^ (c >> 6)) & 63);
        }

        return mask;
    }

    private static int Distance(string a, ReadOnlySpan<char> b, int limit)
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
            var (diagonal, least) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > limit)
            {
                return least;
            }
        }

        return row[b.Length];
    }

    private sealed record Alias(int Section, string Text, ulong Mask);
}
