namespace Gongkai.Reports.Reading.Markdown;

/// <summary>竖线表格的一行：在没有转义的竖线处分格，首尾的竖线不分。</summary>
internal static class PipeRow
{
    /// <summary>这一行有没有转义的竖线。</summary>
    public static bool IsOne(ReadOnlySpan<char> line) => NextPipe(line, 0) >= 0;

    /// <summary>表头下面的分隔行，如 <c>|:---|---:|</c>。</summary>
    public static bool IsDelimiter(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Contains('-') && line.Contains('|') && line.IndexOfAnyExcept("|-: \t") < 0;
    }

    /// <summary>各格在行里的起止。</summary>
    public static List<Range> Cells(ReadOnlySpan<char> line)
    {
        var end = line.TrimEnd().Length;
        var start = line.Length - line.TrimStart().Length;
        start += start < end && line[start] == '|' ? 1 : 0;
        List<Range> cells = [];
        for (int pipe; (pipe = NextPipe(line[..end], start)) >= 0 && cells.Count <= ReadLimits.Columns; start = pipe + 1)
        {
            cells.Add(start..pipe);
        }

        if (!line[Math.Min(start, end)..end].IsWhiteSpace())
        {
            cells.Add(start..end);
        }

        return cells;
    }

    private static int NextPipe(ReadOnlySpan<char> line, int from)
    {
        for (var i = from; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
            }
            else if (line[i] == '|')
            {
                return i;
            }
        }

        return -1;
    }
}
