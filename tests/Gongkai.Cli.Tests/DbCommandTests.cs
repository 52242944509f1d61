namespace Gongkai.Cli.Tests;

public sealed class DbCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-db-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_database_is_made_checked_backed_up_restored_and_its_keys_changed()
    {
        var backup = Path.Combine(_folder, "backup");
        var restored = Path.Combine(_folder, "restored");
        Assert.Equal(0, (await Db("migrate", "--data", Data)).ExitCode);
        var check = await Db("check", "--data", Data);
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        Assert.Contains("链头 0 ", check.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await Db("backup", "--data", Data, "--out", backup)).ExitCode);
        Assert.Contains("还没有主密钥文件", (await Db("restore", "--from", backup, "--data", restored)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Db("check", "--data", restored)).ExitCode);
        var again = await Db("restore", "--from", backup, "--data", restored);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("已经有东西", again.Error, StringComparison.Ordinal);

        Assert.Contains("第 2 版", (await Db("rotate", "--data", Data)).Output, StringComparison.Ordinal);
        Assert.Contains("旧版本已删去", (await Db("rotate", "--data", Data, "--retire-old")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "没有数据库", "check")]
    [InlineData(2, "没有数据库", "backup", "--out", "x")]
    [InlineData(64, "--out", "backup")]
    [InlineData(64, "--from", "restore")]
    [InlineData(64, "没有 frob 这个命令", "frob")]
    [InlineData(2, "不是备份的目录", "restore", "--from", "nowhere")]
    public async Task What_cannot_be_done_is_said_and_leaves_nothing(int code, string words, params string[] arguments)
    {
        var run = await Db([.. arguments, "--data", Data]);

        Assert.Equal((code, ""), (run.ExitCode, run.Output));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    private static Task<CommandRun> Db(params string[] arguments) => CommandRun.Of(["db", .. arguments]);
}
