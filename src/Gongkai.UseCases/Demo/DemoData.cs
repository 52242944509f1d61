using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Core.Agencies;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Reports;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases.Demo;

/// <summary>
/// 演示用的一县：空库里填上机关、人员和一年的申请，各种状态、各种结果都有。照真的用例一件件办出来，日子从去年走到今天；
/// 同一天填的总是一样。只往空库里填。
/// </summary>
public static class DemoData
{
    /// <summary>演示账号的密码，只在演示的库里有。</summary>
    public const string Password = "Qingxi-demo-2026";

    /// <summary>值得一试的账号，与它是谁。</summary>
    public static IReadOnlyList<(string User, string What)> SignIns { get; } =
    [
        ("li.yjglj", "县应急管理局经办人"),
        ("wang.yjglj", "县应急管理局公开工作机构负责人"),
        ("zhao.yjglj", "县应急管理局审查人"),
        ("zhou.yjglj", "县应急管理局签发领导"),
        ("supervisor", "县政府办公室（主管部门）"),
        ("admin", "系统管理员、审计员"),
    ];

    /// <summary>默认填多少件申请；每种结果、每个地步至少一件（并案、拆开、重新处理在内）另外有 <see cref="DemoSpecials.Count"/> 件。</summary>
    public const int Requests = 320;

    // 审计记录里的代号：开始填、填完了。
    private const string Begun = "demo.begun";
    private const string Done = "demo.done";

    // 从前的演示数据没有那两笔，有这一笔。
    private const string Staffed = "demo.staff";

    private const int Seed = 20190515;
    private const int CorrectionEvery = 40;

    // 有意算得慢；演示账号同一个密码，算一次就够。
    private static readonly Lazy<string> PasswordHash = new(() => new PasswordHasher<StaffAccount>().HashPassword(new StaffAccount(), Password));

    /// <summary>库是空的就填；填过的、别的数据不动；填到一半停下的说出来。</summary>
    /// <param name="options">哪个库，已迁移。</param>
    /// <param name="time">今天。</param>
    /// <param name="say">进展，一行一行。</param>
    /// <param name="cancellation">取消；取消了的库只填了一部分，下一次给出 <see cref="DemoState.Unfinished"/>。</param>
    /// <param name="requests">填多少件申请。</param>
    public static async Task<DemoResult> EnsureAsync(StorageOptions options, TimeProvider time, Action<string> say, CancellationToken cancellation, int requests = Requests)
    {
        var clock = new DemoClock(time.GetUtcNow().AddDays(-400));
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddGongkaiStorage(options).AddGongkaiUseCases().BuildServiceProvider();
        if (await StateAsync(services, cancellation) is { } already)
        {
            return new DemoResult(already, []);
        }

        var offices = await FillOfficeAsync(services, clock, cancellation);
        say($"正在填演示数据：{offices.Count} 个机关，{requests} 件申请……");
        var run = new DemoRun(services, cancellation);
        await FillRequestsAsync(run, clock, offices, ChinaDay.Of(time.GetUtcNow()), requests, say);
        await MarkAsync(services, clock, Done, cancellation);
        say("演示数据填好了。");
        return new DemoResult(DemoState.Filled, run.Refused);
    }

    /// <summary>这个库里有没有演示的账号；它们的密码谁都知道。</summary>
    /// <param name="options">哪个库，已迁移。</param>
    /// <param name="cancellation">取消。</param>
    public static async Task<bool> IsInAsync(StorageOptions options, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddGongkaiStorage(options).BuildServiceProvider();
        return await StateAsync(services, cancellation) is DemoState.Filled or DemoState.Kept or DemoState.Unfinished;
    }

    // 空库为 null。开头与填完各记一笔审计：记录只增不改，也随库走，不另放文件。
    private static async Task<DemoState?> StateAsync(ServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        string[] marks = [Begun, Done, Staffed];
        var made = await db.Audits.AsNoTracking().Where(a => marks.Contains(a.Action)).Select(a => a.Action).ToListAsync(cancellation);
        return made.Contains(Done) || (made.Contains(Staffed) && !made.Contains(Begun)) ? DemoState.Kept
            : made.Count > 0 ? DemoState.Unfinished
            : await db.Agencies.AnyAsync(cancellation) || await db.Users.AnyAsync(cancellation) ? DemoState.NotDemo
            : null;
    }

    private static async Task MarkAsync(ServiceProvider services, DemoClock clock, string mark, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<GongkaiDb>().CommitAsync(new AuditEntry(clock.Now, "system", null, mark, "county"), cancellation);
    }

    private static async Task<List<DemoOffice>> FillOfficeAsync(ServiceProvider services, DemoClock clock, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        await db.CommitAsync(new AuditEntry(clock.Now, "system", null, Begun, "county"), cancellation);
        List<AgencyRow> rows = [];
        foreach (var agency in DemoCounty.Agencies)
        {
            var row = Row(agency, rows.FirstOrDefault());
            db.Agencies.Add(row);
            await db.CommitAsync(new AuditEntry(clock.Now, "system", null, "demo.agency", agency.Path), cancellation);
            rows.Add(row);
        }

        List<DemoOffice> offices = [.. rows.Select((row, i) => new DemoOffice(row, DemoCounty.Agencies[i], AddStaff(db, row)))];
        AddAccount(db, "admin", "系统管理员", (null, StaffRole.Administrator), (null, StaffRole.Auditor));
        AddAccount(db, "supervisor", "县政府办公室督查", (rows[0].Id, StaffRole.Supervisor));
        await db.CommitAsync(new AuditEntry(clock.Now, "system", null, Staffed, "county"), cancellation);
        return offices;
    }

    private static AgencyRow Row(DemoAgency agency, AgencyRow? county) => new()
    {
        Name = agency.Name,
        ShortName = agency.Name.Replace("清溪县", "县", StringComparison.Ordinal),
        PagePath = agency.Path,
        LetterMark = agency.Mark,
        Kind = agency.Kind,
        Level = agency.Level,
        ParentId = county?.Id,
        SupervisingId = county?.Id,
        Settings = SettingsOf(agency),
        DisclosureOffice = agency.Name + "办公室",
        Address = "清溪县人民路1号",
        Hours = "工作日 8:30 至 12:00，14:30 至 17:30",
        Telephone = "0990-1234567",
        Fax = "0990-1234568",
        Email = $"{agency.Path}@qingxi.example",
        PostCode = "999000",
        Court = "清溪县人民法院",
        RetentionYears = 10,
    };

    private static string SettingsOf(DemoAgency agency)
    {
        var settings = JsonNode.Parse(agency.Settings.Length > 0 ? agency.Settings : "{\"reconsiderationUrl\":\"https://fuyi.qingxi.example/\"}")!.AsObject();
        settings["classification"] = $"机构职能、政策文件、规划计划、财政信息；{string.Join("、", agency.Topics)}";
        settings["arrangement"] = "按信息的类别编排，同类的按公开日期由近到远；每条有索引号、名称、生成日期";
        settings["catalogueUrl"] = $"https://www.qingxi.example/{agency.Path}/";
        return settings.ToJsonString(Json.Options);
    }

    private static Dictionary<Who, Actor> AddStaff(GongkaiDb db, AgencyRow agency)
    {
        Dictionary<Who, Actor> actors = [];
        foreach (var (name, user, roles) in DemoCounty.Staff)
        {
            var account = AddAccount(db, $"{user}.{agency.PagePath}", name, [.. roles.Select(r => ((int?)agency.Id, r))]);
            var actor = Actor.Staff(account.Id, name, roles.Select(r => new Grant(agency.Id, r)));
            foreach (var role in roles)
            {
                actors.TryAdd(
                    role switch { StaffRole.DisclosureHead => Who.Head, StaffRole.Reviewer => Who.Reviewer, StaffRole.SigningLeader => Who.Leader, _ => Who.Officer },
                    actor);
            }
        }

        return actors;
    }

    private static StaffAccount AddAccount(GongkaiDb db, string user, string name, params (int? Agency, StaffRole Role)[] roles)
    {
        var account = new StaffAccount
        {
            Id = Guid.CreateVersion7(),
            UserName = user,
            NormalizedUserName = user.ToUpperInvariant(),
            DisplayName = name,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            ConcurrencyStamp = Guid.NewGuid().ToString("N"),
            PasswordHash = PasswordHash.Value,
        };
        db.Users.Add(account);
        db.RoleGrants.AddRange(roles.Select(r => new RoleGrantRow { Id = Guid.CreateVersion7(), AccountId = account.Id, AgencyId = r.Agency, Role = r.Role.ToString() }));
        return account;
    }

    private static async Task FillRequestsAsync(DemoRun run, DemoClock clock, List<DemoOffice> offices, DateOnly today, int requests, Action<string> say)
    {
        var random = new Random(Seed);
        var queue = new PriorityQueue<Func<Task>, (DateOnly Day, int Order)>();
        var order = 0;
        for (var i = 0; i < requests; i++)
        {
            var office = Pick(offices, random);
            var received = PublishedHolidays.Calendar.WorkingDaysAfter(today.AddDays(-random.Next(0, 380) - 1), 1).Date;
            received = received > today ? today : received;
            var filing = DemoFiling.Make(random, office, received);
            var isCorrection = i % CorrectionEvery == CorrectionEvery / 2;
            filing = isCorrection ? DemoFiling.Correction(filing) : filing;
            Guid? id = null;
            queue.Enqueue(async () => id = (await run.FileAsync(office, filing)).Id, (received, order++));
            if (filing.Channel is ReceiptChannel.Fax or ReceiptChannel.Email or ReceiptChannel.OrdinaryPost)
            {
                queue.Enqueue(() => run.DoAsync(office, Who.Officer, id, new ConfirmReceipt(received, received)), (received, order++));
            }

            var plan = new DemoPlan(random, PublishedHolidays.Calendar, received, filing.Subject);
            foreach (var step in (isCorrection ? plan.Ending(Outcomes.Corrections[i / CorrectionEvery % Outcomes.Corrections.Count].Outcome) : plan.Steps()).Where(s => s.On <= today))
            {
                queue.Enqueue(() => run.DoAsync(office, step, id), (step.On, order++));
            }
        }

        foreach (var (day, act) in DemoSpecials.Of(run, offices, random, today))
        {
            queue.Enqueue(act, (day, order++));
        }

        var (done, total) = (0, queue.Count);
        while (queue.TryDequeue(out var step, out var when))
        {
            clock.MoveTo(when.Day);
            await step();
            if (++done % 500 == 0)
            {
                say($"  {done * 100 / total}%");
            }
        }
    }

    private static DemoOffice Pick(List<DemoOffice> offices, Random random)
    {
        var left = random.Next(offices.Sum(o => o.Agency.Share));
        return offices.First(o => (left -= o.Agency.Share) < 0);
    }
}

/// <summary>演示数据怎样了。</summary>
public enum DemoState
{
    /// <summary>这一次填好的。</summary>
    Filled,

    /// <summary>以前填好的，没有动。</summary>
    Kept,

    /// <summary>库里是别的数据，没有动。</summary>
    NotDemo,

    /// <summary>以前填到一半停下了，不全，要删去重来。</summary>
    Unfinished,
}

/// <summary>填演示数据的结果。</summary>
/// <param name="State">怎样了。</param>
/// <param name="Refused">安排里以为做得成、却依法被拒的各步，一步一行；演示数据安排得对就没有。</param>
public sealed record DemoResult(DemoState State, IReadOnlyList<string> Refused);

/// <summary>虚构机关与它的人。</summary>
/// <param name="Row">机关。</param>
/// <param name="Agency">它的设定。</param>
/// <param name="Staff">谁做什么。</param>
internal sealed record DemoOffice(AgencyRow Row, DemoAgency Agency, IReadOnlyDictionary<Who, Actor> Staff);

/// <summary>拨到某一天上午的时钟。</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public DateTime Now => _now.UtcDateTime;

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateOnly day)
    {
        // 上午九点起，一步过一秒；日子只往前走。
        var morning = new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8));
        _now = morning > _now ? morning : _now.AddSeconds(1);
    }
}

/// <summary>虚构的申请。</summary>
internal static class DemoFiling
{
    private static readonly ReceiptChannel[] Channels =
    [
        ReceiptChannel.Internet, ReceiptChannel.Internet, ReceiptChannel.Internet, ReceiptChannel.Internet, ReceiptChannel.Internet, ReceiptChannel.Internet,
        ReceiptChannel.Counter, ReceiptChannel.RegisteredPost, ReceiptChannel.RegisteredPost, ReceiptChannel.Email, ReceiptChannel.OrdinaryPost, ReceiptChannel.Fax,
    ];

    public static Filing Make(Random random, DemoOffice office, DateOnly received)
    {
        var topic = office.Agency.Topics[random.Next(office.Agency.Topics.Length)];
        var year = received.Year - random.Next(0, 3);
        var subject = topic.StartsWith(DemoCounty.LastYear, StringComparison.Ordinal) ? $"{received.Year - 1}年{topic[DemoCounty.LastYear.Length..]}" : $"{year}年{topic}";
        return new Filing
        {
            Once = Id(random),
            AgencyId = office.Row.Id,
            Channel = Channels[random.Next(Channels.Length)],
            On = received,
            Applicant = random.Next(5) == 0 ? Organization(random) : Person(random),
            Subject = subject,
            Description = $"请求公开{subject}。制作机关为{office.Agency.Name}，文号不详。",
            Delivery = random.Next(3) == 0 ? DeliveryForm.Email : DeliveryForm.Paper,
        };
    }

    /// <summary>同一个人改为要求更正与自身相关的记录。</summary>
    public static Filing Correction(Filing filing) => filing with
    {
        Matter = RequestMatter.RecordCorrection,
        Subject = "培训合格证书登记的姓名用字",
        Description = "本人培训合格证书的登记信息里，姓名的末字登记错了，请按身份证更正；证书与身份证复印件随附。",
    };

    private static ApplicantDetails Person(Random random)
    {
        var name = DemoCounty.Surnames[random.Next(DemoCounty.Surnames.Length)] + DemoCounty.GivenNames[random.Next(DemoCounty.GivenNames.Length)];
        return new ApplicantDetails
        {
            Name = name,
            Kind = ApplicantKind.Person,
            IdKind = "居民身份证",
            IdNumber = ResidentNumber.WithCheckDigit(string.Create(CultureInfo.InvariantCulture, $"990199{random.Next(1950, 2000)}{random.Next(1, 13):00}{random.Next(1, 28):00}{random.Next(1000):000}")),
            Telephone = string.Create(CultureInfo.InvariantCulture, $"1990000{random.Next(10000):0000}"),
            Email = $"applicant{random.Next(1000)}@mail.example",
            Address = $"清溪县青年路{random.Next(1, 200)}号",
        };
    }

    private static ApplicantDetails Organization(Random random)
    {
        var index = random.Next(DemoCounty.Organizations.Length);
        ApplicantKind[] kinds = [ApplicantKind.Business, ApplicantKind.OtherOrg, ApplicantKind.LegalService, ApplicantKind.SocialOrg, ApplicantKind.Research, ApplicantKind.Business];
        return new ApplicantDetails
        {
            Name = DemoCounty.Organizations[index],
            Kind = kinds[index],
            IdKind = "统一社会信用代码证书",
            IdNumber = $"91990100MA0DEM{index}X0K"[..18],
            Representative = "法定代表人某某",
            Telephone = "0990-7777777",
            Email = "office@company.example",
            Address = "云州市中心大道88号",
        };
    }

    public static Guid Id(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
