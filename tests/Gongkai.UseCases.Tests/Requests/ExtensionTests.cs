using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>延长由负责人自己同意（条例第三十三条）。</summary>
public class ExtensionTests
{
    private static readonly LetterWording Why = new() { Reasons = "需要核对合同附件" };

    [Theory]
    [EveryStore]
    public async Task The_officer_proposes_the_head_consents_and_only_then_the_letter_goes(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await RegisteredAsync(office);
        var due = (await office.FoldAsync(receipt.Id)).Row.DueOn;
        Assert.Null((await office.DoAsync(office.Officer, receipt.Id, new ProposeExtension(office.Today, 10, Why))).Letter);
        Assert.Equal((due, nameof(RequestStage.ExtensionProposed)), await LooksAsync(office, receipt.Id));
        Assert.Equal(1, (await office.AskAsync<ListRequests, QueueCounts>(l => l.CountAsync(office.Head, null, CancellationToken.None)))[QueueView.Consent]);
        await Assert.ThrowsAsync<NotAllowedException>(() => office.DoAsync(office.Officer, receipt.Id, new ApproveExtension(office.Today)));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.DoAsync(office.Stranger, receipt.Id, new ApproveExtension(office.Today)));

        office.Store.Clock.Advance(TimeSpan.FromDays(1));
        var backdated = await Assert.ThrowsAsync<BadInputException>(() => office.DoAsync(office.Head, receipt.Id, new ApproveExtension(office.Today.AddDays(-1))));
        Assert.Contains("不能补记", backdated.Problems[0].Message, StringComparison.Ordinal);
        var letter = (await office.DoAsync(office.Head, receipt.Id, new ApproveExtension(office.Today))).Letter!;
        Assert.EndsWith("〔2026〕1号", letter.Number, StringComparison.Ordinal);
        var view = await office.SeeAsync(office.Officer, receipt.Number);
        Assert.Equal(office.Head.AccountId.ToString("D"), view.Request.Events.OfType<ReplyPeriodExtended>().Single().ApprovedBy);
        Assert.True(view.DueOn > due);
        Assert.Contains("需要核对合同附件", await PageAsync(office, receipt, letter.Id), StringComparison.Ordinal);

        // 作废重出的，写的还是同意时的两个期限。
        office.Store.Clock.Advance(TimeSpan.FromDays(1));
        await office.DoAsync(office.Officer, receipt.Id, new AssignRequest(office.Today, "防汛科", null));
        var again = await office.AskAsync<VoidLetter, IssuedLetter?>(v => v.RunAsync(office.Officer, receipt.Id, letter.Id, "落款印错", true, CancellationToken.None));
        var text = await PageAsync(office, receipt, again!.Id);
        Assert.Contains($"至{Say.Of(due!.Value)}届满", text, StringComparison.Ordinal);
        Assert.Contains($"延长至{Say.Of(view.DueOn!.Value)}", text, StringComparison.Ordinal);
    }

    [Theory]
    [EveryStore]
    public async Task One_person_with_both_roles_does_it_on_one_page_as_two_events(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await RegisteredAsync(office);
        var both = Actor.Staff(Guid.NewGuid(), "一人两职", [new Grant(office.Emergency, StaffRole.Officer), new Grant(office.Emergency, StaffRole.DisclosureHead)]);
        Assert.NotNull((await office.DoAsync(both, receipt.Id, new ExtendReply(office.Today, 10, Why))).Letter);
        var events = (await office.FoldAsync(receipt.Id)).Request.Events;
        Assert.Equal((both.AccountId, both.AccountId.ToString("D")), (events.OfType<ExtensionProposed>().Single().By, events.OfType<ReplyPeriodExtended>().Single().ApprovedBy));
    }

    [Theory]
    [EveryStore]
    public async Task A_returned_proposal_and_one_that_came_too_late_leave_the_date(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await RegisteredAsync(office);
        var due = (await office.FoldAsync(receipt.Id)).Row.DueOn;
        await office.DoAsync(office.Officer, receipt.Id, new ProposeExtension(office.Today, 10, Why));
        await Assert.ThrowsAsync<BadInputException>(() => office.DoAsync(office.Head, receipt.Id, new ReturnExtension(office.Today, " ")));
        await office.DoAsync(office.Head, receipt.Id, new ReturnExtension(office.Today, "材料不多"));
        Assert.Equal((due, nameof(RequestStage.Handling)), await LooksAsync(office, receipt.Id));
        Assert.Contains((await office.SeeAsync(office.Officer, receipt.Number)).Papers!.Notes, n => n.Text == "材料不多");

        await office.DoAsync(office.Officer, receipt.Id, new ProposeExtension(office.Today, 5, Why));
        office.Store.Clock.Advance(TimeSpan.FromDays(60));
        var late = await Assert.ThrowsAsync<RefusedException>(() => office.DoAsync(office.Head, receipt.Id, new ApproveExtension(office.Today)));
        Assert.Equal("extension.overdue", Assert.Single(late.Reasons).Code);
        Assert.Equal(due, (await LooksAsync(office, receipt.Id)).Due);
    }

    [Theory]
    [EveryStore]
    public async Task What_is_written_after_a_draft_came_back_is_not_taken_for_the_draft(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await RegisteredAsync(office);
        var draft = new DraftReply(office.Today, new Decision(Outcome.Granted), new LetterWording { Disclosed = "采购合同", AccessRoute = "随本答复书提供", HandedOverOtherwise = true });
        await office.DoAsync(office.Officer, receipt.Id, draft);
        var digest = PerformAct.DigestOf(draft.Decision, draft.Text);
        await Assert.ThrowsAsync<BadInputException>(() => office.DoAsync(office.Leader, receipt.Id, new ReturnReply(office.Today, digest, "")));
        await office.DoAsync(office.Leader, receipt.Id, new ReturnReply(office.Today, digest, "理由没有写清"));
        await office.DoAsync(office.Officer, receipt.Id, new ProposeExtension(office.Today, 5, Why));
        var papers = (await office.SeeAsync(office.Officer, receipt.Number)).Papers!;
        Assert.Equal("采购合同", papers.DraftOf(1)!.Disclosed);
        await office.AnswerAsync(receipt.Id);
        Assert.Equal(2, (await office.FoldAsync(receipt.Id)).Request.Draft!.Revision);
    }

    [Theory]
    [EveryStore]
    public async Task A_day_before_the_last_event_is_refused_naming_that_event_and_its_day(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await RegisteredAsync(office);
        var bad = await Assert.ThrowsAsync<BadInputException>(() => office.DoAsync(office.Officer, receipt.Id, new AssignRequest(office.Today.AddDays(-1), "防汛科", null)));
        var problem = Assert.Single(bad.Problems);
        Assert.Equal("On", problem.Field);
        Assert.Contains($"登记记在 {Say.Of(office.Today)}", problem.Message, StringComparison.Ordinal);
    }

    private static async Task<FilingReceipt> RegisteredAsync(Office office)
    {
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        return receipt;
    }

    private static async Task<(DateOnly? Due, string Stage)> LooksAsync(Office office, Guid id)
    {
        var (row, _, _) = await office.FoldAsync(id);
        return (row.DueOn, row.Stage);
    }

    private static async Task<string> PageAsync(Office office, FilingReceipt receipt, Guid letter)
    {
        var page = await office.AskAsync<TrackRequest, OpenFile>(t => t.FileAsync(receipt.Number, receipt.QueryCode, IssueLetter.PageOf(letter), CancellationToken.None));
        using var text = new StreamReader(page.Content);
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
