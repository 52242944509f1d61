using System.Text.Json.Nodes;
using Gongkai.Core.Requests.Clock;
using Gongkai.Storage;
using Gongkai.TestHost;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Calendar;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Tests.Calendar;

/// <summary>期限怎样算是本地区的设置：存一份，管每个机关；法律写明的天数改不了。</summary>
public sealed class RegionClockTests
{
    private static readonly RegionClockForm _national = RegionClockForm.Of(ClockSettings.Default);

    [Theory]
    [EveryStore]
    public async Task One_setting_moves_the_dates_of_every_agency_and_an_agency_has_none_of_its_own(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipts = new[] { await office.FileAsync(), await office.FileAsync(office.Filing(office.Water)) };
        var before = (await office.FoldAsync(receipts[0].Id)).Row.DueOn!.Value;
        await Assert.ThrowsAsync<NotAllowedException>(() => KeepAsync(office, office.Officer, _national));
        Assert.Equal(["SupplementAnswerDays", "OtherAgencyDays"], (await Assert.ThrowsAsync<BadInputException>(() => KeepAsync(office, Actor.Operator, _national with { SupplementAnswerDays = null, OtherAgencyDays = 61 }))).Problems.Select(p => p.Field));

        var moved = await KeepAsync(office, Actor.Operator, _national with { CountsFromNextDay = false, SupplementAnswerDays = 12 });
        Assert.Equal(receipts.Select(r => r.Number).Order(), moved.Select(m => m.Number).Order());
        foreach (var receipt in receipts)
        {
            Assert.True((await office.FoldAsync(receipt.Id)).Row.DueOn < before);
        }

        // 机关自己的设置里写了也不管；改机关的别的设置，本地区的还在。
        await office.AskAsync<ManageAgencies, int>(async m =>
        {
            foreach (var row in (await m.ListAsync(Actor.Operator, CancellationToken.None)).Select(l => l.Row))
            {
                await m.ChangeAsync(Actor.Operator, row.Id, AgencyForm.Of(row) with { Hours = "工作日 9:00—17:00" }, null, CancellationToken.None);
            }

            return 0;
        });
        await using (var db = office.Store.NewDb())
        {
            var row = (await db.Agencies.FindAsync([office.Emergency], TestContext.Current.CancellationToken))!;
            var settings = JsonNode.Parse(row.Settings)!.AsObject();
            settings["clock"] = new JsonObject { ["supplementAnswerDays"] = 40, ["replyDays"] = 60 };
            row.Settings = settings.ToJsonString();
            await db.CommitAsync(new AuditEntry(office.Store.Now, "system", null, "test", "yjj"), TestContext.Current.CancellationToken);
        }

        await using var node = office.Node();
        var clock = await Office.AskAsync<LawBook, ClockSettings>(node, l => l.ClockAsync(CancellationToken.None).AsTask());
        Assert.Equal(ClockSettings.Default with { CountsFromNextDay = false, SupplementAnswerDays = 12 }, clock);
        await office.DoAsync(office.Officer, receipts[0].Id, new RegisterRequest(office.Today));
        Assert.Equal(12, (await office.FoldAsync(receipts[0].Id)).Request.Settings.Clock.SupplementAnswerDays);

        Assert.Equal(2, (await KeepAsync(office, Actor.Operator, _national)).Count);
        Assert.Equal(before, (await office.FoldAsync(receipts[0].Id)).Row.DueOn);
    }

    [Theory]
    [EveryStore]
    public async Task Nobody_who_answered_in_time_becomes_late_when_the_setting_changes(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        var due = (await office.FoldAsync(receipt.Id)).Row.DueOn!.Value;
        office.Store.Clock.Advance(TimeSpan.FromDays(due.DayNumber - office.Today.DayNumber));
        await office.AnswerAsync(receipt.Id);

        await KeepAsync(office, Actor.Operator, _national with { CountsFromNextDay = false });
        await office.DoAsync(office.Officer, receipt.Id, new ArchiveRequest(office.Today, "10", 10));
        var row = (await office.FoldAsync(receipt.Id)).Row;
        Assert.Equal((due, null), (row.DueOn!.Value, row.LateOn));
    }

    [Theory]
    [EveryStore]
    public async Task A_stored_setting_cannot_change_the_days_the_law_fixes(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using (var db = office.Store.NewDb())
        {
            var county = await db.Agencies.SingleAsync(a => a.ParentId == null, TestContext.Current.CancellationToken);
            county.Settings = "{\"regionClock\":{\"replyDays\":60,\"maximumExtensionDays\":60,\"supplementAskDays\":30,\"feePaymentDays\":1,\"thirdPartyDays\":1,\"coProducerDays\":null,\"otherAgencyDays\":9,\"supplementAnswerDays\":12,\"feePaid\":\"resume\"}}";
            await db.CommitAsync(new AuditEntry(office.Store.Now, "system", null, "test", "qingxi"), TestContext.Current.CancellationToken);
        }

        var clock = await office.AskAsync<LawBook, ClockSettings>(l => l.ClockAsync(CancellationToken.None).AsTask());
        Assert.Equal(ClockSettings.Default with { OtherAgencyDays = 9, SupplementAnswerDays = 12, FeePaid = FeePaidEffect.Resume }, clock);
    }

    private static Task<IReadOnlyList<MovedDate>> KeepAsync(Office office, Actor actor, RegionClockForm form) =>
        office.AskAsync<KeepRegionClock, IReadOnlyList<MovedDate>>(k => k.RunAsync(actor, form, null, CancellationToken.None));
}
