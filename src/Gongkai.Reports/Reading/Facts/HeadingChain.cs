namespace Gongkai.Reports.Reading.Facts;

/// <summary>
/// 从可能的标题里选出最像的次序：每份报告的部分号由小到大，序号写法前后一致。
/// 部分之下的小标题（「（一）主动公开情况」）因此落选。
/// </summary>
internal static class HeadingChain
{
    private const int Sections = 6;
    private const int Styles = 6;
    private const int SameStyle = 3;
    private const int OtherStyle = -6;

    // Starting another report must be worth it: a report that begins with its first section is likelier than one that does not.
    private const int NewReport = -25;
    private const int NewReportWithoutFirst = -45;
    private const int LeastWeight = 5;

    /// <summary>选出的标题，按先后。</summary>
    public static List<HeadingHit> Choose(List<HeadingCandidate> candidates)
    {
        var score = new int[candidates.Count];
        var previous = new int[candidates.Count];
        Span<int> best = stackalloc int[(Sections + 1) * Styles];
        best.Fill(-1);
        var overall = -1;
        for (var i = 0; i < candidates.Count; i++)
        {
            var current = candidates[i];
            var start = overall < 0 ? 0 : Math.Max(0, score[overall] + (current.Section == 1 ? NewReport : NewReportWithoutFirst));
            (score[i], previous[i]) = (start + current.Weight, start > 0 ? overall : -1);
            for (var state = 0; state < current.Section * Styles; state++)
            {
                var p = best[state];
                if (p >= 0 && Joint(candidates[p], current) is { } joint && score[p] + joint + current.Weight > score[i])
                {
                    (score[i], previous[i]) = (score[p] + joint + current.Weight, p);
                }
            }

            ref var slot = ref best[(current.Section * Styles) + (int)current.Style];
            slot = slot < 0 || score[i] > score[slot] ? i : slot;
            overall = overall < 0 || score[i] > score[overall] ? i : overall;
        }

        return Trace(candidates, previous, overall);
    }

    private static int? Joint(HeadingCandidate before, HeadingCandidate after) =>
        before.Style == after.Style ? SameStyle : before.Bracketed != after.Bracketed ? null : OtherStyle;

    private static List<HeadingHit> Trace(List<HeadingCandidate> candidates, int[] previous, int last)
    {
        var hits = new List<HeadingHit>();
        var weight = 0;
        for (var i = last; i >= 0; i = previous[i])
        {
            var c = candidates[i];
            weight += c.Weight;
            hits.Add(new HeadingHit(c.Section, c.Start, c.End, c.Style != NumberStyle.None));
        }

        hits.Reverse();
        return weight < LeastWeight ? [] : hits;
    }
}
