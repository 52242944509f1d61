using System.Buffers;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>
/// 一段文字的格是不是用逗号、分号或 RTF 控制字分开的。制表符、竖线一见便知；
/// 逗号也是千分位，分号也是标点，要整段里有一行像表才算。
/// </summary>
internal static class FieldSeparators
{
    private const string RtfCell = "\\cell";
    private const int FewestSeparators = 3;
    private static readonly SearchValues<char> Rules = SearchValues.Create("+-=_:─━═┄┅┈┉ ");

    /// <summary>整段所用的分隔；没有时为 <see cref="CharKind.Other"/>。</summary>
    public static CharKind Of(string text, int start, int end, List<LabelHit> hits)
    {
        var span = text.AsSpan(start, end - start);
        if (span.Contains(RtfCell, StringComparison.Ordinal))
        {
            return CharKind.Slash;
        }

        if (!span.ContainsAny(',', ';', '；'))
        {
            return CharKind.Other;
        }

        var hit = 0;
        for (var at = start; at < end;)
        {
            var stop = at;
            while (stop < end && CharKinds.Of(text[stop]) is not CharKind.Newline)
            {
                stop++;
            }

            var inLine = 0;
            for (; hit < hits.Count && hits[hit].Start < stop; hit++)
            {
                inLine += hits[hit].Start >= at ? 1 : 0;
            }

            if (inLine > 0 && OfLine(text.AsSpan(at, stop - at), inLine) is var separator and not CharKind.Other)
            {
                return separator;
            }

            at = stop + 1;
        }

        return CharKind.Other;
    }

    public static bool Separates(CharKind separator, string text, int at) => separator switch
    {
        CharKind.Tab or CharKind.Pipe => CharKinds.Of(text[at]) == separator,
        CharKind.Comma => text[at] is ',',
        CharKind.Semicolon => text[at] is ';' or '；',
        CharKind.Slash => IsRtfCell(text, at),
        _ => false,
    };

    /// <summary>RTF 控制字之后（连同结尾的一个空格）。</summary>
    public static int AfterControlWord(string text, int at, int end)
    {
        at++;
        while (at < end && (char.IsAsciiLetterLower(text[at]) || char.IsAsciiDigit(text[at]) || text[at] is '-'))
        {
            at++;
        }

        return at < end && text[at] is ' ' ? at + 1 : at;
    }

    /// <summary>字符画出的框线：<c>+-----+----+</c>、<c>==========</c>。短的横线可能是一格。</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        line = line.Trim(' ');
        return line.Length >= 5 && line[0] is '+' or '-' or '=' or '_' or '─' or '━' or '═' && !line.ContainsAnyExcept(Rules)
            && (line[0] is '+' or '=' or '_' || (line.Length >= 10 && !line.Contains(' ')));
    }

    private static bool IsRtfCell(string text, int at) =>
        text[at] is '\\' && text.AsSpan(at).StartsWith(RtfCell, StringComparison.Ordinal) && (at + RtfCell.Length >= text.Length || !char.IsAsciiLetter(text[at + RtfCell.Length]));

    /// <summary>像表的一行：有空着的格，或几个标签之间只有分隔符而没有数。</summary>
    private static CharKind OfLine(ReadOnlySpan<char> line, int labels)
    {
        if (line.ContainsAny('\t', '。') || line.ContainsAny('|', '│', '｜'))
        {
            return CharKind.Other;
        }

        var header = labels >= 2 && !line.ContainsAnyInRange('0', '9');
        var semicolons = line.Count(';') + line.Count('；');
        if (semicolons >= FewestSeparators)
        {
            return header || line.IndexOf(";;", StringComparison.Ordinal) >= 0 || line.IndexOf("；；", StringComparison.Ordinal) >= 0 ? CharKind.Semicolon : CharKind.Other;
        }

        return line.Count(',') >= FewestSeparators && (header || line.IndexOf(",,", StringComparison.Ordinal) >= 0 || line.IndexOf(",\"\",", StringComparison.Ordinal) >= 0)
            ? CharKind.Comma
            : CharKind.Other;
    }
}
