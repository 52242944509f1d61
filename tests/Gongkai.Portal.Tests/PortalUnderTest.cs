using Gongkai.Core.Agencies;
using Gongkai.Portal.Hosting;
using Gongkai.Portal.Tests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PortalUnderTest))]

namespace Gongkai.Portal.Tests;

/// <summary>整个门户，库在临时目录里，防伪标记照常要。访客的地址由测试定，各测各的，互不占次数。</summary>
public sealed class PortalUnderTest : IAsyncLifetime
{
    /// <summary>不嫌填得快、不故意放慢；其余照正式的。</summary>
    public static readonly PortalLimits Brisk = new() { LeastFillingTime = TimeSpan.Zero, LeastWrongCodeTime = TimeSpan.Zero };

    public const string Agency = "qxyj";

    public const string OtherAgency = "yxsw";

    private readonly PortalLimits _limits;
    private int _visitors;

    private TestHost.TestStore _store = null!;
    private WebApplication? _site;

    public PortalUnderTest()
        : this(Brisk)
    {
    }

    private PortalUnderTest(PortalLimits limits) => _limits = limits;

    // 2026 年 3 月 10 日（星期二）上午 10 点，中国。
    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 10, 2, 0, 0, TimeSpan.Zero));

    public static async Task<PortalUnderTest> StartAsync(PortalLimits limits)
    {
        var site = new PortalUnderTest(limits);
        await site.InitializeAsync();
        return site;
    }

    public async ValueTask InitializeAsync()
    {
        _store = await TestHost.TestStore.CreateAsync(TestHost.TestStore.Chosen);
        _site = PortalSite.Build([], _store.Options, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.AddSingleton(_limits);
            builder.Services.AddSingleton<IStartupFilter, VisitorAddress>();
        });
        await _site.StartAsync(TestContext.Current.CancellationToken);
        await WithDbAsync(async db =>
        {
            db.Agencies.Add(new AgencyRow { Name = "清溪县人民政府", ShortName = "县政府", Kind = "Government", PagePath = "qx", LetterMark = "清政公开" });
            await db.SaveChangesAsync();
            var parent = await db.Agencies.SingleAsync(a => a.PagePath == "qx");
            db.Agencies.Add(new AgencyRow
            {
                ParentId = parent.Id,
                Name = "清溪县应急管理局",
                ShortName = "县应急局",
                Kind = "Department",
                PagePath = Agency,
                LetterMark = "清应急公开",
                DisclosureOffice = "县应急局办公室",
                Address = "清溪县文昌路 8 号",
                Hours = "工作日 8:30—12:00，14:30—17:30",
                Telephone = "0000-5550101",
                Email = "gk@yj.qingxi.example",
                PostCode = "000000",
                Court = "清溪县人民法院",
                Settings = """{"reconsiderationUrl":"https://fy.example/apply","classification":"机构职能、防汛抗旱、安全生产检查","arrangement":"按类别编排","catalogueUrl":"https://www.qingxi.example/yjj/"}""",
            });
            db.Agencies.Add(new AgencyRow { ParentId = parent.Id, Name = "云溪县水务局", Kind = "Department", PagePath = OtherAgency, LetterMark = "云水公开" });
            db.Agencies.Add(new AgencyRow { ParentId = parent.Id, Name = "已撤并的局", Kind = "Department", PagePath = "gone", IsOpen = false });
            await db.SaveChangesAsync();
        });
    }

    public IServiceProvider Services => _site!.Services;

    /// <summary>一位新的访客，有自己的 cookie 和地址。</summary>
    public Visitor Visit(string? address = null)
    {
        var next = Interlocked.Increment(ref _visitors);
        return new Visitor(_site!.GetTestServer().CreateHandler(), address ?? $"10.0.{next / 250}.{next % 250 + 1}");
    }

    public async Task WithDbAsync(Func<GongkaiDb, Task> act)
    {
        await using var scope = _site!.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<GongkaiDb>());
    }

    /// <summary>机关的人做一件事。</summary>
    public async Task DoAsync(string number, RequestAct act, StaffRole role = StaffRole.Officer)
    {
        await using var scope = _site!.Services.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Requests.AsNoTracking().SingleAsync(r => r.Number == number);
        var actor = UseCases.Actor.Staff(new Guid((int)role + 1, 0, 0, new byte[8]), "某甲", [new Grant(row.AgencyId, role)]);
        await scope.ServiceProvider.GetRequiredService<PerformAct>().RunAsync(actor, row.Id, row.Version, act, TestContext.Current.CancellationToken);
    }

    /// <summary>经办人拆开一件申请。</summary>
    public async Task<IReadOnlyList<string>> SplitAsync(string number, params IReadOnlyList<RequestPart> parts)
    {
        await using var scope = _site!.Services.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Requests.AsNoTracking().SingleAsync(r => r.Number == number);
        var actor = UseCases.Actor.Staff(Guid.NewGuid(), "某甲", [new Grant(row.AgencyId, StaffRole.Officer)]);
        return await scope.ServiceProvider.GetRequiredService<SplitRequest>().RunAsync(actor, row.Id, row.Version, parts, TestContext.Current.CancellationToken);
    }

    /// <summary>经办人录入一件纸件。</summary>
    public async Task<(string Number, string Code)> TakeInAsync(Core.Requests.ReceiptChannel channel, DateOnly on)
    {
        await using var scope = _site!.Services.CreateAsyncScope();
        var agency = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Agencies.Where(a => a.PagePath == Agency).Select(a => a.Id).SingleAsync();
        var actor = UseCases.Actor.Staff(Guid.NewGuid(), "某甲", [new Grant(agency, StaffRole.Officer)]);
        var filing = new Filing
        {
            Once = Guid.CreateVersion7(),
            AgencyId = agency,
            Channel = channel,
            On = on,
            Applicant = new ApplicantDetails { Name = "张小三", Kind = Core.Requests.ApplicantKind.Person, IdKind = "护照", IdNumber = "E00000001", Telephone = "13000000000", Address = "清溪县城关镇" },
            Subject = "防汛物资采购合同",
            Description = "合同文本",
            Delivery = Core.Requests.DeliveryForm.Online,
        };
        var receipt = await scope.ServiceProvider.GetRequiredService<FileRequest>().RunAsync(actor, filing, TestContext.Current.CancellationToken);
        return (receipt.Number, receipt.QueryCode);
    }

    /// <summary>经办人看一件申请。</summary>
    public async Task<CaseView> CaseAsync(string number)
    {
        await using var scope = _site!.Services.CreateAsyncScope();
        var agency = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Requests.Where(r => r.Number == number).Select(r => r.AgencyId).SingleAsync();
        var actor = UseCases.Actor.Staff(Guid.NewGuid(), "某甲", [new Grant(agency, StaffRole.Officer)]);
        return await scope.ServiceProvider.GetRequiredService<ViewCase>().RunAsync(actor, number, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _site!.DisposeAsync();
        await _store.DisposeAsync();
    }

    private sealed class VisitorAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(context.Request.Headers[Visitor.AddressHeader].ToString());
                return rest(context);
            });
            next(app);
        };
    }
}
