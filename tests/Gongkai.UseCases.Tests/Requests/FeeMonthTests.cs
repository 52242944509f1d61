using Gongkai.Core.Requests;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>按件计费：同一证件、一个自然月（中国的月，不是 UTC 的）累计到第几件。</summary>
public class FeeMonthTests
{
    private const string SecondPerson = "11010519600101001";

    [Theory]
    [EveryStore]
    public async Task Requests_are_counted_by_identity_and_by_the_month_of_china(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var first = office.Filing();
        var second = first with { Applicant = first.Applicant with { IdNumber = ResidentNumber.WithCheckDigit(SecondPerson) } };

        // 3 月 31 日 23:50（UTC 15:50）收到 11 件，另一人一件；4 月 1 日 0:10（UTC 仍是 3 月 31 日）又各一件。
        GoTo(office, new DateTimeOffset(2026, 3, 31, 23, 50, 0, TimeSpan.FromHours(8)));
        List<Guid> march = [];
        for (var i = 0; i < 11; i++)
        {
            march.Add(await FileAsync(office, first));
        }

        var otherMarch = await FileAsync(office, second);
        GoTo(office, new DateTimeOffset(2026, 4, 1, 0, 10, 0, TimeSpan.FromHours(8)));
        var (april, otherApril) = (await FileAsync(office, first), await FileAsync(office, second));

        // 名字写法不同、末位小写，仍是同一张证件；别的机关另算。
        var sameCard = await FileAsync(office, first with { Applicant = first.Applicant with { Name = "张小三（代）", IdNumber = first.Applicant.IdNumber.ToLowerInvariant() } });
        var elsewhere = await FileAsync(office, first with { AgencyId = office.Water });

        Assert.Equal((new DateOnly(2026, 3, 1), 11, 100), await QuoteAsync(office, march[^1]));
        Assert.Equal((new DateOnly(2026, 3, 1), 10, 0), await QuoteAsync(office, march[^2]));
        Assert.Equal((new DateOnly(2026, 3, 1), 1, 0), await QuoteAsync(office, otherMarch));
        Assert.Equal((new DateOnly(2026, 4, 1), 1, 0), await QuoteAsync(office, april));
        Assert.Equal((new DateOnly(2026, 4, 1), 1, 0), await QuoteAsync(office, otherApril));
        Assert.Equal((new DateOnly(2026, 4, 1), 2, 0), await QuoteAsync(office, sameCard));
        Assert.Equal((new DateOnly(2026, 4, 1), 1, 0), await QuoteAsync(office, elsewhere, office.Stranger));
    }

    private static void GoTo(Office office, DateTimeOffset at) => office.Store.Clock.Advance(at - office.Store.Clock.GetUtcNow());

    private static async Task<Guid> FileAsync(Office office, Filing filing)
    {
        office.Store.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await office.FileAsync(filing with { Once = Guid.CreateVersion7() })).Id;
    }

    private static async Task<(DateOnly Month, int Nth, int Yuan)> QuoteAsync(Office office, Guid id, Actor? by = null)
    {
        var quote = await office.AskAsync<ComputeFee, FeeQuote>(f => f.RunAsync(by ?? office.Officer, id, 0, CancellationToken.None));
        return (quote.Month, quote.Nth, quote.ByPieceYuan);
    }
}
