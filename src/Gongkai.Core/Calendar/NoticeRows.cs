using System.Text.Json;

namespace Gongkai.Core.Calendar;

/// <summary>通知文件里的一天，还没有核对。</summary>
/// <param name="Row">第几行或第几项。</param>
/// <param name="Unit">「行」或「项」。</param>
/// <param name="Date">日期的原文。</param>
/// <param name="Name">节日名称。</param>
/// <param name="IsOff">真为放假，假为上班；没有写或者认不出为 null。</param>
internal sealed record NoticeRow(int Row, string Unit, string Date, string Name, bool? IsOff);

/// <summary>把 csv 或 json 拆成一天一行，只管形状。</summary>
internal static class NoticeRows
{
    private const string ExpectedColumns = "第一行要是列名 date,name,is_off_day。";

    public static IReadOnlyList<NoticeRow> OfCsv(string text, List<NoticeProblem> problems)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        string[] header = [.. lines[0].Split(',').Select(Plain)];
        var (date, name, off) = (Array.IndexOf(header, "date"), Array.IndexOf(header, "name"), Array.IndexOf(header, "is_off_day"));
        if (date < 0 || name < 0 || off < 0)
        {
            problems.Add(new NoticeProblem(1, "notice.badHeader", ExpectedColumns));
            return [];
        }

        List<NoticeRow> rows = [];
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            string[] fields = [.. lines[i].Split(',').Select(Plain)];
            if (fields.Length != header.Length)
            {
                problems.Add(new NoticeProblem(i + 1, "notice.badRow", $"第 {i + 1} 行：应有 {header.Length} 列，实有 {fields.Length} 列。"));
                continue;
            }

            rows.Add(new NoticeRow(i + 1, "行", fields[date], fields[name], Flag(fields[off])));
        }

        return rows;
    }

    public static IReadOnlyList<NoticeRow> OfJson(string text, int year, List<NoticeProblem> problems, out string source)
    {
        source = "";
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            var root = json.RootElement;
            if (root.ValueKind is JsonValueKind.Array)
            {
                return Days(root, null, 0);
            }

            source = Text(root, "source");
            if (root.TryGetProperty("year", out var stated) && (!stated.TryGetNumber(out var number) || number != year))
            {
                problems.Add(new NoticeProblem(0, "notice.otherYear", $"文件写的不是 {year} 年，请核对导入的年份。"));
            }

            if (root.TryGetProperty("days", out var days) && days.ValueKind is JsonValueKind.Array)
            {
                return Days(days, null, 0);
            }

            if (root.TryGetProperty("daysOff", out var off) && off.ValueKind is JsonValueKind.Array)
            {
                var rows = Days(off, true, 0);
                return root.TryGetProperty("makeUpDays", out var makeUp) && makeUp.ValueKind is JsonValueKind.Array ? [.. rows, .. Days(makeUp, false, rows.Count)] : rows;
            }

            problems.Add(new NoticeProblem(0, "notice.badShape", "json 里没有找到日子：要是一个数组，或者有 days，或者有 daysOff 与 makeUpDays。"));
        }
        catch (JsonException e)
        {
            problems.Add(new NoticeProblem((int)(e.LineNumber ?? 0) + 1, "notice.badShape", $"第 {(e.LineNumber ?? 0) + 1} 行：不是完整的 json，括号、引号或逗号有误。"));
        }
        catch (InvalidOperationException)
        {
            // 转义写出的半个字符，取字符串时才发现。
            problems.Add(new NoticeProblem(0, "notice.badShape", "json 里有不成字的转义符（\\u 之后）。"));
        }

        return [];
    }

    private static List<NoticeRow> Days(JsonElement array, bool? isOff, int before) =>
    [
        .. array.EnumerateArray().Select((day, i) => new NoticeRow(
            before + i + 1,
            "项",
            Text(day, "date"),
            Text(day, "name") is { Length: > 0 } name ? name : Text(day, "holiday"),
            isOff ?? Flag(day, "is_off_day") ?? Flag(day, "isOffDay"))),
    ];

    private static string Text(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString()! : "";

    private static bool? Flag(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False ? flag.GetBoolean() : null;

    private static bool? Flag(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" or "是" => true,
        "FALSE" or "0" or "否" => false,
        _ => null,
    };

    private static string Plain(string field) => field.Trim().Trim('"');

    private static bool TryGetNumber(this JsonElement json, out int number)
    {
        number = 0;
        return json.ValueKind is JsonValueKind.Number && json.TryGetInt32(out number);
    }
}
