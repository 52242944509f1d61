using System.Buffers;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Writing.Json;

namespace Gongkai.Workbench.Checks;

/// <summary>结果的 JSON 下载：一份一个文件，或整批一个逐行的文件，写法与命令行相同。</summary>
public static class CheckDownloads
{
    /// <summary>加上两个下载的去处。</summary>
    public static void MapCheckDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/check/{token}/report-{number:int}.json", (string token, int number, CheckResultStore store) =>
            store.Find(token)?.Entries.ElementAtOrDefault(number - 1) is { } entry
                ? Results.File(Line(entry), "application/json; charset=utf-8", $"report-{number}.json")
                : Results.NotFound());

        routes.MapGet("/check/{token}/reports.jsonl", (string token, CheckResultStore store) =>
            store.Find(token) is { } result
                ? Results.File(Lines(result), "application/jsonl; charset=utf-8", "reports.jsonl")
                : Results.NotFound());
    }

    private static byte[] Line(CheckEntry entry)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(output, entry);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Lines(CheckResult result)
    {
        var output = new ArrayBufferWriter<byte>();
        var batch = new BatchSummary();
        foreach (var entry in result.Entries)
        {
            Write(output, entry);
        }

        // 清单有上限，一个文件的报告可能只列了前几份：总数只算上面写出来的。同名而都读不了的文件内容相等，所以按对象分。
        foreach (var file in result.Entries.GroupBy<CheckEntry, CheckedFile>(e => e.File, ReferenceEqualityComparer.Instance))
        {
            batch.Add(file.Key with { Reports = [.. file.Select(e => e.Report).OfType<CheckedReport>()] });
        }

        ReportJson.Write(output, batch);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(IBufferWriter<byte> output, CheckEntry entry)
    {
        if (entry.Report is { } report)
        {
            ReportJson.Write(output, report);
        }
        else
        {
            ReportJson.Write(output, entry.File);
        }
    }
}
