using System.Diagnostics;
using Gongkai.Bench.Conformance;
using Gongkai.Reports.Checking;

namespace Gongkai.Bench.Fuzzing;

/// <summary>在另一个线程上读一个输入，看着钟；读得太久或抛出都算失败。</summary>
public sealed class Watchdog : IDisposable
{
    /// <summary>一个输入最多读多久。</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    // A busy machine can stop a thread for seconds; only what is slow three times is slow.
    private const int Tries = 3;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    // As small as any supported system gives: deep nesting must not overflow it.
    private const int StackSize = 1 << 20;

    private readonly AutoResetEvent _given = new(false);
    private readonly AutoResetEvent _done = new(false);
    private readonly Thread _reader;
    private FuzzInput? _input;
    private CheckedFile? _result;
    private Exception? _thrown;

    /// <summary>起一个读的线程。</summary>
    public Watchdog()
    {
        _reader = new Thread(ReadForEver, StackSize) { IsBackground = true, Name = "reader" };
        _reader.Start();
    }

    /// <summary>有一个输入一直没有读完；线程停不下来，这个看守不能再用。</summary>
    public bool HasHung { get; private set; }

    /// <summary>读得最久的一次。</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>分配得最多的一次，字节。</summary>
    public long MostAllocated { get; private set; }

    /// <summary>刚才一次分配了多少字节。</summary>
    public long Allocated { get; private set; }

    /// <summary>读一个输入，给出违背了什么；没有时为空。</summary>
    public IReadOnlyList<string> Check(FuzzInput input)
    {
        var shortest = TimeSpan.MaxValue;
        for (var n = 0; n < Tries && shortest > Limit; n++)
        {
            var started = Stopwatch.GetTimestamp();
            _input = input;
            _given.Set();
            if (!_done.WaitOne(Hang))
            {
                HasHung = true;
                return [$"not read in {Hang.TotalSeconds} s"];
            }

            var took = Stopwatch.GetElapsedTime(started);
            shortest = took < shortest ? took : shortest;
            if (_thrown is not null)
            {
                return [_thrown.ToString()];
            }
        }

        Slowest = shortest > Slowest ? shortest : Slowest;
        MostAllocated = Math.Max(MostAllocated, Allocated);
        return shortest > Limit ? [$"took {shortest.TotalSeconds:F1} s, the limit is {Limit.TotalSeconds} s"] : Invariants.Broken(input, _result!);
    }

    /// <summary>刚读的结果。</summary>
    public CheckedFile? Result => _result;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!HasHung)
        {
            _input = null;
            _given.Set();
            _reader.Join();
            _given.Dispose();
            _done.Dispose();
        }
    }

    private void ReadForEver()
    {
        while (_given.WaitOne() && _input is { } input)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            (_result, _thrown) = (null, null);
            try
            {
                _result = ReportChecker.CheckFile(input.Name, input.Content, ConformanceCase.Options);
            }
#pragma warning disable CA1031 // Any exception at all is what this program looks for.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _thrown = e;
            }

            Allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            _done.Set();
        }
    }
}
