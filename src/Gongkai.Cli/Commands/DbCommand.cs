using System.CommandLine;
using System.Runtime.CompilerServices;
using Gongkai.Storage;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai db</c>：迁移、核对、备份、恢复、换主密钥。</summary>
internal static class DbCommand
{
    /// <summary>数据目录的环境变量。</summary>
    public const string DataVariable = "GONGKAI_DATA";

    /// <summary>PostgreSQL 连接字串的环境变量；写在命令行上会被同机的人看到。</summary>
    public const string PostgresVariable = "GONGKAI_POSTGRES";

    private const string DefaultFolder = "gongkai-data";

    /// <summary>建这一组命令。</summary>
    public static Command Build(CliHost host)
    {
        var data = new Option<string>("--data") { Recursive = true };
        var keys = new Option<string>("--keys") { Recursive = true };
        var destination = new Option<string>("--out");
        var source = new Option<string>("--from");
        var retire = new Option<bool>("--retire-old");
        var migrate = new Command("migrate");
        var check = new Command("check");
        var backup = new Command("backup") { destination };
        var restore = new Command("restore") { source };
        var rotate = new Command("rotate") { retire };
        migrate.SetAction((parsed, cancellation) => MigrateAsync(host, At(parsed), cancellation));
        check.SetAction((parsed, cancellation) => CheckAsync(host, At(parsed), cancellation));
        backup.SetAction((parsed, cancellation) => parsed.GetValue(destination) is { Length: > 0 } path
            ? BackupAsync(host, At(parsed), path, cancellation)
            : Task.FromResult(host.WrongUsage("没有写备份到哪里。", "请加上 --out 目录。")));
        restore.SetAction((parsed, cancellation) => parsed.GetValue(source) is { Length: > 0 } path
            ? RestoreAsync(host, At(parsed), path, cancellation)
            : Task.FromResult(host.WrongUsage("没有写从哪里恢复。", "请加上 --from 目录。")));
        rotate.SetAction((parsed, cancellation) => RotateAsync(host, At(parsed), parsed.GetValue(retire), cancellation));
        return new Command("db") { migrate, check, backup, restore, rotate, data, keys };

        StorageOptions At(ParseResult parsed) => new()
        {
            DataFolder = parsed.GetValue(data) ?? Variable(DataVariable) ?? DefaultFolder,
            KeysFile = parsed.GetValue(keys),
            ConnectionString = Variable(PostgresVariable),
        };
    }

    // 不内联：只有到了这里才载入数据库的程序集，别的命令不为它们等待。
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> MigrateAsync(CliHost host, StorageOptions options, CancellationToken cancellation) => DbActions.MigrateAsync(host, options, cancellation);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> CheckAsync(CliHost host, StorageOptions options, CancellationToken cancellation) => DbActions.CheckAsync(host, options, cancellation);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> BackupAsync(CliHost host, StorageOptions options, string path, CancellationToken cancellation) => DbActions.BackupAsync(host, options, path, cancellation);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> RestoreAsync(CliHost host, StorageOptions options, string path, CancellationToken cancellation) => DbActions.RestoreAsync(host, options, path, cancellation);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> RotateAsync(CliHost host, StorageOptions options, bool retire, CancellationToken cancellation) => DbActions.RotateAsync(host, options, retire, cancellation);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
