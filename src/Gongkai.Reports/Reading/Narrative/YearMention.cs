using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Reading.Narrative;

/// <summary>正文里的一个年份：2023年、二〇二三年、2023全年。</summary>
/// <param name="Start">起点。</param>
/// <param name="End">终点（不含），在「年」与紧接的「度」之后。</param>
/// <param name="Year">年份。</param>
internal readonly record struct YearMention(int Start, int End, int Year)
{
    private const int Most = 2_000;

    /// <summary>按先后找全部年份；太多时只取前面的。</summary>
    public static YearMention[] FindAll(string letters)
    {
        List<YearMention> found = [];
        for (var at = letters.IndexOf('年', StringComparison.Ordinal); at >= 0 && found.Count < Most; at = letters.IndexOf('年', at + 1))
        {
            var end = at > 0 && letters[at - 1] == '全' ? at - 1 : at;
            if (ReadBack(letters, end) is { } year)
            {
                var next = at + 1;
                found.Add(new YearMention(end - 4, next < letters.Length && letters[next] == '度' ? next + 1 : next, year));
            }
        }

        return [.. found];
    }

    private static int? ReadBack(string letters, int end)
    {
        if (end < 4 || PrintedDate.Digit(letters[end - 4]) != 2 || (end > 4 && char.IsAsciiDigit(letters[end - 5])))
        {
            return null;
        }

        var year = 0;
        for (var i = end - 4; i < end; i++)
        {
            var digit = PrintedDate.Digit(letters[i]);
            if (digit < 0)
            {
                return null;
            }

            year = (year * 10) + digit;
        }

        return year is >= 2000 and <= 2099 ? year : null;
    }
}
