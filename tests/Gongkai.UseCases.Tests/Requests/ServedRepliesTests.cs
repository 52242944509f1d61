using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Letters;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>申请人只看得到送达了的答复与随它提供的信息：撤回、并案都不是送达。</summary>
public class ServedRepliesTests
{
    private static readonly LetterWording Wording = new() { Disclosed = "采购合同", AccessRoute = "随本答复书提供", Reasons = "可以公开" };

    [Theory]
    [EveryStore]
    public async Task What_was_signed_but_not_served_stays_unseen_when_the_applicant_withdraws(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await AttachedAsync(office);
        var file = await FileIdAsync(office, receipt);
        var letter = await SignAsync(office, receipt.Id, new Decision(Outcome.Granted), Wording);
        await SeesNothingAsync(office, receipt, letter, file);

        await office.AskAsync<TrackRequest, TrackedRequest>(t => t.WithdrawAsync(receipt.Number, receipt.QueryCode, "", CancellationToken.None));
        await SeesNothingAsync(office, receipt, letter, file);
        Assert.Single((await office.TrackAsync(receipt.Number, receipt.QueryCode)).Letters, l => l.Type == nameof(LetterType.ReplyWithdrawn));

        var again = await Assert.ThrowsAsync<BadInputException>(() => VoidAsync(office, receipt, letter, again: true));
        Assert.Equal("Again", Assert.Single(again.Problems).Field);
        Assert.Null(await VoidAsync(office, receipt, letter, again: false));
        Assert.Equal("申请撤回", (await office.SeeAsync(office.Officer, receipt.Number)).Letters.Single(l => l.Id == letter).VoidReason);
    }

    [Theory]
    [EveryStore]
    public async Task Withdrawing_online_is_answered_with_the_letter_an_officer_would_have_sent(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (online, told) = (await office.FileAsync(), await office.FileAsync());
        await office.AskAsync<TrackRequest, TrackedRequest>(t => t.WithdrawAsync(online.Number, online.QueryCode, "不需要了", CancellationToken.None));
        await office.DoAsync(office.Officer, told.Id, new WithdrawRequest(office.Today, "不需要了"));
        foreach (var receipt in new[] { online, told })
        {
            var seen = await office.TrackAsync(receipt.Number, receipt.QueryCode);
            Assert.Empty(seen.Files);
            using var text = new StreamReader((await OpenAsync(office, receipt, Assert.Single(seen.Letters).Page)).Content);
            var page = await text.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Contains(receipt.Number, page, StringComparison.Ordinal);
            Assert.Contains("撤回上述申请", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [EveryStore]
    public async Task Withdrawing_online_works_for_an_agency_whose_particulars_are_incomplete(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync(office.Filing(office.Water));
        var seen = await office.AskAsync<TrackRequest, TrackedRequest>(t => t.WithdrawAsync(receipt.Number, receipt.QueryCode, "", CancellationToken.None));
        Assert.Equal((RequestStage.Concluded, 0), (seen.Request.Stage, seen.Letters.Count));
    }

    [Theory]
    [EveryStore]
    public async Task A_merged_request_hands_out_nothing(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var elder = await office.FileAsync();
        var younger = await AttachedAsync(office);
        var file = await FileIdAsync(office, younger);
        await office.DoAsync(office.Officer, younger.Id, new MergeRequest(office.Today, elder.Id));
        await SeesNothingAsync(office, younger, Guid.NewGuid(), file);
    }

    [Theory]
    [EveryStore]
    public async Task A_refusal_is_not_sent_to_review_or_signed_with_files_to_give_out(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await AttachedAsync(office);
        var file = await FileIdAsync(office, receipt);
        var refusal = new DraftReply(office.Today, new Decision(Outcome.InternalAffairs), new LetterWording { Reasons = "属于内部工作流程信息" });
        var refused = await Assert.ThrowsAsync<RefusedException>(() => office.DoAsync(office.Officer, receipt.Id, refusal));
        Assert.Equal("reply.disclosedAttached", Assert.Single(refused.Reasons).Code);

        await office.AskAsync<AttachFiles, int>(async a =>
        {
            await a.SetAsideAsync(office.Officer, receipt.Id, file, CancellationToken.None);
            return 0;
        });
        await office.AnswerAsync(receipt.Id, refusal.Decision, refusal.Text);
        var seen = await office.TrackAsync(receipt.Number, receipt.QueryCode);
        Assert.Single(seen.Letters, l => LetterAudience.IsReply(l.Type));
        Assert.Empty(seen.Files);
        await Assert.ThrowsAsync<NoSuchThingException>(() => OpenAsync(office, receipt, file));
    }

    [Theory]
    [EveryStore]
    public async Task In_a_redo_what_was_served_stays_and_what_is_new_waits_for_its_own_service(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await AttachedAsync(office);
        var first = await FileIdAsync(office, receipt);
        await office.AnswerAsync(receipt.Id);
        await OpenAsync(office, receipt, first);

        office.Store.Clock.Advance(TimeSpan.FromDays(1));
        await office.DoAsync(office.Head, receipt.Id, new OrderRedo(office.Today, RedoCause.Reconsideration, 20, false, "云政复决〔2026〕3号"));
        office.Store.Clock.Advance(TimeSpan.FromMinutes(1));
        await AttachAsync(office, receipt.Id);
        var second = (await office.SeeAsync(office.Officer, receipt.Number)).Files.Last(f => f.Purpose == AttachFiles.Disclosed).Id;
        var letter = await SignAsync(office, receipt.Id, new Decision(Outcome.Granted), Wording);
        var seen = await office.TrackAsync(receipt.Number, receipt.QueryCode);
        Assert.Equal(first, Assert.Single(seen.Files).Id);
        Assert.DoesNotContain(letter, seen.Letters.Select(l => l.Id));
        Assert.Single(seen.Letters, l => LetterAudience.IsReply(l.Type));
        await Assert.ThrowsAsync<NoSuchThingException>(() => OpenAsync(office, receipt, second));

        await office.DoAsync(office.Officer, receipt.Id, new ServeReply(office.Today, ServiceMode.Electronic, false, ""));
        seen = await office.TrackAsync(receipt.Number, receipt.QueryCode);
        Assert.Equal([first, second], seen.Files.Select(f => f.Id));
        Assert.Contains(letter, seen.Letters.Select(l => l.Id));
        using var text = new StreamReader((await OpenAsync(office, receipt, IssueLetter.PageOf(letter))).Content);
        Assert.Contains($"后于{Say.Of(office.Today)}收到行政复议决定书（云政复决〔2026〕3号），据此重新处理", await text.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => VoidAsync(office, receipt, letter, again: true));
    }

    private static async Task SeesNothingAsync(Office office, FilingReceipt receipt, Guid letter, Guid file)
    {
        var seen = await office.TrackAsync(receipt.Number, receipt.QueryCode);
        Assert.Empty(seen.Files);
        Assert.DoesNotContain(letter, seen.Letters.Select(l => l.Id));
        foreach (var id in new[] { file, letter, IssueLetter.PageOf(letter) })
        {
            await Assert.ThrowsAsync<NoSuchThingException>(() => OpenAsync(office, receipt, id));
        }
    }

    private static Task<OpenFile> OpenAsync(Office office, FilingReceipt receipt, Guid file) =>
        office.AskAsync<TrackRequest, OpenFile>(t => t.FileAsync(receipt.Number, receipt.QueryCode, file, CancellationToken.None));

    private static Task<IssuedLetter?> VoidAsync(Office office, FilingReceipt receipt, Guid letter, bool again) =>
        office.AskAsync<VoidLetter, IssuedLetter?>(v => v.RunAsync(office.Officer, receipt.Id, letter, "申请撤回", again, CancellationToken.None));

    private static async Task<FilingReceipt> AttachedAsync(Office office)
    {
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        await AttachAsync(office, receipt.Id);
        return receipt;
    }

    private static Task<int> AttachAsync(Office office, Guid id) => office.AskAsync<AttachFiles, int>(async a =>
    {
        var content = "%PDF-1.4 提供的合同"u8.ToArray();
        await a.RunAsync(office.Officer, id, true, [new UploadedFile("", "合同.pdf", content.Length, () => new MemoryStream(content))], Guid.Empty, CancellationToken.None);
        return 0;
    });

    private static async Task<Guid> FileIdAsync(Office office, FilingReceipt receipt) =>
        (await office.SeeAsync(office.Officer, receipt.Number)).Files.Single(f => f.Purpose == AttachFiles.Disclosed).Id;

    private static async Task<Guid> SignAsync(Office office, Guid id, Decision decision, LetterWording wording)
    {
        await office.DoAsync(office.Officer, id, new DraftReply(office.Today, decision, wording));
        await office.DoAsync(office.Reviewer, id, new ReviewReply(office.Today, ReviewKind.Legal, true, "同意"));
        await office.DoAsync(office.Reviewer, id, new ReviewReply(office.Today, ReviewKind.Secrecy, true, "不涉密"));
        return (await office.DoAsync(office.Leader, id, new SignReply(office.Today, PerformAct.DigestOf(decision, wording), decision.Outcome))).Letter!.Id;
    }
}
