using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Letters;
using Gongkai.TestHost;
using Gongkai.UseCases.Reports;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>要求更正与自身相关的记录（条例第四十一条）：从收下到归档，不进表三。</summary>
public class CorrectionTests
{
    [Theory]
    [EveryStore]
    public async Task A_correction_is_received_decided_served_and_archived_outside_table_three(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        foreach (var outcome in Outcomes.Corrections)
        {
            await DecideAsync(office, outcome.Outcome);
        }

        var table = await office.AskAsync<CountTableThree, TableThree>(t => t.RunAsync(office.Officer, office.Emergency, new(2026, 1, 1), new(2026, 12, 31), CancellationToken.None));
        Assert.All(TableThree.Rows, row => Assert.Equal(0, table[row, "total"]));
    }

    private static async Task DecideAsync(Office office, Outcome outcome)
    {
        var receipt = await office.FileAsync(office.Filing(subject: "培训合格证书的登记信息") with { Matter = RequestMatter.RecordCorrection });
        var registered = await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        Assert.Contains("更正政府信息申请接收回执", await PageAsync(office, receipt, registered.Letter!.Id), StringComparison.Ordinal);
        Assert.Contains("没有法定期限", await PageAsync(office, receipt, registered.Letter.Id), StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => office.DoAsync(office.Officer, receipt.Id, new AskForSupplement(office.Today, 10, new LetterWording { Items = ["补证据"] })));

        var wording = new LetterWording { Decision = "登记的姓名已经改正", Reasons = "经核对档案，原记录无误", ResponsibleAgency = "云溪县水务局", ResponsibleContact = "0990-7654321" };
        await office.AnswerAsync(receipt.Id, new Decision(outcome), wording);
        await office.DoAsync(office.Officer, receipt.Id, new ArchiveRequest(office.Today, "GZ-10", 10));

        var tracked = await office.TrackAsync(receipt.Number, receipt.QueryCode);
        var letter = Assert.Single(tracked.Letters, l => LetterAudience.IsReply(l.Type));
        Assert.Equal(ReplyLetters.For(outcome), Enum.Parse<LetterType>(letter.Type));
        Assert.Contains("第四十一条", await PageAsync(office, receipt, letter.Id), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(Office office, FilingReceipt receipt, Guid letter)
    {
        var page = await office.AskAsync<TrackRequest, OpenFile>(t => t.FileAsync(receipt.Number, receipt.QueryCode, IssueLetter.PageOf(letter), CancellationToken.None));
        using var text = new StreamReader(page.Content);
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
