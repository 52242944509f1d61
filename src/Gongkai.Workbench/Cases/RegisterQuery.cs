using System.Globalization;
using Gongkai.Core.Requests;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;

namespace Gongkai.Workbench.Cases;

/// <summary>登记簿的筛选，取自地址；查找的字封着。</summary>
public sealed class RegisterQuery
{
    private readonly string _hidden;

    /// <param name="query">地址里的各项。</param>
    /// <param name="search">打开封着的查找的字。</param>
    public RegisterQuery(IQueryCollection query, PrivateSearch search)
    {
        var days = new QueryDays(query);
        var text = search.Show(query[PrivateSearch.Parameter]);
        _hidden = text is null ? "" : query[PrivateSearch.Parameter].ToString();
        Problems = days.Problems;
        Filter = new RequestFilter
        {
            AgencyId = int.TryParse(query["agency"], NumberStyles.None, CultureInfo.InvariantCulture, out var agency) ? agency : null,
            ReceivedFrom = days.From,
            ReceivedTo = days.To,
            Stage = OneOf<RequestStage>(query["stage"]),
            Outcome = OneOf<Outcome>(query["outcome"]),
            Text = text,
            Page = int.TryParse(query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
        };
    }

    /// <summary>筛选。</summary>
    public RequestFilter Filter { get; }

    /// <summary>日子写得不对；空的是对的。</summary>
    public IReadOnlyList<InputProblem> Problems { get; }

    /// <summary>同样的筛选写回地址，以问号开头；没有筛选为空串。</summary>
    public string Text
    {
        get
        {
            var parts = new (string Name, string Value)[]
            {
                ("agency", Filter.AgencyId?.ToString(CultureInfo.InvariantCulture) ?? ""), ("from", QueryDays.Text(Filter.ReceivedFrom)), ("to", QueryDays.Text(Filter.ReceivedTo)),
                ("stage", Filter.Stage?.ToString() ?? ""), ("outcome", Filter.Outcome?.ToString() ?? ""), (PrivateSearch.Parameter, _hidden),
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
    public static string Day(DateOnly? day) => QueryDays.Text(day);

    private static T? OneOf<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
