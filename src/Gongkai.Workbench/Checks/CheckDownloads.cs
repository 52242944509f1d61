using System.Buffers;
using System.Text;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing;
using Gongkai.Reports.Writing.Html;
using Gongkai.Reports.Writing.Json;
using Gongkai.Reports.Writing.Xlsx;

namespace Gongkai.Workbench.Checks;

/// <summary>结果的下载：一份或整批，json、html、xlsx，写法与命令行相同。都在内存里写成，不用临时文件。</summary>
public static class CheckDownloads
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int MostName = 60;

    /// <summary>加上各个下载的去处。</summary>
    public static void MapCheckDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/check/{token}/report-{number:int}.json", (string token, int number, CheckResultStore store) =>
            store.Find(token)?.Entries.ElementAtOrDefault(number - 1) is { } entry
                ? Results.File(Line(entry), "application/json; charset=utf-8", $"report-{number}.json")
                : Results.NotFound());

        routes.MapGet("/check/{token}/report-{number:int}.html", (string token, int number, CheckResultStore store) =>
            store.Find(token)?.Entries.ElementAtOrDefault(number - 1)?.Report is { } report
                ? Results.File(ReportHtml.Of(report), "text/html; charset=utf-8", $"{NameOf(report.Reading)}检查结果.html")
                : Results.NotFound());

        routes.MapGet("/check/{token}/reports.jsonl", (string token, CheckResultStore store) =>
            Whole(store, token, (result, summary) => Results.File(Lines(result, summary), "application/jsonl; charset=utf-8", "reports.jsonl")));
        routes.MapGet("/check/{token}/reports.html", (string token, CheckResultStore store) =>
            Whole(store, token, (result, summary) => Results.File(Page(result, summary), "text/html; charset=utf-8", "年报检查结果.html")));
        routes.MapGet("/check/{token}/reports.xlsx", (string token, CheckResultStore store) =>
            Whole(store, token, (result, _) => Results.File(Workbook(result), Xlsx, "年报检查结果.xlsx")));
    }

    /// <summary>下载文件名的前半：单位与年度，只留字母、数字和汉字。</summary>
    public static string NameOf(ReportReading reading)
    {
        var name = new StringBuilder();
        foreach (var rune in DisplayText.Clean(reading.Agency).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) && name.Length < MostName)
            {
                name.Append(rune.ToString());
            }
        }

        return $"{(name.Length > 0 ? name : "未知单位")}{reading.Year}";
    }

    private static IResult Whole(CheckResultStore store, string token, Func<CheckResult, BatchSummary, IResult> write) => store.Find(token) switch
    {
        null => Results.NotFound(),
        { Summary: { } summary } result => write(result, summary),
        _ => Results.Conflict(),
    };

    /// <summary>各个文件，不重复：同名而都读不了的文件内容相等，所以按对象分。</summary>
    private static IEnumerable<CheckedFile> Files(CheckResult result) =>
        result.Entries.Select(e => e.File).Distinct<CheckedFile>(ReferenceEqualityComparer.Instance);

    private static byte[] Line(CheckEntry entry)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(output, entry);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Lines(CheckResult result, BatchSummary summary)
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (var entry in result.Entries)
        {
            Write(output, entry);
        }

        ReportJson.Write(output, summary);
        return output.WrittenSpan.ToArray();
    }

    private static MemoryStream Page(CheckResult result, BatchSummary summary)
    {
        using var spool = new MemoryStream();
        using var html = new ReportHtml(spool);
        foreach (var file in Files(result))
        {
            html.Add(file);
        }

        var output = new MemoryStream();
        html.Finish(output, summary);
        output.Position = 0;
        return output;
    }

    private static MemoryStream Workbook(CheckResult result)
    {
        using var xlsx = new ReportXlsx(() => new MemoryStream());
        foreach (var file in Files(result))
        {
            xlsx.Add(file);
        }

        var output = new MemoryStream();
        xlsx.Finish(output);
        output.Position = 0;
        return output;
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
