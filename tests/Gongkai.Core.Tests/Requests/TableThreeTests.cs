using Gongkai.Core.Requests;

namespace Gongkai.Core.Tests.Requests;

public class TableThreeTests
{
    private static readonly DateOnly From = new(2025, 1, 1);
    private static readonly DateOnly To = new(2025, 12, 31);

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

    private static RequestFate Any(Random random)
    {
        var received = From.AddDays(random.Next(-400, 800));
        var outcome = Outcomes.All[random.Next(Outcomes.All.Count)];
        return random.Next(3) == 0
            ? new RequestFate(received, null, (ApplicantKind)random.Next(6), null)
            : new RequestFate(received, received.AddDays(random.Next(0, 90)), (ApplicantKind)random.Next(6), outcome.Row);
    }
}
