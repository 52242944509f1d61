using System.Globalization;
using System.Text.Json;
using Gongkai.Reports.Writing.Text;

namespace Gongkai.Cli.Deadlines;

/// <summary>从一个 json 对象里取字段；第一处不对记在 <see cref="CaseProblems"/>，此后取到的不再有意义。</summary>
/// <param name="json">对象。</param>
/// <param name="path">它在一行里的位置，如 <c>events[1].</c>；最外层为空串。</param>
/// <param name="problems">记第一处不对。</param>
internal readonly struct CaseFields(JsonElement json, string path, CaseProblems problems)
{
    private const int LongestText = 200;
    private const int LargestNumber = 10_000;
    private const int ShortestGuessed = 5;

    /// <summary>写错名字的字段会悄悄不起作用：很像认得的名字就指出来，别的不管。</summary>
    public void Know(params string[] names)
    {
        foreach (var field in json.EnumerateObject())
        {
            var near = names.Contains(field.Name) ? null : Usage.Nearest(field.Name, names.Where(n => n.Length >= ShortestGuessed));
            if (near is not null)
            {
                Report(field.Name, $"没有 {HarmlessText.From(field.Name)} 这个字段，是不是想写 {near}？");
            }
        }
    }

    /// <summary>一段文字；没有写时为 null。</summary>
    public string? Text(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind is not JsonValueKind.String)
        {
            Report(name, "要写成一段文字，放在引号里。");
            return null;
        }

        var text = value.GetString()!;
        if (text.Length > LongestText)
        {
            Report(name, $"太长：最多 {LongestText} 个字。");
        }

        return text;
    }

    /// <summary>一段文字；没有写是错。</summary>
    public string RequiredText(string name)
    {
        var text = Text(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            Report(name, "没有写。");
        }

        return text ?? "";
    }

    /// <summary>一个日期；没有写时为 null。</summary>
    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (CaseDate.Parse(text) is { } date)
        {
            return date;
        }

        Report(name, $"要写成 2025-09-22 这样的日期（{CaseDate.FirstYear} 年至 {CaseDate.LastYear} 年），不能是 {HarmlessText.From(text)}。");
        return null;
    }

    /// <summary>一个日期；没有写是错。</summary>
    public DateOnly RequiredDate(string name)
    {
        var date = Date(name);
        if (date is null)
        {
            Report(name, "没有写日期。");
        }

        return date ?? default;
    }

    /// <summary>一个整数；没有写时为 null。</summary>
    public int? Number(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && Math.Abs((long)number) <= LargestNumber)
        {
            return number;
        }

        Report(name, $"要写成整数，不超过 {LargestNumber}。");
        return null;
    }

    /// <summary>一个整数；没有写是错。</summary>
    public int RequiredNumber(string name)
    {
        var number = Number(name);
        if (number is null)
        {
            Report(name, "没有写天数。");
        }

        return number ?? 0;
    }

    /// <summary>几个词里的一个；没有写是错。</summary>
    public T OneOf<T>(string name, IReadOnlyDictionary<string, T> words)
    {
        var text = RequiredText(name);
        if (words.TryGetValue(text, out var found))
        {
            return found;
        }

        Report(name, $"只能是 {string.Join("、", words.Keys)}，不能是 {HarmlessText.From(text)}。");
        return words.Values.First();
    }

    /// <summary>记一处不对。</summary>
    public void Report(string name, string message) => problems.Report(path + HarmlessText.From(name), message);

    // 写成 null 与没有写一样。
    private bool TryGet(string name, out JsonElement value) => json.TryGetProperty(name, out value) && value.ValueKind is not JsonValueKind.Null;
}

/// <summary>记第一处不对。</summary>
internal sealed class CaseProblems
{
    /// <summary>第一处不对；没有时为 null。</summary>
    public FieldProblem? First { get; private set; }

    /// <summary>记一处；只留第一处。</summary>
    public void Report(string field, string message) => First ??= new FieldProblem(field, message);
}

/// <summary>用例里的日期。</summary>
internal static class CaseDate
{
    /// <summary>最早的年份。</summary>
    public const int FirstYear = 2000;

    /// <summary>最晚的年份。</summary>
    public const int LastYear = 2199;

    /// <summary>认一个 yyyy-MM-dd；认不出或者年份太远时为 null。</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= FirstYear and <= LastYear ? date : null;
}
