using System.Net;
using System.Security.Cryptography;
using AngleSharp.Html.Dom;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Staff;
using Gongkai.Workbench.Access;
using Gongkai.Workbench.Hosting;
using Gongkai.Workbench.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Workbench.Tests.Staff;

/// <summary>配了存储的工作台，库在临时目录里。三个机关、五个人；没有种下的是空的。</summary>
public sealed class StaffSite : IAsyncLifetime
{
    public const string Password = "Water-7-lantern";
    public const int County = 1;
    public const int Emergency = 2;
    public const int Finance = 3;

    private TestHost.TestStore _store = null!;
    private readonly Dictionary<string, string> _secrets = [];
    private readonly Dictionary<string, long> _steps = [];
    private WebApplication _site = null!;

    /// <summary>种下机关与人。</summary>
    public bool IsSeeded { get; init; } = true;

    /// <summary>2026 年 12 月 10 日（星期四）上午九点，中国时间。</summary>
    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 12, 10, 9, 0, 0, TimeSpan.FromHours(8)));

    public IPAddress Remote { get; set; } = IPAddress.Parse("192.0.2.7");

    /// <summary>不故意放慢、不限猜错；其余照正式的。</summary>
    public static WorkbenchLimits Brisk { get; } = new() { LeastSignInTime = TimeSpan.Zero, MissesPerMinute = 1_000_000 };

    public WorkbenchLimits Limits { get; init; } = Brisk;

    public Dictionary<string, Guid> Ids { get; } = [];

    public IServiceProvider Services => _site.Services;

    public FirstRun FirstRun => _site.Services.GetRequiredService<FirstRun>();

    public async ValueTask InitializeAsync()
    {
        _store = await TestHost.TestStore.CreateAsync(TestHost.TestStore.Chosen);
        _site = WorkbenchSite.Build(
            ["--urls", "http://0.0.0.0:5080"],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Services.AddSingleton<TimeProvider>(Clock);
                builder.Services.AddSingleton<IStartupFilter>(new Connection(this));
                builder.Services.AddSingleton(Limits);
                builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000);
            },
            _store.Options);
        await _site.StartAsync(TestContext.Current.CancellationToken);
        if (IsSeeded)
        {
            await SeedAsync();
        }
    }

    public HttpMessageHandler Handler() => _site.GetTestServer().CreateHandler();

    /// <summary>一个新的浏览器：记着 cookie，跟着转向。</summary>
    public HttpClient NewBrowser() =>
        new(new SiteUnderTest.Redirects(new SiteUnderTest.Cookies(_site.GetTestServer().CreateHandler()))) { BaseAddress = new Uri("http://gongkai.example/") };

    public async Task<HttpClient> SignedInAsync(string userName)
    {
        var browser = NewBrowser();
        var response = await SignInAsync(browser, userName, Password, CodeOf(userName));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return browser;
    }

    public Task<HttpResponseMessage> SignInAsync(HttpClient browser, string userName, string password, string code = "") =>
        PostAsync(browser, "/sign-in", "/sign-in", ("UserName", userName), ("Password", password), ("Code", code));

    /// <summary>此刻没有用过的动态码；用过的就拨快时钟。</summary>
    public string CodeOf(string userName)
    {
        if (!_secrets.TryGetValue(userName, out var secret))
        {
            return "";
        }

        if (_steps.GetValueOrDefault(userName) >= Totp.StepOf(Clock.GetUtcNow()))
        {
            Clock.Advance(TimeSpan.FromSeconds(30));
        }

        _steps[userName] = Totp.StepOf(Clock.GetUtcNow());
        return Totp.CodeAt(secret, _steps[userName]);
    }

    public static async Task<IHtmlDocument> OpenAsync(HttpClient browser, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        await SiteUnderTest.ReadAsync(await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken), expected);

    /// <summary>打开一页，取交到那里的表单藏着的各项，连同给出的一起交上；页上没有这张表单的，只取防伪标记。</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields) =>
        await PostWithoutTokenAsync(browser, action, [.. fields, .. Hidden(await OpenAsync(browser, page), page, action).Where(h => fields.All(f => f.Name != h.Name))]);

    /// <summary>页上交到一处的表单藏着的各项；没有这张表单的，只有防伪标记。</summary>
    public static IEnumerable<(string Name, string Value)> Hidden(IHtmlDocument opened, string page, string action)
    {
        var forms = opened.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>().ToArray();
        var form = forms.FirstOrDefault(f => (f.GetAttribute("action") is { Length: > 0 } to ? to : page) == action);
        return (form ?? forms[0]).QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()
            .Where(i => form is not null || i.Name == "__RequestVerificationToken").Select(i => (i.Name!, i.Value));
    }

    public static async Task<HttpResponseMessage> PostWithoutTokenAsync(HttpClient browser, string action, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await browser.PostAsync(new Uri(action, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    public static string PathOf(HttpResponseMessage response) => response.RequestMessage!.RequestUri!.AbsolutePath;

    public async Task<T> DoAsync<TUseCase, T>(Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>当面收下一件申请；收到之日不写就是今天。</summary>
    public Task<FilingReceipt> FileAsync(int agency, DateOnly? on = null) => DoAsync<FileRequest, FilingReceipt>(file => file.RunAsync(
        Actor.Staff(Ids["officer"], "经办", [new Grant(agency, StaffRole.Officer)]),
        new Filing
        {
            Once = Guid.CreateVersion7(),
            AgencyId = agency,
            Channel = ReceiptChannel.Counter,
            On = on ?? DateOnly.FromDateTime(Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime),
            Applicant = Applicant(),
            Subject = "张三申请的秘密题目",
            Description = "2025 年应急预案全文",
            Delivery = DeliveryForm.Paper,
        },
        TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _site.StopAsync(CancellationToken.None);
        await _site.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static ApplicantDetails Applicant() => new() { Kind = ApplicantKind.Person, Name = "张三", IdKind = "居民身份证", IdNumber = "11010519491231002X", Telephone = "13800000000", Address = "清溪县城关镇一号" };

    private async Task SeedAsync()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<StaffAccount>>();
        db.Agencies.Add(new AgencyRow { Id = County, Name = "清溪县人民政府", PagePath = "qingxi", Level = "County", Kind = "Government", RetentionYears = 10 });
        db.Agencies.Add(new AgencyRow { Id = Emergency, ParentId = County, SupervisingId = County, Name = "清溪县应急管理局", PagePath = "yingji", Level = "Department", Kind = "Department", RetentionYears = 10 });
        db.Agencies.Add(new AgencyRow { Id = Finance, Name = "望河县财政局", PagePath = "caizheng", Level = "Department", Kind = "Department", RetentionYears = 10 });
        Add(db, hasher, "admin", (null, StaffRole.Administrator));
        Add(db, hasher, "officer", (Emergency, StaffRole.Officer));
        Add(db, hasher, "finance.admin", (Finance, StaffRole.Administrator));
        Add(db, hasher, "overseer", (County, StaffRole.Supervisor));
        Add(db, hasher, "auditor", (null, StaffRole.Auditor));
        await db.CommitAsync(new AuditEntry(Clock.GetUtcNow().UtcDateTime, "system", null, "seed", "test"), TestContext.Current.CancellationToken);
        await _store.SettleAsync();
        foreach (var name in new[] { "admin", "finance.admin", "overseer" })
        {
            await EnrolAsync(name);
        }
    }

    private void Add(GongkaiDb db, IPasswordHasher<StaffAccount> hasher, string name, (int? Agency, StaffRole Role) grant)
    {
        var account = new StaffAccount { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = $"{name}先生", SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) };
        account.PasswordHash = hasher.HashPassword(account, Password);
        db.Users.Add(account);
        db.RoleGrants.Add(new RoleGrantRow { Id = Guid.CreateVersion7(), AccountId = account.Id, AgencyId = grant.Agency, Role = grant.Role.ToString() });
        Ids[name] = account.Id;
    }

    private async Task EnrolAsync(string name)
    {
        var actor = Actor.Staff(Ids[name], name, []);
        _secrets[name] = (await DoAsync<SecondFactor, SecondFactorView>(f => f.ViewAsync(actor, TestContext.Current.CancellationToken))).Secret!;
        await DoAsync<SecondFactor, IReadOnlyList<string>>(f => f.ConfirmAsync(actor, CodeOf(name), TestContext.Current.CancellationToken));
    }

    private sealed class Connection(StaffSite test) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                (context.Connection.RemoteIpAddress, context.Connection.LocalIpAddress) = (test.Remote, IPAddress.Equals(test.Remote, IPAddress.Loopback) ? IPAddress.Loopback : IPAddress.Parse("192.0.2.1"));
                return rest(context);
            });
            next(app);
        };
    }
}
