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

        foreach (var file in result.Entries.Select(e => e.File).Distinct())
        {
            batch.Add(file);
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
