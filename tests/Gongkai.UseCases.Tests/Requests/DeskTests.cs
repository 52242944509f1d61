using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Tests.Requests;

public class DeskTests
{
    [Theory]
    [EveryStore]
    public async Task Counts_of_the_queue_are_the_lengths_of_its_lists(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var first = await office.FileAsync();
        await office.DoAsync(office.Officer, first.Id, new RegisterRequest(office.Today));
        await office.DoAsync(office.Officer, first.Id, new AskForSupplement(office.Today, 5, new LetterWording { Items = ["请写明年份"] }));
        await office.FileAsync();
        office.Store.Clock.Advance(TimeSpan.FromDays(60));
        await office.FileAsync(office.Filing(agency: office.Water));
        var counts = await office.AskAsync<ListRequests, QueueCounts>(l => l.CountAsync(office.Officer, null, CancellationToken.None));
        foreach (var view in Enum.GetValues<QueueView>())
        {
            var page = await office.AskAsync<ListRequests, RequestPage>(l => l.RunAsync(office.Officer, new RequestFilter { OpenOnly = true, View = view }, CancellationToken.None));
            Assert.Equal(counts[view], page.Count);
        }

        Assert.Equal((2, 1, 1), (counts[QueueView.All], counts[QueueView.Overdue], counts[QueueView.New]));
    }

    [Theory]
    [EveryStore]
    public async Task Parts_of_a_split_request_open_with_the_same_code_and_count_for_the_fee(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        var version = await office.VersionAsync(receipt.Id);
        RequestPart[] parts = [.. Enumerable.Range(1, 11).Select(i => new RequestPart($"第{i}项", $"第{i}项的描述"))];
        var numbers = await office.AskAsync<SplitRequest, IReadOnlyList<string>>(s => s.RunAsync(office.Officer, receipt.Id, version, parts, CancellationToken.None));
        Assert.Equal(11, numbers.Distinct().Count());
        Assert.Equal("第11项", (await office.TrackAsync(numbers[^1], receipt.QueryCode)).Subject);
        var last = await office.SeeAsync(office.Officer, numbers[^1]);
        var quote = await office.AskAsync<ComputeFee, FeeQuote>(f => f.RunAsync(office.Officer, last.Row.Id, 31, CancellationToken.None));
        Assert.Equal((11, 100, 10), (quote.Nth, quote.ByPieceYuan, quote.ByPagesYuan));
        await Assert.ThrowsAsync<StaleDataException>(() => office.AskAsync<SplitRequest, IReadOnlyList<string>>(s => s.RunAsync(office.Officer, receipt.Id, version, parts, CancellationToken.None)));
        await Assert.ThrowsAsync<RefusedException>(() => office.AskAsync<SplitRequest, IReadOnlyList<string>>(s => s.RunAsync(office.Officer, last.Row.Id, last.Row.Version, parts, CancellationToken.None)));
    }

    [Theory]
    [EveryStore]
    public async Task Another_agency_can_neither_note_nor_attach_nor_split_nor_hand_over(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        var stranger = office.Stranger;
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<AddNote, int>(async n =>
        {
            await n.RunAsync(stranger, receipt.Id, "备注", Guid.Empty, CancellationToken.None);
            return 0;
        }));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<AttachFiles, int>(async a =>
        {
            await a.RunAsync(stranger, receipt.Id, true, [], Guid.Empty, CancellationToken.None);
            return 0;
        }));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<SplitRequest, IReadOnlyList<string>>(s => s.RunAsync(stranger, receipt.Id, 2, [], CancellationToken.None)));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<ComputeFee, FeeQuote>(f => f.RunAsync(stranger, receipt.Id, 0, CancellationToken.None)));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<SeeApplicant, string>(s => s.IdentityAsync(stranger, receipt.Id, CancellationToken.None)));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<PreviewAct, LetterTrial>(p => p.RunAsync(stranger, receipt.Id, new RegisterRequest(office.Today), CancellationToken.None)));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<HandOver, int>(h => h.RunAsync(stranger, office.Emergency, Guid.NewGuid(), Guid.NewGuid(), CancellationToken.None)));
    }

    [Theory]
    [EveryStore]
    public async Task A_handover_moves_every_open_case_in_one_commit(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using (var db = office.Store.NewDb())
        {
            foreach (var actor in new[] { office.Officer, office.Head })
            {
                db.Users.Add(new StaffAccount { Id = actor.AccountId, UserName = actor.Id, NormalizedUserName = actor.Id, DisplayName = actor.Name });
                db.RoleGrants.Add(new RoleGrantRow { Id = Guid.CreateVersion7(), AccountId = actor.AccountId, AgencyId = office.Emergency, Role = nameof(StaffRole.Officer) });
            }

            await db.CommitAsync(new AuditEntry(office.Store.Now, "system", null, "seed", "staff"), CancellationToken.None);
        }

        for (var i = 0; i < 3; i++)
        {
            var receipt = await office.FileAsync();
            await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
            await office.DoAsync(office.Officer, receipt.Id, new AssignRequest(office.Today, "防汛科", office.Officer.AccountId));
        }

        Assert.Equal(3, await office.AskAsync<HandOver, int>(h => h.RunAsync(office.Head, office.Emergency, office.Officer.AccountId, office.Head.AccountId, CancellationToken.None)));
        await using var after = office.Store.NewDb();
        Assert.Equal(3, await after.Requests.CountAsync(r => r.AssignedTo == office.Head.AccountId, CancellationToken.None));
        Assert.Equal(1, await after.Audits.CountAsync(a => a.Action == "request.handOver" && a.Subject == office.Head.Id, CancellationToken.None));
    }
}
