using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Checking;

/// <summary>上一年的各份报告，按单位与年度找。先逐份加进来，再开始检查；加的时候可以几个线程一起。</summary>
public sealed class PreviousReports : IPreviousReports
{
    private readonly Dictionary<(string Agency, int Year), PreviousReport?> _byAgency = [];
    private readonly Lock _gate = new();
    private int _matched;

    /// <summary>加进来的份数，看不出单位或年度的不算。</summary>
    public int Count { get; private set; }

    /// <summary>今年的报告里有多少份对上了上一年的。每份报告只找一次。</summary>
    public int Matched => _matched;

    /// <summary>加进一份；同一单位同一年度有两份而不相同时，分不清哪一份作数，都不用。</summary>
    /// <returns>加进来了；看不出单位或年度时为 false。</returns>
    public bool Add(ReportReading report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Agency is null || PreviousReport.Of(report) is not { } previous)
        {
            return false;
        }

        var key = (Glyphs.Folded(report.Agency), previous.Year);
        lock (_gate)
        {
            Count++;
            _byAgency[key] = _byAgency.TryGetValue(key, out var other) && !(other?.IsSameAs(previous) ?? false) ? null : previous;
        }

        return true;
    }

    /// <inheritdoc/>
    public PreviousReport? Find(ReportReading report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var found = report is { Agency: { } agency, Year: { } year } ? _byAgency.GetValueOrDefault((Glyphs.Folded(agency), year - 1)) : null;
        if (found is not null)
        {
            Interlocked.Increment(ref _matched);
        }

        return found;
    }
}
