using Gongkai.Core.Agencies;
using Gongkai.TestHost;
using Gongkai.UseCases.Calendar;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Staff;
using Gongkai.UseCases.Tests.Isolation;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>看不见的控制字符：PostgreSQL 存不得 NUL，文书里印不出别的。说清楚是哪一项，不出错。</summary>
public class ControlCharacterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task Every_text_that_is_kept_refuses_them_by_name(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var scene = await Scene.BuildAsync(office);
        var mine = await office.FileAsync();
        await office.DoAsync(office.Officer, mine.Id, new UseCases.Requests.Acts.RegisterRequest(office.Today));
        var version = await office.VersionAsync(mine.Id);
        foreach (var bad in new[] { "字\0", "\u0001字", "字\ud800" })
        {
            var wrong = new Dictionary<string, Func<Task>>
            {
                ["Note"] = () => office.AskAsync<AddNote, int>(async n =>
                {
                    await n.RunAsync(office.Officer, mine.Id, bad, Guid.Empty, Stop);
                    return 0;
                }),
                ["Reason"] = () => office.AskAsync<VoidLetter, IssuedLetter?>(v => v.RunAsync(office.Head, scene.Id, scene.Letter, bad, true, Stop)),
                ["Subject1"] = () => office.AskAsync<SplitRequest, IReadOnlyList<string>>(s => s.RunAsync(office.Officer, mine.Id, version, [new("甲", "甲"), new(bad, "乙")], Stop)),
                ["Text"] = () => office.AskAsync<TrackRequest, TrackedRequest>(t => t.TellAsync(mine.Number, mine.QueryCode, "reasons", bad, [], Stop)),
                ["Source"] = () => office.AskAsync<ImportHolidays, object>(async i => await i.RunAsync(scene.Administrator, new HolidayFile(2027, bad, "", "date,name,is_off_day\n2027-01-01,元旦,true\n"), Stop)),
                ["Subject"] = () => office.FileAsync(office.Filing(subject: bad)),
                ["DisplayName"] = () => office.AskAsync<ManageAccounts, NewPassword>(m => m.CreateAsync(scene.Administrator, "wang.wu", bad, new Grant(office.Emergency, StaffRole.Officer), Stop)),
            };
            foreach (var (field, act) in wrong)
            {
                var refused = await Assert.ThrowsAsync<BadInputException>(act);
                Assert.Contains(refused.Problems, p => p.Field == field);
            }
        }

        Assert.Equal(version, await office.VersionAsync(mine.Id));
        Assert.DoesNotContain((await office.SeeAsync(office.Officer, mine.Number)).Papers!.Notes, n => n.Text.Contains('字', StringComparison.Ordinal));
    }

    [Theory]
    [EveryStore]
    public async Task Looking_for_them_finds_nothing_and_breaks_nothing(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        foreach (var bad in new[] { "a\0", "\ud800", "\u001b[31m" })
        {
            Assert.Null(await office.AskAsync<SignIn, SignedIn?>(s => s.RunAsync(bad, bad, bad, Stop)));
            Assert.Empty((await office.AskAsync<ListRequests, RequestPage>(l => l.RunAsync(office.Officer, new RequestFilter { Text = bad }, Stop))).Items);
            await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<ViewCase, CaseView>(v => v.RunAsync(office.Officer, bad, Stop)));
        }
    }

    [Theory]
    [EveryStore]
    public async Task A_note_and_files_sent_twice_are_kept_once_even_at_the_same_moment(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var mine = await office.FileAsync();
        var (once, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Task<int> NoteAsync(Guid mark) => office.AskAsync<AddNote, int>(async n =>
        {
            await n.RunAsync(office.Officer, mine.Id, "电话里说下午来取", mark, Stop);
            return 0;
        });
        Task<int> AttachAsync(Guid mark) => office.AskAsync<AttachFiles, int>(async a =>
        {
            await a.RunAsync(office.Officer, mine.Id, false, [Scene.Upload(""), Scene.Upload("")], mark, Stop);
            return 0;
        });
        await Task.WhenAll(NoteAsync(once), NoteAsync(once), AttachAsync(once), AttachAsync(once));
        await NoteAsync(once);
        await AttachAsync(once);
        var view = await office.SeeAsync(office.Officer, mine.Number);
        Assert.Single(view.Papers!.Notes);
        Assert.Equal(2, view.Files.Count);

        // 停下来改了再交的，是同一张表单，不是同样的内容：添的、换的都要收。
        await office.AskAsync<AttachFiles, int>(async a =>
        {
            await a.RunAsync(office.Officer, mine.Id, false, [Scene.Upload(""), Changed(Scene.Upload("")), Scene.Upload("")], once, Stop);
            return 0;
        });
        Assert.Equal(4, (await office.SeeAsync(office.Officer, mine.Number)).Files.Count);
        await office.AskAsync<AddNote, int>(async n =>
        {
            await n.RunAsync(office.Officer, mine.Id, "电话里说明天来取", once, Stop);
            return 0;
        });
        Assert.Equal(2, (await office.SeeAsync(office.Officer, mine.Number)).Papers!.Notes.Count);

        await NoteAsync(other);
        await AttachAsync(other);
        view = await office.SeeAsync(office.Officer, mine.Number);
        Assert.Equal(3, view.Papers!.Notes.Count);
        Assert.Equal(6, view.Files.Count);

        static UploadedFile Changed(UploadedFile file) => file with { Length = file.Length + 1, Open = () => new MemoryStream([.. "%PDF-1.4 内容改"u8]) };
    }
}
