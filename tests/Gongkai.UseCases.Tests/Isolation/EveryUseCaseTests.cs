using System.Reflection;
using System.Text.Json;
using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Letters;
using Gongkai.TestHost;
using Gongkai.UseCases.Oversight;
using Gongkai.UseCases.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Tests.Isolation;

/// <summary>每一个用例，照代码里有的数：别的机关、别的职责、没有职责的人来，什么也得不到，什么也没有动；归他办的人来，进得去。</summary>
public class EveryUseCaseTests
{
    private static readonly string[] _secrets = ["张小三", "张", "13800001234", "11010519491231002X", "防汛物资"];

    private static IReadOnlyList<MethodInfo> Methods { get; } =
    [
        .. typeof(Actor).Assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false })
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(Actor)) && (m.ReturnType.IsAssignableTo(typeof(Task)) || m.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal))),
    ];

    [Fact]
    public void Every_use_case_for_staff_is_tried()
    {
        string[] tried = [.. UseCaseList.OfOneAgency.Concat(UseCaseList.OfManagers).Select(u => u.Name), .. UseCaseList.OfLists.Select(u => u.Name), .. UseCaseList.OfOneself];
        Assert.Equal(Methods.Select(Name).Order(StringComparer.Ordinal), tried.Order(StringComparer.Ordinal));
        Type[] harmless = [typeof(Actor), typeof(string), typeof(CancellationToken)];
        Assert.All(Methods.Where(m => UseCaseList.OfOneself.Contains(Name(m))), m => Assert.All(m.GetParameters(), p => Assert.Contains(p.ParameterType, harmless)));
    }

    [Theory]
    [EveryStore]
    public async Task Those_it_is_not_for_get_nothing_and_move_nothing(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var scene = await Scene.BuildAsync(office);
        var before = await StateAsync(office);
        foreach (var use in UseCaseList.OfOneAgency)
        {
            foreach (var outsider in Outsiders(office, scene).Where(o => !IsCounting(use.Name, use.IsOpenToOperator, o, scene)))
            {
                Assert.True(await AttemptAsync(office, scene, use, outsider) is NoSuchThingException, $"{use.Name} by {outsider.Name}");
            }
        }

        foreach (var use in UseCaseList.OfManagers)
        {
            Actor[] handling = [office.Officer, office.Head, office.Reviewer, office.Leader, Actor.Applicant, Nobody];
            foreach (var actor in handling)
            {
                Assert.True(await AttemptAsync(office, scene, use, actor) is NotAllowedException or NoSuchThingException, $"{use.Name} by {actor.Name}");
            }

            if (!use.IsOpenToStrangers)
            {
                var real = await AttemptAsync(office, scene, use, office.Stranger);
                Assert.True(use.IsBadInputToStrangers ? real is BadInputException : real is NotAllowedException or NoSuchThingException, $"{use.Name} by {office.Stranger.Name}");
            }
        }

        Assert.Equal(before, await StateAsync(office));
    }

    [Theory]
    [EveryStore]
    public async Task Those_it_is_for_get_in_so_the_others_were_stopped_for_who_they_are(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var scene = await Scene.BuildAsync(office);
        foreach (var use in UseCaseList.OfOneAgency.Concat(UseCaseList.OfManagers))
        {
            scene.Version = await office.VersionAsync(scene.Id);

            // 进得去之后，依法不能、填得不全的，另有别的测试。
            var met = await AttemptAsync(office, scene, use, use.Insider(scene));
            Assert.True(met is null or RefusedException or BadInputException or LetterRefusedException, $"{use.Name}: {met}");
        }
    }

    [Theory]
    [EveryStore]
    public async Task Lists_show_it_to_its_own_and_to_no_others(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var scene = await Scene.BuildAsync(office);
        foreach (var listing in UseCaseList.OfLists)
        {
            Assert.True(await ShowsAsync(office, scene, listing, listing.Insider(scene)), listing.Name);
            foreach (var outsider in Outsiders(office, scene).Where(o => !IsCounting(listing.Name, listing.IsOpenToOperator, o, scene) && !(listing.Name.StartsWith("ReadAudit", StringComparison.Ordinal) && o.Name == "审计员")))
            {
                Assert.False(await ShowsAsync(office, scene, listing, outsider), $"{listing.Name} to {outsider.Name}");
            }
        }
    }

    [Theory]
    [EveryStore]
    public async Task The_office_above_counts_and_reminds_but_sees_no_subject_and_no_person(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var scene = await Scene.BuildAsync(office);
        var (from, to) = (new DateOnly(2026, 1, 1), new DateOnly(2099, 12, 31));
        var counted = await office.AskAsync<CountTableThree, IReadOnlyList<CountedRequest>>(c => c.RequestsInAsync(scene.Supervisor, office.Emergency, from, to, "received", "total", CancellationToken.None));
        var overseen = await office.AskAsync<OverseeAgencies, OversightView>(o => o.RunAsync(scene.Supervisor, CancellationToken.None));
        Assert.NotEmpty(counted);
        Assert.Contains(overseen.Agencies, a => a.Name == "清溪县应急管理局");
        var told = JsonSerializer.Serialize(new { counted, overseen });
        Assert.All(_secrets, secret => Assert.DoesNotContain(JsonSerializer.Serialize(secret).Trim('"'), told, StringComparison.Ordinal));
    }

    private static Actor Nobody { get; } = Actor.Staff(Guid.NewGuid(), "没有职责的", []);

    private static IEnumerable<Actor> Outsiders(Office office, Scene scene) =>
    [
        office.Stranger, Actor.Applicant, Actor.System, Actor.Operator, Nobody,
        Actor.Staff(Guid.NewGuid(), "审计员", [new Grant(null, StaffRole.Auditor), new Grant(office.Emergency, StaffRole.Auditor)]),
        Actor.Staff(Guid.NewGuid(), "主管", [new Grant(office.Water, StaffRole.Supervisor)]),
        Actor.Staff(Guid.NewGuid(), "本机关的主管", [new Grant(office.Emergency, StaffRole.Supervisor)]),
        scene.Supervisor,
        scene.Administrator,
        Actor.Staff(Guid.NewGuid(), "本机关的管理员", [new Grant(office.Emergency, StaffRole.Administrator)]),
    ];

    // 表三归主管部门看，也归命令行算：只有编号与日期，没有题目，见下面一条。
    private static bool IsCounting(string name, bool isOpenToOperator, Actor actor, Scene scene) => isOpenToOperator
        && (actor == Actor.Operator || (name.StartsWith("CountTableThree", StringComparison.Ordinal) && (actor == scene.Supervisor || actor.Name == "本机关的主管")));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static Task<Exception?> AttemptAsync(Office office, Scene scene, UseCase use, Actor actor) =>
        office.AskAsync<IServiceProvider, Exception?>(async services => await Record.ExceptionAsync(() => use.Run(services, actor, scene)));

    private static async Task<bool> ShowsAsync(Office office, Scene scene, Listing listing, Actor actor)
    {
        try
        {
            return await office.AskAsync<IServiceProvider, bool>(services => listing.Shows(services, actor, scene));
        }
        catch (Exception e) when (e is NoSuchThingException or NotAllowedException)
        {
            return false;
        }
    }

    private static async Task<(int Events, int Accounts, int Grants, int Agencies, int Letters, int Files, int Notes)> StateAsync(Office office)
    {
        await using var db = office.Store.NewDb();
        return (
            await db.RequestEvents.CountAsync(), await db.Users.CountAsync(), await db.RoleGrants.CountAsync(), await db.Agencies.CountAsync(a => a.IsOpen),
            await db.Letters.CountAsync(), await db.Attachments.CountAsync(), await db.Audits.CountAsync());
    }
}
