namespace Gongkai.Core.Reports;

/// <summary>位置的种类。</summary>
public enum PlaceKind
{
    /// <summary>没有位置。</summary>
    Nowhere,

    /// <summary>文本：行、列。</summary>
    Line,

    /// <summary>文档或网页：第几段。</summary>
    Paragraph,

    /// <summary>文档或网页里的表格：第几张表、行、列。</summary>
    TableCell,

    /// <summary>工作簿：哪张工作表的哪一格。</summary>
    SheetCell,

    /// <summary>pdf：第几页，页上的框。</summary>
    PageBox,
}

/// <summary>源文件中的位置，一律从 1 数起。文本的列以字符（UTF-16 单元）计。</summary>
public readonly record struct Place
{
    private Place(PlaceKind kind, int first, int second, int third) => (Kind, First, Second, Third) = (kind, first, second, third);

    /// <summary>没有位置。</summary>
    public static readonly Place Nowhere;

    /// <summary>种类。</summary>
    public PlaceKind Kind { get; }

    /// <summary>行号、段号或表号。</summary>
    public int First { get; }

    /// <summary>文本的列号，或表格的行号。</summary>
    public int Second { get; }

    /// <summary>表格的列号。</summary>
    public int Third { get; }

    /// <summary>文本的第几行第几列。</summary>
    public static Place AtLine(int line, int column) => new(PlaceKind.Line, line, column, 0);

    /// <summary>第几段。</summary>
    public static Place AtParagraph(int paragraph) => new(PlaceKind.Paragraph, paragraph, 0, 0);

    /// <summary>第几张表的第几行第几列。</summary>
    public static Place AtTableCell(int table, int row, int column) => new(PlaceKind.TableCell, table, row, column);

    /// <summary>工作表的名称；不是工作簿时为 null。</summary>
    public string? Sheet { get; private init; }

    /// <summary>工作表里的格，如 <c>C7</c>；不是工作簿时为 null。</summary>
    public string? SheetCell => Kind is PlaceKind.SheetCell ? $"{ColumnLetters(Third)}{Second}" : null;

    /// <summary>某张工作表的第几行第几列。</summary>
    public static Place AtSheetCell(string sheet, int row, int column) => new(PlaceKind.SheetCell, 0, row, column) { Sheet = sheet };
    /// <summary>pdf 的第几页，以及页上的框，单位是点，原点在左上角；精确到 0.1 点，至多 3000 点。</summary>
    public static Place AtBox(int page, double left, double top, double right, double bottom) =>
        new(PlaceKind.PageBox, page, Pack(left, top), Pack(right, bottom));

    /// <summary>pdf 页上的框：左、上、右、下，单位是 0.1 点；不是 pdf 的位置时为空。</summary>
    public IReadOnlyList<int> BoxInTenths => Kind is PlaceKind.PageBox ? [Second >> 15, Second & Half, Third >> 15, Third & Half] : [];

    // 两个数各占 15 位：位置是每格都有的，不为 pdf 加大。
    private const int Half = 0x7FFF;

    private static int Pack(double x, double y) => (Tenths(x) << 15) | Tenths(y);

    private static int Tenths(double points) => (int)Math.Clamp(Math.Round(points * 10), 0, 30_000);

    /// <summary>给人看的说法，如「第 93 行第 2 列」；没有位置时为空串。</summary>
    public override string ToString() => Kind switch
    {
        PlaceKind.Line => $"第 {First} 行第 {Second} 列",
        PlaceKind.Paragraph => $"第 {First} 段",
        PlaceKind.TableCell => $"第 {First} 张表第 {Second} 行第 {Third} 列",
        PlaceKind.SheetCell => $"工作表“{Sheet}”{SheetCell}",
        PlaceKind.PageBox => $"第 {First} 页",
        _ => "",
    };

    private static string ColumnLetters(int column)
    {
        var letters = "";
        for (var left = column; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        }

        return letters;
    }
}
