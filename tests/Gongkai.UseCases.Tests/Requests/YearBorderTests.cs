using Gongkai.Core.Requests;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>跨年的：名单上是什么，表三计什么。</summary>
public sealed class YearBorderTests
{
    private static readonly TimeSpan ToNextYear = TimeSpan.FromDays(310);

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
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
}
