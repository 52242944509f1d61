namespace Gongkai.Cli.Tests;

public class UsageTests
{
    [Theory]
    [InlineData("没有写要检查的文件", "report", "check")]
    [InlineData("不认识的选项 --fromat。是不是想写 --format", "report", "check", "--fromat", "json", "a.txt")]
    [InlineData("--previous 写的 b.txt 不存在", "report", "check", "a.txt", "--previous", "b.txt")]
    [InlineData("不认识的选项 -x", "report", "check", "a.txt", "-x")]
    [InlineData("--format 只能是 text、json、html 或 xlsx，不能是 pdf", "report", "check", "a.txt", "--format", "pdf")]
    [InlineData("选项 --format 后面要写一个值", "report", "check", "a.txt", "--format")]
    [InlineData("选项 --out 只能写一次", "report", "check", "a.txt", "--out", "b", "--out", "c")]
    [InlineData("--as-of 要写成", "report", "check", "a.txt", "--as-of", "2024-2-30")]
    [InlineData("--region 没有 nowhere 这个地区，可用的有：national（全国）", "report", "check", "a.txt", "--region", "nowhere")]
    [InlineData("选项 --region 后面要写一个值", "report", "check", "a.txt", "--region")]
    [InlineData("没有 chek 这个命令。是不是想写 check", "report", "chek")]
    [InlineData("没有 summ 这个命令。是不是想写 sum", "report", "summ", "a")]
    [InlineData("没有 frobnicate 这个命令", "frobnicate")]
    [InlineData("没有代号为 Z99 的规则", "rules", "Z99")]
    [InlineData("多了一个参数", "rules", "L01", "L02")]
    [InlineData("--format 只能是 text、json 或 markdown", "rules", "--format", "pdf")]
    [InlineData("--urls 要写成", "serve", "--urls", "nonsense")]
    [InlineData("不读标准输入，请写文件名", "report", "check", "-")]
    [InlineData("文件名是空的", "report", "check", "")]
    [InlineData("--notices", "report", "check", "a.txt", "--out", "结果.docx")]
    [InlineData("早于 --as-of 的日子", "report", "check", "a.txt", "--notices", "通知", "--as-of", "2024-02-04", "--due", "2024-02-01")]
    public async Task Wrong_usage_is_explained_in_Chinese_and_exits_64(string explanation, params string[] args)
    {
        var run = await CommandRun.Of(args);
        Assert.Equal(64, run.ExitCode);
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
        Assert.Contains("./gongkai", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task What_follows_two_dashes_is_a_file_name()
    {
        var run = await CommandRun.Of("report", "check", "--format", "json", "--", "--missing.txt", "-");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("\"file\":\"--missing.txt\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("report")]
    public async Task A_missing_command_prints_the_help_and_exits_64(params string[] args)
    {
        var run = await CommandRun.Of(args);
        Assert.Equal(64, run.ExitCode);
        Assert.Contains("例子：", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("report", "--help")]
    [InlineData("report", "check", "--help")]
    [InlineData("deadline", "--help")]
    [InlineData("rules", "--help")]
    [InlineData("serve", "-h")]
    public async Task Help_is_Chinese_with_examples_on_every_command(params string[] args)
    {
        var run = await CommandRun.Of(args);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("用法：./gongkai", run.Output, StringComparison.Ordinal);
        Assert.Contains("例子：", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\r', run.Output);
    }

    [Fact]
    public async Task Terminal_escapes_in_an_argument_are_not_echoed()
    {
        var run = await CommandRun.Of("rules", "\e]0;x\a");
        Assert.Equal(64, run.ExitCode);
        Assert.DoesNotContain('\e', run.Error);
    }

    [Fact]
    public async Task Rules_come_as_text_json_and_markdown()
    {
        Assert.Contains("共 ", (await CommandRun.Of("rules")).Output, StringComparison.Ordinal);
        Assert.StartsWith("{\"schema\":\"gongkai.rules/1\",\"rules\":[", (await CommandRun.Of("rules", "--format", "json")).Output, StringComparison.Ordinal);
        Assert.StartsWith("# 检查规则", (await CommandRun.Of("rules", "--format", "markdown")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_page_in_the_docs_is_what_the_command_prints() =>
        Golden.Matches((await CommandRun.Of("rules", "--format", "markdown")).Output, "docs", "rules.md");
}
