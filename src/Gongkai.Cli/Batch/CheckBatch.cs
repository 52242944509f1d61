using System.Buffers;
using System.Collections.Concurrent;
using System.Threading.Channels;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Cli.Batch;

/// <summary>读并检查一个文件。</summary>
internal delegate CheckedFile FileCheck(string file, ReadOnlyMemory<byte> content, CheckOptions options);

/// <summary>几个工人同时检查，结果按给出的次序交出。在途的文件有上限，所以占用内存与文件多少无关。</summary>
internal sealed class CheckBatch(FileCheck check, CheckOptions options, int workers)
{
    private const int Window = 512;
    private const int LargestKept = 1 << 20;

    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _buffers = [];

    /// <summary>检查这些文件；<paramref name="done"/> 在每个结果写出之后调用。</summary>
    public async Task RunAsync(IEnumerable<WalkItem> items, BatchOutput output, BatchSummary summary, Action done, CancellationToken cancellation)
    {
        // 工人占住线程池的全部线程时，交结果的一方会饿着。
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(Math.Max(threads, workers + 2), ports);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var work = Channel.CreateBounded<Slot>(new BoundedChannelOptions(Window) { SingleWriter = true });
        var ordered = Channel.CreateBounded<Slot>(new BoundedChannelOptions(Window) { SingleWriter = true, SingleReader = true });
        Task[] running =
        [
            Task.Run(() => ProduceAsync(items, work.Writer, ordered.Writer, stop.Token), CancellationToken.None),
            .. Enumerable.Range(0, workers).Select(_ => Task.Run(() => WorkAsync(work.Reader, output, stop.Token), CancellationToken.None)),
        ];
        try
        {
            await ConsumeAsync(ordered.Reader, output, summary, done, stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task ProduceAsync(IEnumerable<WalkItem> items, ChannelWriter<Slot> work, ChannelWriter<Slot> ordered, CancellationToken cancellation)
    {
        Exception? fault = null;
        try
        {
            foreach (var item in items)
            {
                var slot = new Slot(item);
                await ordered.WriteAsync(slot, cancellation);
                await work.WriteAsync(slot, cancellation);
            }
        }
        catch (Exception e)
        {
            // 交给取结果的一方抛出。
            fault = e;
        }

        work.Complete();
        ordered.Complete(fault);
    }

    private async Task WorkAsync(ChannelReader<Slot> work, BatchOutput output, CancellationToken cancellation)
    {
        await foreach (var slot in work.ReadAllAsync(cancellation))
        {
            try
            {
                slot.Done.SetResult(Check(slot.Item, output));
            }
            catch (Exception e)
            {
                slot.Done.SetException(e);
            }
        }
    }

    private async Task ConsumeAsync(ChannelReader<Slot> ordered, BatchOutput output, BatchSummary summary, Action done, CancellationToken cancellation)
    {
        await foreach (var slot in ordered.ReadAllAsync(cancellation))
        {
            if (!slot.Done.Task.IsCompleted)
            {
                // 要等了：先把已有的交给读的一方。
                output.Flush();
            }

            var (file, rendered) = await slot.Done.Task.WaitAsync(cancellation);
            if (file is null)
            {
                summary.AddSkipped(1);
                continue;
            }

            summary.Add(file);
            output.Write(file, rendered is null ? default : rendered.WrittenMemory);
            done();
            if (rendered is { Capacity: <= LargestKept })
            {
                rendered.ResetWrittenCount();
                _buffers.Add(rendered);
            }
        }
    }

    private Result Check(WalkItem item, BatchOutput output)
    {
        var file = Read(item);
        if (file is null || !output.RendersAhead)
        {
            return new Result(file, null);
        }

        var buffer = _buffers.TryTake(out var kept) ? kept : new ArrayBufferWriter<byte>(1 << 15);
        output.Render(file, buffer);
        return new Result(file, buffer);
    }

    private CheckedFile? Read(WalkItem item)
    {
        if (item.Error is { } known)
        {
            return new CheckedFile(item.Path, [], known);
        }

        using var content = FileContent.Read(item.Path);
        if (content.IsSpecial && !item.IsNamed)
        {
            return null;
        }

        if (content.Error is { } error)
        {
            return new CheckedFile(item.Path, [], error);
        }

        try
        {
            return check(item.Path, content.Bytes, options);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // 读者本不该抛出；万一有错，只误一个文件，不误一批。
            return new CheckedFile(item.Path, [], new ReadError("program.fault", $"程序在这个文件上出错（{e.GetType().Name}），其他文件不受影响。请把它报告给我们。"));
        }
    }

    private sealed class Slot(WalkItem item)
    {
        public WalkItem Item { get; } = item;

        public TaskCompletionSource<Result> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>一个文件的结果；在目录里遇到的特殊文件没有结果，略过。</summary>
    private readonly record struct Result(CheckedFile? File, ArrayBufferWriter<byte>? Rendered);
}
