using System.Globalization;
using Gongkai.UseCases;

namespace Gongkai.Workbench.Cases;

/// <summary>地址里的一段日子：期初、期末，都含。写得不对的、期末早于期初的，说出来，不当作没有写。</summary>
public sealed class QueryDays
{
    /// <param name="query">地址里的各项，日子是 from 与 to。</param>
    public QueryDays(IQueryCollection query)
    {
        List<InputProblem> problems = [];
        (From, To) = (Read("from", "期初"), Read("to", "期末"));
        if (From > To)
        {
            problems.Add(new InputProblem("to", "期末早于期初，请改过再列。"));
        }

        Problems = problems;

        DateOnly? Read(string name, string label)
        {
            var text = query[name].ToString().Trim();
            var day = DayOf(text);
            if (text.Length > 0 && day is null)
            {
                problems.Add(new InputProblem(name, $"{label}写得不对：要写成 2026-11-22 这样的日子，2000 年至 2100 年。"));
            }

            return day;
        }
    }

    /// <summary>期初，含；没有写或者写得不对为 null。</summary>
    public DateOnly? From { get; }

    /// <summary>期末，含。</summary>
    public DateOnly? To { get; }

    /// <summary>写得不对的各项。</summary>
    public IReadOnlyList<InputProblem> Problems { get; }

    /// <summary>机器可读的日子；没有为空串。</summary>
    public static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? day : null;
}
