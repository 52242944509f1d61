using System.Text;
using Gongkai.Cli.Batch;
using Gongkai.Reports.Checking;

namespace Gongkai.Cli.Tests;

/// <summary>在本进程里执行一条命令的结果。</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> Of(params string[] args) => OfOptions(null, args);

    public static Task<CommandRun> Of(Func<string, ReadOnlyMemory<byte>, CheckedFile> check, params string[] args) =>
        OfOptions((file, content, _) => check(file, content), args);

    private static async Task<CommandRun> OfOptions(FileCheck? check, string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var host = check is null
            ? new CliHost { Output = output, Error = error }
            : new CliHost { Output = output, Error = error, Check = check, Read = check };
        var code = await GongkaiCommand.RunAsync(args, host, TestContext.Current.CancellationToken);
        return new CommandRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
