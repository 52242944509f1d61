using System.Net;
using System.Text;
using Gongkai.Core.Agencies;
using Gongkai.Reports;
using Gongkai.UseCases;
using Gongkai.UseCases.Calendar;
using Gongkai.WebKit;

namespace Gongkai.Workbench.Tests.Staff;

/// <summary>机关、日历、督办、操作记录。</summary>
public sealed class OfficeTests : IAsyncLifetime
{
    private const string Notice = "date,name,is_off_day\n2027-01-01,元旦,true\n2027-01-02,元旦,true\n2027-01-03,元旦,true\n2027-01-04,元旦,true\n2027-05-01,劳动节,true\n2027-10-01,国庆节,true\n2027-10-02,国庆节,true\n2027-10-03,国庆节,true\n";

    private readonly StaffSite _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_notice_is_previewed_then_imported_and_the_moved_dates_are_recorded()
    {
        var filed = await _site.FileAsync(StaffSite.Emergency);
        using var admin = await _site.SignedInAsync("admin");
        (string, string)[] fields = [("Year", "2027"), ("Source", "国务院办公厅关于2027年部分节假日安排的通知"), ("Text", Notice)];
        var preview = await SiteUnderTest.ReadAsync(await StaffSite.PostAsync(admin, "/calendar/import", "/calendar/import", fields), HttpStatusCode.OK);

        // 收到日 2026-12-10（星期四），第二十个工作日：不知道元旦放假时 2027-01-07；2027-01-01、04 放假之后 2027-01-11。
        var row = preview.QuerySelector("table")!.TextContent;
        Assert.Contains(filed.Number, row, StringComparison.Ordinal);
        Assert.Contains("2027年1月7日（暂定）", row, StringComparison.Ordinal);
        Assert.Contains("2027年1月11日", row, StringComparison.Ordinal);
        Assert.DoesNotContain("2027", (await StaffSite.OpenAsync(admin, "/calendar")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        var done = await SiteUnderTest.ReadAsync(await StaffSite.PostAsync(admin, "/calendar/import", "/calendar/import?handler=Confirm", fields), HttpStatusCode.OK);
        Assert.Contains(filed.Number, done.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        using var auditor = await _site.SignedInAsync("auditor");
        var audit = (await StaffSite.OpenAsync(auditor, "/audit?action=calendar.")).QuerySelector("table")!.TextContent;
        Assert.Contains("2027-01-11", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_notice_says_which_line_and_changes_nothing()
    {
        using var admin = await _site.SignedInAsync("admin");
        var page = await SiteUnderTest.ReadAsync(
            await StaffSite.PostAsync(admin, "/calendar/import", "/calendar/import?handler=Confirm", ("Year", "2027"), ("Source", "通知"), ("Text", "date,name,is_off_day\n2027-13-01,元旦,true\n")), HttpStatusCode.BadRequest);
        Assert.Contains("第 2 行", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("2027", (await StaffSite.OpenAsync(admin, "/calendar")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_off_of_the_region_moves_the_dates_and_stands_in_the_calendar()
    {
        await _site.FileAsync(StaffSite.Emergency);
        using var admin = await _site.SignedInAsync("admin");
        var wrong = await SiteUnderTest.ReadAsync(await StaffSite.PostAsync(admin, "/calendar/region", "/calendar/region", ("Days", "2026-12-14 放假 县庆\n2026-12-32 放假 错的")), HttpStatusCode.BadRequest);
        Assert.Contains("第 2 行", wrong.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("县庆", wrong.GetElementById("Days")!.TextContent, StringComparison.Ordinal);

        var page = await SiteUnderTest.ReadAsync(await StaffSite.PostAsync(admin, "/calendar/region", "/calendar/region", ("Days", "2026-12-14 放假 县庆\n")), HttpStatusCode.OK);
        Assert.Contains("1 件的期限有变", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains("县庆", page.GetElementById("region")!.ParentElement!.TextContent, StringComparison.Ordinal);
        using var finance = await _site.SignedInAsync("finance.admin");
        Assert.Equal(HttpStatusCode.Forbidden, (await StaffSite.PostAsync(finance, "/account/password", "/calendar/region", ("Days", ""))).StatusCode);
    }

    [Fact]
    public async Task A_written_notice_reads_back_the_same()
    {
        var actor = Actor.Staff(_site.Ids["admin"], "管理员", [new Grant(null, StaffRole.Administrator)]);
        var view = await _site.DoAsync<ImportHolidays, CalendarView>(async import =>
        {
            await import.RunAsync(actor, new HolidayFile(2027, "通知", "", Notice), TestContext.Current.CancellationToken);
            return await import.ViewAsync(actor, TestContext.Current.CancellationToken);
        });
        Assert.Equal(8, view.Years[^1].Notice.DaysOff.Count);
        Assert.Equal("元旦", view.Years[^1].Notice.NamedDaysOff[0].Holiday);
        Assert.Equal(PublishedHolidays.Calendar.Notices.Select(n => n.Year).Append(2027).Distinct().Count(), view.Years.Count);
    }

    [Fact]
    public async Task A_wrong_check_digit_warns_but_is_kept()
    {
        using var admin = await _site.SignedInAsync("admin");
        var page = await SiteUnderTest.ReadAsync(await SaveAsync(admin, "/agencies/2", ("Input.CreditCode", "11440000000000000A")), HttpStatusCode.OK);
        Assert.Contains("校验位不对", page.QuerySelector(".tone-caution")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("11440000000000000A", page.GetElementById("Input.CreditCode")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("清应急公开", true)]
    [InlineData("清应急", false)]
    public async Task A_mark_that_doubles_the_word_in_letter_numbers_warns_but_is_kept(string mark, bool warns)
    {
        using var admin = await _site.SignedInAsync("admin");
        var page = await SiteUnderTest.ReadAsync(await SaveAsync(admin, "/agencies/2", ("Input.LetterMark", mark)), HttpStatusCode.OK);
        Assert.Equal(warns, page.QuerySelector(".tone-caution")?.TextContent.Contains("公开公开答", StringComparison.Ordinal) ?? false);
        Assert.Equal(mark, page.GetElementById("Input.LetterMark")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_agency_cannot_stand_under_itself_nor_take_the_path_of_another()
    {
        using var admin = await _site.SignedInAsync("admin");
        var circle = await SiteUnderTest.ReadAsync(await SaveAsync(admin, "/agencies/1", ("Input.ParentId", "2")), HttpStatusCode.BadRequest);
        Assert.Contains("下面的机关", circle.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var taken = await SiteUnderTest.ReadAsync(await SaveAsync(admin, "/agencies/3", ("Input.PagePath", "yingji")), HttpStatusCode.BadRequest);
        Assert.Contains("已经用了", taken.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrator_of_one_agency_changes_its_details_but_not_its_place()
    {
        using var finance = await _site.SignedInAsync("finance.admin");
        var page = await SiteUnderTest.ReadAsync(
            await SaveAsync(finance, "/agencies/3", ("Input.Telephone", "0000-1234567"), ("Input.CorrespondenceLayout", "true"), ("Input.LocalGovernment", "望河县人民政府"), ("Input.AgencyName", "改了名"), ("Input.ParentId", "1")), HttpStatusCode.OK);
        Assert.True(((AngleSharp.Html.Dom.IHtmlInputElement)page.QuerySelector("[name='Input.CorrespondenceLayout']")!).IsChecked);
        Assert.Equal("望河县人民政府", page.GetElementById("Input.LocalGovernment")!.GetAttribute("value"));
        Assert.Equal("望河县财政局", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("0000-1234567", page.GetElementById("Input.Telephone")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Settings_that_move_dates_are_the_regions_and_move_the_open_requests_of_every_agency()
    {
        await _site.FileAsync(StaffSite.Emergency);
        await _site.FileAsync(StaffSite.Finance);
        using var admin = await _site.SignedInAsync("admin");
        var saved = await SiteUnderTest.ReadAsync(await ClockAsync(admin, ("Clock.FeeRestarts", "true"), ("Clock.OtherAgencyDays", "15"), ("Clock.SupplementAnswerDays", "30")), HttpStatusCode.OK);
        Assert.Contains("2 件的期限有变", saved.DocumentElement.TextContent, StringComparison.Ordinal);
        var page = await StaffSite.OpenAsync(admin, "/calendar/region");
        Assert.False(((AngleSharp.Html.Dom.IHtmlInputElement)page.QuerySelector("[name='Clock.CountsFromNextDay']")!).IsChecked);
        Assert.True(((AngleSharp.Html.Dom.IHtmlInputElement)page.QuerySelector("[name='Clock.FeeRestarts']")!).IsChecked);
        Assert.Equal("15", page.GetElementById("Clock.OtherAgencyDays")!.GetAttribute("value"));
        Assert.Equal("30", page.GetElementById("Clock.SupplementAnswerDays")!.GetAttribute("value"));
        Assert.Contains("当日就算第一天", (await StaffSite.OpenAsync(admin, "/calendar")).GetElementById("clock")!.ParentElement!.TextContent, StringComparison.Ordinal);

        var wrong = await SiteUnderTest.ReadAsync(await ClockAsync(admin, ("Clock.SupplementAnswerDays", "0"), ("Clock.OtherAgencyDays", "")), HttpStatusCode.BadRequest);
        Assert.Contains("1 至 60", wrong.QuerySelector(".error-summary a[href='#Clock.SupplementAnswerDays']")!.TextContent, StringComparison.Ordinal);
        using var finance = await _site.SignedInAsync("finance.admin");
        Assert.Equal(HttpStatusCode.Forbidden, (await StaffSite.PostAsync(finance, "/account/password", "/calendar/region?handler=Clock", ("Clock.SupplementAnswerDays", "10"))).StatusCode);

        Task<HttpResponseMessage> ClockAsync(HttpClient browser, params (string Name, string Value)[] fields) => StaffSite.PostAsync(browser, "/calendar/region", "/calendar/region?handler=Clock", fields);
    }

    [Fact]
    public async Task Days_the_law_fixes_are_said_and_are_no_fields()
    {
        using var admin = await _site.SignedInAsync("admin");
        var page = await StaffSite.OpenAsync(admin, "/calendar/region");
        string[] fixedByLaw = ["FeePaymentDays", "ThirdPartyDays", "CoProducerDays", "ReplyDays"];
        Assert.All(fixedByLaw, name => Assert.Null(page.QuerySelector($"[name$='{name}']")));
        Assert.Contains("缴费 20 个工作日", page.GetElementById("clock")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Null((await StaffSite.OpenAsync(admin, "/agencies/2")).QuerySelector("[name='Input.SecrecyReview']"));
    }

    [Fact]
    public async Task The_supervising_office_sees_counts_and_numbers_and_never_the_applicant_or_the_subject()
    {
        var filed = await _site.FileAsync(StaffSite.Emergency, new DateOnly(2026, 10, 9));
        using var overseer = await _site.SignedInAsync("overseer");
        var page = await StaffSite.OpenAsync(overseer, "/requests");
        Assert.Contains("督办", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        page = await StaffSite.OpenAsync(overseer, "/oversight");
        Assert.Contains(filed.Number, page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("逾期 1 件", page.QuerySelector(".wall")!.TextContent, StringComparison.Ordinal);
        var csv = await overseer.GetStringAsync(new Uri("/oversight/agencies.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        foreach (var text in new[] { page.DocumentElement.TextContent, csv })
        {
            Assert.DoesNotContain("张", text, StringComparison.Ordinal);
            Assert.DoesNotContain("秘密题目", text, StringComparison.Ordinal);
            Assert.DoesNotContain("望河县财政局", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_export_of_the_log_defuses_formulas_and_prints_the_head()
    {
        using var admin = await _site.SignedInAsync("admin");
        await StaffSite.PostAsync(admin, "/accounts/new", "/accounts/new", ("UserName", "formula"), ("DisplayName", "=HYPERLINK(1)"), ("AgencyId", "2"), ("Role", "Officer"));
        using var auditor = await _site.SignedInAsync("auditor");
        var csv = await auditor.GetStringAsync(new Uri("/audit/export.csv?action=account.create", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("'=HYPERLINK(1)", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.Contains("链头,", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" @SUM(A1)", "' @SUM(A1)")]
    [InlineData("-2", "'-2")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("平常", "平常")]
    [InlineData("甲,\"乙\"", "\"甲,\"\"乙\"\"\"")]
    public void Csv_cells_are_harmless(string text, string written) =>
        Assert.Equal($"\uFEFF{written}\r\n", Encoding.UTF8.GetString(new Csv().Row(text).ToBytes()));

    [Theory]
    [InlineData("/audit?agency=abc&before=-1&number=%00&person=%00")]
    [InlineData("/audit?number=%25&person=%27%20OR%201%3D1")]
    [InlineData("/audit?action=%25%27%22")]
    public async Task Odd_filters_are_only_filters(string path)
    {
        using var auditor = await _site.SignedInAsync("auditor");
        await StaffSite.OpenAsync(auditor, path);
    }

    [Theory]
    [InlineData("/audit?from=9999-12-31&to=0001-01-01")]
    [InlineData("/audit?from=2026-12-02&to=2026-12-01")]
    [InlineData("/audit?from=yesterday")]
    public async Task Wrong_dates_are_said_to_be_wrong(string path)
    {
        using var auditor = await _site.SignedInAsync("auditor");
        Assert.NotEmpty((await StaffSite.OpenAsync(auditor, path, HttpStatusCode.BadRequest)).QuerySelectorAll(".error-summary li"));
        await StaffSite.OpenAsync(auditor, path.Replace("/audit", "/audit/export.csv", StringComparison.Ordinal), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_log_is_searched_by_request_number_by_person_and_by_date()
    {
        var filed = await _site.FileAsync(StaffSite.Emergency);
        await _site.FileAsync(StaffSite.Emergency);
        using var auditor = await _site.SignedInAsync("auditor");
        var byNumber = (await StaffSite.OpenAsync(auditor, $"/audit?number={filed.Number.ToUpperInvariant()}")).QuerySelectorAll("tbody tr");
        Assert.Equal([filed.Number], byNumber.Select(r => r.QuerySelector("[data-label=对什么]")!.TextContent));
        var byPerson = (await StaffSite.OpenAsync(auditor, "/audit?person=officer")).QuerySelectorAll("tbody [data-label=谁]");
        Assert.Equal(2, byPerson.Length);
        Assert.All(byPerson, who => Assert.Equal("officer先生（officer）", who.TextContent));
        Assert.Null((await StaffSite.OpenAsync(auditor, "/audit?person=nobody")).QuerySelector("tbody"));
        Assert.Null((await StaffSite.OpenAsync(auditor, "/audit?to=2026-12-09")).QuerySelector("tbody"));
        Assert.NotNull((await StaffSite.OpenAsync(auditor, "/audit?from=2026-12-10&to=2026-12-10")).QuerySelector("tbody"));
    }

    [Fact]
    public async Task The_administrator_of_one_agency_sees_how_dates_are_counted_but_cannot_change_it()
    {
        using var finance = await _site.SignedInAsync("finance.admin");
        var page = await StaffSite.OpenAsync(finance, "/agencies/3");
        Assert.Null(page.GetElementById("Input.SupplementAnswerDays"));
        Assert.Contains("admin先生", page.GetElementById("region")!.ParentElement!.TextContent, StringComparison.Ordinal);
        var forced = await SiteUnderTest.ReadAsync(
            await SaveAsync(finance, "/agencies/3", ("Clock.SupplementAnswerDays", "1"), ("Input.ConfirmsInternetAtOnce", "false")), HttpStatusCode.OK);
        var said = forced.GetElementById("region")!.ParentElement!.TextContent;
        foreach (var kept in new[] { "10 个工作日（补正", "20 个工作日", "扣除的日子不限", "照常计算", "即时回执就是确认收到" })
        {
            Assert.Contains(kept, said, StringComparison.Ordinal);
        }

        var wrong = await SiteUnderTest.ReadAsync(await SaveAsync(finance, "/agencies/3", ("Input.RetentionYears", "0")), HttpStatusCode.BadRequest);
        Assert.Contains("10 个工作日（补正", wrong.GetElementById("region")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    // 像浏览器那样：先取页上现有的各项，再改几项交回去。
    private static async Task<HttpResponseMessage> SaveAsync(HttpClient browser, string path, params (string Name, string Value)[] changes)
    {
        var page = await StaffSite.OpenAsync(browser, path);
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("form.entry")!;
        Dictionary<string, string> fields = [];
        foreach (var input in form.QuerySelectorAll("input[name]").Cast<AngleSharp.Html.Dom.IHtmlInputElement>().Where(i => i.Type != "checkbox" || i.IsChecked))
        {
            fields[input.Name!] = input.Value;
        }

        foreach (var select in form.QuerySelectorAll("select[name]").Cast<AngleSharp.Html.Dom.IHtmlSelectElement>())
        {
            fields[select.Name!] = select.Value ?? "";
        }

        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return await StaffSite.PostWithoutTokenAsync(browser, path, [.. fields.Select(f => (f.Key, f.Value))]);
    }
}
