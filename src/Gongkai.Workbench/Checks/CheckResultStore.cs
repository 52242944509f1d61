using System.Buffers.Text;
using System.Security.Cryptography;
using Gongkai.Reports.Checking;

namespace Gongkai.Workbench.Checks;

/// <summary>体检结果的存放处：只在内存里，到时清除，总数与总量有限，满了先清最早的。</summary>
public sealed class CheckResultStore : IDisposable
{
    private readonly TimeProvider _time;
    private readonly ITimer _sweeping;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CheckResult> _results = [];
    private readonly Queue<string> _order = [];
    private long _bytes;

    /// <summary>开始存放；每分钟清一遍到时的，没有人再来也照清。</summary>
    /// <param name="time">时钟。</param>
    public CheckResultStore(TimeProvider time)
    {
        _time = time;
        _sweeping = time.CreateTimer(_ => SweepNow(), null, CheckLimits.SweepEvery, CheckLimits.SweepEvery);
    }

    /// <summary>此刻内存里实有几次结果，含到时而还没有清的。</summary>
    public int Held
    {
        get
        {
            lock (_gate)
            {
                return _results.Count;
            }
        }
    }

    /// <summary>存下一次结果，给它一个猜不到的凭据。</summary>
    public CheckResult Add(IReadOnlyList<CheckedFile> files, IReadOnlyList<string> refusals)
    {
        var entries = files
            .SelectMany(f => f.Reports.Count == 0 ? [(f, null)] : f.Reports.Select(r => (f, (CheckedReport?)r)))
            .Take(CheckLimits.Entries)
            .Select((e, index) => new CheckEntry(index + 1, e.f, e.Item2))
            .ToArray();
        var total = files.Sum(f => Math.Max(1, f.Reports.Count));
        string[] said = total > entries.Length
            ? [.. refusals, $"共读出 {total} 份报告，只列出前 {entries.Length} 份：请分批检查其余的文件。"]
            : [.. refusals];
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var result = new CheckResult(token, _time.GetUtcNow() + CheckLimits.Lifetime, entries, said, entries.Sum(Weigh));

        lock (_gate)
        {
            Sweep();
            _results.Add(token, result);
            _order.Enqueue(token);
            _bytes += result.Bytes;
            while (_results.Count > 1 && (_results.Count > CheckLimits.Results || _bytes > CheckLimits.ResultBytes))
            {
                RemoveOldest();
            }
        }

        return result;
    }

    /// <summary>取一次结果；没有、已过期或已删除时为 null。</summary>
    public CheckResult? Find(string token)
    {
        lock (_gate)
        {
            Sweep();
            return _results.GetValueOrDefault(token);
        }
    }

    /// <summary>删除一次结果；本来就没有时返回 false。</summary>
    public bool Delete(string token)
    {
        lock (_gate)
        {
            return Remove(token);
        }
    }

    /// <summary>停止定时清除。</summary>
    public void Dispose() => _sweeping.Dispose();

    private void SweepNow()
    {
        lock (_gate)
        {
            Sweep();
        }
    }

    private void Sweep()
    {
        var now = _time.GetUtcNow();
        while (_order.TryPeek(out var oldest) && (!_results.TryGetValue(oldest, out var result) || result.ExpiresAt <= now))
        {
            RemoveOldest();
        }
    }

    private void RemoveOldest() => Remove(_order.Dequeue());

    private bool Remove(string token)
    {
        if (!_results.Remove(token, out var result))
        {
            return false;
        }

        _bytes -= result.Bytes;
        return true;
    }

    /// <summary>估一条占多少内存：每格定额，加上各处原文的长度。</summary>
    private static long Weigh(CheckEntry entry)
    {
        if (entry.Report is not { } report)
        {
            return 1024;
        }

        var cells = report.Reading.Tables.Sum(t => t.Cells.Sum(c => 80L + (2 * c.Raw.Length) + (24 * (c.Candidates?.Count ?? 0))));
        var notes = report.Reading.Notes.Sum(n => 200L + (2 * n.Message.Length) + (32 * n.Cells.Count));
        var findings = report.Findings.Sum(f => 300L + (2 * f.Message.Length) + (32 * f.Cells.Count) + f.Quotes.Sum(q => 2L * q.Text.Length));
        return 4096 + cells + notes + findings;
    }
}
