using Gongkai.Core.Reports;

namespace Gongkai.Reports.Checking;

/// <summary>
/// 由破了的勾稽找出错的一格：一格错了，凡有它的勾稽都差同样多；反过来，只有一格能使它所在的勾稽全部成立时，就是它。
/// </summary>
internal static class WrongCell
{
    /// <summary>各处破了的勾稽对应的错格；找不出唯一一格的不在其中。</summary>
    /// <param name="table">一张表的读数。</param>
    public static Dictionary<Linkage, Suggestion> Locate(TableReading table)
    {
        var broken = table.Broken;
        Dictionary<Linkage, List<(int Cell, decimal Value)>> explained = [];
        foreach (var cell in broken.SelectMany(l => l.Cells).Distinct())
        {
            if (Mend(table, cell) is not { } value)
            {
                continue;
            }

            foreach (var linkage in broken.Where(l => l.Left.Contains(cell) || l.Right.Contains(cell)))
            {
                if (!explained.TryGetValue(linkage, out var cells))
                {
                    explained[linkage] = cells = [];
                }

                cells.Add((cell, value));
            }
        }

        return explained
            .Where(e => e.Value.Count == 1)
            .ToDictionary(e => e.Key, e => new Suggestion(table.Form.Cells[e.Value[0].Cell].Address, e.Value[0].Value));
    }

    /// <summary>这一格改成多少，能使它所在的勾稽全部成立；它至少在两处勾稽里，且处处都破了、差得一样多。</summary>
    private static decimal? Mend(TableReading table, int cell)
    {
        var reading = table.Cells[cell];
        if (reading.State is not (CellState.Number or CellState.Blank or CellState.Dash))
        {
            return null;
        }

        decimal? change = null;
        var count = 0;
        foreach (var i in table.Form.LinkagesOf(cell))
        {
            var linkage = table.Form.Linkages[i];
            var left = linkage.Left.Contains(cell);
            if (table.Verdicts[i] is not LinkageVerdict.Broken || !table.IsKnown(linkage))
            {
                return null;
            }

            var sides = table.Sides(linkage);
            var needed = left ? sides.Right - sides.Left : sides.Left - sides.Right;
            if (change is { } other && other != needed)
            {
                return null;
            }

            change = needed;
            count++;
        }

        var value = reading.ForLinkage + change;
        return count >= 2 && value >= 0 ? value : null;
    }
}
