using System.CommandLine;
using System.Globalization;
using Gongkai.Cli.Batch;
using Gongkai.Core.Calendar;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Writing.Text;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai report check</c>：检查年度报告。</summary>
internal sealed class CheckCommand(CliHost host, string[] paths, CheckOptions options, bool asJson, string? outPath, bool tables)
{
    private readonly BatchSummary _summary = new();

    /// <summary>建这个命令。</summary>
    public static Command Build(CliHost host)
    {
        var paths = new Argument<string[]>("FILE|DIR") { Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format");
        var outPath = new Option<string>("--out");
        var asOf = new Option<string>("--as-of");
        var region = new Option<string>("--region");
        var tables = new Option<bool>("--tables");
        var command = new Command("check") { paths, format, outPath, asOf, region, tables };
        command.SetAction(async (parsed, cancellation) =>
        {
            var given = parsed.GetValue(paths) ?? [];
            var kind = parsed.GetValue(format) ?? "text";
            var judged = ChinaDay.Of(host.Clock.GetUtcNow());
            var rules = parsed.GetValue(region) is { } id ? RegionProfiles.Find(id) : RegionProfile.National;
            var problem = 0 switch
            {
                _ when given.Length == 0 => "没有写要检查的文件或目录。",
                _ when given.Any(p => p.Length == 0) => "文件名是空的。",
                _ when kind is not ("text" or "json") => $"--format 只能是 text 或 json，不能是 {kind}。",
                _ when parsed.GetValue(asOf) is { } day && !TryParseDay(day, out judged) => $"--as-of 要写成 2024-02-01 这样的日期，不能是 {day}。",
                _ when rules is null => $"--region 没有 {parsed.GetValue(region)} 这个地区，可用的有：{string.Join("、", RegionProfiles.All.Select(r => $"{r.Id}（{r.Name}）"))}。",
                _ => OutputProblem(parsed.GetValue(outPath), given),
            };
            return problem is null
                ? await new CheckCommand(host, given, new CheckOptions(judged, rules!), kind == "json", parsed.GetValue(outPath), parsed.GetValue(tables)).RunAsync(cancellation)
                : host.WrongUsage(problem, HelpText.Remedy(command));
        });
        return command;
    }

    private static bool TryParseDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string? OutputProblem(string? outPath, string[] given) => outPath switch
    {
        null => null,
        "" => "--out 后面要写一个文件名。",
        _ when Directory.Exists(outPath) => $"--out 写的 {outPath} 是一个目录，要写文件名。",
        _ when File.Exists(outPath) && given.Any(p => RealPath.Of(p) == RealPath.Of(outPath)) => $"--out 写的 {outPath} 就是要检查的文件，写进去会毁掉它。请换一个文件名。",
        _ => null,
    };

    private async Task<int> RunAsync(CancellationToken cancellation)
    {
        Stream target;
        try
        {
            target = outPath is null ? host.Output : new FileStream(outPath, FileMode.Create, FileAccess.Write, FileShare.Read, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return host.CannotStart($"不能写 {outPath}：{IoFailure.Words(e)}。", "请检查这个目录是否存在、有没有写的权限。");
        }

        using var stream = new ResultStream(target, closes: outPath is not null);
        try
        {
            return await RunAsync(stream, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await host.Error.WriteLineAsync($"已停下：查了 {_summary.Files} 个文件，已写出的结果是完整的各行，没有末尾的总数。");
            return ExitCodes.Interrupted;
        }
        catch (OutputFailedException e)
        {
            return OutputFailed(e);
        }
    }

    private async Task<int> RunAsync(Stream stream, CancellationToken cancellation)
    {
        BatchOutput output = asJson ? new JsonBatchOutput(stream) : new TextBatchOutput(stream, outPath is null ? host.Ink : Ink.Plain, tables);
        var walk = new FileWalk(outPath is null ? null : RealPath.Of(outPath));
        var progress = new Progress(host.Error, host.Clock, _summary, host.ErrorIsTerminal && !(host.OutputIsTerminal && outPath is null));
        try
        {
            await new CheckBatch(host.Check, options, host.Workers).RunAsync(walk.Walk(paths), output, _summary, progress.Advance, cancellation);
        }
        finally
        {
            progress.Clear();
            output.Flush();
        }

        _summary.AddSkipped(walk.Skipped);
        output.Finish(_summary);
        if (outPath is not null)
        {
            await host.Error.WriteAsync($"已写到 {HarmlessText.From(outPath)}。{ReportText.Summary(_summary, Ink.Plain)}");
        }

        return ExitCode;
    }

    private int ExitCode => _summary switch
    {
        { Unreadable: > 0 } => ExitCodes.Unreadable,
        _ when _summary.CountOf(Severity.Error) + _summary.CountOf(Severity.Critical) > 0 => ExitCodes.Findings,
        _ => ExitCodes.Clean,
    };

    // 读结果的一方先走了（| head）：安静地停下。
    private int OutputFailed(OutputFailedException e) =>
        outPath is null && IoFailure.IsClosedPipe(e.InnerException!) ? ExitCode : host.OutputFailed(outPath, e.InnerException!);
}
