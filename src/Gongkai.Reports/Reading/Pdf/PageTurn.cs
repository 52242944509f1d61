namespace Gongkai.Reports.Reading.Pdf;

/// <summary>
/// 横着、倒着印的页：转正了再读。宽表常横着印在竖页上，扫描、拼版的也常转了方向。
/// </summary>
/// <param name="Quarters">字朝哪边读：0 往右（正着），1 往下，2 往左，3 往上。</param>
/// <param name="Width">转正之前页面的宽，点。</param>
/// <param name="Height">转正之前页面的高，点。</param>
internal readonly record struct PageTurn(int Quarters, double Width, double Height)
{
    // 至少这么多个半角宽的词，才看得出是横是竖。
    private const int LeastUnits = 4;
    private const int LeastVotes = 10;

    /// <summary>由各行的词看出字朝哪边读。</summary>
    /// <param name="lines">各行的词，按 poppler 的先后；两段之间隔一个空的。</param>
    /// <param name="size">页面。</param>
    public static PageTurn Of(List<List<PdfWord>> lines, Box size)
    {
        var (tall, wide) = (0, 0);
        foreach (var word in lines.SelectMany(l => l).Where(w => w.Units >= LeastUnits))
        {
            tall += word.Box.Height > 1.5 * word.Box.Width ? word.Units : 0;
            wide += word.Box.Width > word.Box.Height ? word.Units : 0;
        }

        var isAside = tall > wide;
        var (forward, backward) = (0, 0);
        foreach (var (before, after) in lines.SelectMany(l => l.Zip(l.Skip(1))))
        {
            var step = isAside ? after.Box.CenterY - before.Box.CenterY : after.Box.CenterX - before.Box.CenterX;
            forward += step > 0 ? 1 : 0;
            backward += step < 0 ? 1 : 0;
        }

        // 一段里的下一行在左边，字就往下读；在右边，就往上读。表格里常是一格一行，只有这个可看。
        foreach (var (above, below) in lines.Zip(lines.Skip(1)).Where(p => isAside && p is { First.Count: > 0, Second.Count: > 0 }))
        {
            var (a, b) = (above[0].Box, below[0].Box);
            if (a.Y0 < b.Y1 && b.Y0 < a.Y1)
            {
                forward += b.CenterX < a.CenterX ? 1 : 0;
                backward += b.CenterX > a.CenterX ? 1 : 0;
            }
        }

        var isBackward = isAside ? backward > forward : backward >= LeastVotes && backward > 3 * forward;
        return new PageTurn((isAside, isBackward) switch { (true, true) => 3, (true, false) => 1, (false, true) => 2, _ => 0 }, size.Width, size.Height);
    }

    /// <summary>转正之后的点。</summary>
    public (double X, double Y) Upright(double x, double y) => Quarters switch
    {
        1 => (y, Width - x),
        2 => (Width - x, Height - y),
        3 => (Height - y, x),
        _ => (x, y),
    };

    /// <summary>转正之后的框。</summary>
    public Box Upright(Box box) => Around(Upright(box.X0, box.Y0), Upright(box.X1, box.Y1));

    /// <summary>转正之后的框在原页上的所在。</summary>
    public Box AsShown(Box box) => Around(AsShown(box.X0, box.Y0), AsShown(box.X1, box.Y1));

    private (double X, double Y) AsShown(double x, double y) => Quarters switch
    {
        1 => (Width - y, x),
        2 => (Width - x, Height - y),
        3 => (y, Height - x),
        _ => (x, y),
    };

    private static Box Around((double X, double Y) a, (double X, double Y) b) => new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));
}
