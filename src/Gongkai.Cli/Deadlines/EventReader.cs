using System.Text.Json;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Cli.Deadlines;

/// <summary>把一件事从 json 对象读出来。字段名是对外的约定。</summary>
internal static class EventReader
{
    // 没有写谁同意的，就是没有告诉我们，不据此说不合法；写了空白才是没有人同意。
    private const string NotStated = "（未写明）";

    private static readonly Dictionary<string, ConsultedParty> Parties = new()
    {
        ["thirdParty"] = ConsultedParty.ThirdParty,
        ["coProducer"] = ConsultedParty.CoProducer,
        ["otherAgency"] = ConsultedParty.OtherAgency,
    };

    private static readonly Dictionary<string, (string[] Fields, Func<CaseFields, ClockEvent> Read)> Types = new()
    {
        ["supplementAsked"] = (["days"], f => new ClockEvent.SupplementAsked(f.RequiredDate("on"), f.Number("days"))),
        ["supplementReceived"] = ([], f => new ClockEvent.SupplementReceived(f.RequiredDate("on"))),
        ["consultationSent"] = (["id", "to", "servedOn"], f => new ClockEvent.ConsultationSent(f.RequiredDate("on"), f.RequiredText("id"), f.OneOf("to", Parties), f.Date("servedOn"))),
        ["consultationAnswered"] = (["id"], f => new ClockEvent.ConsultationAnswered(f.RequiredDate("on"), f.RequiredText("id"))),
        ["extended"] = (["workingDays", "approvedBy"], f => new ClockEvent.Extended(f.RequiredDate("on"), new Extension(f.RequiredNumber("workingDays"), f.Text("approvedBy") ?? NotStated))),
        ["feeNotified"] = (["servedOn"], ReadFeeNotice),
        ["feePaid"] = ([], f => new ClockEvent.FeePaid(f.RequiredDate("on"))),
        ["reasonsAsked"] = ([], f => new ClockEvent.ReasonsAsked(f.RequiredDate("on"))),
        ["reasonsReceived"] = ([], f => new ClockEvent.ReasonsReceived(f.RequiredDate("on"))),
    };

    /// <summary>认得的各种事。</summary>
    public static IEnumerable<string> TypeNames => Types.Keys;

    /// <summary>读一件事；不对时记在 <paramref name="problems"/>，返回 null。</summary>
    /// <param name="json">一个 json 值。</param>
    /// <param name="path">它在一行里的位置，如 <c>events[1]</c>。</param>
    /// <param name="problems">记第一处不对。</param>
    public static ClockEvent? Read(JsonElement json, string path, CaseProblems problems)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            problems.Report(path, "要写成 {\"type\":…,\"on\":…}。");
            return null;
        }

        var fields = new CaseFields(json, path.Length > 0 ? path + "." : "", problems);
        var type = fields.OneOf("type", Types);
        if (problems.First is not null)
        {
            return null;
        }

        fields.Know(["type", "on", .. type.Fields]);
        var read = type.Read(fields);
        return problems.First is null ? read : null;
    }

    private static ClockEvent.FeeNotified ReadFeeNotice(CaseFields fields)
    {
        var on = fields.RequiredDate("on");
        return new ClockEvent.FeeNotified(on, fields.Date("servedOn") ?? on);
    }
}
