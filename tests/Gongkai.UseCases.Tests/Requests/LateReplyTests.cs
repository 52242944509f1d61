using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.TestHost;
using Gongkai.UseCases.Oversight;
using Gongkai.UseCases.Reports;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>办结不抹去期限：答复逾没逾期，登记簿、导出、督办都还看得到。</summary>
public class LateReplyTests
{
    [Theory]
    [EveryStore]
    public async Task A_late_reply_stays_in_the_register_and_before_the_supervising_office(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (late, timely, open) = (await office.FileAsync(), await office.FileAsync(), await office.FileAsync());
        var due = (await office.FoldAsync(late.Id)).Row.DueOn!.Value;
        await office.DoAsync(office.Officer, timely.Id, new RegisterRequest(office.Today));
        await office.AnswerAsync(timely.Id);
        office.Store.Clock.Advance(TimeSpan.FromDays(45));
        await office.DoAsync(office.Officer, late.Id, new RegisterRequest(office.Today));
        await office.AnswerAsync(late.Id);

        var row = (await office.FoldAsync(late.Id)).Row;
        Assert.Equal((due, (DateOnly?)office.Today), (row.DueOn!.Value, row.LateOn));
        Assert.Null((await office.FoldAsync(timely.Id)).Row.LateOn);

        var items = await office.AskAsync<ListRequests, List<RequestListItem>>(l => l.AllAsync(office.Officer, new RequestFilter(), 10, CancellationToken.None));
        Assert.Equal([(late.Number, true), (timely.Number, false), (open.Number, false)], items.OrderBy(i => i.Number != late.Number).ThenBy(i => i.Number).Select(i => (i.Number, i.LateOn is not null)));
        Assert.All(items, i => Assert.Equal(due, i.DueOn));
        var sheet = RegisterSheet.Rows(items, new Dictionary<Guid, string>()).ToList();
        var at = Array.IndexOf(sheet[0], "逾期答复");
        Assert.Equal([$"{office.Today:yyyy-MM-dd}"], sheet.Skip(1).Select(r => r[at]).Where(v => v.Length > 0));

        var supervisor = await office.SupervisorAsync();
        var view = await office.AskAsync<OverseeAgencies, OversightView>(o => o.RunAsync(supervisor, CancellationToken.None));
        var counted = Assert.Single(view.Agencies, a => a.AgencyId == office.Emergency);
        Assert.Equal((2, 1, 1, 1), (counted.Concluded, counted.Late, counted.Overdue, counted.Open));
        Assert.Equal([open.Number], view.Overdue.Select(o => o.Number));
        Assert.Equal([(late.Number, (DateOnly?)due, office.Today)], view.Late.Select(l => (l.Number, l.DueOn, l.ServedOn)));
        Assert.Equal(2, (await office.AskAsync<ListRequests, QueueCounts>(l => l.CountAsync(office.Officer, null, CancellationToken.None)))[QueueView.All] + counted.Late);
    }

    [Theory]
    [EveryStore]
    public async Task A_reply_a_court_ordered_that_comes_late_is_told_though_the_first_was_in_time(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        await office.AnswerAsync(receipt.Id);
        await office.DoAsync(office.Head, receipt.Id, new OrderRedo(office.Today, RedoCause.Judgment, 15, Document: "（2026）云行终1号"));
        var due = (await office.FoldAsync(receipt.Id)).Row.DueOn;
        office.Store.Clock.Advance(TimeSpan.FromDays(60));
        await office.AnswerAsync(receipt.Id);
        var row = (await office.FoldAsync(receipt.Id)).Row;
        Assert.Equal((due, (DateOnly?)office.Today), (row.DueOn, row.LateOn));
    }

    [Theory]
    [EveryStore]
    public async Task Online_service_is_recorded_on_the_day_the_applicant_can_see_it(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        await office.SignAsync(receipt.Id);
        office.Store.Clock.Advance(TimeSpan.FromDays(2));
        var wrong = await Assert.ThrowsAsync<BadInputException>(() => office.DoAsync(office.Officer, receipt.Id, new ServeReply(office.Today.AddDays(-1), ServiceMode.Electronic, false, "")));
        Assert.Equal("On", Assert.Single(wrong.Problems).Field);
        await office.DoAsync(office.Officer, receipt.Id, new ServeReply(office.Today, ServiceMode.Electronic, false, ""));
        Assert.Equal(office.Today, (await office.FoldAsync(receipt.Id)).Request.Service!.On);
    }

    [Theory]
    [EveryStore]
    public async Task A_consultation_sent_on_the_due_day_does_not_hide_an_overdue_request(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        var due = (await office.FoldAsync(receipt.Id)).Row.DueOn!.Value;
        office.Store.Clock.Advance(TimeSpan.FromDays(due.DayNumber - office.Today.DayNumber));
        await office.DoAsync(office.Officer, receipt.Id, new SendConsultation(office.Today, "k1", ConsultedParty.OtherAgency, office.Today, new LetterWording { Recipient = "清溪县档案馆", Items = ["协助查找"] }));
        office.Store.Clock.Advance(TimeSpan.FromDays(3));

        var (row, request, _) = await office.FoldAsync(receipt.Id);
        Assert.Equal((nameof(ClockState.Suspended), due), (row.ClockState, row.DueOn));
        Assert.Equal(due, request.DueOn(office.Today));
        Assert.Equal(1, (await office.AskAsync<ListRequests, QueueCounts>(l => l.CountAsync(office.Officer, null, CancellationToken.None)))[QueueView.Overdue]);
        Assert.Equal(due, (await office.TrackAsync(receipt.Number, receipt.QueryCode)).DueOn);
    }
}
