namespace Gongkai.Reports.Reading.Workbooks;

/// <summary>工作表里一块矩形；行、列自 1 起，含首尾。一格时首尾相同。</summary>
internal readonly record struct CellRange(int Top, int Left, int Bottom, int Right)
{
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    /// <summary>读 <c>C7</c> 或 <c>A1:D3</c>；不合写法或越过工作表的边界时为否。</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellRange range)
    {
        range = default;
        var colon = text.IndexOf(':');
        if (!TryCell(colon < 0 ? text : text[..colon], out var top, out var left)
            || !TryCell(colon < 0 ? text : text[(colon + 1)..], out var bottom, out var right)
            || bottom < top || right < left)
        {
            return false;
        }

        range = new CellRange(top, left, bottom, right);
        return true;
    }

    private static bool TryCell(ReadOnlySpan<char> text, out int row, out int column)
    {
        (row, column) = (0, 0);
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c) && row == 0 && column <= MostColumns)
            {
                column = (column * 26) + (c & 0x1F);
            }
            else if (char.IsAsciiDigit(c) && row <= MostRows)
            {
                row = (row * 10) + c - '0';
            }
            else if (c != '$')
            {
                return false;
            }
        }

        return row is > 0 and <= MostRows && column is > 0 and <= MostColumns;
    }
}
