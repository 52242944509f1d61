using System.Text;

namespace Gongkai.Workbench.Checks;

/// <summary>结果的 JSON 下载：一份一个文件，或整批一个逐行的文件。</summary>
public static class CheckDownloads
{
    /// <summary>加上两个下载的去处。</summary>
    public static void MapCheckDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/check/{token}/report-{number:int}.json", (string token, int number, CheckResultStore store, IReportJson json) =>
            store.Find(token)?.Entries.ElementAtOrDefault(number - 1) is { } entry
                ? Results.File(Encoding.UTF8.GetBytes(Line(entry, json) + "\n"), "application/json; charset=utf-8", $"report-{number}.json")
                : Results.NotFound());

        routes.MapGet("/check/{token}/reports.jsonl", (string token, CheckResultStore store, IReportJson json) =>
            store.Find(token) is { } result
                ? Results.File(Encoding.UTF8.GetBytes(Lines(result, json)), "application/jsonl; charset=utf-8", "reports.jsonl")
                : Results.NotFound());
    }

    private static string Line(CheckEntry entry, IReportJson json) =>
        entry.Report is { } report ? json.Report(report) : json.Unread(entry.File);

    private static string Lines(CheckResult result, IReportJson json)
    {
        var lines = new StringBuilder();
        foreach (var entry in result.Entries)
        {
            lines.Append(Line(entry, json)).Append('\n');
        }

        return lines.Append(json.Batch([.. result.Entries.Select(e => e.File).Distinct()])).Append('\n').ToString();
    }
}
