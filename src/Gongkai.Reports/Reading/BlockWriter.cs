using System.Buffers;

namespace Gongkai.Reports.Reading;

/// <summary>
/// 各格式的读者把文字、换行、表格、图片按阅读次序交给它，它写成块。对次序不合规的调用一律宽容（没有行就来了格、
/// 格没有关就来了行），因为次序出自源文件。
/// </summary>
internal sealed partial class BlockWriter
{
    private static readonly SearchValues<char> White = SearchValues.Create(" \t\n\r\f");
    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    private readonly TextFlow root = new(isCell: false);
    private TextFlow current;
    private TableInProgress? table;
    private char[] buffer = new char[4096];
    private int length;
    private int nesting;
    private int tooDeep;
    private int cellsLeft = ReadLimits.Cells;
    private int rowsLeft = ReadLimits.Rows;
    private int itemsLeft = ReadLimits.Paragraphs;

    public BlockWriter() => current = root;

    /// <summary>有内容因超过限度没有写。</summary>
    public bool Truncated { get; private set; }

    /// <summary>段落数到了限度，往后不必再读。</summary>
    public bool IsFull => itemsLeft == 0 && Truncated;

    /// <summary>行内文字，连续的空白并为一个空格；不间断空格和全角空格不是空白。</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(White);
            if (end != 0)
            {
                Verbatim(end < 0 ? text : text[..end]);
                if (end < 0)
                {
                    return;
                }
            }

            current.Space = current.LineBegun;
            var next = text[end..].IndexOfAnyExcept(White);
            if (next < 0)
            {
                return;
            }

            text = text[(end + next)..];
        }
    }

    /// <summary>原样的文字。</summary>
    public void Verbatim(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || (table is { CellOpen: true, Cell: < 0 } && current == table.Flow))
        {
            return;
        }

        DropLeadingMark(text);
        Reserve(text.Length + 1);
        if (current.BreakPending)
        {
            buffer[length++] = '\n';
        }
        else if (current.Space)
        {
            buffer[length++] = ' ';
        }

        current.BreakPending = current.Space = false;
        current.LineBegun = true;
        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
    }

    /// <summary>一段或一行到此为止。</summary>
    public void Break()
    {
        ForgetMark();
        current.Space = false;
        if (current.LineBegun)
        {
            current.LineBegun = false;
            if (current.IsCell)
            {
                current.BreakPending = true;
            }
            else
            {
                TakeText();
            }
        }

        if (current.After is { } after)
        {
            TakeText();
            (current.Items ??= []).AddRange(after);
            current.After = null;
        }
    }

    /// <summary>一张图片；不打断所在的一行。</summary>
    public void Picture()
    {
        if (current.IsCell)
        {
            current.HasPicture = true;
        }
        else
        {
            if (itemsLeft > 0)
            {
                itemsLeft--;
                (current.After ??= []).Add(Draft.Picture);
            }
        }
    }

    /// <summary>文本框开始；其内容跟在所在的一段之后。</summary>
    public void OpenTextBox()
    {
        if (nesting >= ReadLimits.Nesting)
        {
            tooDeep++;
            Truncated = true;
            Break();
            return;
        }

        nesting++;
        ForgetMark();
        current = new TextFlow(isCell: false) { Start = length, Parent = current, OuterTable = table };
        table = null;
    }

    /// <summary>文本框结束。</summary>
    public void CloseTextBox()
    {
        if (tooDeep > 0)
        {
            tooDeep--;
            Break();
            return;
        }

        while (table is not null)
        {
            CloseTable();
        }

        Break();
        if (current.Parent is { } parent)
        {
            nesting--;
            length = current.Start;
            if (current.Items is { } items)
            {
                (parent.After ??= []).AddRange(items);
            }

            table = current.OuterTable;
            current = parent;
        }
    }

    /// <summary>表格开始。</summary>
    public void OpenTable()
    {
        Break();
        if (nesting >= ReadLimits.Nesting)
        {
            tooDeep++;
            Truncated = true;
            return;
        }

        nesting++;
        TakeText();
        table = new TableInProgress(table, current);
    }

    /// <summary>行开始。</summary>
    public void OpenRow()
    {
        if (!CanBuild())
        {
            return;
        }

        CloseCell();
        if (rowsLeft == 0)
        {
            Truncated = true;
            return;
        }

        rowsLeft--;
        table!.Grid.StartRow();
    }

    /// <summary>跳过行首或行尾的几列。</summary>
    public void SkipColumns(int count) => table?.Grid.SkipColumns(count);

    /// <summary>行组结束：行合并不越过它。</summary>
    public void EndRowGroup()
    {
        if (CanBuild())
        {
            CloseCell();
            table!.Grid.EndGroup();
        }
    }

    /// <summary>网页的一格开始。</summary>
    public void OpenCell(int rowSpan, int columnSpan)
    {
        if (ReadyForCell())
        {
            Enter(cellsLeft > 0 ? table!.Grid.Place(rowSpan, columnSpan) : -1, overLimit: true);
        }
    }

    /// <summary>Word 的一格开始；续接上方的格时其文字不显示，也不收。</summary>
    public void OpenMergedCell(int columnSpan, bool continues)
    {
        if (ReadyForCell())
        {
            Enter(cellsLeft > 0 ? table!.Grid.PlaceMerged(columnSpan, continues) : -1, overLimit: !continues);
        }
    }

    /// <summary>格结束。</summary>
    public void CloseCell()
    {
        if (tooDeep > 0)
        {
            Break();
            return;
        }

        if (table is not { CellOpen: true })
        {
            return;
        }

        Break();
        var flow = table.Flow;
        table.CellOpen = false;
        if (table.Cell >= 0)
        {
            ref var cell = ref table.Grid.Cells[table.Cell];
            cell.HasPicture = flow.HasPicture;
            if (flow.Items is not null)
            {
                TakeText();
                cell.Items = flow.Items;
            }
            else
            {
                cell.Text = Taken(flow);
                cell.IsStruck = flow.HasStruck && string.IsNullOrWhiteSpace(cell.Text);
            }
        }

        length = flow.Start;
        current = table.Parent;
    }

    /// <summary>表格结束。</summary>
    public void CloseTable()
    {
        if (tooDeep > 0)
        {
            tooDeep--;
            Break();
            return;
        }

        if (table is null)
        {
            return;
        }

        CloseCell();
        Break();
        table.Grid.EndGroup();
        nesting--;
        if (!table.Grid.Cells.IsEmpty)
        {
            TakeText();
            (current.Items ??= []).Add(new DraftTable(table.Grid));
        }

        table = table.Outer;
    }

    /// <summary>结束，交出各块。</summary>
    public IReadOnlyList<Block> Finish()
    {
        tooDeep = 0;
        while (table is not null || current.Parent is not null)
        {
            if (table is not null)
            {
                CloseTable();
            }
            else
            {
                CloseTextBox();
            }
        }

        Break();
        return BlockEmitter.Emit(root.Items ?? []);
    }

    private bool CanBuild()
    {
        if (tooDeep > 0 || table is null)
        {
            Break();
            return false;
        }

        return true;
    }

    private bool ReadyForCell()
    {
        if (!CanBuild())
        {
            return false;
        }

        CloseCell();
        if (!table!.Grid.HasRow)
        {
            OpenRow();
        }

        return table.Grid.HasRow;
    }

    private void Enter(int cell, bool overLimit)
    {
        Truncated |= cell < 0 && overLimit;
        cellsLeft -= cell >= 0 ? 1 : 0;
        table!.Cell = cell;
        table.CellOpen = true;
        current = table.Flow;
        current.Reset(length);
        ForgetMarks();
    }

    /// <summary>把缓冲里的文字收为一项；全是空白的段落不成块。</summary>
    private void TakeText()
    {
        var text = buffer.AsSpan(current.Start, length - current.Start);
        if (!text.IsWhiteSpace())
        {
            if (itemsLeft > 0)
            {
                itemsLeft--;
                (current.Items ??= []).Add(text.ToString());
            }
            else
            {
                Truncated = true;
            }
        }

        length = current.Start;
        current.BreakPending = false;
    }

    private string Taken(TextFlow flow)
    {
        var text = buffer.AsSpan(flow.Start, length - flow.Start);
        return text.Length == 1 && char.IsAsciiDigit(text[0]) ? Digits[text[0] - '0'] : text.ToString();
    }

    private void Reserve(int more)
    {
        if (length + more > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + more));
        }
    }
}
