using Gongkai.Storage.Rows;
using Gongkai.TestHost;

namespace Gongkai.Storage.Tests;

/// <summary>虚构的机关和申请。</summary>
internal static class Samples
{
    public static AuditEntry Entry(TestStore store, string action = "test.act", string subject = "x", string? detail = null) =>
        new(store.Now, "system", null, action, subject, detail);

    public static async Task<int> AgencyAsync(TestStore store, string path = "qingxi-emergency")
    {
        await using var db = store.NewDb();
        var agency = new AgencyRow { Name = "清溪县应急管理局", PagePath = path, LetterMark = "清应急公开", RetentionYears = 10 };
        db.Agencies.Add(agency);
        await db.CommitAsync(Entry(store, "agency.add", path), CancellationToken.None);
        return agency.Id;
    }

    public static RequestRow Request(int agency, string number, DateTime at) => new()
    {
        Id = Guid.CreateVersion7(),
        AgencyId = agency,
        Number = number,
        Channel = "Internet",
        SubmittedAt = at,
        Stage = "Submitted",
        ClockState = "Unconfirmed",
        Subject = "2025 年应急物资采购情况",
        ApplicantKind = "person",
        Version = 1,
    };

    public static RequestEventRow Event(RequestRow request, int sequence, DateTime at) => new()
    {
        RequestId = request.Id,
        Sequence = sequence,
        At = at,
        On = new DateOnly(2026, 3, 2),
        ActorId = "applicant",
        Type = "Submitted",
        Payload = """{"channel":"Internet"}""",
    };

    public static ApplicantVaultRow Vault(TestStore store, RequestRow request)
    {
        using var key = store.Vault.CreateKey(request.Id);
        return store.Vault.SealApplicant(key, """{"name":"张小三","phone":"13800001234"}""", "张小三", "13800001234", "110101199003071234", Sealing.Mask.Name("张小三"));
    }

    public static async Task<RequestRow> FileAsync(TestStore store, int agency, string number)
    {
        await using var db = store.NewDb();
        var request = Request(agency, number, store.Now);
        db.Requests.Add(request);
        db.RequestEvents.Add(Event(request, 1, store.Now));
        db.ApplicantVaults.Add(Vault(store, request));
        await db.CommitAsync(Entry(store, "request.file", request.Id.ToString("D")), CancellationToken.None);
        return request;
    }
}
