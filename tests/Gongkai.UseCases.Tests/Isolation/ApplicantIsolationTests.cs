using Gongkai.Core.Requests;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Tests.Isolation;

/// <summary>申请人一侧：猜编号、猜查询码、拿着别人的标识，什么也得不到，也分不出是哪里不对。</summary>
public class ApplicantIsolationTests
{
    [Theory]
    [EveryStore]
    public async Task A_guessed_number_or_code_opens_nothing_and_tells_nothing(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var content = "%PDF-1.4 身份证明"u8.ToArray();
        var mine = await office.FileAsync(office.Filing(files: new UploadedFile("identity", "证件.pdf", content.Length, () => new MemoryStream(content))));
        var other = await office.FileAsync();
        var file = Assert.Single((await office.TrackAsync(mine.Number, mine.QueryCode)).Files).Id;
        var version = await office.VersionAsync(mine.Id);
        (string Number, string Code)[] guesses =
        [
            (mine.Number, other.QueryCode), (other.Number, mine.QueryCode), (mine.Number, ""), (mine.Number, "%"), (mine.Number, new string('A', 100_000)),
            ("yjj-2026-99999", mine.QueryCode), ("yjj-2026-%", mine.QueryCode), ("", mine.QueryCode), ("' OR 1=1 --", "' OR 1=1 --"), (new string('1', 100_000), mine.QueryCode),
            (mine.Id.ToString("D"), mine.QueryCode), (mine.Number, mine.QueryCode[..^1]), (mine.Number, $"{mine.QueryCode}A"), ("yjj-2026-00001\0", mine.QueryCode),
        ];
        List<string> messages = [];
        foreach (var (number, code) in guesses)
        {
            foreach (var use in Uses(file, number, code))
            {
                messages.Add((await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<TrackRequest, object>(async t => await use(t)))).Message);
            }
        }

        Assert.Single(messages.Distinct());
        Assert.Equal(version, await office.VersionAsync(mine.Id));
        Assert.Empty((await office.TrackAsync($" {mine.Number.ToUpperInvariant()} ", mine.QueryCode)).Papers.Said);
    }

    [Theory]
    [EveryStore]
    public async Task Anothers_files_and_letters_not_yet_sent_are_not_given(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        await office.DoAsync(office.Officer, receipt.Id, new SendConsultation(office.Today, "k1", Core.Requests.Clock.ConsultedParty.ThirdParty, office.Today, new LetterWording { Recipient = "清溪县某物资公司", Items = ["是否同意公开"] }));
        await office.DoAsync(office.Officer, receipt.Id, new AnswerConsultation(office.Today, "k1", ConsultationPosition.Agrees));
        var draft = new DraftReply(office.Today, new Decision(Outcome.Granted), new LetterWording { Disclosed = "合同", AccessRoute = "随信附上", HandedOverOtherwise = true, Reasons = "可以公开" });
        await office.DoAsync(office.Officer, receipt.Id, draft);
        await office.DoAsync(office.Reviewer, receipt.Id, new ReviewReply(office.Today, ReviewKind.Legal, true, ""));
        await office.DoAsync(office.Reviewer, receipt.Id, new ReviewReply(office.Today, ReviewKind.Secrecy, true, ""));
        await office.DoAsync(office.Leader, receipt.Id, new SignReply(office.Today, PerformAct.DigestOf(draft.Decision, draft.Text), Outcome.Granted));
        var letters = (await office.SeeAsync(office.Officer, receipt.Number)).Letters;
        var secret = letters.Where(l => l.Type is "ThirdPartyConsultation" or "ReplyGranted").ToList();
        Assert.Equal(2, secret.Count);
        Assert.DoesNotContain((await office.TrackAsync(receipt.Number, receipt.QueryCode)).Letters, l => secret.Any(s => s.Id == l.Id));
        foreach (var letter in secret)
        {
            await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<TrackRequest, OpenFile>(t => t.FileAsync(receipt.Number, receipt.QueryCode, letter.Id, CancellationToken.None)));
            await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<TrackRequest, OpenFile>(t => t.FileAsync(receipt.Number, receipt.QueryCode, new TrackedLetter(letter.Id, "", "", default).Page, CancellationToken.None)));
        }
    }

    [Theory]
    [EveryStore]
    public async Task Filing_is_for_agencies_that_take_it_and_paper_is_for_their_officers(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using (var db = office.Store.NewDb())
        {
            await db.Agencies.Where(a => a.Id == office.Water).ExecuteUpdateAsync(s => s.SetProperty(a => a.IsOpen, false), TestContext.Current.CancellationToken);
        }

        await Assert.ThrowsAsync<NoSuchThingException>(() => office.FileAsync(office.Filing(office.Water)));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.FileAsync(office.Filing(-1)));
        foreach (var channel in Enum.GetValues<ReceiptChannel>())
        {
            var filing = office.Filing(channel: channel) with { On = office.Today };
            await Assert.ThrowsAsync<NoSuchThingException>(() => FileAsync(office, office.Stranger, filing));
            await Assert.ThrowsAsync<NoSuchThingException>(() => FileAsync(office, Actor.System, filing));
            await Assert.ThrowsAsync<NotAllowedException>(() => FileAsync(office, office.Reviewer, filing));
            if (channel != ReceiptChannel.Internet)
            {
                await Assert.ThrowsAsync<NoSuchThingException>(() => FileAsync(office, Actor.Applicant, filing));
                Assert.False((await FileAsync(office, office.Officer, filing)).IsRepeat);
            }
        }
    }

    [Theory]
    [EveryStore]
    public async Task Knowing_the_mark_of_anothers_form_gives_no_code(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var filing = office.Filing();
        var receipt = await office.FileAsync(filing);
        Filing[] others =
        [
            filing with { Applicant = filing.Applicant with { Name = "李小四" } },
            filing with { Description = "请求公开别的。" },
            filing with { Subject = "别的" },
            filing with { AgencyId = office.Water },
        ];
        foreach (var other in others)
        {
            var bad = await Assert.ThrowsAsync<BadInputException>(() => office.FileAsync(other));
            Assert.DoesNotContain(receipt.QueryCode, bad.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(receipt with { IsRepeat = true }, await office.FileAsync(filing));
    }

    [Theory]
    [EveryStore]
    public async Task What_several_say_at_once_is_all_kept(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        string[] said = [.. Enumerable.Range(1, 5).Select(n => $"第{n}句话")];
        Task[] all =
        [
            .. said.Select(s => office.AskAsync<TrackRequest, TrackedRequest>(t => t.TellAsync(receipt.Number, receipt.QueryCode, "reasons", s, [], CancellationToken.None))),
            RegisterAsync(office, receipt.Id),
        ];
        await Task.WhenAll(all);
        var view = await office.SeeAsync(office.Officer, receipt.Number);
        Assert.Equal(said.Order(StringComparer.Ordinal), view.Papers!.Said.Select(s => s.Text).Order(StringComparer.Ordinal));
        Assert.NotNull(view.Request.RegisteredOn);
    }

    // 经办人同时办事：要么做成，要么被告知别人先动了，再来；不会盖掉申请人的话。
    private static async Task RegisterAsync(Office office, Guid id)
    {
        for (var left = 50; ; left--)
        {
            try
            {
                await office.DoAsync(office.Officer, id, new RegisterRequest(office.Today));
                return;
            }
            catch (Storage.StaleDataException) when (left > 0)
            {
                await Task.Yield();
            }
        }
    }

    private static Task<FilingReceipt> FileAsync(Office office, Actor actor, Filing filing) =>
        office.AskAsync<FileRequest, FilingReceipt>(t => t.RunAsync(actor, filing with { Once = Guid.CreateVersion7() }, CancellationToken.None));

    private static IEnumerable<Func<TrackRequest, Task<object>>> Uses(Guid file, string number, string code) =>
    [
        async t => await t.RunAsync(number, code, CancellationToken.None),
        async t => await t.FileAsync(number, code, file, CancellationToken.None),
        async t => await t.SupplementAsync(number, code, "补正", [], CancellationToken.None),
        async t => await t.TellAsync(number, code, "reasons", "理由", [], CancellationToken.None),
        async t => await t.WithdrawAsync(number, code, "", CancellationToken.None),
    ];
}
