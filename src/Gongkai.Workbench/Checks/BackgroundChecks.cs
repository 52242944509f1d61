using System.Collections.Concurrent;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Workbench.Checks;

/// <summary>
/// 在后台检查：交上文件的请求早已答复，检查照样做完。全站同时最多查两个文件；几批一起时一批一个轮着来，小的一批不必等大的一批查完。
/// </summary>
/// <param name="check">检查一个文件。</param>
/// <param name="read">读上年的一个文件。</param>
/// <param name="store">存放结果。</param>
/// <param name="log">日志：只记出错的类型与位置；异常的文字里可能有文件内容，不记。</param>
public sealed partial class BackgroundChecks(CheckFile check, ReadFile read, CheckResultStore store, ILogger<BackgroundChecks> log) : BackgroundService
{
    private static readonly int Workers = Math.Clamp(Environment.ProcessorCount, 1, 2);

    private readonly BlockingCollection<CheckRun> _turns = [];

    /// <summary>排上一批。</summary>
    public void Add(CheckRun run)
    {
        // 一批最多占满各个线程：排几次队，就有几个线程可以同时做它。
        for (var i = 0; i < Workers; i++)
        {
            _turns.Add(run);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // 先叫停，再收起队列：没有好好停下就丢弃的站点，线程可能还在取。
        base.Dispose();
        _turns.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ =>
            Task.Factory.StartNew(() => Work(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

    // 检查只用处理器，不等别的：各占一个自己的线程，不占答复页面用的线程。
    private void Work(CancellationToken stopping)
    {
        try
        {
            foreach (var run in _turns.GetConsumingEnumerable(stopping))
            {
                Turn(run);
            }
        }
        catch (Exception e) when (stopping.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException)
        {
            // 程序要停了，没有查完的不再查。
        }
    }

    private void Turn(CheckRun run)
    {
        if (run.Take() is not { } work)
        {
            return;
        }

        if (!work.IsPrevious)
        {
            run.Put(work, Check(work, run.Options));
            store.MakeRoomFor(run);
        }
        else if (run.Put(work, Read(work)))
        {
            Add(run);
            return;
        }

        _turns.Add(run);
    }

    private FileReading Read(CheckWork work)
    {
        try
        {
            return read(work.Name, work.Content);
        }
        catch (Exception fault)
        {
            Failed(log, fault.GetType().Name, fault.StackTrace);
            return new FileReading(work.Name, [], new ReadError("check.failed", "读这个文件时程序出了错。请把文件另存为 txt 或 docx 再试。"));
        }
    }

    private CheckedFile Check(CheckWork work, CheckOptions options)
    {
        try
        {
            return check(work.Name, work.Content, options);
        }
        catch (Exception fault)
        {
            // 一个文件让程序出错，不能连累同一批的其他文件。
            Failed(log, fault.GetType().Name, fault.StackTrace);
            return new CheckedFile(work.Name, [], new ReadError("check.failed", "检查这个文件时程序出了错，没有得到结果；同一批的其他文件不受影响。请把文件另存为 txt 或 docx 再试。"));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A file could not be checked: {Fault} {Trace}")]
    private static partial void Failed(ILogger logger, string fault, string? trace);
}
