using System.Net;
using Gongkai.Workbench.Checks;
using Gongkai.Workbench.Tests.Fakes;

namespace Gongkai.Workbench.Tests;

/// <summary>一批要查很久时：看得到查到哪里，走开照查，停得下来。</summary>
public sealed class ProgressTests : IAsyncLifetime
{
    private static readonly byte[] Some = "一份报告"u8.ToArray();

    private readonly SiteUnderTest _site = new();
    private readonly SemaphoreSlim _gate = new(0);

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _site.Check = (name, content, options) =>
        {
            if (!name.Contains("free", StringComparison.Ordinal))
            {
                _gate.Wait(TimeSpan.FromSeconds(20));
            }

            return FakeReports.Check(name, content, options);
        };
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Release(100);
        await _site.DisposeAsync();
        _gate.Dispose();
    }

    [Fact]
    public async Task A_long_batch_shows_how_far_it_is_and_refreshes_itself_without_script()
    {
        var (_, page) = await _site.UploadWithoutWaitingAsync(("clean1.txt", Some), ("rich.txt", Some), ("clean2.txt", Some));
        Assert.Contains("正在检查 0/3", page.Title, StringComparison.Ordinal);
        Assert.Equal("0", page.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Equal(CheckLimits.RefreshSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture), page.QuerySelector("head noscript meta[http-equiv=refresh]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Checking_goes_on_when_nobody_asks_and_ends_in_the_result()
    {
        var (address, page) = await _site.UploadWithoutWaitingAsync(("clean1.txt", Some), ("rich.txt", Some), ("clean2.txt", Some));
        var fragment = page.QuerySelector("[data-progress]")!.GetAttribute("data-progress")!;

        _gate.Release();
        await SiteUnderTest.UntilAsync(async () => (await _site.OpenAsync(fragment)).QuerySelector("b")!.TextContent == "正在检查 1/3");

        _gate.Release(2);
        await SiteUnderTest.UntilAsync(async () => (await _site.OpenAsync(fragment)).QuerySelector("[data-progress]")!.GetAttribute("data-state") == "over");
        var done = await _site.OpenAsync(address.AbsolutePath);
        Assert.Equal("体检结果", done.QuerySelector("h1")!.TextContent);
        Assert.Null(done.QuerySelector("meta[http-equiv=refresh]"));
        Assert.Equal(["clean1.txt", "rich.txt", "clean2.txt"], done.QuerySelectorAll(".files__name bdi").Select(e => e.TextContent));
    }

    [Fact]
    public async Task A_finished_report_can_be_read_while_the_rest_is_checked()
    {
        var (address, _) = await _site.UploadWithoutWaitingAsync(("clean-free1.txt", Some), ("clean-free2.txt", Some), ("clean3.txt", Some));
        await SiteUnderTest.UntilAsync(async () => (await _site.OpenAsync($"{address.AbsolutePath}?handler=Progress")).QuerySelectorAll("li").Length == 2);
        var page = await _site.OpenAsync($"{address.AbsolutePath}?report=1");
        Assert.Contains("还在检查：2/3", page.QuerySelector(".expiry")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("meta[http-equiv=refresh]"));
        var early = await _site.OpenAsync($"{address.AbsolutePath}/reports.jsonl", HttpStatusCode.Conflict);
        Assert.Equal("还没有查完", early.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Stopping_keeps_what_is_finished_and_says_what_is_not()
    {
        var (address, _) = await _site.UploadWithoutWaitingAsync([.. Enumerable.Range(1, 6).Select(i => ($"clean{i}.txt", Some))]);
        _gate.Release();
        await SiteUnderTest.UntilAsync(async () => (await _site.OpenAsync($"{address.AbsolutePath}?handler=Progress")).QuerySelector("b")!.TextContent == "正在检查 1/6");
        var stopped = await SiteUnderTest.ReadAsync(await _site.PostAsync($"{address.AbsolutePath}?handler=Stop", await _site.FormAsync(address.AbsolutePath)), HttpStatusCode.OK);
        Assert.Contains("查完 1 个，其余 5 个没有检查", stopped.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Single(stopped.QuerySelectorAll(".files__list li"));
    }

    [Fact]
    public async Task A_running_batch_can_be_deleted_and_is_gone()
    {
        var (address, _) = await _site.UploadWithoutWaitingAsync(("clean1.txt", Some));
        await _site.PostAsync($"{address.AbsolutePath}/delete", await _site.FormAsync($"{address.AbsolutePath}/delete"));
        await _site.OpenAsync(address.AbsolutePath, HttpStatusCode.NotFound);
        await _site.OpenAsync($"{address.AbsolutePath}?handler=Progress", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_batch_that_takes_too_long_is_stopped()
    {
        var (address, _) = await _site.UploadWithoutWaitingAsync(("clean1.txt", Some));
        _site.Clock.Advance(CheckLimits.RunningTime);
        var page = await _site.OpenAsync(address.AbsolutePath);
        Assert.Contains("检查的时间太长", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_batches_at_once_are_refused_and_what_was_typed_comes_back()
    {
        for (var i = 0; i < CheckLimits.Running; i++)
        {
            await _site.UploadWithoutWaitingAsync(("clean1.txt", Some));
        }

        var form = await _site.FormAsync("/check");
        form.Add(new StringContent("粘贴来的 <b>报告</b>"), "Text");
        var page = await SiteUnderTest.ReadAsync(await _site.PostAsync("/check", form), HttpStatusCode.ServiceUnavailable);
        Assert.Contains("正在检查", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("粘贴来的 <b>报告</b>", page.QuerySelector("textarea")!.TextContent.Trim());
    }
}
