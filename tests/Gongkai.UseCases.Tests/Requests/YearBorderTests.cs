using Gongkai.Core.Requests;
using Gongkai.TestHost;
using Gongkai.UseCases.Reports;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.UseCases.Tests.Reports;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>跨年的：名单上是什么，表三计什么。</summary>
public sealed class YearBorderTests
{
    private static readonly TimeSpan ToNextYear = TimeSpan.FromDays(310);

    [Theory]
    [EveryStore]
    public async Task A_redo_in_the_next_year_changes_the_lists_but_not_the_count(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        await office.AnswerAsync(receipt.Id, new Decision(Outcome.NotFound, search: new SearchRecord(office.Today, "公文系统、档案室")), new LetterWording { SearchedFor = "防汛 采购", Reasons = "经检索没有" });
        office.Store.Clock.Advance(ToNextYear);
        await office.DoAsync(office.Head, receipt.Id, new OrderRedo(office.Today, RedoCause.Judgment, 20));
        Assert.Null((await office.FoldAsync(receipt.Id)).Row.Outcome);
        await office.AnswerAsync(receipt.Id);

        var row = (await office.FoldAsync(receipt.Id)).Row;
        Assert.Equal((nameof(Outcome.Granted), "unavailable.notHeld", 2026), (row.Outcome, row.Fate, row.ConcludedOn!.Value.Year));
        var listed = await office.AskAsync<ListRequests, RequestPage>(l => l.RunAsync(office.Officer, new RequestFilter { Outcome = Outcome.Granted }, CancellationToken.None));
        Assert.Equal(receipt.Number, Assert.Single(listed.Items).Number);
    }

    [Theory]
    [EveryStore]
    public async Task A_merge_and_a_split_in_the_next_year_leave_carried_in_equal_to_carried_out(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        office.Store.Clock.Advance(TimeSpan.FromDays(302));
        var (elder, younger, manifold) = (await office.FileAsync(), await office.FileAsync(), await office.FileAsync());
        var reported = await CountAsync(office, 2026);
        office.Store.Clock.Advance(TimeSpan.FromDays(7));
        await office.DoAsync(office.Officer, younger.Id, new MergeRequest(office.Today, elder.Id));
        await office.DoAsync(office.Officer, manifold.Id, new RegisterRequest(office.Today));
        var version = await office.VersionAsync(manifold.Id);
        var numbers = await office.AskAsync<SplitRequest, IReadOnlyList<string>>(s => s.RunAsync(office.Officer, manifold.Id, version, [new("甲", "甲的描述"), new("乙", "乙的描述")], CancellationToken.None));

        Assert.Equal((3, reported["carriedOut", "total"]), (reported["carriedOut", "total"], (await CountAsync(office, 2026))["carriedOut", "total"]));
        var next = await CountAsync(office, 2027);
        Linkages.Hold(next);
        Assert.Equal((0, 3, 1, 2), (next["received", "total"], next["carriedIn", "total"], next["other.other", "total"], next["carriedOut", "total"]));

        // 代计的一件照常办、照常督办、照常计费，只是不在表里。
        var second = await office.SeeAsync(office.Officer, numbers[1]);
        Assert.Equal(RequestDesk.CountedByAnotherFate, second.Row.Fate);
        Assert.Equal(3, (await office.AskAsync<ComputeFee, FeeQuote>(f => f.RunAsync(office.Officer, second.Row.Id, 1, CancellationToken.None))).Nth);
        var listed = await office.AskAsync<CountTableThree, IReadOnlyList<CountedRequest>>(t => t.RequestsInAsync(office.Officer, office.Emergency, new(2027, 1, 1), new(2027, 12, 31), "carriedOut", "total", CancellationToken.None));
        Assert.Equal([elder.Number, numbers[0]], listed.Select(l => l.Number));
    }

    private static Task<TableThree> CountAsync(Office office, int year) =>
        office.AskAsync<CountTableThree, TableThree>(t => t.RunAsync(office.Officer, office.Emergency, new(year, 1, 1), new(year, 12, 31), CancellationToken.None));
}
