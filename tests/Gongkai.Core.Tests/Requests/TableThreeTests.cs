using Gongkai.Core.Requests;

namespace Gongkai.Core.Tests.Requests;

public class TableThreeTests
{
    private static readonly DateOnly From = new(2025, 1, 1);
    private static readonly DateOnly To = new(2025, 12, 31);
    private static readonly DateOnly NewYear = new(2026, 1, 5);

    [Fact]
    public void Twenty_five_rows_in_the_printed_order_and_seven_columns()
    {
        Assert.Equal((25, 7), (TableThree.Rows.Count, TableThree.Columns.Count));
        Assert.Equal(["received", "carriedIn", "granted", "partlyGranted", "refused.stateSecret"], TableThree.Rows.Take(5));
        Assert.Equal(["other.other", "total", "carriedOut"], TableThree.Rows.TakeLast(3));
    }

    [Fact]
    public void A_request_counts_where_its_receipt_and_conclusion_fall()
    {
        var table = TableThree.Count(
            [
                new RequestFate(new(2024, 12, 30), new(2025, 1, 20), ApplicantKind.Business, "granted"),
                new RequestFate(new(2025, 3, 1), new(2025, 3, 20), ApplicantKind.Person, "unavailable.notHeld"),
                new RequestFate(new(2025, 12, 20), null, ApplicantKind.Person, null),
                new RequestFate(new(2025, 12, 20), new(2026, 1, 5), ApplicantKind.LegalService, "granted"),
                new RequestFate(new(2026, 1, 1), null, ApplicantKind.Person, null),
                new RequestFate(new(2024, 2, 1), new(2024, 3, 1), ApplicantKind.Person, "granted"),
            ],
            From,
            To);
        Assert.Equal((3, 1, 2, 2), (table["received", "total"], table["carriedIn", "total"], table["total", "total"], table["carriedOut", "total"]));
        Assert.Equal((1, 1), (table["granted", "business"], table["unavailable.notHeld", "person"]));
    }

    [Fact]
    public void New_and_carried_in_always_equal_answered_and_carried_out()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var table = TableThree.Count(Enumerable.Range(0, 100).Select(_ => Any(random)), From, To);
            foreach (var column in TableThree.Columns)
            {
                Assert.Equal(table["received", column] + table["carriedIn", column], table["total", column] + table["carriedOut", column]);
                Assert.Equal(table["total", column], Outcomes.All.Select(o => o.Row).Distinct().Sum(r => table[r, column]));
            }

            foreach (var row in TableThree.Rows)
            {
                Assert.Equal(table[row, "total"], TableThree.Columns.SkipLast(1).Sum(c => table[row, c]));
            }
        }
    }

    [Theory]
    [InlineData(MergedRequests.OtherHandling)]
    [InlineData(MergedRequests.NotCounted)]
    public void A_merge_in_the_next_year_takes_in_what_the_last_report_carried_out(MergedRequests merged)
    {
        var request = December(new RequestSettings(merged: merged));
        Assert.Equal(1, Year(2025, request)["carriedOut", "total"]);
        request.MergeInto(Guid.NewGuid(), NewYear);

        Assert.Equal((0, 1, 1), (Year(2025, request)["total", "total"], Year(2025, request)["received", "total"], Year(2025, request)["carriedOut", "total"]));
        var next = Year(2026, request);
        Assert.Equal((0, 1, 1, 0), (next["received", "total"], next["carriedIn", "total"], next["other.other", "total"], next["carriedOut", "total"]));
        Assert.Equal(1, next["total", "total"]);
    }

    [Theory]
    [InlineData(MergedRequests.OtherHandling, 1)]
    [InlineData(MergedRequests.NotCounted, 0)]
    public void A_merge_within_the_year_counts_as_the_region_has_it_and_keeps_its_way(MergedRequests merged, long counted)
    {
        var request = Given.Registered(new RequestSettings(merged: merged));
        request.MergeInto(Guid.NewGuid(), Given.Monday);
        var later = DisclosureRequest.From(request.Events, new RequestSettings(merged: merged == MergedRequests.NotCounted ? MergedRequests.OtherHandling : MergedRequests.NotCounted), Given.Calendar);
        foreach (var table in new[] { Year(2025, request), Year(2025, later) })
        {
            Assert.Equal((counted, counted, counted), (table["received", "total"], table["other.other", "total"], table["total", "total"]));
        }

        Assert.Null(request.LatestOutcome);
    }

    [Fact]
    public void A_split_in_the_next_year_goes_on_counting_as_the_one_that_was_reported()
    {
        var whole = December(RequestSettings.Default);
        whole.Split([Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()], NewYear);
        DisclosureRequest[] parts = [.. Enumerable.Range(0, 3).Select(i => DisclosureRequest.PartOf(whole, Guid.NewGuid(), i == 0, NewYear))];
        parts[0].Withdraw(NewYear);
        parts[1].Withdraw(NewYear);

        Assert.Equal((1, 1), (Year(2025, [whole, .. parts])["received", "total"], Year(2025, [whole, .. parts])["carriedOut", "total"]));
        var next = Year(2026, [whole, .. parts]);
        Assert.Equal((1, 1, 0), (next["carriedIn", "total"], next["total", "total"], next["carriedOut", "total"]));
        Assert.Equal([false, true, true], parts.Select(p => p.IsCountedByAnother));
    }

    private static DisclosureRequest December(RequestSettings settings)
    {
        var received = new DateOnly(2025, 12, 30);
        var request = DisclosureRequest.Submit(new Submitted(received, ReceiptChannel.Counter, RequestMatter.Disclosure, ApplicantKind.Person, DeliveryForm.Paper), settings, Given.Calendar);
        request.Register(received);
        return request;
    }

    private static TableThree Year(int year, params IEnumerable<DisclosureRequest> requests) =>
        TableThree.Count(requests.Select(r => RequestFate.Of(r)).OfType<RequestFate>(), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static RequestFate Any(Random random)
    {
        var received = From.AddDays(random.Next(-400, 800));
        var outcome = Outcomes.All[random.Next(Outcomes.All.Count)];
        return random.Next(3) == 0
            ? new RequestFate(received, null, (ApplicantKind)random.Next(6), null)
            : new RequestFate(received, received.AddDays(random.Next(0, 90)), (ApplicantKind)random.Next(6), outcome.Row);
    }
}
