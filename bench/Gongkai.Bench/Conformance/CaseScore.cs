using Gongkai.Reports.Checking;

namespace Gongkai.Bench.Conformance;

/// <summary>一个案例读得怎样：得分，以及每一处不符。</summary>
/// <param name="Case">案例。</param>
/// <param name="Score">得分。</param>
/// <param name="Mistakes">每一处不符，一处一行英文；空表示全对。</param>
public sealed record CaseScore(ConformanceCase Case, Score Score, IReadOnlyList<string> Mistakes)
{
    /// <summary>把读、查的结果与答案比较。</summary>
    public static CaseScore Of(ConformanceCase judged, CheckedFile got)
    {
        var marker = new Marker();
        var expected = judged.Truth.Reports;
        if (got.Reports.Count != expected.Count)
        {
            marker.Note($"reports: expected {expected.Count}, got {got.Reports.Count}{(got.Error is { } error ? $" ({error.Code} {error.Message})" : "")}");
        }

        for (var i = 0; i < expected.Count; i++)
        {
            marker.Where = expected.Count > 1 ? $"report {i}: " : "";
            if (i < got.Reports.Count)
            {
                marker.Report(expected[i], got.Reports[i]);
            }
            else
            {
                marker.Missing(expected[i]);
            }
        }

        foreach (var extra in got.Reports.Skip(expected.Count))
        {
            marker.Where = $"report {extra.Reading.Index} (there is no such report): ";
            marker.Invented(extra.Reading);
        }

        return new CaseScore(judged, marker.Score with { Cases = new Tally(marker.Mistakes.Count == 0 ? 1 : 0, 1) }, marker.Mistakes);
    }
}
