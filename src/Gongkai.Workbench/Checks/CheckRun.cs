using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Workbench.Checks;

/// <summary>轮到的一件事：读上年的一个文件，或检查本年的一个文件。</summary>
/// <param name="IsPrevious">是上年的。</param>
/// <param name="Index">第几个，自 0 起。</param>
/// <param name="Name">文件名。</param>
/// <param name="Content">内容。</param>
public sealed record CheckWork(bool IsPrevious, int Index, string Name, byte[] Content);

/// <summary>一批检查：上年的先读完，再查本年的；几个线程一起做，结果按交上来的次序列出。</summary>
public sealed class CheckRun
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _startedAt;
    private readonly PreviousReports _lastYear = new();
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TakenFile[] _previous;
    private readonly TakenFile[] _files;
    private readonly CheckedFile?[] _results;
    private readonly List<CheckEntry> _entries = [];
    private readonly List<PreviousFile> _previousFiles = [];
    private readonly List<string> _refusals;
    private readonly BatchSummary _summary = new();
    private DateTimeOffset _expiresAt;
    private CheckState _state = CheckState.Running;
    private int _nextPrevious, _previousDone, _next, _done, _listed;
    private int _found;
    private long _bytes;

    /// <summary>开始一批。</summary>
    public CheckRun(string token, CheckOrder order, TimeProvider time)
    {
        (Token, _time, _startedAt) = (token, time, time.GetUtcNow());
        (_previous, _files) = ([.. order.Previous], [.. order.Files]);
        (_results, _refusals) = (new CheckedFile?[_files.Length], [.. order.Refusals]);
        Options = new CheckOptions(order.AsOf, order.Region, _previous.Length > 0 ? _lastYear : null, InBatch: _files.Length > 1);
        _expiresAt = _startedAt + CheckLimits.RunningTime;
        _bytes = _previous.Concat(_files).Sum(f => f.Content?.LongLength ?? 0);
        for (var i = 0; i < _files.Length; i++)
        {
            if (_files[i].Refusal is { } refusal)
            {
                (_results[i], _done) = (new CheckedFile(_files[i].Name, [], refusal), _done + 1);
            }
        }

        List();
        FinishIfDone();
    }

    /// <summary>访问凭据。</summary>
    public string Token { get; }

    /// <summary>按什么检查。</summary>
    public CheckOptions Options { get; }

    /// <summary>查完、停下时完成。</summary>
    public Task Finished => _finished.Task;

    /// <summary>估计占用的内存：待查的内容与已有的结果。</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _bytes;
            }
        }
    }

    /// <summary>还在检查。</summary>
    public bool IsRunning
    {
        get
        {
            lock (_gate)
            {
                return _state is CheckState.Running;
            }
        }
    }

    /// <summary>到时了：查完的该清除，还在查的该停下。</summary>
    public bool IsOver(DateTimeOffset now)
    {
        lock (_gate)
        {
            return _expiresAt <= now;
        }
    }

    /// <summary>取下一件事；此刻没有时为 null（查完了、停下了，或上年的还有人在读）。</summary>
    public CheckWork? Take()
    {
        lock (_gate)
        {
            if (_state is not CheckState.Running)
            {
                return null;
            }

            if (_nextPrevious < _previous.Length)
            {
                var index = _nextPrevious++;
                return new CheckWork(true, index, _previous[index].Name, _previous[index].Content!);
            }

            while (_previousDone == _previous.Length && _next < _files.Length)
            {
                var index = _next++;
                if (_files[index].Content is { } content)
                {
                    return new CheckWork(false, index, _files[index].Name, content);
                }
            }

            return null;
        }
    }

    /// <summary>交回上年的一个文件。</summary>
    /// <returns>上年的刚好读完，本年的可以开始了。</returns>
    public bool Put(CheckWork work, FileReading reading)
    {
        foreach (var report in reading.Reports)
        {
            _lastYear.Add(report);
        }

        lock (_gate)
        {
            _bytes -= work.Content.LongLength;
            _previous[work.Index] = _previous[work.Index] with { Content = null };
            _previousFiles.AddRange(reading.Reports.Count == 0
                ? [new PreviousFile(reading.File, null, null, reading.Error ?? new ReadError("report.none", "没有找到年度报告。"))]
                : reading.Reports.Select(r => new PreviousFile(r.File, r.Agency, r.Year, null)));
            return ++_previousDone == _previous.Length;
        }
    }

    /// <summary>交回本年的一个文件。</summary>
    public void Put(CheckWork work, CheckedFile result)
    {
        lock (_gate)
        {
            _bytes -= work.Content.LongLength;
            _files[work.Index] = _files[work.Index] with { Content = null };
            if (_state is not CheckState.Running)
            {
                return;
            }

            _results[work.Index] = result;
            _done++;
            List();
            FinishIfDone();
        }
    }

    /// <summary>停下：查完的留着，其余不查了。已经查完的不受影响。</summary>
    /// <param name="why">为什么，如「已按您的要求停下」。</param>
    public void Stop(string why)
    {
        lock (_gate)
        {
            if (_state is not CheckState.Running)
            {
                return;
            }

            var left = _files.Length - _done;
            _refusals.Add($"{why}：查完 {_done} 个，其余 {left} 个没有检查。");
            for (var i = _listed; i < _files.Length; i++)
            {
                if (_results[i] is { } result)
                {
                    List(result);
                }
            }

            _listed = _files.Length;
            Finish(CheckState.Stopped);
        }
    }

    /// <summary>此刻的样子。</summary>
    public CheckResult Snapshot()
    {
        lock (_gate)
        {
            return new CheckResult(
                Token, _state, _expiresAt, Options, _files.Length, _done, _previous.Length, _previousDone,
                [.. _entries],
                _found > _entries.Count ? [.. _refusals, $"共读出 {_found} 份报告，只列出前 {_entries.Count} 份：请分批检查其余的文件。"] : [.. _refusals],
                [.. _previousFiles.OrderBy(f => f.File, StringComparer.Ordinal)],
                _state is CheckState.Running ? null : _summary);
        }
    }

    /// <summary>把已经查完的、前面没有缺的，按次序列出来。</summary>
    private void List()
    {
        while (_listed < _results.Length && _results[_listed] is { } result)
        {
            List(result);
            _results[_listed++] = null;
        }
    }

    private void List(CheckedFile file)
    {
        _found += Math.Max(1, file.Reports.Count);
        var room = CheckLimits.Entries - _entries.Count;
        if (room == 0)
        {
            return;
        }

        // 清单有上限，一个文件的报告可能只列前几份：总数只算列出来的。
        var whole = file with { Reports = [.. file.Reports.Take(room)] };
        _summary.Add(whole);

        // 正文摘出来之后，整个源文件的文字就不必再留。
        (ReportText Text, string? Previous)[] kept = [.. whole.Reports.Select(r => (ReportText.Of(r.Reading.Narrative), Options.Previous?.Find(r.Reading)?.File))];
        var slim = whole with { Reports = [.. whole.Reports.Select(r => r with { Reading = r.Reading.WithoutText() })] };
        if (kept.Length == 0)
        {
            Add(new CheckEntry(_entries.Count + 1, slim, null, ReportText.Empty, null));
        }

        for (var i = 0; i < kept.Length; i++)
        {
            Add(new CheckEntry(_entries.Count + 1, slim, slim.Reports[i], kept[i].Text, kept[i].Previous));
        }
    }

    private void Add(CheckEntry entry)
    {
        _entries.Add(entry);
        _bytes += Weigh(entry);
    }

    private void FinishIfDone()
    {
        if (_done == _files.Length && _previousDone == _previous.Length)
        {
            Finish(CheckState.Done);
        }
    }

    private void Finish(CheckState state)
    {
        (_state, _expiresAt) = (state, _time.GetUtcNow() + CheckLimits.Lifetime);
        for (var i = 0; i < _files.Length; i++)
        {
            _bytes -= i >= _next ? _files[i].Content?.LongLength ?? 0 : 0;
            _files[i] = i >= _next ? _files[i] with { Content = null } : _files[i];
        }

        for (var i = _nextPrevious; i < _previous.Length; i++)
        {
            _bytes -= _previous[i].Content?.LongLength ?? 0;
            _previous[i] = _previous[i] with { Content = null };
        }

        _finished.TrySetResult();
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
        return 4096 + cells + notes + findings + entry.Text.Bytes;
    }
}
