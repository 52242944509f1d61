namespace Gongkai.Core.Reports;

/// <summary>判断一处勾稽关系。</summary>
public static class LinkageJudge
{
    /// <summary>
    /// 空格和横线按 0 计。有未知的格（未印、两可、读不出）时，只在无论其为何值都不成立时才说不成立：
    /// 各格都不为负，所以已知的部分超过了总数就不成立；否则不作判断。
    /// </summary>
    /// <param name="linkage">勾稽关系。</param>
    /// <param name="cells">这张表的各格。</param>
    public static LinkageVerdict Judge(this Linkage linkage, IReadOnlyList<CellReading> cells)
    {
        var (left, leftKnown) = Sum(linkage.Left, cells);
        var (right, rightKnown) = Sum(linkage.Right, cells);
        return (leftKnown, rightKnown) switch
        {
            (true, true) => left == right ? LinkageVerdict.Holds : LinkageVerdict.Broken,
            (false, true) => left > right ? LinkageVerdict.Broken : LinkageVerdict.Unknown,
            (true, false) => right > left ? LinkageVerdict.Broken : LinkageVerdict.Unknown,
            (false, false) => LinkageVerdict.Unknown,
        };
    }

    /// <summary>左右两边已知部分之和；有未知的格时为部分和。</summary>
    public static (decimal Left, decimal Right) Sides(this Linkage linkage, IReadOnlyList<CellReading> cells) =>
        (Sum(linkage.Left, cells).Known, Sum(linkage.Right, cells).Known);

    private static (decimal Known, bool All) Sum(IReadOnlyList<int> indexes, IReadOnlyList<CellReading> cells)
    {
        decimal known = 0;
        var all = true;
        for (var i = 0; i < indexes.Count; i++)
        {
            if (cells[indexes[i]].ForLinkage is { } value)
            {
                known += value;
            }
            else
            {
                all = false;
            }
        }

        return (known, all);
    }
}
