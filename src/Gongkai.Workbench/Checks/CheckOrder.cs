using Gongkai.Core.Calendar;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Workbench.Checks;

/// <summary>交上来的一个文件。</summary>
/// <param name="Name">文件名；整个文件夹交上来的带目录。</param>
/// <param name="Length">字节数，先报后读。</param>
/// <param name="ReadAsync">取内容。</param>
public sealed record PendingFile(string Name, long Length, Func<CancellationToken, Task<byte[]>> ReadAsync);

/// <summary>要检查的一个文件：内容在内存里，查完就放掉。</summary>
/// <param name="Name">清理过的文件名。</param>
/// <param name="Content">内容；不收的为 null。</param>
/// <param name="Refusal">不收的原因。</param>
public sealed record TakenFile(string Name, byte[]? Content, ReadError? Refusal);

/// <summary>收下的一批：哪些文件、按什么检查。</summary>
/// <param name="Files">本年的各个文件。</param>
/// <param name="Previous">上年的各个文件，不收的不在其中。</param>
/// <param name="Refusals">没有收的：一句话一条。</param>
/// <param name="AsOf">按哪一天看迟不迟。</param>
/// <param name="Region">按哪个地区的规定。</param>
public sealed record CheckOrder(IReadOnlyList<TakenFile> Files, IReadOnlyList<TakenFile> Previous, IReadOnlyList<string> Refusals, DateOnly AsOf, RegionProfile Region)
{
    /// <summary>收下交上来的文件：超限的说清楚，其余全部读进内存。</summary>
    public static async Task<CheckOrder> TakeAsync(IReadOnlyList<PendingFile> files, IReadOnlyList<PendingFile> previous, RegionProfile region, DateOnly asOf, CancellationToken cancellation)
    {
        List<string> refusals = [];
        var total = 0L;
        var taken = await TakeAsync(files, "");
        var last = await TakeAsync(previous, "上年的 ");
        return new CheckOrder(taken, [.. last.Where(f => f.Content is not null)], refusals, asOf, region);

        async Task<IReadOnlyList<TakenFile>> TakeAsync(IReadOnlyList<PendingFile> pending, string whose)
        {
            if (pending.Count > CheckLimits.Files)
            {
                refusals.Add($"一次最多检查 {CheckLimits.Files} 个文件，{whose}后面的 {pending.Count - CheckLimits.Files} 个没有检查：请分批再传。");
            }

            List<TakenFile> all = [];
            foreach (var file in pending.Take(CheckLimits.Files))
            {
                if (WhyRefused(file, total) is { } error)
                {
                    all.Add(new TakenFile(file.Name, null, error));
                    refusals.Add($"{whose}{file.Name}：{error.Message}");
                    continue;
                }

                total += file.Length;
                all.Add(new TakenFile(file.Name, await file.ReadAsync(cancellation), null));
            }

            return all;
        }
    }

    /// <summary>今天，中国时间。</summary>
    public static DateOnly Today(TimeProvider time) => ChinaDay.Of(time.GetUtcNow());

    private static ReadError? WhyRefused(PendingFile file, long total) => file switch
    {
        { Length: 0 } => new ReadError("file.empty", "文件是空的，没有检查：请确认选对了文件。"),
        { Length: > CheckLimits.FileBytes } => new ReadError("upload.tooLarge",
            $"文件超过 {CheckLimits.FileBytes >> 20} MB，没有检查：请去掉其中的图片，或只留年度报告再传。"),
        _ when total + file.Length > CheckLimits.TotalBytes => new ReadError("upload.totalTooLarge",
            $"这一批合计超过 {CheckLimits.TotalBytes >> 20} MB，轮到它时没有检查：请把它放到下一批。"),
        _ => null,
    };
}
