using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Cli.Batch;

/// <summary>读上一年的报告（<c>--previous</c>）：一个文件或一个目录。读不了的不误检查，只说一声。</summary>
internal static class PreviousYear
{
    /// <summary>读完全部；几个工人同时读，只留与今年相比要用的部分。</summary>
    public static async Task<PreviousReports> ReadAsync(string path, CliHost host, CancellationToken cancellation)
    {
        var reports = new PreviousReports();
        var (unreadable, unnamed) = (0, 0);
        await Parallel.ForEachAsync(
            new FileWalk(null).Walk([path]),
            new ParallelOptions { MaxDegreeOfParallelism = host.Workers, CancellationToken = cancellation },
            (item, _) =>
            {
                using var content = FileContent.Read(item.Path);
                var file = item.Error is null && content.Error is null && !content.IsSpecial ? ReportReader.Read(item.Path, content.Bytes) : null;
                if (file is null or { Error: not null })
                {
                    Interlocked.Increment(ref unreadable);
                }

                foreach (var report in file?.Reports ?? [])
                {
                    if (!reports.Add(report))
                    {
                        Interlocked.Increment(ref unnamed);
                    }
                }

                return ValueTask.CompletedTask;
            });

        await host.Error.WriteLineAsync($"上一年的报告：{reports.Count} 份可以相比{(unreadable > 0 ? $"，{unreadable} 个文件读不了" : "")}{(unnamed > 0 ? $"，{unnamed} 份看不出单位或年度" : "")}。");
        return reports;
    }
}
