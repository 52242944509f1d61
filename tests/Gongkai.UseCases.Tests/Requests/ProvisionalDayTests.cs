using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Reports;
using Gongkai.TestHost;
using Gongkai.UseCases.Calendar;
using Gongkai.UseCases.Oversight;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>明年的放假通知还没有导入，谁的最后一天也不算过。明年是自带的最后一年的下一年。</summary>
public class ProvisionalDayTests
{
    private static readonly int Year = PublishedHolidays.Calendar.Notices[^1].Year + 1;

    [Theory]
    [EveryStore]
    public async Task A_lapse_waits_for_the_notice_then_goes_by_it(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        office.Store.Clock.Advance(new DateTimeOffset(Year - 1, 12, 22, 9, 0, 0, TimeSpan.FromHours(8)) - office.Store.Clock.GetUtcNow());
        var (lapsing, supplemented) = (await AskedAsync(office), await AskedAsync(office));
        var last = (await office.TrackAsync(lapsing.Number, lapsing.QueryCode)).Clock.LatestOn!.Value;
        office.Store.Clock.Advance(TimeSpan.FromDays(last.DayNumber - office.Today.DayNumber + 1));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => office.DoAsync(office.Officer, lapsing.Id, new LapseRequest(office.Today)));
        Assert.Equal("lapse.provisional", Assert.Single(refused.Reasons).Code);
        Assert.True((await office.TrackAsync(lapsing.Number, lapsing.QueryCode)).Clock.IsLatestProvisional);
        await office.AskAsync<TrackRequest, TrackedRequest>(t => t.SupplementAsync(supplemented.Number, supplemented.QueryCode, "年份为2025年", [], CancellationToken.None));

        await ImportAsync(office, [.. Enumerable.Range(1, 8).Select(d => $"{Year}-01-0{d}")]);
        refused = await Assert.ThrowsAsync<RefusedException>(() => office.DoAsync(office.Officer, lapsing.Id, new LapseRequest(office.Today)));
        Assert.Equal("lapse.notLapsed", Assert.Single(refused.Reasons).Code);
        office.Store.Clock.Advance(TimeSpan.FromDays(14));
        await office.DoAsync(office.Officer, lapsing.Id, new LapseRequest(office.Today));
        Assert.Equal(nameof(Outcome.SupplementOverdue), (await office.FoldAsync(lapsing.Id)).Row.Outcome);
        Assert.True((await office.FoldAsync(supplemented.Id)).Request.WasSupplemented);
    }

    [Theory]
    [EveryStore]
    public async Task A_reply_after_a_provisional_due_date_is_late_only_when_the_notice_says_so(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        office.Store.Clock.Advance(new DateTimeOffset(Year - 1, 12, 15, 9, 0, 0, TimeSpan.FromHours(8)) - office.Store.Clock.GetUtcNow());
        var receipt = await office.FileAsync();
        var due = (await office.FoldAsync(receipt.Id)).Row;
        Assert.True(due.IsProvisional);
        office.Store.Clock.Advance(TimeSpan.FromDays(due.DueOn!.Value.DayNumber - office.Today.DayNumber + 7));
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));

        // 过了暂定的一天，谁也不说它逾期。
        var counts = await office.AskAsync<ListRequests, QueueCounts>(l => l.CountAsync(office.Officer, null, CancellationToken.None));
        Assert.Equal((0, 1), (counts[QueueView.Overdue], counts[QueueView.Soon]));
        Assert.Empty((await office.AskAsync<ListRequests, RequestPage>(l => l.RunAsync(office.Officer, new RequestFilter { View = QueueView.Overdue }, CancellationToken.None))).Items);
        var supervisor = await office.SupervisorAsync();
        var oversight = await office.AskAsync<OverseeAgencies, OversightView>(o => o.RunAsync(supervisor, CancellationToken.None));
        Assert.Empty(oversight.Overdue);
        Assert.Equal((0, 1), (oversight.Agencies.Sum(a => a.Overdue), oversight.Agencies.Sum(a => a.Open)));

        await office.AnswerAsync(receipt.Id);
        Assert.Equal((due.DueOn, null), ((await office.FoldAsync(receipt.Id)).Row.DueOn, (await office.FoldAsync(receipt.Id)).Row.LateOn));

        // 通知说一月放三天：期限后移，仍然晚了。办结了的不列在“期限动了”里。
        Assert.DoesNotContain(await ImportAsync(office, $"{Year}-01-04", $"{Year}-01-05", $"{Year}-01-06"), m => m.Id == receipt.Id);
        var row = (await office.FoldAsync(receipt.Id)).Row;
        Assert.Equal((false, (DateOnly?)office.Today), (row.IsProvisional, row.LateOn));
        Assert.True(row.DueOn > due.DueOn);
    }

    private static async Task<FilingReceipt> AskedAsync(Office office)
    {
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        await office.DoAsync(office.Officer, receipt.Id, new AskForSupplement(office.Today, 8, new LetterWording { Items = ["请写明年份"] }, office.Today));
        return receipt;
    }

    private static Task<IReadOnlyList<MovedDate>> ImportAsync(Office office, params string[] daysOff) => office.AskAsync<ImportHolidays, IReadOnlyList<MovedDate>>(i => i.RunAsync(
        Actor.Operator, new HolidayFile(Year, $"{Year}年放假通知", "", "date,name,is_off_day\n" + string.Concat(daysOff.Select(d => $"{d},节日,true\n"))), CancellationToken.None));
}
