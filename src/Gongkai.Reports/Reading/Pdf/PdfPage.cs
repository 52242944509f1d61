namespace Gongkai.Reports.Reading.Pdf;

/// <summary>页面上的一个框，单位是点（1/72 英寸），原点在左上角，与 poppler 一致。</summary>
internal readonly record struct Box(double X0, double Y0, double X1, double Y1)
{
    public double Width => X1 - X0;

    public double Height => Y1 - Y0;

    public double CenterX => (X0 + X1) / 2;

    public double CenterY => (Y0 + Y1) / 2;

    public Box Union(Box other) => new(Math.Min(X0, other.X0), Math.Min(Y0, other.Y0), Math.Max(X1, other.X1), Math.Max(Y1, other.Y1));

    public bool Contains(double x, double y) => x >= X0 && x <= X1 && y >= Y0 && y <= Y1;

    /// <summary>四边各放宽这么多之后，与另一框相接或相交。</summary>
    public bool Touches(Box other, double slack) =>
        X0 <= other.X1 + slack && other.X0 <= X1 + slack && Y0 <= other.Y1 + slack && other.Y0 <= Y1 + slack;
}

/// <summary>一个词：poppler 按间隙断开的一串字。</summary>
internal readonly record struct PdfWord(string Text, Box Box)
{
    /// <summary>各字的左端，和末字的右端；不知道时为 null。</summary>
    public double[]? Edges { get; init; }

    /// <summary>基线的高度；不知道时不是数。</summary>
    public double Baseline { get; init; } = double.NaN;

    /// <summary>字体（同一字体、字号的编号相同，只在一页里有用）；不知道时为 -1。</summary>
    public int Font { get; init; } = -1;

    /// <summary>占几个半角宽：汉字、全角标点占两个。</summary>
    public int Units => UnitsOf(Text);

    /// <summary>字号，点。框的高度随字体的升降部而变，不可信；宽度除以字数才是。</summary>
    public double Em => Math.Clamp(2 * Box.Width / Math.Max(Units, 1), 1, Math.Max(Box.Height, 1));

    public static int UnitsOf(char c) => c < 0x2000 ? 1 : 2;

    private static int UnitsOf(string text)
    {
        var units = 0;
        foreach (var c in text)
        {
            units += UnitsOf(c);
        }

        return units;
    }
}

/// <summary>一页：词，表格线，图片；横着印的已经转正。</summary>
/// <param name="number">第几页，自 1 起。</param>
/// <param name="turn">印的时候转了多少。</param>
internal sealed class PdfPage(int number, PageTurn turn)
{
    public int Number { get; } = number;

    public PageTurn Turn { get; } = turn;

    /// <summary>转正之后的页面。</summary>
    public Box Size { get; } = turn.Upright(new Box(0, 0, turn.Width, turn.Height));

    public List<PdfWord> Words { get; } = [];

    /// <summary>横的、竖的细线；没有画出或读不到时为空。</summary>
    public List<Box> Rulings { get; } = [];

    public List<Box> Pictures { get; } = [];
}
