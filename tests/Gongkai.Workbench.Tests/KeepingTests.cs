using System.Net;
using System.Text.Json;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Workbench.Checks;
using Gongkai.Workbench.Tests.Fakes;

namespace Gongkai.Workbench.Tests;

/// <summary>限度、期限、删除。</summary>
public sealed class KeepingTests : IAsyncLifetime
{
    private static readonly byte[] Some = "一份报告"u8.ToArray();

    private readonly SiteUnderTest _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_result_says_when_it_expires_and_is_gone_then()
    {
        var (address, page) = await _site.UploadAsync(("clean.txt", Some));
        Assert.Equal("2024年2月2日 10:00", page.QuerySelector(".expiry time")!.TextContent);

        _site.Clock.Advance(TimeSpan.FromMinutes(29));
        await _site.OpenAsync(address.AbsolutePath);

        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        var gone = await _site.OpenAsync(address.AbsolutePath, HttpStatusCode.NotFound);
        Assert.Equal("这次的结果不在了", gone.QuerySelector("h1")!.TextContent);
        Assert.Contains("再交一次", gone.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await _site.OpenAsync($"{address.AbsolutePath}/reports.jsonl", HttpStatusCode.NotFound);
    }

    [Fact]
    public void A_result_nobody_comes_back_for_is_cleared_all_the_same()
    {
        using var store = new CheckResultStore(_site.Clock);
        Finished(store, FakeReports.Check("clean.txt", Some, SiteUnderTest.Options));

        _site.Clock.Advance(CheckLimits.Lifetime - CheckLimits.SweepEvery);
        Assert.Equal(1, store.Held);

        _site.Clock.Advance(CheckLimits.SweepEvery);
        Assert.Equal(0, store.Held);
    }

    [Fact]
    public async Task The_batch_line_counts_only_the_reports_written_above_it()
    {
        var report = FakeReports.Check("clean.txt", Some, SiteUnderTest.Options).Reports[0];
        _site.Check = (name, _, _) => new CheckedFile(name, [.. Enumerable.Repeat(report, CheckLimits.Entries + 5)], null);
        var (address, _) = await _site.UploadAsync(("many.txt", Some), ("cut.txt", Some));
        var lines = await _site.Browser.GetStringAsync(new Uri($"{address.AbsolutePath}/reports.jsonl", UriKind.Relative), TestContext.Current.CancellationToken);
        using var batch = JsonDocument.Parse(lines.TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal(CheckLimits.Entries, batch.RootElement.GetProperty("reports").GetInt32());
        Assert.Equal(1, batch.RootElement.GetProperty("files").GetInt32());
    }

    [Fact]
    public async Task Deleting_asks_first_and_then_the_result_is_gone()
    {
        var (address, page) = await _site.UploadAsync(("clean.txt", Some));
        var path = page.QuerySelector(".actions a.danger")!.GetAttribute("href")!;
        Assert.Contains("不能恢复", (await _site.OpenAsync(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await _site.OpenAsync(address.AbsolutePath);

        var done = await SiteUnderTest.ReadAsync(await _site.PostAsync(path, await _site.FormAsync(path)), HttpStatusCode.OK);
        Assert.Contains("已经删除", done.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        await _site.OpenAsync(address.AbsolutePath, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Too_many_files_are_cut_and_the_rest_is_checked()
    {
        var (_, page) = await _site.UploadAsync([.. Enumerable.Range(0, CheckLimits.Files + 7).Select(i => ($"clean{i}.txt", Some))]);
        Assert.Contains("后面的 7 个没有检查", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{CheckLimits.Files} 份没有发现问题", page.QuerySelector(".tally")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_too_large_is_named_and_the_others_are_checked()
    {
        var (_, page) = await _site.UploadAsync(("large.txt", new byte[CheckLimits.FileBytes + 1]), ("clean.txt", Some), ("empty.txt", []));
        Assert.Contains("large.txt：文件超过 20 MB", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 份没有发现问题，2 个文件读不了", page.QuerySelector(".tally")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_past_the_total_are_named_and_the_others_are_checked()
    {
        var big = new byte[CheckLimits.FileBytes - 1];
        var (_, page) = await _site.UploadAsync([.. Enumerable.Range(1, 11).Select(i => ($"clean{i}.txt", big))]);
        Assert.Contains("clean11.txt：这一批合计超过 200 MB", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("10 份没有发现问题", page.QuerySelector(".tally")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_far_too_large_is_refused_with_a_page()
    {
        using var content = new ByteArrayContent([]);
        content.Headers.ContentLength = CheckLimits.RequestBytes + 1L;
        var page = await SiteUnderTest.ReadAsync(await _site.PostAsync("/check", content), HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("文件太多或太大", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_large_type_choice_takes_only_a_small_form()
    {
        using var content = new ByteArrayContent(new byte[CheckLimits.PreferenceBytes + 1]);
        await SiteUnderTest.ReadAsync(await _site.PostAsync("/preferences/large-type", content), HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public void The_oldest_result_makes_room_for_the_newest()
    {
        using var store = new CheckResultStore(_site.Clock);
        var tokens = Enumerable.Range(0, CheckLimits.Results + 1).Select(_ => Finished(store, FakeReports.Check("clean.txt", Some, SiteUnderTest.Options)).Token).ToArray();
        Assert.Null(store.Find(tokens[0]));
        Assert.NotNull(store.Find(tokens[1]));
        Assert.Equal(tokens.Length, tokens.Distinct().Count());
    }

    [Fact]
    public void Memory_is_capped_by_what_the_results_hold()
    {
        using var store = new CheckResultStore(_site.Clock);
        var heavy = Heavy(100 << 20);
        var tokens = Enumerable.Range(0, 3).Select(_ => Finished(store, heavy).Token).ToArray();
        Assert.Null(store.Find(tokens[0]));
        Assert.NotNull(store.Find(tokens[2]));
    }

    [Fact]
    public void A_batch_that_outgrows_the_memory_stops_and_keeps_what_it_has()
    {
        using var store = new CheckResultStore(_site.Clock);
        var run = store.Add(Order(5))!;
        var heavy = Heavy(100 << 20);
        while (run.Take() is { } work)
        {
            run.Put(work, heavy);
            store.MakeRoomFor(run);
        }

        var result = store.Find(run.Token)!;
        Assert.Equal(CheckState.Stopped, result.State);
        Assert.Equal(3, result.Entries.Count);
        Assert.Contains("其余 2 个没有检查", Assert.Single(result.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_waiting_to_be_checked_count_as_memory_until_they_are_let_go()
    {
        using var store = new CheckResultStore(_site.Clock);
        var run = store.Add(Order(3, 1000))!;
        Assert.Equal(3000, run.Bytes);
        run.Take();
        run.Stop("停下");
        Assert.Equal(1000, run.Bytes);
    }

    [Fact]
    public void Tokens_are_long_and_never_alike()
    {
        using var store = new CheckResultStore(_site.Clock);
        string[] tokens = [.. Enumerable.Range(0, 20).Select(_ => Finished(store, FakeReports.Check("clean.txt", Some, SiteUnderTest.Options)).Token)];
        Assert.All(tokens, t => Assert.Matches("^[A-Za-z0-9_-]{32}$", t));
        Assert.Equal(20, tokens.Distinct().Count());
        Assert.Equal(20, tokens.Select(t => t[..6]).Distinct().Count());
    }

    private static CheckOrder Order(int files, int bytes = 1) => new(
        [.. Enumerable.Range(1, files).Select(i => new TakenFile($"clean{i}.txt", new byte[bytes], null))], [], [], SiteUnderTest.Options.AsOf, SiteUnderTest.Options.Region);

    private static CheckRun Finished(CheckResultStore store, CheckedFile file)
    {
        var run = store.Add(Order(1))!;
        run.Put(run.Take()!, file);
        store.MakeRoomFor(run);
        return run;
    }

    private static CheckedFile Heavy(int characters)
    {
        var report = FakeReports.Check("clean.txt", Some, SiteUnderTest.Options).Reports[0];
        var note = new ReaderNote(ReaderNotes.Truncated, new string('长', characters), []);
        var reading = new ReportReading { File = "heavy.txt", Index = 0, Tables = report.Reading.Tables, Notes = [note] };
        return new CheckedFile("heavy.txt", [new CheckedReport(reading, [])], null);
    }
}
