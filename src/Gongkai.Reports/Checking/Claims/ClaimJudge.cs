using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Checking.Claims;

/// <summary>正文的数与表里的数合不合。</summary>
internal static class ClaimJudge
{
    /// <summary>哪一种说法都不合，才是矛盾；有一种说不准就不是。</summary>
    // 绝大多数的话与印出的格就合；不合时才去看各格的和。
    public static bool Contradicts(Claim claim, ReportReading report) => !AnyFits(claim, new TableValues(report), isPrinted: true) && !AnyFits(claim, new TableValues(report), isPrinted: false);

    private static bool AnyFits(Claim claim, TableValues values, bool isPrinted)
    {
        foreach (var meaning in claim.Kind.Meanings)
        {
            if (values.Of(claim.Kind.Table, meaning, isPrinted) is not { } range)
            {
                return true;
            }

            if (claim.Also is { } also)
            {
                if (values.Of(also.Table, also.Meanings[0], isPrinted) is not { } more)
                {
                    return true;
                }

                range = (range.Low + more.Low, range.High + more.High);
            }

            if (Fits(claim, range.Low, range.High))
            {
                return true;
            }
        }

        return false;
    }

    // 「20余」至多 30，「100多」至多 200。
    private static decimal Step(decimal said)
    {
        var step = 1m;
        while (said > 0 && step < 1e9m && said % (step * 10) == 0)
        {
            step *= 10;
        }

        return step;
    }

    private static bool Fits(Claim claim, decimal low, decimal high)
    {
        var said = claim.Value;

        // 「5.5万件」「14.7万元」印到哪一位就比到哪一位，进位和去尾都算对。
        var slack = claim.Kind.IsMoney ? Math.Max(claim.Grain, 0.01m) : claim.Grain > 1 ? claim.Grain : 0;
        return claim.Bound switch
        {
            ClaimBound.Exact => slack == 0 || said == 0 ? low <= said && said <= high : low < said + slack && said - slack < high,
            ClaimBound.About => low <= (said * 1.25m) + 3 && (said * 0.75m) - 3 <= high,
            ClaimBound.AtLeast => low <= (said * 1.5m) + 10 && said * 0.9m <= high,
            ClaimBound.Over => low <= said + Step(said) && said <= high,
            ClaimBound.AtMost => low <= said,
            _ => said <= high,
        };
    }
}
