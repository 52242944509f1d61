namespace Gongkai.Reports.Reading.Narrative;

/// <summary>独占一行的页码：「- 3 -」「第 3 页」「第 3 页 共 8 页」。</summary>
internal static class PageNumber
{
    private const int Longest = 24;

    /// <summary>这一行只是页码。</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length is < 3 or > Longest || line[0] is not ('-' or '—' or '－' or '–' or '第'))
        {
            return false;
        }

        var (digits, marks, pages) = (0, 0, 0);
        foreach (var c in line)
        {
            switch (c)
            {
                case >= '0' and <= '9' or >= '０' and <= '９':
                    digits++;
                    break;
                case '-' or '—' or '－' or '–':
                    marks++;
                    break;
                case '页':
                    pages++;
                    break;
                case '第' or '共' or '/' or ',' or '，' or '、':
                    break;
                default:
                    if (!char.IsWhiteSpace(c))
                    {
                        return false;
                    }

                    break;
            }
        }

        return line[0] == '第' ? pages is 1 or 2 && digits is >= 1 and <= 6 && line[^1] == '页' : marks >= 2 && digits is >= 1 and <= 3 && !char.IsAsciiDigit(line[^1]);
    }
}
