using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Letters;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Archives;
using Gongkai.UseCases.Auditing;
using Gongkai.UseCases.Calendar;
using Gongkai.UseCases.Oversight;
using Gongkai.UseCases.Reports;
using Gongkai.UseCases.Reports.Digests;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.UseCases.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases.Tests.Isolation;

/// <summary>给工作人员的每一个用例怎样叫：新加的用例不写在这里，测试就不过。</summary>
internal static class UseCaseList
{
    private static readonly DateOnly _from = new(2026, 1, 1);
    private static readonly DateOnly _to = new(2026, 12, 31);

    /// <summary>一个机关的一件事：别的机关的人来，都是没有这回事。</summary>
    public static IReadOnlyList<UseCase> OfOneAgency { get; } =
    [
        Of<AddNote>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, s.Id, "备注", default, default)),
        Of<AttachFiles>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, s.Id, false, [Scene.Upload("")], default, default)),
        Of<AttachFiles>("SetAsideAsync", s => s.Office.Officer, (t, a, s) => t.SetAsideAsync(a, s.Id, s.Disclosed, default)),
        Of<ComputeFee>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, s.Id, 40, default)),
        Of<FileRequest>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, s.Office.Filing(channel: ReceiptChannel.Counter), default)),
        Of<HandOver>("WorkloadsAsync", s => s.Office.Head, (t, a, s) => t.WorkloadsAsync(a, s.Office.Emergency, default)),
        Of<HandOver>("RunAsync", s => s.Office.Head, (t, a, s) => t.RunAsync(a, s.Office.Emergency, Guid.NewGuid(), a.AccountId, default)),
        Of<PerformAct>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, s.Id, s.Version, new AssignRequest(s.Office.Today, "防汛科", null), default)),
        Of<PreviewAct>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, s.Id, s.Draft, default)),
        Of<PreviewAct>("DraftAsync", s => s.Office.Leader, (t, a, s) => t.DraftAsync(a, s.Id, s.Office.Today, default)),
        Of<PrintSheet>("OfferAsync", s => s.Office.Officer, (t, a, s) => t.OfferAsync(a, s.Id, default)),
        Of<PrintSheet>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, s.Id, LetterType.RegisterSheet, null, default)),
        Of<SeeApplicant>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, s.View, default)),
        Of<SeeApplicant>("IdentityAsync", s => s.Office.Officer, (t, a, s) => t.IdentityAsync(a, s.Id, default)),
        Of<SimilarRequests>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, s.Id, default)),
        Of<TellConsultation>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, s.Id, default)),
        Of<ViewCase>("RunAsync", s => s.Office.Reviewer, (t, a, s) => t.RunAsync(a, s.Number, default)),
        Of<ViewCase>("FileAsync", s => s.Office.Officer, async (t, a, s) => await (await t.FileAsync(a, s.Number, s.File, default)).Content.DisposeAsync()),
        Of<VoidLetter>("RunAsync", s => s.Office.Head, (t, a, s) => t.RunAsync(a, s.Id, s.Letter, "印错了", true, default)),
        Of<SplitRequest>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, s.Id, s.Version, [new("甲", "甲项"), new("乙", "乙项")], default)),
        Of<AppraiseArchives>("AppraiseAsync", s => s.Office.Head, (t, a, s) => t.AppraiseAsync(a, [s.Id], new AppraisalForm(AppraisalVerdict.Destroy, null, "无查考价值", true), default)),
        Of<AppraiseArchives>("DestroyAsync", s => s.Office.Leader, (t, a, s) => t.DestroyAsync(a, [s.Id], default)),
        Of<CountTableThree>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, s.Office.Emergency, _from, _to, default), isOpenToOperator: true),
        Of<CountTableThree>("RequestsInAsync", s => s.Office.Officer, (t, a, s) => t.RequestsInAsync(a, s.Office.Emergency, _from, _to, "received", "total", default), isOpenToOperator: true),
        Of<CountTableThree>("RunAsync", s => s.Office.Officer, (t, a, s) => t.RunAsync(a, [s.Office.Emergency], _from, _to, default), isOpenToOperator: true),
        Of<CountTableThree>("RequestsInAsync", s => s.Office.Officer, (t, a, s) => t.RequestsInAsync(a, [s.Office.Emergency], _from, _to, "received", "total", default), isOpenToOperator: true),
    ];

    /// <summary>管理员、审计员、主管部门的事：办案的人来，说要什么职责；别的机关的管理员来，没有这回事。</summary>
    public static IReadOnlyList<UseCase> OfManagers { get; } =
    [
        Of<ManageAgencies>("ListAsync", s => s.Administrator, (t, a, _) => t.ListAsync(a, default), isOpenToStrangers: true),
        Of<ManageAgencies>("ViewAsync", s => s.Administrator, (t, a, s) => t.ViewAsync(a, s.Office.Emergency, default)),
        Of<ManageAgencies>("RegionAdministratorsAsync", s => s.Administrator, (t, a, _) => t.RegionAdministratorsAsync(a, default), isOpenToStrangers: true),
        Of<ManageAgencies>("CreateAsync", s => s.Administrator, (t, a, _) => t.CreateAsync(a, new AgencyForm(), default)),
        Of<ManageAgencies>("ChangeAsync", s => s.Administrator, (t, a, s) => t.ChangeAsync(a, s.Office.Emergency, new AgencyForm(), null, default)),
        Of<ManageAgencies>("CloseAsync", s => s.Administrator, (t, a, s) => t.CloseAsync(a, s.Office.Emergency, default)),
        Of<ManageAgencies>("ReopenAsync", s => s.Administrator, (t, a, s) => t.ReopenAsync(a, s.Office.Emergency, default)),
        Of<ManageAccounts>("ListAsync", s => s.Administrator, (t, a, _) => t.ListAsync(a, default), isOpenToStrangers: true),
        Of<ManageAccounts>("ViewAsync", s => s.Administrator, (t, a, s) => t.ViewAsync(a, s.Account, default)),
        Of<ManageAccounts>("CreateAsync", s => s.Administrator, (t, a, s) => t.CreateAsync(a, "zhao.liu", "赵六", new Grant(s.Office.Emergency, StaffRole.Officer), default), isBadInputToStrangers: true),
        Of<ManageAccounts>("ResetAsync", s => s.Administrator, (t, a, s) => t.ResetAsync(a, s.Account, null, default)),
        Of<ManageAccounts>("ForgetSecondFactorAsync", s => s.Administrator, (t, a, s) => t.ForgetSecondFactorAsync(a, s.Account, null, default)),
        Of<ManageAccounts>("LockAsync", s => s.Administrator, (t, a, s) => t.LockAsync(a, s.Account, null, default)),
        Of<ManageAccounts>("UnlockAsync", s => s.Administrator, (t, a, s) => t.UnlockAsync(a, s.Account, null, default)),
        Of<ManageAccounts>("GrantAsync", s => s.Administrator, (t, a, s) => t.GrantAsync(a, s.Account, new Grant(s.Office.Emergency, StaffRole.Reviewer), null, default)),
        Of<ManageAccounts>("RevokeAsync", s => s.Administrator, (t, a, s) => t.RevokeAsync(a, s.Account, s.Grant, null, default)),
        Of<ManageAccounts>("EndAsync", s => s.Administrator, (t, a, s) => t.EndAsync(a, s.Account, null, default)),
        Of<ImportHolidays>("ViewAsync", s => s.Administrator, (t, a, _) => t.ViewAsync(a, default), isOpenToStrangers: true),
        Of<ImportHolidays>("PreviewAsync", s => s.Administrator, (t, a, _) => t.PreviewAsync(a, new HolidayFile(2027, "", "", ""), default)),
        Of<ImportHolidays>("RunAsync", s => s.Administrator, (t, a, _) => t.RunAsync(a, new HolidayFile(2027, "", "", ""), default)),
        Of<ImportHolidays>("LastMovedAsync", s => s.Administrator, (t, a, _) => t.LastMovedAsync(a, 2026, default)),
        Of<KeepRegionalDays>("ViewAsync", s => s.Administrator, (t, a, _) => t.ViewAsync(a, default), isOpenToStrangers: true),
        Of<KeepRegionalDays>("RunAsync", s => s.Administrator, (t, a, _) => t.RunAsync(a, "", null, default)),
        Of<KeepRegionClock>("ViewAsync", s => s.Administrator, (t, a, _) => t.ViewAsync(a, default), isOpenToStrangers: true),
        Of<KeepRegionClock>("RunAsync", s => s.Administrator, (t, a, _) => t.RunAsync(a, new RegionClockForm { SupplementAnswerDays = 10 }, null, default)),
        Of<KeepMailSettings>("ShowAsync", s => s.Administrator, (t, a, _) => t.ShowAsync(a, default)),
        Of<KeepMailSettings>("SaveAsync", s => s.Administrator, (t, a, _) => t.SaveAsync(a, new MailSettings("", 0, true, "", "", "", ""), null, default)),
        Of<KeepMailSettings>("ForgetAsync", s => s.Administrator, (t, a, _) => t.ForgetAsync(a, null, default)),
        Of<RecomputeClocks>("RunAsync", _ => Actor.System, (t, a, _) => t.RunAsync(a, default)),
        Of<OverseeAgencies>("RunAsync", s => s.Supervisor, (t, a, _) => t.RunAsync(a, default), isOpenToStrangers: true),
    ];

    /// <summary>谁都可以叫、只给他自己的：给出来的里面有没有这件申请。</summary>
    public static IReadOnlyList<Listing> OfLists { get; } =
    [
        List<ListRequests>("RunAsync", s => s.Office.Officer, async (t, a, s) => (await t.RunAsync(a, new RequestFilter(), default)).Items.Any(i => i.Number == s.Number)),
        List<ListRequests>("AllAsync", s => s.Office.Officer, async (t, a, s) => (await t.AllAsync(a, new RequestFilter { AgencyId = s.Office.Emergency }, 100, default)).Exists(i => i.Number == s.Number)),
        List<ListRequests>("CountAsync", s => s.Office.Officer, async (t, a, s) => await t.CountAsync(a, s.Office.Emergency, default) is var counts && Enum.GetValues<QueueView>().Any(v => counts[v] > 0)),
        List<ListRequests>("NamesAsync", s => s.Office.Officer, async (t, a, s) => (await t.NamesAsync(a, default)).Agencies.Any(g => g.Key == s.Office.Emergency)),
        List<ExportRegister>("RunAsync", s => s.Office.Officer, async (t, a, s) => (await t.RunAsync(a, new RequestFilter(), "csv", default)).Items.Any(i => i.Number == s.Number)),
        List<CountTableThree>("AgenciesAsync", s => s.Office.Officer, async (t, a, s) => (await t.AgenciesAsync(a, default)).Any(g => g.Key == s.Office.Emergency), isOpenToOperator: true),
        List<CountTableThree>("WithLowerAsync", s => s.Supervisor, async (t, a, s) => (await t.WithLowerAsync(a, s.County, default)).Any(g => g.Key == s.Office.Emergency), isOpenToOperator: true),
        List<ReadAudit>("PageAsync", s => s.Auditor, async (t, a, s) => (await t.PageAsync(a, new AuditFilter(), default)).Lines.Any(l => l.Agency == "清溪县应急管理局")),
        List<ReadAudit>("ExportAsync", s => s.Auditor, async (t, a, s) => (await t.ExportAsync(a, new AuditFilter(), default)).Lines.Any(l => l.Agency == "清溪县应急管理局")),
        List<AppraiseArchives>("ViewAsync", s => s.Office.Head, async (t, a, s) => (await t.ViewAsync(a, default)).Appraises.Contains(s.Office.Emergency)),
        List<AppraiseArchives>("RegisterAsync", s => s.Office.Officer, async (t, a, s) => (await t.RegisterAsync(a, s.Office.Today.Year, default)).Lines.Any(l => l.Number == s.DestroyedNumber)),
    ];

    /// <summary>只动自己的账号：没有可以指着别人的参数。</summary>
    public static IReadOnlyList<string> OfOneself { get; } =
    [
        "CalendarFeed.ExistsAsync", "CalendarFeed.RenewAsync", "CalendarFeed.RevokeAsync", "ChangePassword.RunAsync", "KeepOwnMail.ReadAsync", "KeepOwnMail.SaveAsync",
        "SecondFactor.ViewAsync", "SecondFactor.ConfirmAsync", "SecondFactor.RenewAsync", "SecondFactor.TurnOffAsync", "SignIn.OutAsync",
    ];

    private static UseCase Of<T>(string method, Func<Scene, Actor> insider, Func<T, Actor, Scene, Task> run, bool isOpenToOperator = false, bool isOpenToStrangers = false, bool isBadInputToStrangers = false)
        where T : notnull => new($"{typeof(T).Name}.{method}", insider, (services, actor, scene) => run(services.GetRequiredService<T>(), actor, scene), isOpenToOperator, isOpenToStrangers, isBadInputToStrangers);

    private static Listing List<T>(string method, Func<Scene, Actor> insider, Func<T, Actor, Scene, Task<bool>> shows, bool isOpenToOperator = false)
        where T : notnull => new($"{typeof(T).Name}.{method}", insider, (services, actor, scene) => shows(services.GetRequiredService<T>(), actor, scene), isOpenToOperator);
}

/// <summary>一个用例怎样叫。</summary>
/// <param name="Name">类与方法。</param>
/// <param name="Insider">归谁办：证明拦下的是人，不是填错了。</param>
/// <param name="Run">叫它。</param>
/// <param name="IsOpenToOperator">命令行上的操作员也可以。</param>
/// <param name="IsOpenToStrangers">别的机关有同样职责的人也可以，只给他自己机关的。</param>
/// <param name="IsBadInputToStrangers">别的机关有同样职责的人也可以，指着这个机关的说没有这个机关。</param>
internal sealed record UseCase(string Name, Func<Scene, Actor> Insider, Func<IServiceProvider, Actor, Scene, Task> Run, bool IsOpenToOperator, bool IsOpenToStrangers, bool IsBadInputToStrangers);

/// <summary>一个只列自己的用例。</summary>
/// <param name="Name">类与方法。</param>
/// <param name="Insider">看得到的人。</param>
/// <param name="Shows">给出来的里面有没有。</param>
/// <param name="IsOpenToOperator">命令行上的操作员也看得到。</param>
internal sealed record Listing(string Name, Func<Scene, Actor> Insider, Func<IServiceProvider, Actor, Scene, Task<bool>> Shows, bool IsOpenToOperator);
