using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Storage.Checking;
using Gongkai.Storage.Files;
using Gongkai.TestHost;
using Gongkai.UseCases.Archives;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases.Tests.Archives;

/// <summary>保管期满：先鉴定，另一个人批准，才销毁；编号与统计留着。</summary>
public class AppraiseTests
{
    private static readonly AppraisalForm _destroy = new(AppraisalVerdict.Destroy, null, "已无查考价值", true);

    [Theory]
    [EveryStore]
    public async Task Nothing_is_destroyed_before_it_is_appraised_and_approved_by_another(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await ArchivedAsync(office, 10);
        Assert.Empty((await ViewAsync(office, office.Head)).Due);
        Assert.Equal(["retention.notDue"], await RefusedAsync(() => AppraiseAsync(office, office.Head, _destroy, receipt.Id)));
        office.Store.Clock.Advance(TimeSpan.FromDays(3660));
        var due = await ViewAsync(office, office.Officer);
        Assert.Equal((receipt.Number, 1), (Assert.Single(due.Due).Number, due.DueCount));
        Assert.Equal(["retention.notAppraised"], await RefusedAsync(() => DestroyAsync(office, office.Head, receipt.Id)));

        Assert.Equal(1, await AppraiseAsync(office, office.Head, _destroy, receipt.Id));
        var awaiting = await ViewAsync(office, office.Head);
        Assert.Equal((0, 1, false), (awaiting.Due.Count, awaiting.Awaiting.Count, awaiting.MayApprove(awaiting.Awaiting[0])));
        Assert.Equal(["retention.ownAppraisal"], await RefusedAsync(() => DestroyAsync(office, office.Head, receipt.Id)));
        Assert.NotNull((await office.SeeAsync(office.Officer, receipt.Number)).Papers);

        Assert.Equal(1, await DestroyAsync(office, office.Leader, receipt.Id));
        Assert.Contains(receipt.Id.ToString("D"), await File.ReadAllTextAsync(office.Store.Options.DestroyedPath, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await using var db = office.Store.NewDb();
        Assert.Empty(await db.Attachments.Where(a => a.RequestId == receipt.Id && a.FileName != null).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(office.Store.Services.GetRequiredService<IFileStore>().List());
        var row = await db.Requests.SingleAsync(r => r.Id == receipt.Id, TestContext.Current.CancellationToken);
        Assert.Equal(("", null, "granted", office.Today), (row.Subject, row.QueryCodeHash, row.Fate, row.DestroyedOn!.Value));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.TrackAsync(receipt.Number, receipt.QueryCode));
        Assert.Empty((await office.Store.Services.GetRequiredService<StorageCheck>().RunAsync(TestContext.Current.CancellationToken)).Problems);

        var line = Assert.Single((await office.AskAsync<AppraiseArchives, DestructionRegister>(a => a.RegisterAsync(office.Officer, office.Today.Year, CancellationToken.None))).Lines);
        Assert.Equal((receipt.Number, "DA-10", 10, "已无查考价值"), (line.Number, line.RetentionCode, line.Years, line.Reason));
    }

    [Theory]
    [EveryStore]
    public async Task A_destroyed_request_shows_its_course_and_refuses_every_act(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await ArchivedAsync(office, 1);
        office.Store.Clock.Advance(TimeSpan.FromDays(400));
        await AppraiseAsync(office, office.Officer, _destroy, receipt.Id);
        await DestroyAsync(office, office.Head, receipt.Id);

        var seen = await office.SeeAsync(office.Officer, receipt.Number);
        Assert.Null(seen.Papers);
        Assert.IsType<ApplicantDestroyed>(seen.Request.Events[^1]);
        Assert.NotEmpty(seen.Letters);
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<ViewCase, OpenFile>(v => v.FileAsync(office.Officer, receipt.Number, seen.Letters[0].Id, CancellationToken.None)));
        Assert.Equal(["retention.destroyed"], await RefusedAsync(() => office.DoAsync(office.Head, receipt.Id, new OrderRedo(office.Today, RedoCause.Judgment, 20))));
        Assert.Contains("retention.destroyed", await RefusedAsync(() => AppraiseAsync(office, office.Head, _destroy, receipt.Id)));
        Assert.Contains("retention.destroyed", await RefusedAsync(() => DestroyAsync(office, office.Leader, receipt.Id)));
        var listed = await office.AskAsync<ListRequests, RequestPage>(l => l.RunAsync(office.Officer, new RequestFilter(), CancellationToken.None));
        Assert.Equal(ListRequests.DestroyedSubject, Assert.Single(listed.Items).Subject);
    }

    [Theory]
    [EveryStore]
    public async Task What_is_kept_comes_back_later_and_what_is_redone_or_permanent_never_does(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var kept = await ArchivedAsync(office, 1);
        var redone = await ArchivedAsync(office, 1);
        var permanent = await ArchivedAsync(office, null);
        office.Store.Clock.Advance(TimeSpan.FromDays(400));
        await office.DoAsync(office.Head, redone.Id, new OrderRedo(office.Today, RedoCause.Reconsideration, 20));
        Assert.Equal([kept.Number], (await ViewAsync(office, office.Head)).Due.Select(d => d.Number));
        Assert.Equal(["retention.notArchived"], await RefusedAsync(() => AppraiseAsync(office, office.Head, _destroy, redone.Id)));
        Assert.Equal(["retention.permanent"], await RefusedAsync(() => AppraiseAsync(office, office.Head, _destroy, permanent.Id)));

        await AppraiseAsync(office, office.Head, new AppraisalForm(AppraisalVerdict.Keep, 5, "正在诉讼", false), kept.Id);
        Assert.Empty((await ViewAsync(office, office.Head)).Due);
        Assert.Equal(["retention.notAppraised"], await RefusedAsync(() => DestroyAsync(office, office.Leader, kept.Id)));
        office.Store.Clock.Advance(TimeSpan.FromDays((5 * 366) + 1));
        Assert.Equal("正在诉讼", Assert.Single((await ViewAsync(office, office.Head)).Due).Opinion!.Reason);
    }

    [Theory]
    [EveryStore]
    public async Task Only_those_who_may_appraise_and_approve_in_their_own_agency(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await ArchivedAsync(office, 1);
        office.Store.Clock.Advance(TimeSpan.FromDays(400));
        await Assert.ThrowsAsync<NotAllowedException>(() => AppraiseAsync(office, office.Leader, _destroy, receipt.Id));
        await Assert.ThrowsAsync<NoSuchThingException>(() => AppraiseAsync(office, office.Stranger, _destroy, receipt.Id));
        await Assert.ThrowsAsync<NoSuchThingException>(() => ViewAsync(office, office.Reviewer));
        Assert.Empty((await ViewAsync(office, office.Stranger)).Due);
        await AppraiseAsync(office, office.Head, _destroy, receipt.Id);
        await Assert.ThrowsAsync<NotAllowedException>(() => DestroyAsync(office, office.Officer, receipt.Id));
        await Assert.ThrowsAsync<NoSuchThingException>(() => DestroyAsync(office, office.Stranger, receipt.Id));
        await Assert.ThrowsAsync<NoSuchThingException>(() => DestroyAsync(office, Actor.Applicant, receipt.Id));

        AppraisalForm[] wrong = [new(null, null, "理由", true), new(AppraisalVerdict.Keep, 0, "理由", true), new(AppraisalVerdict.Keep, 3, " ", true), new(AppraisalVerdict.Destroy, null, "理由", false), new((AppraisalVerdict)9, null, "理由", true)];
        foreach (var form in wrong)
        {
            await Assert.ThrowsAsync<BadInputException>(() => AppraiseAsync(office, office.Head, form, receipt.Id));
        }

        await Assert.ThrowsAsync<BadInputException>(() => AppraiseAsync(office, office.Head, _destroy));
        Assert.Empty((await office.AskAsync<AppraiseArchives, DestructionRegister>(a => a.RegisterAsync(office.Stranger, office.Today.Year, CancellationToken.None))).Lines);
    }

    [Theory]
    [EveryStore]
    public async Task What_was_split_is_kept_as_long_as_its_parts_and_shows_them_its_files(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var whole = await WithProofAsync(office);
        await office.DoAsync(office.Officer, whole.Id, new RegisterRequest(office.Today));
        var version = await office.VersionAsync(whole.Id);
        var numbers = await office.AskAsync<SplitRequest, IReadOnlyList<string>>(s => s.RunAsync(office.Officer, whole.Id, version, [new("甲", "甲项"), new("乙", "乙项")], CancellationToken.None));
        await office.DoAsync(office.Officer, whole.Id, new ArchiveRequest(office.Today, "DA-1", 1));
        var parts = new List<Guid>();
        foreach (var number in numbers)
        {
            var part = await office.SeeAsync(office.Officer, number);
            var proof = Assert.Single(part.WholeFiles);
            Assert.Equal(("证件.pdf", whole.Number), (proof.Name, part.Related.Whole!.Number));
            await using var content = (await office.AskAsync<ViewCase, OpenFile>(v => v.FileAsync(office.Officer, whole.Number, proof.Id, CancellationToken.None))).Content;
            Assert.Empty(part.Files);
            parts.Add(part.Row.Id);
        }

        Assert.Empty((await office.SeeAsync(office.Officer, whole.Number)).WholeFiles);
        await ConcludeAsync(office, parts[0], 1);
        office.Store.Clock.Advance(TimeSpan.FromDays(400));

        // 乙项还没有办结。
        Assert.Equal(["retention.relatedKept"], await RefusedAsync(() => AppraiseAsync(office, office.Head, _destroy, whole.Id)));
        await AppraiseAsync(office, office.Head, _destroy, parts[0]);
        await ConcludeAsync(office, parts[1], 2);
        office.Store.Clock.Advance(TimeSpan.FromDays(400));

        // 乙项归档了，还没有满；续存不妨。
        Assert.Equal(["retention.relatedKept"], await RefusedAsync(() => AppraiseAsync(office, office.Head, _destroy, whole.Id)));
        await AppraiseAsync(office, office.Head, new AppraisalForm(AppraisalVerdict.Keep, 1, "随乙项保管", false), whole.Id);
        office.Store.Clock.Advance(TimeSpan.FromDays(400));
        await AppraiseAsync(office, office.Head, _destroy, whole.Id);

        // 鉴定之后、批准之前，乙项又续存了。
        await AppraiseAsync(office, office.Head, new AppraisalForm(AppraisalVerdict.Keep, 1, "正在诉讼", false), parts[1]);
        Assert.Equal(["retention.relatedKept"], await RefusedAsync(() => DestroyAsync(office, office.Leader, whole.Id)));
        office.Store.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(2, await DestroyAsync(office, office.Leader, whole.Id, parts[0]));
        Assert.Empty((await office.SeeAsync(office.Officer, numbers[1])).WholeFiles);
        Assert.Empty((await office.Store.Services.GetRequiredService<StorageCheck>().RunAsync(TestContext.Current.CancellationToken)).Problems);
    }

    [Theory]
    [EveryStore]
    public async Task What_was_merged_is_kept_as_long_as_what_it_went_into(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (elder, younger) = (await office.FileAsync(), await WithProofAsync(office));
        await office.DoAsync(office.Officer, younger.Id, new MergeRequest(office.Today, elder.Id));
        await office.DoAsync(office.Officer, younger.Id, new ArchiveRequest(office.Today, "DA-1", 1));
        office.Store.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(["retention.relatedKept"], await RefusedAsync(() => AppraiseAsync(office, office.Head, _destroy, younger.Id)));
        await office.DoAsync(office.Officer, elder.Id, new RegisterRequest(office.Today));
        await ConcludeAsync(office, elder.Id, null);
        office.Store.Clock.Advance(TimeSpan.FromDays(4000));

        // 并入的一件永久保管，它的身份证明也就一直要用。
        Assert.Equal(["retention.relatedKept"], await RefusedAsync(() => AppraiseAsync(office, office.Head, _destroy, younger.Id)));
    }

    private static Task<FilingReceipt> WithProofAsync(Office office)
    {
        var content = "%PDF-1.4 身份证明"u8.ToArray();
        return office.FileAsync(office.Filing(files: new UploadedFile("identity", "证件.pdf", content.Length, () => new MemoryStream(content))));
    }

    private static async Task ConcludeAsync(Office office, Guid id, int? years)
    {
        await office.AnswerAsync(id);
        await office.DoAsync(office.Officer, id, new ArchiveRequest(office.Today, "DA-10", years));
    }

    private static async Task<FilingReceipt> ArchivedAsync(Office office, int? years)
    {
        var receipt = await WithProofAsync(office);
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        await ConcludeAsync(office, receipt.Id, years);
        return receipt;
    }

    private static async Task<IEnumerable<string>> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Reasons.Select(r => r.Code);

    private static Task<ArchivesDue> ViewAsync(Office office, Actor actor) => office.AskAsync<AppraiseArchives, ArchivesDue>(a => a.ViewAsync(actor, CancellationToken.None));

    private static Task<int> AppraiseAsync(Office office, Actor actor, AppraisalForm form, params Guid[] ids) =>
        office.AskAsync<AppraiseArchives, int>(a => a.AppraiseAsync(actor, ids, form, CancellationToken.None));

    private static Task<int> DestroyAsync(Office office, Actor actor, params Guid[] ids) =>
        office.AskAsync<AppraiseArchives, int>(a => a.DestroyAsync(actor, ids, CancellationToken.None));
}
