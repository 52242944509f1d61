using Gongkai.Core.Reports;

namespace Gongkai.Reports.Reading.Workbooks;

/// <summary>
/// 一张工作表变成块。相连的各行是一段；独占一行的标题、文章和说明成段落，其余成表格。
/// 表格是矩形：其中没有写的格是空格，不是没有印出。
/// </summary>
internal sealed class SheetBlocks
{
    private const int LongText = 80;
    private const int MostTitles = 20;

    private readonly Sheet _sheet;
    private readonly List<Block> _blocks;
    private readonly Dictionary<(int Row, int Column), CellRange> _merged = [];
    private readonly int[] _columns;
    private readonly int[] _rows;
    private readonly SheetBudget _budget;

    private SheetBlocks(Sheet sheet, List<Block> blocks, SheetBudget budget)
    {
        (_sheet, _blocks, _budget) = (sheet, blocks, budget);
        SpreadMerges();

        // 整张工作表里没有一格起头的列，是留白或只被合并盖住。
        _columns = [.. sheet.Cells.Keys.Where(IsShown).Select(c => c.Column).Distinct().Order()];
        _rows = [.. sheet.Cells.Keys.Where(IsShown).SelectMany(c => RowsOf(c.Row, c.Column)).Distinct().Order()];
    }

    /// <summary>写出一张工作表的各块。</summary>
    /// <param name="sheet">工作表。</param>
    /// <param name="blocks">加在这里。</param>
    /// <param name="budget">还可以写多少格。</param>
    public static void Emit(Sheet sheet, List<Block> blocks, SheetBudget budget)
    {
        var emitter = new SheetBlocks(sheet, blocks, budget);
        var rows = emitter._rows;
        var start = 0;
        for (var i = 1; i <= rows.Length; i++)
        {
            if (i == rows.Length || !emitter.Follows(rows[i - 1], rows[i]))
            {
                emitter.Run(rows[start..i]);
                start = i;
            }
        }
    }

    /// <summary>合并的格各记下属于哪一块；块相叠时先写的为准，被盖住的字不显示。</summary>
    private void SpreadMerges()
    {
        foreach (var merge in _sheet.Merges)
        {
            var range = merge with
            {
                Right = Math.Min(merge.Right, ReadLimits.Columns),
                Bottom = Math.Min(merge.Bottom, merge.Top + ReadLimits.RowSpan - 1),
            };
            if (range.Left > range.Right || Overlaps(range))
            {
                continue;
            }

            for (var row = range.Top; row <= range.Bottom; row++)
            {
                for (var column = range.Left; column <= range.Right; column++)
                {
                    _merged[(row, column)] = range;
                    if ((row, column) != (range.Top, range.Left))
                    {
                        _sheet.Cells.Remove((row, column));
                    }
                }
            }
        }
    }

    private bool Overlaps(CellRange range)
    {
        var area = (range.Bottom - range.Top + 1) * (range.Right - range.Left + 1);
        if (area > _budget.Merged)
        {
            _sheet.Truncated = true;
            return true;
        }

        _budget.Merged -= area;
        for (var row = range.Top; row <= range.Bottom; row++)
        {
            for (var column = range.Left; column <= range.Right; column++)
            {
                if (_merged.ContainsKey((row, column)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsShown((int Row, int Column) cell) => !_sheet.HiddenRows.Contains(cell.Row) && !_sheet.HiddenColumns.Contains(cell.Column);

    private CellRange RangeOf(int row, int column) => _merged.TryGetValue((row, column), out var range) ? range : new CellRange(row, column, row, column);

    private IEnumerable<int> RowsOf(int row, int column)
    {
        var range = RangeOf(row, column);
        return Enumerable.Range(range.Top, range.Bottom - range.Top + 1).Where(r => !_sheet.HiddenRows.Contains(r));
    }

    /// <summary>两行之间没有空行；隐藏的行不算空行。</summary>
    private bool Follows(int row, int next)
    {
        for (var between = row + 1; between < next; between++)
        {
            if (!_sheet.HiddenRows.Contains(between))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>相连的各行：段落与表格交替。</summary>
    private void Run(int[] rows)
    {
        var start = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (Alone(rows, i) is { } cell && (IsProse(cell.Text) || cell.Range.Bottom > cell.Range.Top))
            {
                Table(rows.AsSpan(start, i - start));
                Paragraphs(cell.Text, rows[i], cell.Range.Left);
                while (i + 1 < rows.Length && rows[i + 1] <= cell.Range.Bottom)
                {
                    i++;
                }

                start = i + 1;
            }
        }

        Table(rows.AsSpan(start));
    }

    /// <summary>独占这一行（或它所占的各行）的格；不是这样时为 null。</summary>
    private (string Text, CellRange Range)? Alone(int[] rows, int index)
    {
        var row = rows[index];
        (string, CellRange)? found = null;
        var last = row;
        for (var i = index; i < rows.Length && rows[i] <= last; i++)
        {
            foreach (var column in _columns)
            {
                var range = RangeOf(rows[i], column);
                if (!_sheet.Cells.TryGetValue((range.Top, range.Left), out var text))
                {
                    continue;
                }

                if (range.Top < row || (found is { } other && other.Item2 != range))
                {
                    return null;
                }

                found = (text, range);
                last = range.Bottom;
            }
        }

        return found;
    }

    /// <summary>是标题、文章或说明，不是表里的标签：标签后面的格可以全空着。</summary>
    private static bool IsProse(string text)
    {
        var line = text.AsSpan().Trim();
        return line.Length > LongText
            || line.Contains('。')
            || line.Contains("年度报告", StringComparison.Ordinal)
            || line.Contains("总体情况", StringComparison.Ordinal)
            || line.Contains("主动公开政府信息情况", StringComparison.Ordinal)
            || line.Contains("申请情况", StringComparison.Ordinal) && line.Contains("处理", StringComparison.Ordinal)
            || line.Contains("行政诉讼情况", StringComparison.Ordinal)
            || line.Contains("改进情况", StringComparison.Ordinal)
            || line.Contains("报告的事项", StringComparison.Ordinal)
            || line.StartsWith("注：") || line.StartsWith("注:") || line.StartsWith("说明") || line.StartsWith("备注") || line.StartsWith("单位：");
    }

    private void Paragraphs(string text, int row, int column)
    {
        foreach (var line in text.AsSpan().Split('\n'))
        {
            if (!text.AsSpan()[line].IsWhiteSpace())
            {
                _blocks.Add(new ParagraphBlock(text[line], Place.AtSheetCell(_sheet.Name, row, column)));
            }
        }
    }

    /// <summary>一段行成为一张表格；首尾横跨全宽的是标题，只有一列的是文字。</summary>
    private void Table(Span<int> rows)
    {
        // 去掉标题之后表格可能变窄，宽度要重算；标题不会很多，算的次数有限。
        var (left, right) = Width(rows);
        for (var titles = 0; !rows.IsEmpty && (left == right || titles < MostTitles) && TitleOf(rows[0], left, right) is { } title; titles++)
        {
            Paragraphs(title, rows[0], _columns[left]);
            rows = rows[1..];
            (left, right) = left == right ? (left, right) : Width(rows);
        }

        if (rows.IsEmpty)
        {
            return;
        }

        List<GridCell> cells = [];
        for (var i = 0; i < rows.Length; i++)
        {
            Row(rows, i, left, right, cells);
        }

        _blocks.Add(new GridBlock(cells));
    }

    /// <summary>这一行只有一格，而且横跨全宽；不是这样时为 null。</summary>
    private string? TitleOf(int row, int left, int right)
    {
        var range = RangeOf(row, _columns[left]);
        return range.Top == row && range.Bottom == row && (right == left || range.Right >= _columns[right])
            && _sheet.Cells.TryGetValue((range.Top, range.Left), out var text) ? text : null;
    }

    /// <summary>各行用到的首列、末列，是 <see cref="_columns"/> 里的序号。</summary>
    private (int Left, int Right) Width(ReadOnlySpan<int> rows)
    {
        var (left, right) = (_columns.Length - 1, 0);
        foreach (var row in rows)
        {
            for (var i = 0; i < _columns.Length; i++)
            {
                var range = RangeOf(row, _columns[i]);
                if (_sheet.Cells.ContainsKey((range.Top, range.Left)))
                {
                    (left, right) = (Math.Min(left, i), Math.Max(right, i));
                }
            }
        }

        return (left, Math.Max(left, right));
    }

    private void Row(ReadOnlySpan<int> rows, int index, int left, int right, List<GridCell> cells)
    {
        var row = rows[index];
        for (var i = left; i <= right; i++)
        {
            var range = RangeOf(row, _columns[i]);
            var isFirstColumn = i == left || range.Left > _columns[i - 1];
            var isFirstRow = index == 0 || range.Top > rows[index - 1];
            if (!isFirstColumn || !isFirstRow)
            {
                continue;
            }

            if (_budget.Emitted-- <= 0)
            {
                _sheet.Truncated = true;
                return;
            }

            var columnSpan = 1;
            while (i + columnSpan <= right && _columns[i + columnSpan] <= range.Right)
            {
                columnSpan++;
            }

            var rowSpan = 1;
            while (index + rowSpan < rows.Length && rows[index + rowSpan] <= range.Bottom)
            {
                rowSpan++;
            }

            cells.Add(new GridCell(index, i - left, rowSpan, columnSpan, _sheet.Cells.GetValueOrDefault((range.Top, range.Left), ""), Place.AtSheetCell(_sheet.Name, range.Top, range.Left)));
        }
    }
}
