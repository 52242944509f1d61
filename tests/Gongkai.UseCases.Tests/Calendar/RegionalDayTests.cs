using Gongkai.Core.Calendar;
using Gongkai.Core.Requests.Clock;
using Gongkai.TestHost;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Calendar;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Tests.Calendar;

/// <summary>本地区增减的日子进每一件申请的期限。</summary>
public sealed class RegionalDayTests
{
    private const string ThirdOfMarch = "2026-04-20 放假 壮族三月三\n2026-04-21　放假　壮族三月三";

    [Theory]
    [EveryStore]
    public async Task Two_days_off_of_the_region_move_the_due_date_by_two_working_days(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        office.Store.Clock.Advance(TimeSpan.FromDays(42));
        var receipt = await office.FileAsync();
        var before = (await office.FoldAsync(receipt.Id)).Row.DueOn;
        var national = await office.AskAsync<LawBook, WorkingDayCalendar>(l => l.CalendarAsync(CancellationToken.None).AsTask());

        var moved = Assert.Single(await KeepAsync(office, Actor.Operator, ThirdOfMarch));
        Assert.Equal((before, national.WorkingDaysAfter(before!.Value, 2).Date), (moved.Before, moved.After!.Value));
        var (row, request, _) = await office.FoldAsync(receipt.Id);
        Assert.Equal(moved.After, row.DueOn);
        Assert.Contains(request.ReadClock(office.Today).Ledger, l => l is { Reason: LedgerReason.RegionalOff, Detail: "壮族三月三" });
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        Assert.Equal(moved.After, (await office.FoldAsync(receipt.Id)).Row.DueOn);

        // 改机关的别的设置，不丢。
        await office.AskAsync<ManageAgencies, SavedAgency>(async m =>
        {
            var county = (await m.ListAsync(Actor.Operator, CancellationToken.None)).Single(l => l.Row.ParentId is null).Row;
            return await m.ChangeAsync(Actor.Operator, county.Id, AgencyForm.Of(county) with { Hours = "工作日 9:00—17:00" }, null, CancellationToken.None);
        });
        await using var node = office.Node();
        Assert.Equal(2, (await Office.AskAsync<LawBook, WorkingDayCalendar>(node, l => l.CalendarAsync(CancellationToken.None).AsTask())).RegionalDays.Count);

        Assert.Equal(before, Assert.Single(await KeepAsync(office, Actor.Operator, " \n")).After);
    }

    [Theory]
    [EveryStore("2026-04-20 休息 壮族三月三", "第 1 行")]
    [EveryStore("\n2026-4-20 放假 壮族三月三", "第 2 行")]
    [EveryStore("2026-04-20 放假", "第 1 行")]
    [EveryStore("2026-04-20 放假 一\n2026-04-20 上班 二", "一天只能写一次")]
    public async Task A_line_that_cannot_be_read_is_named_and_nothing_is_kept(StoreKind kind, string text, string said)
    {
        await using var office = await Office.OpenAsync(kind);
        var bad = await Assert.ThrowsAsync<BadInputException>(() => KeepAsync(office, Actor.Operator, text));
        Assert.Contains(said, Assert.Single(bad.Problems).Message, StringComparison.Ordinal);
        Assert.Empty(await office.AskAsync<KeepRegionalDays, IReadOnlyList<RegionalDay>>(k => k.ViewAsync(Actor.Operator, CancellationToken.None)));
    }

    [Theory]
    [EveryStore]
    public async Task Too_many_lines_are_refused_and_an_officer_may_not(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var lines = string.Join('\n', Enumerable.Range(0, 100_000).Select(i => KeepRegionalDays.Say(new RegionalDay(new DateOnly(2026, 1, 1).AddDays(i % 60_000), true, "假"))));
        Assert.Contains("最多", Assert.Single((await Assert.ThrowsAsync<BadInputException>(() => KeepAsync(office, Actor.Operator, lines))).Problems).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotAllowedException>(() => KeepAsync(office, office.Officer, ""));
    }

    private static Task<IReadOnlyList<MovedDate>> KeepAsync(Office office, Actor actor, string text) =>
        office.AskAsync<KeepRegionalDays, IReadOnlyList<MovedDate>>(k => k.RunAsync(actor, text, null, CancellationToken.None));
}
