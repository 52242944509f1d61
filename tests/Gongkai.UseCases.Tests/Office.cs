using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.TestHost;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases.Tests;

/// <summary>一个能办事的机关：县政府、应急管理局、水务局，各有其人。一份真的库。</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Office(TestStore store)
    {
        Store = store;
        _services = Node();
    }

    public TestStore Store { get; }

    public int Emergency { get; private set; }

    public int Water { get; private set; }

    public Actor Officer { get; private set; } = null!;

    public Actor Head { get; private set; } = null!;

    public Actor Reviewer { get; private set; } = null!;

    public Actor Leader { get; private set; } = null!;

    public Actor Stranger { get; private set; } = null!;

    public DateOnly Today => Core.Calendar.ChinaDay.Of(Store.Clock.GetUtcNow());

    public static async Task<Office> OpenAsync(StoreKind kind)
    {
        var office = new Office(await TestStore.CreateAsync(kind));
        await office.FillAsync();
        return office;
    }

    /// <summary>另一个节点：同一份库，另一个容器。</summary>
    public ServiceProvider Node() => Node(Store.Options, Store.Clock);

    /// <summary>一个节点的容器，在哪个进程里都行。</summary>
    public static ServiceProvider Node(StorageOptions options, TimeProvider clock) => new ServiceCollection().AddLogging().AddSingleton(clock)
        .AddGongkaiStorage(options).AddGongkaiUseCases().BuildServiceProvider(validateScopes: true);

    /// <summary>用一个用例，用完关闭。</summary>
    public Task<TResult> AskAsync<TTask, TResult>(Func<TTask, Task<TResult>> use)
        where TTask : notnull => AskAsync(_services, use);

    public static async Task<TResult> AskAsync<TTask, TResult>(ServiceProvider node, Func<TTask, Task<TResult>> use)
        where TTask : notnull
    {
        await using var scope = node.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TTask>());
    }

    public Filing Filing(int? agency = null, Guid? once = null, ReceiptChannel channel = ReceiptChannel.Internet, string subject = "2025年防汛物资采购合同", params UploadedFile[] files) =>
        FilingTo(agency ?? Emergency, once ?? Guid.CreateVersion7(), channel, subject, files);

    public static Filing FilingTo(int agency, Guid once, ReceiptChannel channel = ReceiptChannel.Internet, string subject = "2025年防汛物资采购合同", params IReadOnlyList<UploadedFile> files) => new()
    {
        Once = once,
        AgencyId = agency,
        Channel = channel,
        Applicant = new ApplicantDetails { Name = "张小三", Kind = ApplicantKind.Person, IdKind = "居民身份证", IdNumber = "11010519491231002X", Telephone = "13800001234", Address = "清溪县城关镇青年路1号" },
        Subject = subject,
        Description = "请求公开2025年防汛物资采购的合同文本，制作机关为清溪县应急管理局。",
        Delivery = DeliveryForm.Online,
        Files = files,
    };

    public Task<FilingReceipt> FileAsync(Filing? filing = null) =>
        AskAsync<FileRequest, FilingReceipt>(t => t.RunAsync(Actor.Applicant, filing ?? Filing(), CancellationToken.None));

    public async Task<ActDone> DoAsync(Actor actor, Guid id, RequestAct act) =>
        await AskAsync<PerformAct, ActDone>(async t => await t.RunAsync(actor, id, await VersionAsync(id), act, CancellationToken.None));

    public async Task<int> VersionAsync(Guid id)
    {
        await using var db = Store.NewDb();
        return await db.Requests.Where(r => r.Id == id).Select(r => r.Version).SingleAsync();
    }

    public Task<CaseView> SeeAsync(Actor actor, string number) => AskAsync<ViewCase, CaseView>(t => t.RunAsync(actor, number, CancellationToken.None));

    public Task<TrackedRequest> TrackAsync(string number, string code) => AskAsync<TrackRequest, TrackedRequest>(t => t.RunAsync(number, code, CancellationToken.None));

    /// <summary>库里的行，与重新折叠的事件。</summary>
    public async Task<(RequestRow Row, DisclosureRequest Request, int Events)> FoldAsync(Guid id)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var row = await db.Requests.AsNoTracking().SingleAsync(r => r.Id == id);
        var open = await scope.ServiceProvider.GetRequiredService<RequestDesk>().OpenAsync(row, CancellationToken.None);
        return (row, open.Request, await db.RequestEvents.CountAsync(e => e.RequestId == id));
    }

    /// <summary>办到送达。</summary>
    public async Task AnswerAsync(Guid id, Decision? decision = null, LetterWording? wording = null)
    {
        await SignAsync(id, decision, wording);
        await DoAsync(Officer, id, new ServeReply(Today, ServiceMode.Electronic, false, ""));
    }

    /// <summary>今天拟稿、审查、签发，还没有送达。</summary>
    public async Task SignAsync(Guid id, Decision? decision = null, LetterWording? wording = null)
    {
        var draft = new DraftReply(Today, decision ?? new Decision(Outcome.Granted), wording ?? new LetterWording { Disclosed = "2025年防汛物资采购合同", AccessRoute = "随本答复书提供电子件", HandedOverOtherwise = true, Reasons = "属于可以公开的政府信息" });
        await DoAsync(Officer, id, draft);
        await DoAsync(Reviewer, id, new ReviewReply(Today, ReviewKind.Legal, true, "同意"));
        await DoAsync(Reviewer, id, new ReviewReply(Today, ReviewKind.Secrecy, true, "不涉密"));
        await DoAsync(Leader, id, new SignReply(Today, PerformAct.DigestOf(draft.Decision, draft.Text), draft.Decision.Outcome));
    }

    /// <summary>督办机关的人：县政府的。</summary>
    public async Task<Actor> SupervisorAsync()
    {
        await using var db = Store.NewDb();
        return Actor.Staff(Guid.NewGuid(), "督查", [new Grant(await db.Agencies.Where(a => a.ParentId == null).Select(a => a.Id).SingleAsync(), StaffRole.Supervisor)]);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Store.DisposeAsync();
    }

    private async Task FillAsync()
    {
        await using var db = Store.NewDb();
        var county = Agency("清溪县人民政府", "qingxi", "清政", "Government", "{\"superiorGovernment\":\"云州市人民政府\"}");
        db.Agencies.Add(county);
        await db.CommitAsync(new AuditEntry(Store.Now, "system", null, "agency.add", "qingxi"), CancellationToken.None);
        var emergency = Agency("清溪县应急管理局", "yjj", "清应急", "Department", "{\"reconsiderationUrl\":\"https://fy.qingxi.example/\"}");
        var water = Agency("清溪县水务局", "swj", "清水务", "Department", "{}");
        (emergency.ParentId, water.ParentId, emergency.SupervisingId, water.SupervisingId) = (county.Id, county.Id, county.Id, county.Id);
        db.Agencies.AddRange(emergency, water);
        await db.CommitAsync(new AuditEntry(Store.Now, "system", null, "agency.add", "yjj,swj"), CancellationToken.None);
        (Emergency, Water) = (emergency.Id, water.Id);
        Officer = Staff("经办小李", Emergency, StaffRole.Officer);
        Head = Staff("负责人老王", Emergency, StaffRole.DisclosureHead);
        Reviewer = Staff("审查小赵", Emergency, StaffRole.Reviewer);
        Leader = Staff("分管周局", Emergency, StaffRole.SigningLeader);
        Stranger = Actor.Staff(Guid.NewGuid(), "水务小孙", Enum.GetValues<StaffRole>().Select(r => new Grant(Water, r)));
    }

    private static Actor Staff(string name, int agency, StaffRole role) => Actor.Staff(Guid.NewGuid(), name, [new Grant(agency, role)]);

    private static AgencyRow Agency(string name, string path, string mark, string kind, string settings) => new()
    {
        Name = name,
        PagePath = path,
        LetterMark = mark,
        Kind = kind,
        Settings = settings,
        DisclosureOffice = name + "办公室",
        Address = "清溪县人民路1号",
        Telephone = "0990-1234567",
        PostCode = "999000",
        Court = "清溪县人民法院",
        RetentionYears = 10,
    };
}
