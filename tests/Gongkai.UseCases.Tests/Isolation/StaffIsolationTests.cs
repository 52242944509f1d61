using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.TestHost;
using Gongkai.UseCases.Reports;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.UseCases.Tests.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Tests.Isolation;

/// <summary>别的机关、别的职责、没有登录：每个给工作人员的用例都一样，有没有这件事都不说。</summary>
public class StaffIsolationTests
{
    private static readonly DateOnly _from = new(2026, 1, 1);
    private static readonly DateOnly _to = new(2026, 12, 31);

    [Theory]
    [EveryStore]
    public async Task No_act_is_done_for_those_it_does_not_exist_for(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        var (row, request, _) = await office.FoldAsync(receipt.Id);
        var audits = await AuditsAsync(office);
        var acts = new RandomActs(new Random(1)).All(office.Today, request, [receipt.Id]).ToList();
        Assert.Equal(typeof(RequestAct).Assembly.GetTypes().Count(t => t.IsSubclassOf(typeof(RequestAct))), acts.Select(a => a.GetType()).Distinct().Count());
        foreach (var act in acts)
        {
            foreach (var outsider in Outsiders(office))
            {
                var real = await Assert.ThrowsAsync<NoSuchThingException>(() => DoAsync(office, outsider, receipt.Id, row.Version, act));
                var guessed = await Assert.ThrowsAsync<NoSuchThingException>(() => DoAsync(office, outsider, Guid.NewGuid(), row.Version, act));
                Assert.Equal(guessed.Message, real.Message);
            }

            foreach (var insider in new[] { office.Officer, office.Head, office.Reviewer, office.Leader }.Where(i => !i.Has(office.Emergency, [.. act.Roles])))
            {
                var lacking = await Assert.ThrowsAsync<NotAllowedException>(() => DoAsync(office, insider, receipt.Id, row.Version, act));
                Assert.Equal(act.Roles, lacking.Roles);
            }
        }

        Assert.Equal(row.Version, await office.VersionAsync(receipt.Id));
        Assert.Equal(audits, await AuditsAsync(office));
    }

    [Theory]
    [EveryStore]
    public async Task A_case_and_its_files_and_its_likes_are_seen_only_by_those_who_handle_it(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var content = "%PDF-1.4 身份证明"u8.ToArray();
        var receipt = await office.FileAsync(office.Filing(files: new UploadedFile("identity", "证件.pdf", content.Length, () => new MemoryStream(content))));
        var theirs = await office.FileAsync(office.Filing(office.Water));
        var file = Assert.Single((await office.SeeAsync(office.Officer, receipt.Number)).Files).Id;
        foreach (var outsider in Outsiders(office))
        {
            await Assert.ThrowsAsync<NoSuchThingException>(() => office.SeeAsync(outsider, receipt.Number));
            await Assert.ThrowsAsync<NoSuchThingException>(() => FileAsync(office, outsider, receipt.Number, file));
            await Assert.ThrowsAsync<NoSuchThingException>(() => LikesAsync(office, outsider, receipt.Id));
        }

        foreach (var guessed in new[] { "", "yjj-2026-00002", "yjj-2026-%", "yjj-2026-_____", $"{receipt.Number} ", "YJJ-2026-00001", new string('9', 4000), "yjj-2026-00001\0" })
        {
            await Assert.ThrowsAsync<NoSuchThingException>(() => office.SeeAsync(office.Officer, guessed));
        }

        // 别的机关的文件，编号对了、件不对，也没有。
        await Assert.ThrowsAsync<NoSuchThingException>(() => FileAsync(office, office.Stranger, theirs.Number, file));
        await Assert.ThrowsAsync<NoSuchThingException>(() => FileAsync(office, office.Officer, receipt.Number, Guid.NewGuid()));
        var likes = await LikesAsync(office, office.Officer, receipt.Id);
        Assert.Empty(likes.SameApplicant.Concat(likes.SameMatter));
    }

    [Theory]
    [EveryStore]
    public async Task Lists_and_searches_find_only_ones_own(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.FileAsync(office.Filing(office.Water, subject: "水库调度规程"));
        Assert.Equal(receipt.Number, Assert.Single((await ListAsync(office, office.Officer, new RequestFilter())).Items).Number);
        foreach (var text in new[] { receipt.Number, "防汛", "张小三", "13800001234", "11010519491231002X" })
        {
            Assert.Single((await ListAsync(office, office.Officer, new RequestFilter { Text = text })).Items);
            Assert.DoesNotContain((await ListAsync(office, office.Stranger, new RequestFilter { Text = text })).Items, i => i.AgencyId == office.Emergency);
        }

        foreach (var filter in new[] { new RequestFilter(), new RequestFilter { AgencyId = office.Emergency }, new RequestFilter { AgencyId = office.Emergency, OpenOnly = true }, new RequestFilter { Text = "防汛" }, new RequestFilter { Page = int.MaxValue }, new RequestFilter { Page = int.MinValue } })
        {
            foreach (var outsider in Outsiders(office))
            {
                var page = await ListAsync(office, outsider, filter);
                Assert.DoesNotContain(page.Items, i => i.AgencyId == office.Emergency);
                Assert.Equal(page.Items.Count, page.Count);
                Assert.DoesNotContain(await office.AskAsync<ListRequests, List<RequestListItem>>(t => t.AllAsync(outsider, filter, 100, CancellationToken.None)), i => i.AgencyId == office.Emergency);
            }
        }

        Assert.Single((await ListAsync(office, office.Officer, new RequestFilter { Text = "\0防汛\u0007" })).Items);

        // 文字里的通配符只是文字。
        Assert.Empty((await ListAsync(office, office.Officer, new RequestFilter { Text = "%" })).Items);
        Assert.Empty((await ListAsync(office, office.Officer, new RequestFilter { Text = "___" })).Items);
    }

    [Theory]
    [EveryStore]
    public async Task Table_three_is_counted_for_the_agency_and_those_above_it_and_names_nobody_to_them(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        var above = Actor.Staff(Guid.NewGuid(), "县政府办小陈", [new Grant(await CountyAsync(office), StaffRole.Supervisor)]);
        foreach (var actor in new[] { office.Officer, above, Actor.Operator })
        {
            Assert.Equal(1, (await CountAsync(office, actor, office.Emergency))["received", "person"]);
        }

        var cell = Assert.Single(await CellAsync(office, above, "received", "total"));
        Assert.Equal((receipt.Number, ""), (cell.Number, cell.Subject));
        Assert.NotEmpty(Assert.Single(await CellAsync(office, office.Officer, "received", "total")).Subject);
        foreach (var outsider in Outsiders(office).Where(o => o != Actor.Operator))
        {
            await Assert.ThrowsAsync<NoSuchThingException>(() => CountAsync(office, outsider, office.Emergency));
            await Assert.ThrowsAsync<NoSuchThingException>(() => CellAsync(office, outsider, "received", "total"));
        }

        await Assert.ThrowsAsync<NoSuchThingException>(() => CountAsync(office, office.Officer, int.MaxValue));
        foreach (var (row, column) in new[] { ("", "total"), ("received", ""), ("received' OR 1=1 --", "total"), ("granted", "Total"), ("open", "total") })
        {
            await Assert.ThrowsAsync<NoSuchThingException>(() => CellAsync(office, office.Officer, row, column));
        }
    }

    [Theory]
    [EveryStore]
    public async Task A_reply_is_signed_as_the_decision_it_was_drafted_as(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var receipt = await office.FileAsync();
        await office.DoAsync(office.Officer, receipt.Id, new RegisterRequest(office.Today));
        var draft = new DraftReply(office.Today, new Decision(Outcome.Granted), new LetterWording { Disclosed = "合同", AccessRoute = "随信附上", HandedOverOtherwise = true, Reasons = "可以公开" });
        await office.DoAsync(office.Officer, receipt.Id, draft);
        await office.DoAsync(office.Reviewer, receipt.Id, new ReviewReply(office.Today, ReviewKind.Legal, true, ""));
        await office.DoAsync(office.Reviewer, receipt.Id, new ReviewReply(office.Today, ReviewKind.Secrecy, true, ""));
        var digest = PerformAct.DigestOf(draft.Decision, draft.Text);
        var bad = await Assert.ThrowsAsync<BadInputException>(() => office.DoAsync(office.Leader, receipt.Id, new SignReply(office.Today, digest, Outcome.StateSecret)));
        Assert.Equal("Outcome", Assert.Single(bad.Problems).Field);
        await office.DoAsync(office.Leader, receipt.Id, new SignReply(office.Today, digest, Outcome.Granted));
    }

    [Theory]
    [EveryStore]
    public async Task A_government_counts_those_below_it_once_each_and_only_for_who_sees_them_all(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var county = await CountyAsync(office);
        var tax = await TaxOfficeAsync(office, county);
        var above = Actor.Staff(Guid.NewGuid(), "县政府办小陈", [new Grant(county, StaffRole.Supervisor)]);
        int[] filed = [county, office.Emergency, office.Emergency, office.Water, tax];
        foreach (var agency in filed)
        {
            await office.FileAsync(office.Filing(agency));
        }

        foreach (var actor in new[] { above, Actor.Operator })
        {
            int[] whole = [.. (await LowerAsync(actor, county)).Select(a => a.Key)];
            Assert.Equal([county, office.Emergency, office.Water], whole);
            var table = await office.AskAsync<CountTableThree, TableThree>(t => t.RunAsync(actor, [.. whole, .. whole], _from, _to, CancellationToken.None));
            Assert.Equal(4, table["received", "total"]);
            var cell = await office.AskAsync<CountTableThree, IReadOnlyList<CountedRequest>>(t => t.RequestsInAsync(actor, whole, _from, _to, "received", "total", CancellationToken.None));
            Assert.Equal([county, office.Emergency, office.Emergency, office.Water], cell.Select(c => c.AgencyId).Order());
            Assert.All(cell, c => Assert.Empty(c.Subject));
        }

        // 垂直管理的自己汇总自己的分支。
        await using (var db = office.Store.NewDb())
        {
            var branch = await db.Agencies.SingleAsync(a => a.Id == office.Water, TestContext.Current.CancellationToken);
            (branch.ParentId, branch.Kind) = (tax, "VerticalDepartment");
            await db.CommitAsync(new AuditEntry(office.Store.Now, "system", null, "test", "water"), TestContext.Current.CancellationToken);
        }

        Assert.Equal([office.Water, tax], (await LowerAsync(Actor.Operator, tax)).Select(a => a.Key).Order());
        Assert.Equal([county, office.Emergency], (await LowerAsync(Actor.Operator, county)).Select(a => a.Key));

        // 自己办县政府的申请，看不到各部门的：不给少数了几个的合计。
        Assert.Empty(await LowerAsync(Actor.Staff(Guid.NewGuid(), "县政府经办", [new Grant(county, StaffRole.Officer)]), county));
        Assert.Empty(await LowerAsync(office.Officer, office.Emergency));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<CountTableThree, TableThree>(t => t.RunAsync(office.Officer, [office.Emergency, office.Water], _from, _to, CancellationToken.None)));
        await Assert.ThrowsAsync<NoSuchThingException>(() => office.AskAsync<CountTableThree, TableThree>(t => t.RunAsync(above, [], _from, _to, CancellationToken.None)));

        Task<IReadOnlyList<KeyValuePair<int, string>>> LowerAsync(Actor actor, int agency) => office.AskAsync<CountTableThree, IReadOnlyList<KeyValuePair<int, string>>>(t => t.WithLowerAsync(actor, agency, CancellationToken.None));
    }

    // 垂直管理的，挂在县里，由上级部门汇总。
    private static async Task<int> TaxOfficeAsync(Office office, int county)
    {
        await using var db = office.Store.NewDb();
        var row = new AgencyRow { Name = "清溪县税务局", PagePath = "swju", LetterMark = "清税", Kind = "VerticalDepartment", ParentId = county, SupervisingId = county, RetentionYears = 10 };
        db.Agencies.Add(row);
        await db.CommitAsync(new AuditEntry(office.Store.Now, "system", null, "agency.add", "swju"), CancellationToken.None);
        return row.Id;
    }

    private static IEnumerable<Actor> Outsiders(Office office) =>
    [
        office.Stranger,
        Actor.Applicant,
        Actor.System,
        Actor.Operator,
        Actor.Staff(Guid.NewGuid(), "没有职责的", []),
        Actor.Staff(Guid.NewGuid(), "审计员", [new Grant(null, StaffRole.Auditor), new Grant(office.Emergency, StaffRole.Auditor)]),
        Actor.Staff(Guid.NewGuid(), "管理员", [new Grant(null, StaffRole.Administrator)]),
        Actor.Staff(Guid.NewGuid(), "主管", [new Grant(office.Water, StaffRole.Supervisor)]),
    ];

    private static async Task<int> CountyAsync(Office office)
    {
        await using var db = office.Store.NewDb();
        return await db.Agencies.Where(a => a.PagePath == "qingxi").Select(a => a.Id).SingleAsync();
    }

    private static async Task<int> AuditsAsync(Office office)
    {
        await using var db = office.Store.NewDb();
        return await db.Audits.CountAsync();
    }

    private static Task<ActDone> DoAsync(Office office, Actor actor, Guid id, int version, RequestAct act) =>
        office.AskAsync<PerformAct, ActDone>(t => t.RunAsync(actor, id, version, act, CancellationToken.None));

    private static Task<OpenFile> FileAsync(Office office, Actor actor, string number, Guid file) =>
        office.AskAsync<ViewCase, OpenFile>(t => t.FileAsync(actor, number, file, CancellationToken.None));

    private static Task<Similar> LikesAsync(Office office, Actor actor, Guid id) => office.AskAsync<SimilarRequests, Similar>(t => t.RunAsync(actor, id, CancellationToken.None));

    private static Task<RequestPage> ListAsync(Office office, Actor actor, RequestFilter filter) => office.AskAsync<ListRequests, RequestPage>(t => t.RunAsync(actor, filter, CancellationToken.None));

    private static Task<TableThree> CountAsync(Office office, Actor actor, int agency) => office.AskAsync<CountTableThree, TableThree>(t => t.RunAsync(actor, agency, _from, _to, CancellationToken.None));

    private static Task<IReadOnlyList<CountedRequest>> CellAsync(Office office, Actor actor, string row, string column) =>
        office.AskAsync<CountTableThree, IReadOnlyList<CountedRequest>>(t => t.RequestsInAsync(actor, office.Emergency, _from, _to, row, column, CancellationToken.None));
}
