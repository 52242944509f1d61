using System.Text.Json;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Cli.Deadlines;

/// <summary>读用例文件的一行。</summary>
internal static class CaseReader
{
    /// <summary>一件申请最多几件事。</summary>
    public const int MostEvents = 500;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>渠道的写法。</summary>
    public static readonly IReadOnlyDictionary<string, ReceiptChannel> Channels = new Dictionary<string, ReceiptChannel>
    {
        ["counter"] = ReceiptChannel.Counter,
        ["registeredPost"] = ReceiptChannel.RegisteredPost,
        ["ordinaryPost"] = ReceiptChannel.OrdinaryPost,
        ["internet"] = ReceiptChannel.Internet,
        ["fax"] = ReceiptChannel.Fax,
        ["email"] = ReceiptChannel.Email,
    };

    /// <summary>读一行：读出的申请，或者第一处不对。编号读得出就给出。</summary>
    public static (DeadlineCase? Case, string? Id, FieldProblem? Problem) Read(ReadOnlyMemory<byte> line)
    {
        if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
        {
            return (null, null, new FieldProblem("", "这一行是空的。"));
        }

        var problems = new CaseProblems();
        string? id = null;
        try
        {
            using var json = JsonDocument.Parse(line, Options);
            if (json.RootElement.ValueKind is not JsonValueKind.Object)
            {
                return (null, null, new FieldProblem("", "一行要是一个 json 对象 {…}。"));
            }

            var fields = new CaseFields(json.RootElement, "", problems);
            id = fields.Text("id");
            var found = ReadCase(json.RootElement, fields, id, problems);
            return problems.First is null ? (found, id, null) : (null, id, problems.First);
        }
        catch (JsonException e)
        {
            return (null, id, new FieldProblem("", $"不是完整的 json，或者同一个字段写了两次（第 {e.BytePositionInLine + 1} 个字节附近）。"));
        }
        catch (InvalidOperationException)
        {
            // 转义写出的半个字符，取字符串时才发现。
            return (null, id, new FieldProblem("", "有不成字的转义符（\\u 之后）。"));
        }
    }

    private static DeadlineCase ReadCase(JsonElement json, CaseFields fields, string? id, CaseProblems problems)
    {
        fields.Know("id", "channel", "submittedOn", "signedForOn", "confirmedOn", "events", "asOf");
        var channel = fields.OneOf("channel", Channels);
        var (submitted, signedFor, confirmed) = (fields.Date("submittedOn"), fields.Date("signedForOn"), fields.Date("confirmedOn"));
        var basis = ReceiptDay.BasisOf(channel);
        if (basis is ReceiptBasis.Submitted && submitted is null)
        {
            fields.Report("submittedOn", "当面提交的要写提交之日。");
        }

        if (basis is ReceiptBasis.SignedFor && signedFor is null)
        {
            fields.Report("signedForOn", "签收邮寄的要写签收之日。");
        }

        var received = ReceiptDay.Of(channel, submitted, signedFor, confirmed);
        if (received < submitted)
        {
            fields.Report(basis is ReceiptBasis.SignedFor ? "signedForOn" : "confirmedOn", "早于提交之日 submittedOn。");
        }

        return new DeadlineCase(id, channel, received, Events(json, problems), fields.Date("asOf"));
    }

    private static List<ClockEvent> Events(JsonElement json, CaseProblems problems)
    {
        if (!json.TryGetProperty("events", out var array) || array.ValueKind is JsonValueKind.Null)
        {
            return [];
        }

        if (array.ValueKind is not JsonValueKind.Array || array.GetArrayLength() > MostEvents)
        {
            problems.Report("events", $"要写成数组 […]，最多 {MostEvents} 件事。");
            return [];
        }

        List<ClockEvent> events = [];
        foreach (var item in array.EnumerateArray())
        {
            if (EventReader.Read(item, $"events[{events.Count}]", problems) is not { } read)
            {
                return events;
            }

            events.Add(read);
        }

        return events;
    }
}
