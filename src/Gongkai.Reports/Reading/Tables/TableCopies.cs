using System.Globalization;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>同一张表印了几遍时取哪一遍：看表前的一句话说的是哪一年、作不作数。</summary>
internal static class TableCopies
{
    /// <summary>表前看这么多字符。</summary>
    private const int Reach = 100;

    private static readonly string[] Void = ["作废", "更正前", "有误", "仅供参考", "供对比", "供参考", "原表", "废止", "错误", "上一年", "上年度", "去年", "系统"];
    private static readonly string[] Valid = ["更正后", "更正如下", "更正为", "为准", "现更正", "订正", "本年度情况", "本机关情况"];
    private static readonly string[] Backwards = ["以上", "上表", "前表", "上述"];

    /// <summary>哪一遍作数；看不出为 -1。</summary>
    /// <param name="text">摊平的文字。</param>
    /// <param name="start">这一段的起点。</param>
    /// <param name="tables">各遍的起止，按先后。</param>
    /// <param name="year">报告年度。</param>
    public static int Preferred(string text, int start, IReadOnlyList<(int Start, int End)> tables, int? year)
    {
        var scores = new int[tables.Count];
        for (var i = 0; i < tables.Count; i++)
        {
            var from = Math.Max(i == 0 ? start - Reach : tables[i - 1].End, tables[i].Start - Reach);
            var before = text.AsSpan(Math.Max(0, from), Math.Max(0, tables[i].Start - Math.Max(0, from)));
            var backwards = i > 0 && Holds(before, Backwards);
            scores[i] += Holds(before, Valid) ? 2 : 0;
            scores[backwards ? i - 1 : i] -= Holds(before, Void) ? 2 : 0;
            scores[i] += Years(before, year);
        }

        var best = Array.IndexOf(scores, scores.Max());
        return scores.Count(s => s == scores[best]) == 1 ? best : -1;
    }

    /// <summary>前几行里的一行印过又印，而中间已到过后几行：另起一张表。</summary>
    public static List<int> Restarts(List<PrintedRow> events, int rows)
    {
        List<int> stops = [];
        var seen = 0UL;
        var most = -1;
        for (var i = 0; i < events.Count; i++)
        {
            var row = events[i].Row;
            if (row < 0 || events[i].Contents == 0)
            {
                continue;
            }

            if (row * 4 <= rows && most * 3 >= rows * 2 && (seen & (1UL << row)) != 0 && events[i - 1].Row != row)
            {
                // Rows just before, in rising order, belong to the table that starts here.
                var start = i;
                while (start > 0 && events[start - 1].Row >= 0 && events[start - 1].Row < events[start].Row)
                {
                    start--;
                }

                stops.Add(start);
                seen = 0;
                most = -1;
            }

            seen |= 1UL << row;
            most = Math.Max(most, row);
        }

        stops.Add(events.Count);
        return stops;
    }

    private static bool Holds(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>说到报告年度加分，只说到别的年份减分。</summary>
    private static int Years(ReadOnlySpan<char> text, int? year)
    {
        var (own, other) = (false, false);
        for (var at = text.IndexOf('年'); at >= 0;)
        {
            if (at >= 4 && int.TryParse(text.Slice(at - 4, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var printed) && printed is > 2000 and < 2100)
            {
                own |= printed == year;
                other |= printed != year;
            }

            var next = text[(at + 1)..].IndexOf('年');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return year is null ? 0 : own ? 3 : other ? -3 : 0;
    }
}
