namespace Gongkai.Core.Fees;

/// <summary>信息处理费（国办函〔2020〕109号）：按件或者按量，都是超额累进；一件申请只能择一。单位：元。</summary>
public static class ProcessingFee
{
    private const int FreePieces = 10;
    private const int FirstTierPieces = 30;
    private const int PiecesPerTier = 10;
    private const int StepPerTier = 100;

    // 每一档：到第几页为止，每页几元。
    private static readonly (int UpTo, int PerPage)[] PageTiers = [(30, 0), (100, 10), (200, 20), (int.MaxValue, 40)];

    /// <summary>按件：同一申请人当月第 <paramref name="nth"/> 件的单价（第四条）。</summary>
    /// <param name="nth">同一申请人一个自然月内累计的序号，按收到之日归月，从 1 起。</param>
    public static decimal ByPiece(int nth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        return nth switch
        {
            <= FreePieces => 0,
            <= FirstTierPieces => StepPerTier,
            _ => StepPerTier * (2m + (nth - FirstTierPieces - 1) / PiecesPerTier),
        };
    }

    /// <summary>按件：当月已有 <paramref name="before"/> 件之后，再来 <paramref name="count"/> 件合计多少（第四条）。</summary>
    /// <param name="before">同一申请人当月此前累计的件数，不为负。</param>
    /// <param name="count">这次的件数，不为负；一份申请含多项内容的，是拆分后的件数。</param>
    public static decimal ByPieces(int before, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return PiecesUpTo((long)before + count) - PiecesUpTo(before);
    }

    /// <summary>按量：一件申请 <paramref name="pages"/> 页（第五条）。各件分别计页，不累加。</summary>
    /// <param name="pages">页数，A4 及以下幅面单面为 1 页，不为负。</param>
    public static decimal ByPages(int pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        var (fee, from) = (0m, 0);
        foreach (var (upTo, perPage) in PageTiers)
        {
            fee += (decimal)perPage * (Math.Min(pages, upTo) - from);
            from = upTo;
            if (pages <= upTo)
            {
                break;
            }
        }

        return fee;
    }

    private static decimal PiecesUpTo(long total)
    {
        if (total <= FirstTierPieces)
        {
            return StepPerTier * (decimal)Math.Max(0, total - FreePieces);
        }

        // 30 件以后每满一档 10 件：200、300、400……元一件。
        var (tiers, rest) = Math.DivRem(total - FirstTierPieces, PiecesPerTier);
        var wholeTiers = StepPerTier * (decimal)PiecesPerTier * ((2m * tiers) + (tiers * (tiers - 1m) / 2));
        return (StepPerTier * (FirstTierPieces - FreePieces)) + wholeTiers + (rest * StepPerTier * (2m + tiers));
    }
}
