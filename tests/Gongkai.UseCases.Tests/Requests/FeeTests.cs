using Gongkai.Core.Requests;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>同一申请人当月各渠道累计到第几件（国办函〔2020〕109号第二条）：靠库里按证件查，两种数据库都要对。</summary>
public sealed class FeeTests
{
    [Theory]
    [EveryStore]
    public async Task The_months_requests_of_one_person_count_across_channels_and_no_others_do(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        List<FilingReceipt> filed = [];
        for (var i = 0; i < 11; i++)
        {
            filed.Add(await FileAsync(i % 3 == 0 ? ReceiptChannel.Internet : i % 3 == 1 ? ReceiptChannel.Counter : ReceiptChannel.RegisteredPost));
        }

        // 别人的、别的机关的、撤回了的，都不算这个人在这个机关的一件。
        await FileAsync(ReceiptChannel.Counter, f => f with { Applicant = f.Applicant with { IdNumber = "110105194912310054" } });
        await office.FileAsync(office.Filing(office.Water));
        Assert.Equal((1, 0), await QuoteAsync(filed[0]));
        Assert.Equal((10, 0), await QuoteAsync(filed[9]));
        Assert.Equal((11, 100), await QuoteAsync(filed[10]));

        await office.DoAsync(office.Officer, filed[1].Id, new RegisterRequest(office.Today));
        await office.DoAsync(office.Officer, filed[1].Id, new MergeRequest(office.Today, filed[0].Id));
        Assert.Equal((10, 0), await QuoteAsync(filed[10]));

        office.Store.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal((1, 0), await QuoteAsync(await FileAsync(ReceiptChannel.Internet)));

        async Task<FilingReceipt> FileAsync(ReceiptChannel channel, Func<Filing, Filing>? change = null)
        {
            var filing = office.Filing(channel: channel) with { On = channel == ReceiptChannel.Internet ? null : office.Today };
            return await office.AskAsync<FileRequest, FilingReceipt>(t =>
                t.RunAsync(channel == ReceiptChannel.Internet ? Actor.Applicant : office.Officer, change is null ? filing : change(filing), CancellationToken.None));
        }

        async Task<(int Nth, int Yuan)> QuoteAsync(FilingReceipt receipt)
        {
            var quote = await office.AskAsync<ComputeFee, FeeQuote>(f => f.RunAsync(office.Officer, receipt.Id, 0, CancellationToken.None));
            return (quote.Nth, quote.ByPieceYuan);
        }
    }
}
