using System.Net;
using System.Security.Cryptography;
using AngleSharp.Html.Dom;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Workbench.Tests.Requests;

/// <summary>办案的工作台：应急管理局一套人马，水务局一个外人，库在临时目录里。</summary>
public sealed class CaseSite : IAsyncLifetime
{
    public const string Password = "Water-7-lantern";
    public const int Emergency = 1;
    public const int Water = 2;

    private TestHost.TestStore _store = null!;
    private static readonly TimeSpan Session = TimeSpan.FromHours(4);

    private readonly Dictionary<string, HttpClient> _browsers = [];
    private DateTimeOffset _signedAt = DateTimeOffset.MinValue;
    private readonly SemaphoreSlim _signing = new(1);
    private WebApplication _site = null!;

    /// <summary>2026 年 3 月 2 日（星期一）上午九点，中国时间。</summary>
    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    public Dictionary<string, Guid> Ids { get; } = [];

    public IServiceProvider Services => _site.Services;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await TestHost.TestStore.CreateAsync(TestHost.TestStore.Chosen);
        _site = WorkbenchSite.Build(
            [],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Services.AddSingleton<TimeProvider>(Clock);
                builder.Services.AddSingleton(Staff.StaffSite.Brisk);

                // 每日提醒由测试自己叫，不让后台的抢先。
                builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(Mail.DigestClock)));
                builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000);
            },
            _store.Options);
        await _site.StartAsync(Stop);
        await SeedAsync();
    }

    /// <summary>这个人的浏览器，已经登录。</summary>
    public async Task<HttpClient> AsAsync(string user)
    {
        await _signing.WaitAsync(Stop);
        try
        {
            // 钟拨过了，登录就过期了，重新登录。
            if (Clock.GetUtcNow() - _signedAt > Session)
            {
                _browsers.Clear();
                _signedAt = Clock.GetUtcNow();
            }

            if (!_browsers.TryGetValue(user, out var browser))
            {
                browser = _browsers[user] = NewBrowser();
                var response = await PostAsync(browser, "/sign-in", "/sign-in", ("UserName", user), ("Password", Password));
                Assert.Equal("/", response.RequestMessage!.RequestUri!.AbsolutePath);
            }

            return browser;
        }
        finally
        {
            _signing.Release();
        }
    }

    public HttpClient NewBrowser() => new(new SiteUnderTest.Redirects(new SiteUnderTest.Cookies(_site.GetTestServer().CreateHandler()))) { BaseAddress = new Uri("http://gongkai.example/") };

    public async Task<IHtmlDocument> OpenAsync(string user, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        await SiteUnderTest.ReadAsync(await (await AsAsync(user)).GetAsync(new Uri(path, UriKind.Relative), Stop), expected);

    public async Task<HttpResponseMessage> GetAsync(string user, string path) => await (await AsAsync(user)).GetAsync(new Uri(path, UriKind.Relative), Stop);

    /// <summary>打开一页，把它的主要表单连同藏着的各项交上；给出的各项盖过原有的。</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string user, string path, params (string Name, string Value)[] fields)
    {
        var page = await OpenAsync(user, path);
        var action = FormOf(page).GetAttribute("action") is { Length: > 0 } given ? given.StartsWith('?') ? path.Split('?')[0] + given : given : path;
        return await SendAsync(user, path, Filled(page, fields), action);
    }

    /// <summary>在一页上查找：交上查找的字，跟着转向到列出的一页。</summary>
    public async Task<IHtmlDocument> FindAsync(string user, string path, string text)
    {
        var page = await OpenAsync(user, path);
        var form = page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Single(f => f.QuerySelector("[name=q]") is not null);
        List<KeyValuePair<string, string>> fields = [.. form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value)), new("q", text)];
        var found = await SendAsync(user, path, fields);
        Assert.DoesNotContain(Uri.EscapeDataString(text), found.RequestMessage!.RequestUri!.AbsoluteUri, StringComparison.Ordinal);
        return await SiteUnderTest.ReadAsync(found, HttpStatusCode.OK);
    }

    /// <summary>交上已经填好的表单。</summary>
    public async Task<HttpResponseMessage> SendAsync(string user, string path, IEnumerable<KeyValuePair<string, string>> fields, string? action = null)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await (await AsAsync(user)).PostAsync(new Uri(action ?? path, UriKind.Relative), form, Stop);
    }

    /// <summary>页上主要表单的各项。</summary>
    public static List<KeyValuePair<string, string>> Filled(IHtmlDocument page, params (string Name, string Value)[] fields)
    {
        var form = FormOf(page);
        Dictionary<string, string> values = [];
        foreach (var input in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var value = input switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
                IHtmlInputElement plain => plain.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (value is not null)
            {
                values[input.GetAttribute("name")!] = value;
            }
        }

        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return [.. values];
    }

    /// <summary>当面收下一件。</summary>
    public async Task<FilingReceipt> FileAsync(int agency = Emergency, string subject = "2025年防汛物资采购合同", string name = "张小三", string idNumber = "11010519491231002X", ReceiptChannel channel = ReceiptChannel.Counter, DeliveryForm delivery = DeliveryForm.Online) =>
        await DoAsync<FileRequest, FilingReceipt>(f => f.RunAsync(
            Actor.Staff(Ids["officer"], "经办小李", [new Grant(agency, StaffRole.Officer)]),
            new Filing
            {
                Once = Guid.CreateVersion7(),
                AgencyId = agency,
                Channel = channel,
                Applicant = new ApplicantDetails { Name = name, Kind = ApplicantKind.Person, IdKind = "居民身份证", IdNumber = idNumber, Telephone = "13800001234", Address = "清溪县城关镇青年路1号" },
                Subject = subject,
                Description = "请求公开2025年防汛物资采购的合同文本。",
                Delivery = delivery,
            },
            Stop));

    /// <summary>收下并登记的一件。</summary>
    public async Task<FilingReceipt> RegisteredAsync(string subject = "2025年防汛物资采购合同")
    {
        var receipt = await FileAsync(subject: subject);
        await DoneAsync("officer", $"/requests/{receipt.Number}/do/register");
        return receipt;
    }

    /// <summary>做一件事，必须做成，回到申请页。</summary>
    public async Task<IHtmlDocument> DoneAsync(string user, string path, params (string Name, string Value)[] fields)
    {
        var response = await SubmitAsync(user, path, fields);
        var page = await SiteUnderTest.ReadAsync(response, response.StatusCode);
        Assert.Equal("", page.QuerySelector(".error-summary")?.TextContent ?? "");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(page.QuerySelector("[role=status]"));
        return page;
    }

    public async Task<T> DoAsync<TUseCase, T>(Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task<HttpResponseMessage> PostAsync(string user, string page, string action, params (string Name, string Value)[] fields) => PostAsync(_browsers[user], page, action, fields);

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values)
        {
            browser.Dispose();
        }

        await _site.StopAsync(CancellationToken.None);
        await _site.DisposeAsync();
        _signing.Dispose();
        await _store.DisposeAsync();
    }

    private static IHtmlFormElement FormOf(IHtmlDocument page) => page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>()
        .First(f => f.QuerySelector("[name=On], [name=Version], [name=Once], [name=From], [name=Reason], [name=Host], [name=Email]") is not null);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        var opened = await SiteUnderTest.ReadAsync(await browser.GetAsync(new Uri(page, UriKind.Relative), Stop), HttpStatusCode.OK);
        var token = opened.QuerySelector("form[method=post] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await browser.PostAsync(new Uri(action, UriKind.Relative), form, Stop);
    }

    private async Task SeedAsync()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<StaffAccount>>();
        db.Agencies.Add(Agency(Emergency, "清溪县应急管理局", "yjj", "清应急"));
        db.Agencies.Add(Agency(Water, "清溪县水务局", "swj", "清水务"));
        foreach (var (name, shown, agency, role) in new[]
        {
            ("officer", "经办小李", Emergency, StaffRole.Officer), ("colleague", "经办小吴", Emergency, StaffRole.Officer), ("head", "负责人老王", Emergency, StaffRole.DisclosureHead),
            ("reviewer", "审查小赵", Emergency, StaffRole.Reviewer), ("leader", "分管周局", Emergency, StaffRole.SigningLeader), ("stranger", "水务小孙", Water, StaffRole.Officer),
        })
        {
            var account = new StaffAccount { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = shown, SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) };
            account.PasswordHash = hasher.HashPassword(account, Password);
            db.Users.Add(account);
            db.RoleGrants.Add(new RoleGrantRow { Id = Guid.CreateVersion7(), AccountId = account.Id, AgencyId = agency, Role = role.ToString() });
            Ids[name] = account.Id;
        }

        await db.CommitAsync(new AuditEntry(Clock.GetUtcNow().UtcDateTime, "system", null, "seed", "test"), Stop);
        await _store.SettleAsync();
    }

    private static AgencyRow Agency(int id, string name, string path, string mark) => new()
    {
        Id = id,
        Name = name,
        PagePath = path,
        LetterMark = mark,
        Level = "Department",
        Kind = "Department",
        Settings = "{\"ownGovernment\":\"清溪县人民政府\",\"reconsiderationUrl\":\"https://fy.qingxi.example/\"}",
        DisclosureOffice = name + "办公室",
        Address = "清溪县人民路1号",
        Telephone = "0990-1234567",
        PostCode = "999000",
        Court = "清溪县人民法院",
        RetentionYears = 10,
    };
}
