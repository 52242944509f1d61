using System.Net;

namespace Gongkai.Workbench.Tests.Staff;

/// <summary>猜账号、猜秘密地址、猜编号：快慢上看不出，次数上也不许。</summary>
public sealed class GuessingTests
{
    [Fact]
    public async Task Unknown_wrong_locked_and_ended_are_answered_at_the_same_moment()
    {
        var least = TimeSpan.FromMilliseconds(900);
        await using var slow = new StaffSite { Limits = StaffSite.Brisk with { LeastSignInTime = least } };
        await slow.InitializeAsync();
        slow.Clock.Hurries = true;
        using var browser = slow.NewBrowser();
        List<(string, TimeSpan)> told = [];
        foreach (var (name, password) in new[] { ("nobody", "x"), ("officer", "x"), ("no\u0001body", "x"), ("officer", "x"), ("officer", "x"), ("officer", "x"), ("officer", "x"), ("officer", StaffSite.Password) })
        {
            slow.Clock.Waits.Clear();
            told.Add((await SignInTests.TextAsync(await slow.SignInAsync(browser, name, password)), Assert.Single(slow.Clock.Waits)));
        }

        Assert.Single(told.Distinct());
        Assert.Equal(least, told[0].Item2);
        slow.Clock.Waits.Clear();
        Assert.Equal("/", StaffSite.PathOf(await slow.SignInAsync(browser, "auditor", StaffSite.Password)));
        Assert.Empty(slow.Clock.Waits);
    }

    [Fact]
    public async Task A_household_counts_as_one_address_and_secret_addresses_cannot_be_guessed_at_speed()
    {
        await using var strict = new StaffSite { Limits = StaffSite.Brisk with { SignInsPerMinute = 4, FeedsPerMinute = 4 } };
        await strict.InitializeAsync();
        using var browser = strict.NewBrowser();
        for (var i = 0; i < 4; i++)
        {
            strict.Remote = IPAddress.Parse($"2001:db8:1:2::{i + 1}");
            Assert.Equal(HttpStatusCode.BadRequest, (await StaffSite.PostWithoutTokenAsync(browser, "/sign-in")).StatusCode);
            await StaffSite.OpenAsync(browser, $"/due-dates/{Guid.NewGuid():N}-aaaa{i}.ics", HttpStatusCode.NotFound);
        }

        strict.Remote = IPAddress.Parse("2001:db8:1:2:ffff::9");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await StaffSite.PostWithoutTokenAsync(browser, "/sign-in")).StatusCode);
        var told = await StaffSite.OpenAsync(browser, $"/due-dates/{Guid.NewGuid():N}-aaaa9.ics", HttpStatusCode.TooManyRequests);
        Assert.Equal("试得太多了", told.QuerySelector("h1")!.TextContent);
        strict.Remote = IPAddress.Parse("2001:db8:1:3::9");
        Assert.Equal(HttpStatusCode.BadRequest, (await StaffSite.PostWithoutTokenAsync(browser, "/sign-in")).StatusCode);
    }

    [Fact]
    public async Task Guessing_numbers_of_requests_is_stopped_for_that_account_only()
    {
        await using var strict = new StaffSite { Limits = StaffSite.Brisk with { MissesPerMinute = 5 } };
        await strict.InitializeAsync();
        var filed = await strict.FileAsync(StaffSite.Emergency);
        using var overseer = await strict.SignedInAsync("overseer");
        using var officer = await strict.SignedInAsync("officer");
        for (var i = 0; i < 5; i++)
        {
            await StaffSite.OpenAsync(overseer, i % 2 == 0 ? $"/requests/{filed.Number}" : $"/Requests/yingji-2026-9999{i}", HttpStatusCode.NotFound);
        }

        await StaffSite.OpenAsync(overseer, $"/requests/{filed.Number}", HttpStatusCode.TooManyRequests);
        await StaffSite.OpenAsync(overseer, $"/requests/{filed.Number}/files/{Guid.NewGuid()}", HttpStatusCode.TooManyRequests);
        await StaffSite.OpenAsync(overseer, "/oversight");
        await StaffSite.OpenAsync(officer, $"/requests/{filed.Number}");
    }
}
