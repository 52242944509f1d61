using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage.Checking;
using Gongkai.Storage.Sealing;
using Gongkai.TestHost;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.UseCases.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>几个人同时动同一件事：晚的一个被告知，什么也没有被盖掉。</summary>
public class AtOnceTests
{
    private static readonly Actor _administrator = Actor.Staff(Guid.NewGuid(), "系统管理员", [new Grant(null, StaffRole.Administrator)]);

    [Theory]
    [EveryStore]
    public async Task A_slow_upload_is_not_added_to_what_was_sent_to_review_meanwhile(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        var draft = new DraftReply(office.Today, new Decision(Outcome.Granted), new LetterWording { Disclosed = "合同", AccessRoute = "随信附上", HandedOverOtherwise = true, Reasons = "可以公开" });

        // 传到一半，别人拟稿送审。
        var refused = await Assert.ThrowsAsync<RefusedException>(() => AttachAsync(office, receipt.Id, Slow(() => office.DoAsync(office.Officer, receipt.Id, draft))));
        Assert.Equal(["request.inReview"], refused.Reasons.Select(r => r.Code));
        await using var db = office.Store.NewDb();
        Assert.False(await db.Attachments.AnyAsync(a => a.Purpose == AttachFiles.Disclosed, TestContext.Current.CancellationToken));
    }

    [Theory]
    [EveryStore]
    public async Task A_slow_upload_is_added_once_when_what_happened_meanwhile_does_not_forbid_it(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await AttachAsync(office, receipt.Id, Slow(() => office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today))));
        Assert.Single((await office.SeeAsync(office.Officer, receipt.Number)).Files, f => f.Purpose == AttachFiles.Disclosed);
    }

    [Theory]
    [EveryStore]
    public async Task Of_several_who_make_the_same_account_or_agency_at_once_one_does_and_the_others_are_told_the_field(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var form = new AgencyForm { AgencyName = "清溪县档案局", PagePath = "daj", ParentId = null };
        var accounts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FieldOf(() =>
            office.AskAsync<ManageAccounts, NewPassword>(m => m.CreateAsync(_administrator, "li.si", "李四", new Grant(office.Emergency, StaffRole.Officer), CancellationToken.None)))));
        var agencies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FieldOf(() =>
            office.AskAsync<ManageAgencies, SavedAgency>(m => m.CreateAsync(_administrator, form, CancellationToken.None)))));
        Assert.Equal(["", "UserName", "UserName", "UserName"], accounts.Order());
        Assert.Equal(["", "PagePath", "PagePath", "PagePath"], agencies.Order());
    }

    [Theory]
    [EveryStore]
    public async Task Two_administrators_who_take_each_others_role_at_once_do_not_leave_none(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var li = await AdministratorAsync(office, "li.si");
        var wang = await AdministratorAsync(office, "wang.wu");
        Task RevokeAsync(ManageAccounts m, Actor by, Actor whose, Guid grant) => m.RevokeAsync(by, whose.AccountId, grant, null, CancellationToken.None);

        // 李四看过还有王五，正要提交，王五先收回了李四的。
        var clock = new InterruptedClock(office.Store.Clock, () => office.AskAsync<ManageAccounts, int>(async m =>
        {
            await RevokeAsync(m, wang.Actor, li.Actor, li.Grant);
            return 0;
        }));
        await using var node = Office.Node(office.Store.Options, clock);
        await Assert.ThrowsAsync<Storage.StaleDataException>(() => Office.AskAsync<ManageAccounts, int>(node, async m =>
        {
            await RevokeAsync(m, li.Actor, wang.Actor, wang.Grant);
            return 0;
        }));
        Assert.True(clock.WasInterrupted);

        await using var db = office.Store.NewDb();
        Assert.Equal([wang.Actor.AccountId], await db.RoleGrants.Where(g => g.AgencyId == null).Select(g => g.AccountId).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [EveryStore]
    public async Task Splitting_and_handing_over_leave_every_event_vouched_for_in_the_log(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var officer = Actor.Staff((await office.AskAsync<ManageAccounts, NewPassword>(m => m.CreateAsync(_administrator, "li.si", "李四", new Grant(office.Emergency, StaffRole.Officer), CancellationToken.None))).AccountId, "李四", [new Grant(office.Emergency, StaffRole.Officer)]);
        var colleague = (await office.AskAsync<ManageAccounts, NewPassword>(m => m.CreateAsync(_administrator, "wang.wu", "王五", new Grant(office.Emergency, StaffRole.Officer), CancellationToken.None))).AccountId;
        var receipt = await office.FileAsync();
        await office.DoAsync(officer, receipt.Id, new RegisterRequest(office.Today));
        var version = await office.VersionAsync(receipt.Id);
        var numbers = await office.AskAsync<SplitRequest, IReadOnlyList<string>>(s => s.RunAsync(officer, receipt.Id, version, [new("甲", "甲项"), new("乙", "乙项")], CancellationToken.None));
        List<Guid> ids = [];
        foreach (var number in numbers)
        {
            var part = (await office.SeeAsync(officer, number)).Row.Id;
            ids.Add(part);
            await office.DoAsync(office.Head, part, new AssignRequest(office.Today, "办公室", officer.AccountId));
        }

        Assert.Equal(2, await office.AskAsync<HandOver, int>(h => h.RunAsync(office.Head, office.Emergency, officer.AccountId, colleague, CancellationToken.None)));

        await using var db = office.Store.NewDb();
        var handed = await db.Audits.Where(a => a.Action == "request.handOver").Select(a => a.Subject).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(ids, id => Assert.Contains(id.ToString("D"), handed));
        Assert.Empty((await office.Store.Services.GetRequiredService<StorageCheck>().RunAsync(TestContext.Current.CancellationToken)).Problems);
    }

    [Theory]
    [EveryStore]
    public async Task A_second_factor_is_sealed_by_the_master_key_and_outlives_its_rotation(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var made = await office.AskAsync<ManageAccounts, NewPassword>(m => m.CreateAsync(_administrator, "li.si", "李四", new Grant(office.Emergency, StaffRole.Officer), CancellationToken.None));
        var actor = Actor.Staff(made.AccountId, "李四", []);
        var secret = (await office.AskAsync<SecondFactor, SecondFactorView>(f => f.ViewAsync(actor, CancellationToken.None))).Secret!;
        await office.AskAsync<SecondFactor, IReadOnlyList<string>>(f => f.ConfirmAsync(actor, CodeOf(office, secret), CancellationToken.None));
        await using var db = office.Store.NewDb();
        var before = await db.SecretSlots.AsNoTracking().SingleAsync(s => s.Name.StartsWith("totp/"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(secret, System.Text.Encoding.Latin1.GetString(before.Cipher), StringComparison.Ordinal);

        var rotation = office.Store.Services.GetRequiredService<KeyRotation>();
        await rotation.RotateAsync("cli", TestContext.Current.CancellationToken);
        await rotation.RetireAsync(1, "cli", TestContext.Current.CancellationToken);
        Assert.Equal(2, (await db.SecretSlots.AsNoTracking().SingleAsync(s => s.Name == before.Name, TestContext.Current.CancellationToken)).KeyVersion);
        office.Store.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.NotNull(await office.AskAsync<SignIn, SignedIn?>(s => s.RunAsync("li.si", made.Password, CodeOf(office, secret), CancellationToken.None)));
        Assert.Null(await office.AskAsync<SignIn, SignedIn?>(s => s.RunAsync("li.si", made.Password, CodeOf(office, secret), CancellationToken.None)));
    }

    private static async Task<(Actor Actor, Guid Grant)> AdministratorAsync(Office office, string userName)
    {
        var made = await office.AskAsync<ManageAccounts, NewPassword>(m => m.CreateAsync(_administrator, userName, userName, new Grant(null, StaffRole.Administrator), CancellationToken.None));
        var view = await office.AskAsync<ManageAccounts, AccountView>(m => m.ViewAsync(_administrator, made.AccountId, CancellationToken.None));
        return (Actor.Staff(made.AccountId, userName, [new Grant(null, StaffRole.Administrator)]), Assert.Single(view.Grants).Id);
    }

    private static string CodeOf(Office office, string secret) => Totp.CodeAt(secret, Totp.StepOf(office.Store.Clock.GetUtcNow()));

    private static Task<int> AttachAsync(Office office, Guid id, UploadedFile file) => office.AskAsync<AttachFiles, int>(async a =>
    {
        await a.RunAsync(office.Officer, id, true, [file], Guid.Empty, CancellationToken.None);
        return 0;
    });

    // 第二次打开（第一次是认种类）时，别人正好办了一步；只这一回。
    private static UploadedFile Slow(Func<Task> meanwhile)
    {
        var content = "%PDF-1.4 提供的合同"u8.ToArray();
        var opened = 0;
        return new UploadedFile("", "合同.pdf", content.Length, () =>
        {
            if (++opened == 2)
            {
                meanwhile().GetAwaiter().GetResult();
            }

            return new MemoryStream(content);
        });
    }

    // 第一次看钟是写审计记录，在看过还有没有别人之后、提交之前：这时别人先做了。
    private sealed class InterruptedClock(TimeProvider clock, Func<Task> meanwhile) : TimeProvider
    {
        public bool WasInterrupted { get; private set; }

        public override DateTimeOffset GetUtcNow()
        {
            if (!WasInterrupted)
            {
                WasInterrupted = true;
                meanwhile().GetAwaiter().GetResult();
            }

            return clock.GetUtcNow();
        }
    }

    private static async Task<string> FieldOf(Func<Task> act)
    {
        try
        {
            await act();
            return "";
        }
        catch (BadInputException bad)
        {
            return Assert.Single(bad.Problems).Field;
        }
    }
}
