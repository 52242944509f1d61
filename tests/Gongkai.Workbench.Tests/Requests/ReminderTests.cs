using System.Net;
using System.Text;
using Gongkai.Core.Agencies;
using Gongkai.UseCases;
using Gongkai.UseCases.Reports.Digests;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Staff;

namespace Gongkai.Workbench.Tests.Requests;

public sealed class ReminderTests
{
    private static readonly Actor Administrator = Actor.Staff(Guid.NewGuid(), "管理员", [new Grant(null, StaffRole.Administrator)]);

    [Fact]
    public async Task Each_officer_gets_one_mail_though_two_nodes_send_and_it_names_no_applicant()
    {
        await using var server = new MailServer();
        var site = new CaseSite();
        await site.InitializeAsync();
        await using var _ = site;
        var mine = await DueSoonAsync(site, server);
        await PlanAsync(site);
        Assert.Empty(server.Received);

        // 第二天早上八点半以后，两个节点同时跑。
        site.Clock.Advance(TimeSpan.FromHours(24));
        await Task.WhenAll(PlanAsync(site), PlanAsync(site));
        await Task.WhenAll(SendAsync(site), SendAsync(site));
        await SendAsync(site);
        Assert.Equal(["colleague@example.cn", "officer@example.cn"], server.Received.Select(m => m.To).Order(StringComparer.Ordinal));
        var text = Decoded(server.Received.Single(m => m.To.StartsWith("officer", StringComparison.Ordinal)).Text);
        Assert.Contains(mine.Number, text, StringComparison.Ordinal);
        Assert.Contains("https://gongkai.example/requests", text, StringComparison.Ordinal);
        Assert.DoesNotContain("张小三", text, StringComparison.Ordinal);
        Assert.DoesNotContain("采购合同", text, StringComparison.Ordinal);
        await PlanAsync(site);
        await SendAsync(site);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task The_head_hears_of_extensions_to_consent_to_and_the_leader_of_reviewed_drafts_to_sign()
    {
        await using var server = new MailServer();
        var site = new CaseSite();
        await site.InitializeAsync();
        await using var _ = site;
        await MailAsync(site, server, "head", "leader");
        var (extension, reviewed, halfway) = (await site.RegisteredAsync(), await site.RegisteredAsync(), await site.RegisteredAsync());
        await site.DoneAsync("officer", $"/requests/{extension.Number}/do/propose-extension", ("Days", "10"), ("Reasons", "卷宗较多"));
        foreach (var receipt in new[] { reviewed, halfway })
        {
            await site.DoneAsync("officer", $"/requests/{receipt.Number}/draft?outcome=NotFound", ("Do", "save"), ("SearchOn", "2026-03-02"), ("SearchWhere", "档案室"), ("SearchedFor", "防汛物资采购合同"), ("Reasons", "经检索没有"));
            await site.DoneAsync("reviewer", $"/requests/{receipt.Number}/review", ("Kind", "Legal"), ("Passed", "true"));
        }

        await site.DoneAsync("reviewer", $"/requests/{reviewed.Number}/review", ("Kind", "Secrecy"), ("Passed", "true"));
        await PlanAsync(site);
        site.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(2, await PlanAsync(site));
        Assert.Equal(2, await SendAsync(site));
        var texts = server.Received.ToDictionary(m => m.To, m => Decoded(m.Text));
        Assert.Contains($"等您同意或者退回：\r\n  {extension.Number}", texts["head@example.cn"].ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
        Assert.Contains($"等您签发：\r\n  {reviewed.Number}", texts["leader@example.cn"].ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
        Assert.DoesNotContain(halfway.Number, texts["leader@example.cn"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(288, false)]
    public async Task A_mail_calls_no_case_overdue_whose_due_date_may_still_move(int days, bool isOverdue)
    {
        await using var server = new MailServer();
        var site = new CaseSite();
        await site.InitializeAsync();
        await using var _ = site;
        site.Clock.Advance(TimeSpan.FromDays(days));
        await DueSoonAsync(site, server);
        site.Clock.Advance(TimeSpan.FromDays(20));
        await PlanAsync(site);
        site.Clock.Advance(TimeSpan.FromHours(24));
        await PlanAsync(site);
        await SendAsync(site);
        var text = Decoded(server.Received.Single(m => m.To.StartsWith("officer", StringComparison.Ordinal)).Text);
        Assert.Equal(isOverdue, text.Contains("已经逾期", StringComparison.Ordinal));
        Assert.Equal(!isOverdue, text.Contains("三个工作日内到期：", StringComparison.Ordinal));
        Assert.Equal(!isOverdue, text.Contains("（暂定）", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_busy_mail_server_is_tried_again_later_the_same_day_only()
    {
        await using var server = new MailServer { IsBusy = true };
        var site = new CaseSite();
        await site.InitializeAsync();
        await using var _ = site;
        await DueSoonAsync(site, server);
        await PlanAsync(site);
        site.Clock.Advance(TimeSpan.FromHours(24));
        await PlanAsync(site);
        Assert.Equal(0, await SendAsync(site));
        server.IsBusy = false;
        Assert.Equal(0, await SendAsync(site));
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(2, await SendAsync(site));
    }

    [Fact]
    public async Task The_calendar_feed_opens_by_its_secret_shows_no_personal_data_and_can_be_revoked()
    {
        var site = new CaseSite();
        await site.InitializeAsync();
        await using var _ = site;
        var receipt = await site.FileAsync();
        await site.AsAsync("officer");
        var page = await SiteUnderTest.ReadAsync(await site.PostAsync("officer", "/reminders", "/reminders?handler=Feed"), HttpStatusCode.OK);
        var address = new Uri(page.QuerySelector(".code")!.TextContent).AbsolutePath;
        using var anyone = site.NewBrowser();
        var feed = await anyone.GetStringAsync(new Uri(address, UriKind.Relative), CaseSite.Stop);
        Assert.Contains($"SUMMARY:{receipt.Number} 答复期限", feed, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260330", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("采购合同", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("张", feed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(new Uri(address[..^5] + "x.ics", UriKind.Relative), CaseSite.Stop)).StatusCode);

        await site.PostAsync("officer", "/reminders", "/reminders?handler=Revoke");
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(new Uri(address, UriKind.Relative), CaseSite.Stop)).StatusCode);
    }

    // 一件交给经办人的，一件没有交办的，离期限都只剩三个工作日。
    private static async Task<FilingReceipt> DueSoonAsync(CaseSite site, MailServer server)
    {
        await MailAsync(site, server, "officer", "colleague");
        var mine = await site.RegisteredAsync();
        await site.DoneAsync("officer", $"/requests/{mine.Number}/do/assign", ("Unit", "防汛科"), ("Person", site.Ids["officer"].ToString("D")));
        await site.FileAsync();
        site.Clock.Advance(TimeSpan.FromDays(24));
        return mine;
    }

    private static async Task MailAsync(CaseSite site, MailServer server, params string[] people)
    {
        await site.DoAsync<KeepMailSettings, int>(async m =>
        {
            await m.SaveAsync(Administrator, new MailSettings("127.0.0.1", server.Port, false, "", "", "gongkai@example.cn", "https://gongkai.example/"), null, CaseSite.Stop);
            return 0;
        });
        foreach (var name in people)
        {
            await site.DoAsync<KeepOwnMail, int>(async k =>
            {
                await k.SaveAsync(Actor.Staff(site.Ids[name], name, []), $"{name}@example.cn", CaseSite.Stop);
                return 0;
            });
        }
    }

    private static Task<int> PlanAsync(CaseSite site) => site.DoAsync<DailyDigest, int>(d => d.PlanAsync(CaseSite.Stop));

    private static Task<int> SendAsync(CaseSite site) => site.DoAsync<DailyDigest, int>(d => d.SendAsync(CaseSite.Stop));

    private static string Decoded(string mail)
    {
        var body = mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var at and > 0 ? at + 4 : mail.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        return mail.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(body.Where(c => !char.IsWhiteSpace(c))))) : body;
    }
}
