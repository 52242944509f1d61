using System.Globalization;
using Gongkai.Core.Requests;
using Gongkai.UseCases.Requests;

namespace Gongkai.Workbench.Cases;

/// <summary>登记簿的筛选，取自地址；写得不对的一项当作没有写。</summary>
/// <param name="query">地址里的各项。</param>
public sealed class RegisterQuery(IQueryCollection query)
{
    /// <summary>筛选。</summary>
    public RequestFilter Filter { get; } = new()
    {
        AgencyId = int.TryParse(query["agency"], NumberStyles.None, CultureInfo.InvariantCulture, out var agency) ? agency : null,
        ReceivedFrom = DayOf(query["from"]),
        ReceivedTo = DayOf(query["to"]),
        Stage = OneOf<RequestStage>(query["stage"]),
        Outcome = OneOf<Outcome>(query["outcome"]),
        Text = query["q"].ToString() is { Length: > 0 and <= 100 } text ? text : null,
        Page = int.TryParse(query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
    };

    /// <summary>同样的筛选写回地址，以问号开头；没有筛选为空串。</summary>
    public string Text
    {
        get
        {
            var parts = new (string Name, string Value)[]
            {
                ("agency", Filter.AgencyId?.ToString(CultureInfo.InvariantCulture) ?? ""), ("from", Day(Filter.ReceivedFrom)), ("to", Day(Filter.ReceivedTo)),
                ("stage", Filter.Stage?.ToString() ?? ""), ("outcome", Filter.Outcome?.ToString() ?? ""), ("q", Filter.Text ?? ""),
            }.Where(p => p.Value.Length > 0).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}").ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    /// <summary>筛选了什么，一句话，印在纸上。</summary>
    public string Describe(OfficeNames names)
    {
        List<string> said = [];
        if (Filter.AgencyId is { } agency)
        {
            said.Add(names.Agencies.FirstOrDefault(a => a.Key == agency).Value ?? "");
        }

        if (Filter.ReceivedFrom is not null || Filter.ReceivedTo is not null)
        {
            said.Add($"收到之日 {(Filter.ReceivedFrom is { } from ? WebKit.ChinaTime.Say(from) : "最早")} 至 {(Filter.ReceivedTo is { } to ? WebKit.ChinaTime.Say(to) : "今天")}");
        }

        if (Filter.Stage is { } stage)
        {
            said.Add(Say.Of(stage));
        }

        if (Filter.Outcome is { } outcome)
        {
            said.Add(outcome.Info().Title);
        }

        return said.Count == 0 ? "" : string.Join("；", said.Where(s => s.Length > 0)) + "。";
    }

    /// <summary>机器可读的日子；没有为空串。</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>读一个日子；写得不对为 null。</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? day : null;

    private static T? OneOf<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
