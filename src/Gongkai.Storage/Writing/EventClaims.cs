using System.Globalization;
using System.Text.Json;
using Gongkai.Storage.Mapping;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;

namespace Gongkai.Storage.Writing;

/// <summary>
/// 审计记录替事件作证：一次提交加了哪件申请的哪几个事件，连同它们的摘要，写进这次的审计记录。
/// 由提交自己写，哪个用例也忘不了；事件日后被改，摘要就对不上，而摘要由审计链盖住。
/// </summary>
internal static class EventClaims
{
    /// <summary>作证的审计记录，说明里都有这一段。</summary>
    public const string Mark = $"\"{Property}\":";

    private const string Property = "events";
    private static readonly byte[] _domain = "gongkai.events/1"u8.ToArray();

    /// <summary>这次提交的审计记录：说明里带着这件申请新事件的摘要；一次动了几件的，另外各记一条。</summary>
    public static IReadOnlyList<AuditEntry> Cover(AuditEntry entry, IEnumerable<RequestEventRow> added)
    {
        List<AuditEntry> entries = [entry];
        foreach (var events in added.GroupBy(e => e.RequestId).OrderBy(g => g.Key).Select(g => g.OrderBy(e => e.Sequence).ToArray()))
        {
            var subject = events[0].RequestId.ToString("D");
            if (entry.Subject == subject)
            {
                entries[0] = entry with { Detail = With(entry.Detail, Claim(events)) };
            }
            else
            {
                entries.Add(entry with { Subject = subject, Detail = With(null, Claim(events)) });
            }
        }

        return entries;
    }

    /// <summary>一条审计记录作证的事件；没有为 null。</summary>
    /// <exception cref="JsonException">说明不是 json，或者写得不对。</exception>
    public static EventClaim? Read(string? detail)
    {
        if (detail is null || !detail.Contains(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        using var json = JsonDocument.Parse(detail);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(Property, out var events)
            ? events.Deserialize<EventClaim>(JsonSerializerOptions.Web)
            : null;
    }

    /// <summary>相连的几个事件的摘要（SM3，十六进制）：每一列都盖住。</summary>
    public static string DigestOf(IEnumerable<RequestEventRow> events)
    {
        using var bytes = new MemoryStream(512);
        bytes.Write(_domain);
        foreach (var row in events)
        {
            bytes.Write(row.RequestId.ToByteArray(bigEndian: true));
            AuditChain.Number(bytes, row.Sequence);
            AuditChain.Number(bytes, InstantConverter.Stored(row.At).Ticks);
            AuditChain.Number(bytes, row.On.DayNumber);
            AuditChain.Text(bytes, row.ActorId);
            AuditChain.Text(bytes, row.Type);
            AuditChain.Text(bytes, row.Payload);
        }

        return Convert.ToHexStringLower(Sm3.Hash(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    private static string Claim(RequestEventRow[] events) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"from":{{events[0].Sequence}},"to":{{events[^1].Sequence}},"sm3":"{{DigestOf(events)}}"}""");

    private static string With(string? detail, string claim)
    {
        var own = (detail ?? "{}").Trim();
        return own is ['{', .., '}']
            ? $"{own[..^1]}{(own.Length > 2 ? "," : "")}\"{Property}\":{claim}}}"
            : throw new ArgumentException("The detail of an audit entry is a JSON object.", nameof(detail));
    }
}

/// <summary>审计记录替哪几个事件作证。</summary>
/// <param name="From">从第几个事件起。</param>
/// <param name="To">到第几个，含。</param>
/// <param name="Sm3">它们的摘要。</param>
internal sealed record EventClaim(int From, int To, string Sm3);
