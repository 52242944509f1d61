using System.Numerics;

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
    public static LinkageVerdict Judge(this Linkage linkage, ReadOnlySpan<CellReading> cells)
    {
        var left = Sum(linkage.LeftSpan, cells, out var leftKnown);
        var right = Sum(linkage.RightSpan, cells, out var rightKnown);
        return (leftKnown, rightKnown) switch
        {
            (true, true) => left == right ? LinkageVerdict.Holds : LinkageVerdict.Broken,
            (false, true) => left > right ? LinkageVerdict.Broken : LinkageVerdict.Unknown,
            (true, false) => right > left ? LinkageVerdict.Broken : LinkageVerdict.Unknown,
            (false, false) => LinkageVerdict.Unknown,
        };
    }

    /// <summary>左右两边已知部分之和；有未知的格时为部分和。</summary>
    public static (decimal Left, decimal Right) Sides(this Linkage linkage, ReadOnlySpan<CellReading> cells) =>
        (Sum(linkage.LeftSpan, cells, out _), Sum(linkage.RightSpan, cells, out _));

    private static decimal Sum(ReadOnlySpan<int> indexes, ReadOnlySpan<CellReading> cells, out bool known)
    {
        decimal sum = 0;
        known = true;
        foreach (var index in indexes)
        {
            ref readonly var cell = ref cells[index];
            switch (cell.State)
            {
                case CellState.Number:
                    // Most cells are 0, and adding decimals is slow.
                    if (!IsZero(cell.Value))
                    {
                        sum += cell.Value;
                    }

                    break;
                case CellState.Blank or CellState.Dash:
                    break;
                default:
                    known = false;
                    break;
            }
        }

        return sum;
    }

    // Looks at the digits only: comparing decimals is nearly as slow as adding them.
    private static bool IsZero<T>(T value)
        where T : INumberBase<T> => T.IsZero(value);
}
