using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Bench.Checks;

/// <summary>一次出入：该查出的没有查出，或查出了不该查出的。</summary>
/// <param name="Rule">规则代号。</param>
/// <param name="IsFalse">是冤枉，不是漏查。</param>
/// <param name="Severity">冤枉的轻重；漏查为 null。</param>
/// <param name="Words">一行英文。</param>
public sealed record CheckMistake(string Rule, bool IsFalse, Severity? Severity, string Words);

/// <summary>一个案例查得怎样。</summary>
/// <param name="Case">案例。</param>
/// <param name="Found">查对的规则，一个要求一次。</param>
/// <param name="Mistakes">出入。</param>
public sealed record CheckScore(CheckCase Case, IReadOnlyList<string> Found, IReadOnlyList<CheckMistake> Mistakes)
{
    /// <summary>错误以上的冤枉。</summary>
    public IEnumerable<CheckMistake> FalseErrors => Mistakes.Where(m => m is { IsFalse: true, Severity: >= Gongkai.Core.Reports.Severity.Error });

    /// <summary>查一个案例，与答案比较。</summary>
    public static CheckScore Of(CheckCase judged)
    {
        var got = judged.Check();
        List<string> found = [];
        List<CheckMistake> mistakes = [];
        if (got.Reports.Count != judged.Reports.Count)
        {
            mistakes.Add(new("", false, null, $"expected {judged.Reports.Count} reports, got {got.Reports.Count} {got.Error?.Code}"));
        }

        foreach (var (truth, report) in judged.Reports.Zip(got.Reports))
        {
            foreach (var expected in truth.Must)
            {
                if (WhyMissed(expected, report) is { } why)
                {
                    mistakes.Add(new(expected.Rule, false, null, $"missed {expected.Rule}: {why}"));
                }
                else
                {
                    found.Add(expected.Rule);
                }
            }

            mistakes.AddRange(report.Findings
                .Where(f => !truth.May.Contains(f.Rule) && truth.Must.All(m => m.Rule != f.Rule))
                .Select(f => new CheckMistake(f.Rule, true, f.Severity, $"FALSE {f.Severity} {f.Rule}: {f.Message}")));
        }

        return new CheckScore(judged, found, mistakes);
    }

    private static string? WhyMissed(ExpectedFinding expected, CheckedReport report)
    {
        Finding[] own = [.. report.Findings.Where(f => f.Rule == expected.Rule)];
        return own switch
        {
            [] => "no such finding",
            _ when expected.Severity is { } severity && own.All(f => f.Severity != severity) => $"severity {own[0].Severity} instead of {severity}",
            _ when expected.Quote is { } quote && !own.Any(f => f.Quotes.Any(q => Bare(q.Text).Contains(Bare(quote), StringComparison.Ordinal))) =>
                $"quotes [{string.Join(" | ", own.SelectMany(f => f.Quotes).Select(q => q.Text))}] instead of “{quote}”",
            _ when expected.Cells.Except(own.SelectMany(f => f.Cells).Select(c => c.ToString())).ToList() is { Count: > 0 } absent => $"does not name {string.Join(", ", absent)}",
            _ => null,
        };
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
