namespace Gongkai.Cli.Tests;

public sealed class AdminCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_operator_makes_an_administrator_and_rescues_it()
    {
        var data = _folder["data"];
        var made = await CommandRun.Of("admin", "create-administrator", "wang.min", "--name", "王敏", "--data", data);
        Assert.Equal("", made.Error);
        Assert.Equal(0, made.ExitCode);
        Assert.Contains("一次性密码：", made.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(data + ".keys"));

        var again = await CommandRun.Of("admin", "create-administrator", "WANG.MIN", "--data", data);
        Assert.Equal(64, again.ExitCode);
        Assert.Contains("已经有", again.Error, StringComparison.Ordinal);

        var reset = await CommandRun.Of("admin", "reset-password", "wang.min", "--forget-second-factor", "--data", data);
        Assert.Contains("一次性密码：", reset.Output, StringComparison.Ordinal);
        Assert.NotEqual(made.Output, reset.Output);
        Assert.Equal(0, (await CommandRun.Of("admin", "unlock", "wang.min", "--data", data)).ExitCode);
        Assert.Equal(64, (await CommandRun.Of("admin", "unlock", "nobody", "--data", data)).ExitCode);
    }

    [Theory]
    [InlineData("请用 --data", "admin", "unlock", "wang.min")]
    [InlineData("请写用户名", "admin", "unlock", "--data", "x")]
    [InlineData("也要写 --data", "serve", "--postgres", "Host=db")]
    [InlineData("也要用 --data", "serve", "--demo")]
    [InlineData("--portal-urls 要写成", "serve", "--portal-urls", "ftp://x")]
    public async Task Wrong_usage_is_explained(string explanation, params string[] args)
    {
        var run = await CommandRun.Of(args);
        Assert.Equal(64, run.ExitCode);
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_inside_the_data_are_refused()
    {
        var run = await CommandRun.Of("admin", "unlock", "wang.min", "--data", _folder["data"], "--keys", _folder["data/keys"]);
        Assert.Equal(64, run.ExitCode);
        Assert.Contains("不能放在数据目录里面", run.Error, StringComparison.Ordinal);
    }
}
