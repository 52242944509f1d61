using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Storage;
using Gongkai.TestHost;
using Gongkai.UseCases.Reports;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Tests.Requests;

public class WholeCaseTests
{
    [Theory]
    [EveryStore]
    public async Task A_request_goes_from_filing_to_its_row_in_table_three(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        var asked = await office.DoAsync(office.Officer, receipt.Id, new AskForSupplement(office.Today, 10, new LetterWording { Items = ["请写明合同的年份与批次"] }));
        Assert.Equal("清应急公开补〔2026〕1号", asked.Letter!.Number.Replace("告", "", StringComparison.Ordinal));

        office.Store.Clock.Advance(TimeSpan.FromDays(1));
        var tracked = await office.AskAsync<TrackRequest, TrackedRequest>(t => t.SupplementAsync(receipt.Number, receipt.QueryCode, "2025年第二批", [], CancellationToken.None));
        Assert.Equal(ClockState.Running, tracked.Clock.State);

        await office.DoAsync(office.Officer, receipt.Id, new SendConsultation(office.Today, "k1", ConsultedParty.ThirdParty, office.Today, new LetterWording { Recipient = "清溪县某物资公司", Items = ["是否同意公开合同文本"] }));
        office.Store.Clock.Advance(TimeSpan.FromDays(3));
        await office.DoAsync(office.Officer, receipt.Id, new AnswerConsultation(office.Today, "k1", ConsultationPosition.Agrees));
        await office.DoAsync(office.Officer, receipt.Id, new ProposeExtension(office.Today, 10, new LetterWording { Reasons = "需要核对合同附件" }));
        await office.DoAsync(office.Head, receipt.Id, new ApproveExtension(office.Today));
        await office.AnswerAsync(receipt.Id);

        tracked = await office.TrackAsync(receipt.Number, receipt.QueryCode);
        var reply = Assert.Single(tracked.Letters, l => LetterAudience.IsReply(l.Type));
        var page = await office.AskAsync<TrackRequest, OpenFile>(t => t.FileAsync(receipt.Number, receipt.QueryCode, reply.Page, CancellationToken.None));
        using var text = new StreamReader(page.Content);
        Assert.Contains("张小三", await text.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var table = await office.AskAsync<CountTableThree, TableThree>(t => t.RunAsync(office.Officer, office.Emergency, new(2026, 1, 1), new(2026, 12, 31), CancellationToken.None));
        Assert.Equal((1, 1, 1, 0), (table["received", "person"], table["granted", "person"], table["total", "total"], table["carriedOut", "total"]));
        var cell = await office.AskAsync<CountTableThree, IReadOnlyList<CountedRequest>>(t => t.RequestsInAsync(office.Officer, office.Emergency, new(2026, 1, 1), new(2026, 12, 31), "granted", "person", CancellationToken.None));
        Assert.Equal(receipt.Number, Assert.Single(cell).Number);
    }

    [Theory]
    [EveryStore]
    public async Task Two_officers_at_once_and_the_second_is_told(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        var seen = await office.VersionAsync(receipt.Id);
        Task<ActDone> Register() => office.AskAsync<PerformAct, ActDone>(t => t.RunAsync(office.Officer, receipt.Id, seen, new RegisterRequest(office.Today), CancellationToken.None));
        await Register();
        await Assert.ThrowsAsync<StaleDataException>(Register);
    }

    [Theory]
    [EveryStore]
    public async Task The_same_form_sent_twice_at_once_is_one_request(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var filing = office.Filing();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.FileAsync(filing)));
        Assert.Single(receipts.Select(r => (r.Id, r.Number, r.QueryCode)).Distinct());
    }

    [Theory]
    [EveryStore]
    public async Task Another_agencys_request_does_not_exist(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.SeeAsync(office.Stranger, receipt.Number));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.DoAsync(office.Stranger, receipt.Id, new RegisterRequest(office.Today)));
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsync(office.Reviewer, receipt.Id, new RegisterRequest(office.Today)));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.TrackAsync(receipt.Number, "AAAAAAAAAA"));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.TrackAsync("yjj-2026-99999", receipt.QueryCode));
    }

    [Theory]
    [EveryStore]
    public async Task What_is_refused_by_law_changes_nothing(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        var refused = await Assert.ThrowsAsync<RefusedException>(() => office.DoAsync(office.Officer, receipt.Id, new ProposeExtension(office.Today, 10, new LetterWording { Reasons = "材料较多" })));
        Assert.Equal("request.notRegistered", refused.Reasons[0].Code);
        Assert.Equal(2, await office.VersionAsync(receipt.Id));
    }

    [Theory]
    [EveryStore]
    public async Task A_letter_that_lacks_something_is_named_and_takes_no_number(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        var bad = await Assert.ThrowsAsync<BadInputException>(() => office.DoAsync(office.Officer, receipt.Id, new SendConsultation(office.Today, "k1", ConsultedParty.ThirdParty, null, new LetterWording { Recipient = "清溪县某物资公司", Items = ["  \u200b"] })));
        Assert.NotEmpty(bad.Problems);
        var done = await office.DoAsync(office.Head, receipt.Id, new ExtendReply(office.Today, 10, new LetterWording { Reasons = "材料较多" }));
        Assert.EndsWith("〔2026〕1号", done.Letter!.Number, StringComparison.Ordinal);
    }

    [Theory]
    [EveryStore]
    public async Task Files_are_found_again_by_those_who_may_and_by_nobody_else(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var content = "%PDF-1.4 身份证明"u8.ToArray();
        var receipt = await office.FileAsync(office.Filing(files: new UploadedFile("identity", "../../证件.pdf", content.Length, () => new MemoryStream(content))));
        var other = await office.FileAsync();
        var file = Assert.Single((await office.SeeAsync(office.Officer, receipt.Number)).Files);
        Assert.Equal("证件.pdf", file.Name);
        var open = await office.AskAsync<ViewCase, OpenFile>(t => t.FileAsync(office.Officer, receipt.Number, file.Id, CancellationToken.None));
        using var bytes = new MemoryStream();
        await open.Content.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(content, bytes.ToArray());
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<TrackRequest, OpenFile>(t => t.FileAsync(other.Number, other.QueryCode, file.Id, CancellationToken.None)));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<ViewCase, OpenFile>(t => t.FileAsync(office.Officer, other.Number, file.Id, CancellationToken.None)));
    }
}
