using System.CommandLine;
using System.Reflection;
using Gongkai.Cli.Commands;

namespace Gongkai.Cli;

/// <summary>命令行 <c>gongkai</c>：认命令，不认得的说清楚，其余交给各命令。</summary>
internal static class GongkaiCommand
{
    /// <summary>执行一条命令，给出退出码。</summary>
    public static async Task<int> RunAsync(string[] args, CliHost host, CancellationToken cancellation)
    {
        var help = new Option<bool>("--help", "-h", "-?") { Recursive = true };
        var version = new Option<bool>("--version");
        var report = new Command("report") { CheckCommand.Build(host), SumCommand.Build(host), TablesCommand.Build(host) };
        var root = new Command("gongkai") { report, DeadlineCommand.Build(host), RulesCommand.Build(host), ServeCommand.Build(host), DbCommand.Build(host), AdminCommand.Build(host), help, version };

        // “@文件名”是路径，不是参数文件。
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        var command = parsed.CommandResult.Command;
        if (parsed.GetValue(help))
        {
            return host.Write(HelpText.For(command));
        }

        if (parsed.GetValue(version))
        {
            return host.Write($"gongkai {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}\n");
        }

        if (Usage.ProblemOf(parsed) is { } problem)
        {
            return host.WrongUsage(problem, HelpText.Remedy(command));
        }

        if (command.Subcommands.Count > 0)
        {
            await host.Error.WriteAsync(HelpText.For(command));
            return ExitCodes.WrongUsage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) }, cancellation);
    }
}
