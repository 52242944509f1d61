namespace Gongkai.Reports.Reading;

/// <summary>正在写的一股文字：正文、一格或一个文本框。</summary>
internal sealed class TextFlow(bool isCell)
{
    public readonly bool IsCell = isCell;
    public int Start;
    public bool LineBegun;
    public bool BreakPending;
    public bool Space;
    public bool HasPicture;
    public bool HasStruck;
    public List<object>? Items;
    public List<object>? After;
    public TextFlow? Parent;
    public TableInProgress? OuterTable;

    public void Reset(int start)
    {
        Start = start;
        LineBegun = BreakPending = Space = HasPicture = HasStruck = false;
        Items = After = null;
    }
}

/// <summary>还没有结束的表格。</summary>
internal sealed class TableInProgress(TableInProgress? outer, TextFlow parent)
{
    public readonly TableInProgress? Outer = outer;
    public readonly TextFlow Parent = parent;
    public readonly GridBuilder Grid = new();
    public readonly TextFlow Flow = new(isCell: true);
    public bool CellOpen;
    public int Cell;
}
