using System.Net;
using Gongkai.Portal.Applying;
using Gongkai.WebKit;

namespace Gongkai.Portal.Tests;

public sealed class FloodTests(PortalUnderTest portal)
{
    [Fact]
    public async Task A_trap_field_a_hasty_hand_and_a_busy_address_are_doubted_but_lose_nothing()
    {
        await using var strict = await PortalUnderTest.StartAsync(PortalUnderTest.Brisk with { LeastFillingTime = TimeSpan.FromSeconds(8), FilingsBeforeQuestion = 1, FilingsPerHour = 2 });
        var visitor = strict.Visit();
        var check = await visitor.FillAsync();
        var page = await visitor.SubmitAsync(check, go: "submit", expected: HttpStatusCode.UnprocessableEntity);
        Assert.Contains("填得很快", page.Text(), StringComparison.Ordinal);
        strict.Clock.Advance(TimeSpan.FromMinutes(5));
        page = await visitor.SubmitAsync(page, new() { ["homepage"] = "http://spam.example" }, "submit", HttpStatusCode.UnprocessableEntity);
        Assert.Equal("", page.QuerySelector("[name=homepage]")!.GetAttribute("value") ?? "");
        Assert.Null(page.QuerySelector("#Answer"));
        var receipt = await visitor.SubmitAsync(page, go: "submit");
        receipt.Receipt();

        // 第二件起要答一道题；答错了内容还在，答对了就收下。
        check = await visitor.FillAsync();
        strict.Clock.Advance(TimeSpan.FromMinutes(5));
        page = await visitor.SubmitAsync(check, new() { ["Answer"] = "一百" }, "submit", HttpStatusCode.UnprocessableEntity);
        var question = page.QuerySelector("label[for=Answer]")!.TextContent;
        const string digits = "零一二三四五六七八九";
        var sum = digits.IndexOf(question[0], StringComparison.Ordinal) + digits.IndexOf(question[2], StringComparison.Ordinal);
        (await visitor.SubmitAsync(page, new() { ["Answer"] = $"{sum}" }, "submit")).Receipt();

        // 再多就请他等一等，草稿还在。
        check = await visitor.FillAsync();
        strict.Clock.Advance(TimeSpan.FromMinutes(5));
        question = (await visitor.OpenAsync(visitor.Here)).QuerySelector("label[for=Answer]")!.TextContent;
        sum = digits.IndexOf(question[0], StringComparison.Ordinal) + digits.IndexOf(question[2], StringComparison.Ordinal);
        page = await visitor.SubmitAsync(check, new() { ["Answer"] = $"{sum}" }, "submit", HttpStatusCode.TooManyRequests);
        Assert.Contains("林小满", page.Text(), StringComparison.Ordinal);
        (await strict.Visit().FillAsync()).Text();
    }

    [Fact]
    public async Task An_address_that_floods_is_told_to_wait_and_others_are_not()
    {
        await using var small = await PortalUnderTest.StartAsync(PortalUnderTest.Brisk with { PageBurst = 5, PagesPerSecond = 1 });
        var flood = small.Visit();
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 20 && last == HttpStatusCode.OK; i++)
        {
            last = (await flood.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"))).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.NotNull(flood.Last.Headers.RetryAfter);
        Assert.Contains("来得太快了", await flood.Last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await small.Visit().OpenAsync("/");
    }

    [Fact]
    public async Task Addresses_of_one_household_count_as_one()
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        string Key(string address)
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            return ClientAddress.Of(context);
        }

        Assert.Equal(Key("2001:db8:1:2::1"), Key("2001:db8:1:2:ffff::9"));
        Assert.NotEqual(Key("2001:db8:1:2::1"), Key("2001:db8:1:3::1"));
        Assert.Equal(Key("10.1.2.3"), Key("::ffff:10.1.2.3"));
        Assert.NotEqual(Key("10.1.2.3"), Key("10.1.2.4"));

        // 没有写明代理时，转发头不作数。
        var visitor = portal.Visit();
        await visitor.OpenAsync("/");
    }

    [Theory]
    [InlineData("3", false)]
    [InlineData("", false)]
    [InlineData("-1", false)]
    [InlineData("９９９９９９９９９９９９９", false)]
    public void Only_the_right_sum_is_right(string answer, bool right)
    {
        var bytes = new byte[16];
        (bytes[^1], bytes[^2]) = (4, 6);
        var draft = new Draft { Id = "", Agency = "", Once = new Guid(bytes), StartedAt = DateTimeOffset.UnixEpoch };
        Assert.Equal("五加七等于几？", Arithmetic.QuestionFor(draft));
        Assert.Equal(right, Arithmetic.IsRight(draft, answer));
        Assert.True(Arithmetic.IsRight(draft, " １２ "));
    }
}
