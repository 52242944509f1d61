using Gongkai.Core.Requests;
using Gongkai.Letters;
using Gongkai.Reports;
using Gongkai.TestHost;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>拟稿时当场看出的毛病；纸件照收；内部用纸照登记簿写。</summary>
public class DraftCheckTests
{
    private static readonly LetterWording _bare = new() { Disclosed = "2025年防汛物资采购合同", AccessRoute = "" };

    [Theory]
    [EveryStore]
    public async Task Granting_online_with_nothing_to_download_is_asked_about(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));

        Assert.Equal("HandedOverOtherwise", await FieldOf(_bare));
        Assert.Equal("AccessRoute", await FieldOf(_bare with { HandedOverOtherwise = true }));
        await office.AskAsync<AttachFiles, int>(async a =>
        {
            await a.RunAsync(office.Officer, receipt.Id, true, [new UploadedFile("", "合同.pdf", 8, () => new MemoryStream("%PDF-1.7"u8.ToArray()))], Guid.Empty, CancellationToken.None);
            return 0;
        });
        await office.DoAsync(office.Officer, receipt.Id, new DraftReply(office.Today, new Decision(Outcome.Granted), _bare));

        async Task<string> FieldOf(LetterWording wording) => Assert.Single(
            (await Assert.ThrowsAsync<BadInputException>(() => office.DoAsync(office.Officer, receipt.Id, new DraftReply(office.Today, new Decision(Outcome.Granted), wording)))).Problems).Field;
    }

    [Theory]
    [InlineData("第十五条", false)]
    [InlineData("《》第十五条", false)]
    [InlineData("》《第十五条", false)]
    [InlineData("《条例》第十五条", true)]
    [InlineData("《中华人民共和国统计法》第九条", true)]
    public void An_article_names_its_law(string line, bool isNamed)
    {
        var draft = new DraftReply(new DateOnly(2026, 3, 2), new Decision(Outcome.ThirdPartyRights), new LetterWording { Articles = ["《条例》第十四条", line] });
        Assert.Equal(isNamed, draft.Check(null!).All(p => p.Field != "Articles"));
    }

    [Theory]
    [EveryStore("", "")]
    [EveryStore("123", "请求公开采购合同")]
    public async Task A_paper_request_with_gaps_is_taken_when_the_paper_says_so(StoreKind kind, string idNumber, string description)
    {
        await using var office = await Office.OpenAsync(kind);
        var filing = office.Filing(channel: ReceiptChannel.Counter);
        filing = filing with { On = office.Today, Applicant = filing.Applicant with { IdNumber = idNumber }, Description = description };
        Task<FilingReceipt> FileAsync(Actor actor, Filing filed) => office.AskAsync<FileRequest, FilingReceipt>(t => t.RunAsync(actor, filed, CancellationToken.None));

        await Assert.ThrowsAsync<BadInputException>(() => FileAsync(office.Officer, filing));
        await Assert.ThrowsAsync<BadInputException>(() => FileAsync(Actor.Applicant, filing with { Channel = ReceiptChannel.Internet, AsWritten = true }));
        var receipt = await FileAsync(office.Officer, filing with { AsWritten = true });
        await using var db = office.Store.NewDb();
        Assert.Equal(idNumber.Length == 0, await db.ApplicantVaults.Where(v => v.RequestId == receipt.Id).Select(v => v.IdHash == null).SingleAsync(TestContext.Current.CancellationToken));
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        Assert.NotNull((await office.DoAsync(office.Officer, receipt.Id, new AskForSupplement(office.Today, 10, new LetterWording { Items = ["请提供身份证明"] }))).Letter);
    }

    [Theory]
    [EveryStore]
    public async Task Sheets_tell_what_the_register_knows(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        var assigned = office.Today;
        await office.DoAsync(office.Head, receipt.Id, new AssignRequest(assigned, "防汛科", null));
        office.Store.Clock.Advance(TimeSpan.FromDays(1));
        var due = (await office.SeeAsync(office.Officer, receipt.Number)).DueOn!.Value;
        var slip = await PrintAsync(LetterType.TransferSlip);
        Assert.Contains($"法定答复期限为 {Say.Of(due)}", slip, StringComparison.Ordinal);
        Assert.DoesNotContain($"请于 {Say.Of(due)}", slip, StringComparison.Ordinal);
        Assert.Contains(Say.Of(assigned), slip, StringComparison.Ordinal);
        Assert.DoesNotContain(Say.Of(office.Today), slip, StringComparison.Ordinal);
        Assert.Contains($"请于 {Say.Of(Back(due, 5))}之前", slip, StringComparison.Ordinal);
        await office.AskAsync<ManageAgencies, SavedAgency>(async m =>
        {
            var agency = (await m.ListAsync(Actor.Operator, CancellationToken.None)).Single(l => l.Row.Id == office.Emergency).Row;
            return await m.ChangeAsync(Actor.Operator, agency.Id, AgencyForm.Of(agency) with { OpinionDaysAhead = 3 }, null, CancellationToken.None);
        });
        Assert.Contains($"请于 {Say.Of(Back(due, 3))}之前", await PrintAsync(LetterType.TransferSlip), StringComparison.Ordinal);
        Assert.Contains("2025年防汛物资采购合同。请求公开", await PrintAsync(LetterType.RegisterSheet), StringComparison.Ordinal);

        var partly = new Decision(Outcome.PartlyGranted, "", [new DecisionPart(Outcome.Granted), new DecisionPart(Outcome.ThirdPartyRights)]);
        await office.AnswerAsync(receipt.Id, partly, new LetterWording { Disclosed = "合同正文", Withheld = "报价明细", Articles = ["《中华人民共和国反不正当竞争法》第十条"], Reasons = "涉及商业秘密", AccessRoute = "到窗口领取", HandedOverOtherwise = true });
        var approval = await PrintAsync(LetterType.ApprovalForm);
        foreach (var part in new[] { "公开的内容：合同正文", "不予公开的内容：报价明细", "《中华人民共和国反不正当竞争法》第十条" })
        {
            Assert.Contains(part, approval, StringComparison.Ordinal);
        }

        var proof = await PrintAsync(LetterType.ServiceReceipt);
        Assert.Contains($"登记的送达之日：{Say.Of(office.Today)}", proof, StringComparison.Ordinal);
        Assert.Contains("网上申请系统", proof, StringComparison.Ordinal);
        Assert.DoesNotContain("青年路1号", proof, StringComparison.Ordinal);

        static DateOnly Back(DateOnly from, int workingDays) => Enumerable.Range(1, 60).Select(i => from.AddDays(-i)).First(d => PublishedHolidays.Calendar.WorkingDaysBetween(d, from) == workingDays && PublishedHolidays.Calendar.IsWorkingDay(d));

        Task<string> PrintAsync(LetterType type) => office.AskAsync<PrintSheet, string>(async p => (await p.RunAsync(office.Officer, receipt.Id, type, null, CancellationToken.None)).Page);
    }
}
