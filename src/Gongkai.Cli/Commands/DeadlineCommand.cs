using System.Buffers;
using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text;
using Gongkai.Cli.Batch;
using Gongkai.Cli.Deadlines;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests.Clock;
using Gongkai.Reports;
using Gongkai.Reports.Writing.Text;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai deadline</c>：依申请公开的答复期限是哪一天，怎样算的。</summary>
internal static class DeadlineCommand
{
    /// <summary>建这个命令。</summary>
    public static Command Build(CliHost host)
    {
        var received = new Option<string>("--received");
        var channel = new Option<string>("--channel");
        var events = new Option<string[]>("--event") { Arity = ArgumentArity.OneOrMore };
        var cases = new Option<string>("--cases");
        var asOf = new Option<string>("--as-of");
        var region = new Option<string>("--region");
        var format = new Option<string>("--format");
        var data = new Option<string>("--data");
        var postgres = new Option<string>("--postgres");
        var command = new Command("deadline") { received, channel, events, cases, asOf, region, format, data, postgres };
        command.SetAction((parsed, cancellation) =>
        {
            var options = new DeadlineOptions(
                parsed.GetValue(received),
                parsed.GetValue(channel),
                parsed.GetValue(events) ?? [],
                parsed.GetValue(cases),
                parsed.GetValue(asOf),
                parsed.GetValue(region),
                parsed.GetValue(format),
                parsed.GetValue(data));
            var remedy = HelpText.Remedy(command);
            if ((options.Problem() ?? (parsed.GetValue(postgres) is not null && options.Data is null ? "写了 --postgres，也要写 --data。" : null)) is { } problem)
            {
                return Task.FromResult(host.WrongUsage(problem, remedy));
            }

            if (options.Data is { } folder)
            {
                return OfDataAsync(host, folder, parsed.GetValue(postgres), (calendar, clock) => Run(host, options, calendar, clock, remedy, cancellation), cancellation);
            }

            var profile = options.FindRegion()!;
            return Task.FromResult(Run(host, options, PublishedHolidays.Calendar.WithRegion(profile.RegionalDays), profile.Clock, remedy, cancellation));
        });
        return command;
    }

    // 不内联：只有到了这里才载入数据库的程序集，别的情形不为它们等待。
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> OfDataAsync(CliHost host, string folder, string? postgres, Func<WorkingDayCalendar, ClockSettings, int> run, CancellationToken cancellation) =>
        DbActions.LawAsync(host, folder, postgres, run, cancellation);

    private static int Run(CliHost host, DeadlineOptions options, WorkingDayCalendar calendar, ClockSettings clock, string remedy, CancellationToken cancellation)
    {
        var today = ChinaDay.Of(host.Clock.GetUtcNow());
        if (options.Cases is { } path)
        {
            return RunCases(host, path, clock, calendar, today, cancellation);
        }

        var (found, wrong) = options.ReadCase();
        if (found is null)
        {
            return host.WrongUsage(wrong!, remedy);
        }

        var answer = found.Answer(clock, calendar, today);
        var written = host.Write(options.Format is "json" ? Json(answer) : DeadlineText.Write(answer, calendar));
        return written == ExitCodes.Clean && answer.Refused.Count > 0 ? ExitCodes.Refused : written;
    }

    private static int RunCases(CliHost host, string path, ClockSettings settings, WorkingDayCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        try
        {
            using var input = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
            using var output = new ResultStream(host.Output, closes: false);
            return CaseFile.Run(input, output, settings, calendar, today, cancellation);
        }
        catch (OutputFailedException e)
        {
            return IoFailure.IsClosedPipe(e.InnerException!) ? ExitCodes.Clean : host.OutputFailed(null, e.InnerException!);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            host.Error.WriteLine($"{HarmlessText.From(path)}：{IoFailure.Words(e)}。");
            return ExitCodes.Unreadable;
        }
    }

    private static string Json(DeadlineAnswer answer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        DeadlineJson.Write(buffer, answer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
