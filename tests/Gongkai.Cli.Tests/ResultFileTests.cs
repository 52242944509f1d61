using System.IO.Compression;
using System.Text;

namespace Gongkai.Cli.Tests;

public class ResultFileTests
{
    [Fact]
    public async Task Html_is_one_page_with_every_report()
    {
        using var folder = new TemporaryFolder();
        folder.Write("clean.txt");
        folder.Write("wrong.txt");
        folder.Write("bad.txt");
        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path, "--format", "html", "--out", folder["结果.html"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("已写到", run.Error, StringComparison.Ordinal);
        var html = await File.ReadAllTextAsync(folder["结果.html"], TestContext.Current.CancellationToken);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("class=\"report\"").Length - 1);
        Assert.Contains("没有找到年度报告", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', html);
    }

    [Fact]
    public async Task Html_goes_to_standard_output_when_no_file_is_named()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Write("clean.txt"), "--format", "html");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("清溪县医保局", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Xlsx_is_a_workbook_of_three_sheets()
    {
        using var folder = new TemporaryFolder();
        folder.Write("clean.txt");
        folder.Write("wrong.txt");
        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path, "--format", "xlsx", "--out", folder["结果.xlsx"]);
        Assert.Equal(1, run.ExitCode);
        await using var zip = await ZipFile.OpenReadAsync(folder["结果.xlsx"], TestContext.Current.CancellationToken);
        Assert.Equal(3, zip.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
        using var sheet = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(TestContext.Current.CancellationToken), Encoding.UTF8);
        Assert.Contains("清溪县应急管理局", await sheet.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_are_written_for_the_reports_that_need_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/clean.txt");
        folder.Write("in/wrong1.txt");
        folder.Write("in/wrong2.txt");
        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder["in"], "--notices", folder["通知"], "--from-office", "清溪县人民政府办公室", "--as-of", "2024-02-04", "--due", "2024-02-20");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("写了 2 份通知", run.Error, StringComparison.Ordinal);
        var names = Directory.GetFiles(folder["通知"]).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(2, names.Length);
        Assert.All(names, n => Assert.EndsWith(".docx", n, StringComparison.Ordinal));
        await using var zip = await ZipFile.OpenReadAsync(Path.Combine(folder["通知"], names[0]!), TestContext.Current.CancellationToken);
        using var document = new StreamReader(await zip.GetEntry("word/document.xml")!.OpenAsync(TestContext.Current.CancellationToken), Encoding.UTF8);
        var text = await document.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("清溪县人民政府办公室", text, StringComparison.Ordinal);
        Assert.Contains("2024年2月4日", text, StringComparison.Ordinal);
        Assert.Contains("2024年2月20日（星期二）", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_inside_the_checked_folder_are_not_read_as_reports()
    {
        using var folder = new TemporaryFolder();
        folder.Write("wrong.txt");
        folder.Write("通知/old.docx");
        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path, "--format", "json", "--notices", folder["通知"]);
        Assert.DoesNotContain("old.docx", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"files\":1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anything_wrong_it_says_that_no_notice_was_written()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Write("clean.txt"), "--notices", folder["通知"]);
        Assert.Contains("没有写通知", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder["通知"]));
    }

    [Theory]
    [InlineData("--out 写明", "--format", "xlsx")]
    [InlineData("要与 --notices 同用", "--from-office", "县政府办公室")]
    [InlineData("要与 --notices 同用", "--due", "2024-02-01")]
    [InlineData("--due 要写成", "--notices", "x", "--due", "明天")]
    [InlineData("后面要写一个目录", "--notices", "")]
    public async Task Options_that_do_not_go_together_are_refused(string explanation, params string[] options)
    {
        var run = await CommandRun.Of(SampleReport.ByName, ["report", "check", "a.txt", .. options]);
        Assert.Equal(64, run.ExitCode);
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_do_not_go_among_the_reports()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("wrong.txt");
        var among = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path, "--notices", folder.Path);
        Assert.Equal(64, among.ExitCode);
        Assert.Contains("混在一起", among.Error, StringComparison.Ordinal);
        var taken = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path, "--notices", file);
        Assert.Equal(64, taken.ExitCode);
        Assert.Contains("是一个文件", taken.Error, StringComparison.Ordinal);
    }
}
