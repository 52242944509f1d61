using Gongkai.Core.Calendar;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing;

namespace Gongkai.Workbench.Checks;

/// <summary>待查的一个文件。</summary>
/// <param name="Name">文件名。</param>
/// <param name="Length">字节数，先报后读。</param>
/// <param name="ReadAsync">取内容。</param>
public sealed record PendingFile(string Name, long Length, Func<CancellationToken, Task<byte[]>> ReadAsync);

/// <summary>在后台线程上检查一批文件：全站同时最多两个，取消即停；超限的说清楚，其余照查。</summary>
/// <param name="check">检查一个文件。</param>
/// <param name="store">存放结果。</param>
/// <param name="time">时钟：按今天看迟不迟。</param>
/// <param name="log">日志：只记出错的类型与位置；异常的文字里可能有文件内容，不记。</param>
public sealed partial class FileChecks(CheckFile check, CheckResultStore store, TimeProvider time, ILogger<FileChecks> log) : IDisposable
{
    private readonly SemaphoreSlim _cores = new(Math.Clamp(Environment.ProcessorCount, 1, 2));

    /// <summary>检查并存下结果。</summary>
    public async Task<CheckResult> RunAsync(IReadOnlyList<PendingFile> files, CancellationToken cancellation)
    {
        List<string> refusals = [];
        if (files.Count > CheckLimits.Files)
        {
            refusals.Add($"一次最多检查 {CheckLimits.Files} 个文件，后面的 {files.Count - CheckLimits.Files} 个没有检查：请分批再传。");
        }

        var taken = files.Take(CheckLimits.Files).ToArray();
        var results = new CheckedFile[taken.Length];
        List<int> fitting = [];
        var total = 0L;
        for (var i = 0; i < taken.Length; i++)
        {
            if (WhyRefused(taken[i], total) is { } error)
            {
                results[i] = new CheckedFile(DisplayText.FileName(taken[i].Name), [], error);
                refusals.Add($"{results[i].File}：{error.Message}");
                continue;
            }

            total += taken[i].Length;
            fitting.Add(i);
        }

        await Parallel.ForEachAsync(fitting, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation },
            async (i, token) => results[i] = await CheckAsync(taken[i], token));
        return store.Add(results, refusals);
    }

    /// <inheritdoc/>
    public void Dispose() => _cores.Dispose();

    private static ReadError? WhyRefused(PendingFile file, long total) => file switch
    {
        { Length: 0 } => new ReadError("file.empty", "文件是空的，没有检查：请确认选对了文件。"),
        { Length: > CheckLimits.FileBytes } => new ReadError("upload.tooLarge",
            $"文件超过 {CheckLimits.FileBytes >> 20} MB，没有检查：请去掉其中的图片，或只留年度报告再传。"),
        _ when total + file.Length > CheckLimits.TotalBytes => new ReadError("upload.totalTooLarge",
            $"这一批合计超过 {CheckLimits.TotalBytes >> 20} MB，轮到它时没有检查：请把它放到下一批。"),
        _ => null,
    };

    private async Task<CheckedFile> CheckAsync(PendingFile file, CancellationToken cancellation)
    {
        var name = DisplayText.FileName(file.Name);
        await _cores.WaitAsync(cancellation);
        try
        {
            var content = await file.ReadAsync(cancellation);
            var options = new CheckOptions(ChinaDay.Of(time.GetUtcNow()), RegionProfile.National);
            return await Task.Run(() => check(name, content, options), cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // 一个文件让程序出错，不能连累同一批的其他文件。
            CheckFailed(log, fault.GetType().Name, fault.StackTrace);
            return new CheckedFile(name, [], new ReadError("check.failed", "检查这个文件时程序出了错，没有得到结果；同一批的其他文件不受影响。请把文件另存为 txt 或 docx 再试。"));
        }
        finally
        {
            _cores.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A file could not be checked: {Fault} {Trace}")]
    private static partial void CheckFailed(ILogger logger, string fault, string? trace);
}
