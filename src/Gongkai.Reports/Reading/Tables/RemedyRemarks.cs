using System.Buffers;
using System.Globalization;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>表四前后的话：说的是哪一年、什么口径，作不作数。</summary>
internal static class RemedyRemarks
{
    // 「以下表为准」：其间至多这么多字。
    private const string Prevails = "为准";
    private const int MostBeforePrevails = 4;

    private static readonly SearchValues<string> OtherScopes = SearchValues.Create(
        ["全部", "全系统", "全市", "全区", "全县", "全省", "全州", "全镇", "全乡", "非政府信息", "非信息公开", "累计", "历年", "以来"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Wrong = SearchValues.Create(["作废", "有误", "原表", "更正前"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Corrected = SearchValues.Create(["更正", "订正", "勘误", "有误", "作废"], StringComparison.Ordinal);

    /// <summary>说的是别的口径：全县的、历年的、与政府信息公开无关的。</summary>
    public static bool SayOtherScope(ReadOnlySpan<char> text) => text.ContainsAny(OtherScopes);

    /// <summary>说这张表不作数。</summary>
    public static bool SayWrong(ReadOnlySpan<char> text) => text.ContainsAny(Wrong);

    /// <summary>说下面的表是更正过的。</summary>
    public static bool SayCorrected(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Corrected))
        {
            return true;
        }

        for (var from = 0; text[from..].IndexOf(Prevails) is >= 0 and var next; from += next + Prevails.Length)
        {
            if (NamesThisTable(text[..(from + next)]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>最后说到的年份；没有说时为 null。</summary>
    /// <param name="text">表前的话。</param>
    /// <param name="year">报告年度，「本年」「上年」由此算；不知道时为 null。</param>
    public static int? YearOf(ReadOnlySpan<char> text, int? year)
    {
        for (; text.LastIndexOf('年') is >= 0 and var at; text = text[..at])
        {
            var before = text[..at];
            var number = before.TrimEnd();
            if (number is [.., '2', '0', >= '0' and <= '9', >= '0' and <= '9'] && !(number.Length > 4 && char.IsDigit(number[^5])))
            {
                return int.Parse(number[^4..], NumberStyles.None, CultureInfo.InvariantCulture);
            }

            if (before is [.., '上' or '去'] or [.., '上', '一'])
            {
                return year - 1;
            }

            if (before is [.., '本' or '今'])
            {
                return year;
            }
        }

        return null;
    }

    private static bool NamesThisTable(ReadOnlySpan<char> before)
    {
        for (var letters = 0; letters <= MostBeforePrevails && letters < before.Length; letters++)
        {
            var named = before[..^letters];
            if (named.EndsWith("以下") || named.EndsWith("下表") || named.EndsWith("本表"))
            {
                return true;
            }

            if (named[^1] == '\n')
            {
                return false;
            }
        }

        return false;
    }
}
