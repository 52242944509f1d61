namespace Gongkai.Workbench.Tests.Staff;

/// <summary>管理员走得到的每一张表单，与没有登录的两张；审计员、主管部门没有要交的表单。</summary>
public sealed class EveryFormTests(StaffSite site) : IClassFixture<StaffSite>
{
    [Theory]
    [InlineData("admin", 12)]
    [InlineData("finance.admin", 4)]
    public async Task No_field_breaks_a_page_or_becomes_markup(string user, int least)
    {
        using var browser = await site.SignedInAsync(user);
        var forms = new HostileForms(browser);
        await forms.WalkAsync(user == "admin" ? ["/", "/account", "/account/password", "/account/second-factor"] : ["/agencies/3", "/accounts", "/agencies"]);
        Assert.True(forms.Pages.Count >= least, string.Join('\n', forms.Pages));
        await forms.AttackAsync();
        Assert.True(forms.Sent > least, $"{forms.Sent}");
    }

    [Fact]
    public async Task Nor_before_signing_in()
    {
        await using var loose = new StaffSite { Limits = StaffSite.Brisk with { SignInsPerMinute = 1000 } };
        await loose.InitializeAsync();
        using var browser = loose.NewBrowser();
        var forms = new HostileForms(browser);
        await forms.WalkAsync(["/sign-in"]);
        await forms.AttackAsync();
        await using var empty = new StaffSite { IsSeeded = false, Limits = loose.Limits };
        await empty.InitializeAsync();
        using var first = empty.NewBrowser();
        forms = new HostileForms(first);
        await forms.WalkAsync(["/set-up"]);
        await forms.AttackAsync();
        Assert.True(forms.Sent > 5, $"{forms.Sent}");
    }
}
