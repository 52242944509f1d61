using Gongkai.Core.Requests;
using Gongkai.Letters;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>拆开与并案的来历、内部用纸、征求意见的告知、联系方式的写法。</summary>
public class PaperTests
{
    [Theory]
    [EveryStore]
    public async Task A_split_request_names_its_parts_and_a_merged_one_its_elder(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        var version = await office.VersionAsync(receipt.Id);
        var numbers = await office.AskAsync<SplitRequest, IReadOnlyList<string>>(s => s.RunAsync(office.Officer, receipt.Id, version, [new("甲", "甲的描述"), new("乙", "乙的描述")], CancellationToken.None));
        var whole = await office.TrackAsync(receipt.Number, receipt.QueryCode);
        Assert.Equal(numbers, whole.Related.Parts.Select(p => p.Number));
        var part = await office.TrackAsync(numbers[0], receipt.QueryCode);
        Assert.Equal(receipt.Number, part.Related.Whole!.Number);

        var (elder, younger) = (await office.FileAsync(), await office.FileAsync());
        await office.DoAsync(office.Officer, younger.Id, new MergeRequest(office.Today, elder.Id));
        Assert.Equal(elder.Number, (await office.TrackAsync(younger.Number, younger.QueryCode)).Related.MergedInto!.Number);
        Assert.Equal(elder.Number, (await office.SeeAsync(office.Officer, younger.Number)).Related.MergedInto!.Number);
    }

    [Theory]
    [EveryStore]
    public async Task Sheets_say_why_they_cannot_be_printed_and_take_no_number(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        var offered = await OfferAsync();
        Assert.Equal([LetterType.RegisterSheet, LetterType.ServiceReceipt], offered.Where(o => o.Reasons.Count == 0).Select(o => o.Type));
        await Assert.ThrowsAsync<NoSuchThingException>(() => PrintAsync(LetterType.ApprovalForm));
        await Assert.ThrowsAsync<NoSuchThingException>(() => PrintAsync(LetterType.FeeNotice));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<PrintSheet, PrintedSheet>(p => p.RunAsync(office.Stranger, receipt.Id, LetterType.RegisterSheet, null, CancellationToken.None)));

        await office.DoAsync(office.Officer, receipt.Id, new AssignRequest(office.Today, "防汛科", null));
        var draft = new Decision(Outcome.NotFound, search: new SearchRecord(office.Today, "公文系统、档案室"));
        await office.AnswerAsync(receipt.Id, draft, new LetterWording { SearchedFor = "防汛 采购", Reasons = "经检索没有" });
        var before = (await office.SeeAsync(office.Officer, receipt.Number)).Letters.Count;

        // 检索人是拟稿人；这里的账号不在人员表里，所以印不了检索记录表，别的都可以。
        Assert.Equal([LetterType.SearchRecord], (await OfferAsync()).Where(o => o.Reasons.Count > 0).Select(o => o.Type));
        foreach (var type in PrintSheet.Types.Except([LetterType.SearchRecord]))
        {
            var sheet = await PrintAsync(type);
            Assert.DoesNotContain("letter-number", sheet.Page, StringComparison.Ordinal);
            Assert.Contains(receipt.Number, sheet.Page, StringComparison.Ordinal);
            Assert.Equal("PK"u8, sheet.Docx().AsSpan(0, 2));
        }

        Assert.Equal(before, (await office.SeeAsync(office.Officer, receipt.Number)).Letters.Count);

        Task<IReadOnlyList<OfferedSheet>> OfferAsync() => office.AskAsync<PrintSheet, IReadOnlyList<OfferedSheet>>(p => p.OfferAsync(office.Officer, receipt.Id, CancellationToken.None));
        Task<PrintedSheet> PrintAsync(LetterType type) => office.AskAsync<PrintSheet, PrintedSheet>(p => p.RunAsync(office.Officer, receipt.Id, type, null, CancellationToken.None));
    }

    [Theory]
    [EveryStore]
    public async Task The_register_sheet_shows_the_identity_number_and_every_look_is_recorded(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        await office.DoAsync(office.Officer, receipt.Id, new AssignRequest(office.Today, "防汛科", null));
        foreach (var (type, looks) in new[] { (LetterType.ServiceReceipt, 0), (LetterType.TransferSlip, 0), (LetterType.RegisterSheet, 1), (LetterType.RegisterSheet, 2) })
        {
            var sheet = await office.AskAsync<PrintSheet, PrintedSheet>(p => p.RunAsync(office.Officer, receipt.Id, type, null, CancellationToken.None));
            Assert.Equal(type == LetterType.RegisterSheet, sheet.Page.Contains("11010519491231002X", StringComparison.Ordinal));
            await using var db = office.Store.NewDb();
            Assert.Equal(looks, await db.Audits.CountAsync(a => a.Action == SeeApplicant.SeenIdentity && a.Subject == receipt.Id.ToString() && a.Actor == office.Officer.Id && a.AgencyId == office.Emergency, TestContext.Current.CancellationToken));
        }

        // 印不成的不算看了。
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<PrintSheet, PrintedSheet>(p => p.RunAsync(office.Stranger, receipt.Id, LetterType.RegisterSheet, null, CancellationToken.None)));
        await using var after = office.Store.NewDb();
        Assert.Equal(2, await after.Audits.CountAsync(a => a.Action == SeeApplicant.SeenIdentity, TestContext.Current.CancellationToken));
    }

    [Theory]
    [EveryStore]
    public async Task The_applicant_is_told_of_a_consultation_once_and_not_with_whom(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        await Assert.ThrowsAsync<BadInputException>(TellAsync);
        await office.DoAsync(office.Officer, receipt.Id, new SendConsultation(office.Today, "k1", Core.Requests.Clock.ConsultedParty.ThirdParty, null, new LetterWording { Recipient = "清溪砂石有限公司", Items = ["是否同意公开"] }));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<TellConsultation, IssuedLetter>(t => t.RunAsync(office.Stranger, receipt.Id, CancellationToken.None)));
        var letter = await TellAsync();
        Assert.EndsWith("〔2026〕1号", letter.Number, StringComparison.Ordinal);
        var text = await PageAsync(office, receipt, letter.Id);
        Assert.Contains("不计入答复期限", text, StringComparison.Ordinal);
        Assert.DoesNotContain("砂石", text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<BadInputException>(TellAsync);
        Assert.Equal("清溪砂石有限公司", (await office.SeeAsync(office.Officer, receipt.Number)).ConsultedName("k1"));

        Task<IssuedLetter> TellAsync() => office.AskAsync<TellConsultation, IssuedLetter>(t => t.RunAsync(office.Officer, receipt.Id, CancellationToken.None));
    }

    [Theory]
    [InlineData("123", "999000", "Telephone")]
    [InlineData("13800001234", "99", "PostCode")]
    [InlineData("13800001234", "九九九零零零", "PostCode")]
    [InlineData("０９９０－１２３４５６７转8", "", null)]
    public void A_telephone_or_post_code_that_lacks_digits_is_asked_for_again(string telephone, string postCode, string? field)
    {
        var filing = Office.FilingTo(1, Guid.NewGuid());
        filing = filing with { Applicant = filing.Applicant with { Telephone = telephone, PostCode = postCode } };
        Assert.Equal(field, FilingCheck.Problems(filing, new DateOnly(2026, 3, 2)).SingleOrDefault()?.Field);
    }

    private static async Task<string> PageAsync(Office office, FilingReceipt receipt, Guid letter)
    {
        var page = await office.AskAsync<TrackRequest, OpenFile>(t => t.FileAsync(receipt.Number, receipt.QueryCode, IssueLetter.PageOf(letter), CancellationToken.None));
        using var text = new StreamReader(page.Content);
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
