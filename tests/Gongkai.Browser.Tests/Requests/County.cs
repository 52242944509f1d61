using System.Security.Cryptography;
using Gongkai.Core.Agencies;
using Gongkai.Portal;
using Gongkai.Portal.Hosting;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases;
using Gongkai.UseCases.Staff;
using Gongkai.Workbench;
using Gongkai.Workbench.Checks;
using Gongkai.Workbench.Hosting;
using Gongkai.Workbench.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Gongkai.Browser.Tests.Requests.County))]

namespace Gongkai.Browser.Tests.Requests;

/// <summary>一个县：门户与工作台各在一个端口上，同一份 SQLite；一个局的一套人马，一个什么职责都有的管理员。还有一个没有设置过的工作台。</summary>
public sealed class County : IAsyncLifetime
{
    public const string Password = "Water-7-lantern";
    public const string Slug = "yjj";
    public const string Bureau = "清溪县应急管理局";
    public const string Admin = "admin";
    public const int Government = 1;
    public const int Emergency = 2;

    private static readonly (string User, string Name, StaffRole Role)[] Staff =
    [
        ("officer", "经办小李", StaffRole.Officer), ("head", "负责人老王", StaffRole.DisclosureHead),
        ("reviewer", "审查小赵", StaffRole.Reviewer), ("leader", "分管周局", StaffRole.SigningLeader),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-county-").FullName;
    private string _secret = "";

    /// <summary>2026 年 3 月 2 日（星期一）上午九点，中国时间。不走。</summary>
    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    public WebApplication Portal { get; private set; } = null!;

    public WebApplication Workbench { get; private set; } = null!;

    /// <summary>一个账号也没有的工作台。</summary>
    public WebApplication Unset { get; private set; } = null!;

    public Dictionary<string, Guid> Ids { get; } = [];

    /// <summary>管理员此刻的动态码；一个码只能用一次。</summary>
    public string AdminCode => Totp.CodeAt(_secret, Totp.StepOf(Clock.GetUtcNow()));

    public async ValueTask InitializeAsync()
    {
        var storage = new StorageOptions { DataFolder = Path.Combine(_folder, "data") };
        var empty = new StorageOptions { DataFolder = Path.Combine(_folder, "empty") };
        await StorageStart.PrepareAsync(storage, CancellationToken.None);
        await StorageStart.PrepareAsync(empty, CancellationToken.None);
        string[] args = ["--urls", "http://127.0.0.1:0", "--environment", "Development"];
        Portal = PortalSite.Build(args, storage, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.AddSingleton(new PortalLimits { LeastFillingTime = TimeSpan.Zero, LeastWrongCodeTime = TimeSpan.Zero, PageBurst = 2000, FormBurst = 500, CodeTries = 100 });
        });
        Workbench = WorkbenchSite.Build(args, Configure, storage);
        Unset = WorkbenchSite.Build(args, Configure, empty);
        await Task.WhenAll(Portal.StartAsync(), Workbench.StartAsync(), Unset.StartAsync());
        await SeedAsync();
    }

    public static Uri Home(WebApplication site) => new(site.Urls.Single());

    /// <summary>在工作台的库上用一个用例。</summary>
    public async Task<T> DoAsync<TUseCase, T>(Func<TUseCase, Task<T>> use)
        where TUseCase : notnull
    {
        await using var scope = Workbench.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in new[] { Portal, Workbench, Unset })
        {
            await site.StopAsync();
            await site.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TimeProvider>(Clock);

        // 钟停着：要等的永远等不到。
        builder.Services.AddSingleton(new WorkbenchLimits { LeastSignInTime = TimeSpan.Zero });
        builder.Services.AddSingleton<CheckFile>(FakeReports.Check).AddSingleton<ReadFile>(FakeReports.Read);
        builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000);
    }

    private async Task SeedAsync()
    {
        await using var scope = Workbench.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<StaffAccount>>();
        db.Agencies.Add(Agency(Government, null, "清溪县人民政府", "qingxi", "清政", "Government"));
        db.Agencies.Add(Agency(Emergency, Government, Bureau, Slug, "清应急", "Department"));
        foreach (var (user, name, role) in Staff)
        {
            Add(db, hasher, user, name, (Emergency, role));
        }

        Add(db, hasher, Admin, "管理员老陈", [(null, StaffRole.Administrator), (null, StaffRole.Auditor), (Government, StaffRole.Supervisor), .. Staff.Select(s => ((int?)Emergency, s.Role))]);
        await db.CommitAsync(new AuditEntry(Clock.GetUtcNow().UtcDateTime, "system", null, "seed", "test"), CancellationToken.None);

        var admin = Actor.Staff(Ids[Admin], Admin, []);
        var factor = scope.ServiceProvider.GetRequiredService<SecondFactor>();
        _secret = (await factor.ViewAsync(admin, CancellationToken.None)).Secret!;
        await factor.ConfirmAsync(admin, AdminCode, CancellationToken.None);
        Clock.Advance(TimeSpan.FromSeconds(30));
    }

    private void Add(GongkaiDb db, IPasswordHasher<StaffAccount> hasher, string user, string name, params (int? Agency, StaffRole Role)[] grants)
    {
        var account = new StaffAccount { Id = Guid.CreateVersion7(), UserName = user, NormalizedUserName = user.ToUpperInvariant(), DisplayName = name, SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) };
        account.PasswordHash = hasher.HashPassword(account, Password);
        db.Users.Add(account);
        db.RoleGrants.AddRange(grants.Select(g => new RoleGrantRow { Id = Guid.CreateVersion7(), AccountId = account.Id, AgencyId = g.Agency, Role = g.Role.ToString() }));
        Ids[user] = account.Id;
    }

    private static AgencyRow Agency(int id, int? parent, string name, string slug, string mark, string kind) => new()
    {
        Id = id,
        ParentId = parent,
        SupervisingId = parent,
        Name = name,
        PagePath = slug,
        LetterMark = mark,
        Level = kind == "Government" ? "County" : "Department",
        Kind = kind,
        Settings = "{\"ownGovernment\":\"清溪县人民政府\",\"reconsiderationUrl\":\"https://fy.qingxi.example/\"}",
        DisclosureOffice = name + "办公室",
        Address = "清溪县人民路1号",
        Hours = "工作日 9:00—12:00，14:00—17:00",
        Telephone = "0990-1234567",
        PostCode = "999000",
        Court = "清溪县人民法院",
        RetentionYears = 10,
    };
}
