using System.Buffers;
using Gongkai.Reports.Checking.Words;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Structure;

/// <summary>没有“电话”二字的电话号码：带国家号的、带分机的、手机，或在“拨打”之后的。</summary>
internal static class TelephoneNumber
{
    private const int FewestDigits = 10;
    private const int MostDigits = 16;
    private const int FewestLocal = 7;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly SearchValues<string> Calling = Wording.Any("拨打", "致电", "来电", "联系", "咨询");

    /// <summary>引言、第六部分或落款之后印着电话号码。</summary>
    public static bool IsIn(NarrativeText text)
    {
        var letters = text.Letters.AsSpan();
        for (var at = letters.IndexOfAny(Digits); at >= 0;)
        {
            var (start, end, digits) = Run(letters, at);
            if (text.SectionAt(at) is 0 or 6 && IsTelephone(text, start, end, digits))
            {
                return true;
            }

            var next = letters[end..].IndexOfAny(Digits);
            at = next < 0 ? -1 : end + next;
        }

        return false;
    }

    // The digits with the marks between them, and a “+” or “(” before.
    private static (int Start, int End, int Digits) Run(ReadOnlySpan<char> letters, int at)
    {
        var (start, end, digits) = (at, at, 0);
        for (var i = at; i < letters.Length && (char.IsAsciiDigit(letters[i]) || letters[i] is '-' or '—' or '–' or '(' or ')'); i++)
        {
            if (char.IsAsciiDigit(letters[i]))
            {
                (digits, end) = (digits + 1, i + 1);
            }
        }

        while (start > 0 && letters[start - 1] is '+' or '(')
        {
            start--;
        }

        return (start, end, digits);
    }

    private static bool IsTelephone(NarrativeText text, int start, int end, int digits)
    {
        var said = text.Letters.AsSpan(start, end - start).TrimStart("(");
        if (digits is >= FewestDigits and <= MostDigits)
        {
            return said[0] is '+' or '0'
                || said.StartsWith("86-")
                || (digits == FewestDigits && (said.StartsWith("400") || said.StartsWith("800")))
                || (digits == 11 && said is ['1', >= '3' and <= '9', ..]);
        }

        return digits is >= FewestLocal and < FewestDigits && Wording.HasAny(Wording.Before(text, start, 8), Calling);
    }
}
