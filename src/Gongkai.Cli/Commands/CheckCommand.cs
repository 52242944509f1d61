using System.CommandLine;
using Gongkai.Cli.Batch;
using Gongkai.Core.Calendar;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Writing.Docx;
using Gongkai.Reports.Writing.Text;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai report check</c>：检查年度报告。</summary>
internal sealed class CheckCommand(CliHost host, CheckArguments options)
{
    private readonly BatchSummary _summary = new();

    /// <summary>建这个命令。</summary>
    public static Command Build(CliHost host) =>
        CheckArguments.Command(host, (options, cancellation) => new CheckCommand(host, options).RunAsync(cancellation));

    private async Task<int> RunAsync(CancellationToken cancellation)
    {
        var outPath = options.OutPath;
        Stream target;
        NoticeFolder? notices;
        try
        {
            notices = options.Notices is { } folder ? NoticeFolder.Create(folder, Terms()) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return host.CannotStart($"不能建立目录 {options.Notices}：{IoFailure.Words(e)}。", "请检查上一级目录是否存在、有没有写的权限。");
        }

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
            return await RunAsync(stream, notices, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await host.Error.WriteLineAsync($"已停下：查了 {_summary.Files} 个文件，{(options.Format is "html" or "xlsx" ? "结果没有写出。" : "已写出的结果是完整的各行，没有末尾的总数。")}");
            return ExitCodes.Interrupted;
        }
        catch (OutputFailedException e)
        {
            return OutputFailed(e);
        }
    }

    private async Task<int> RunAsync(Stream stream, NoticeFolder? notices, CancellationToken cancellation)
    {
        var outPath = options.OutPath;
        var output = Output(stream);
        using var spool = output as IDisposable;
        var walk = new FileWalk(outPath is null ? null : RealPath.Of(outPath), notices?.RealPath);
        PreviousReports? previous = null;
        var progress = new Progress(host.Error, host.Clock, _summary, host.ErrorIsTerminal && !(host.OutputIsTerminal && outPath is null));
        try
        {
            previous = options.Previous is null ? null : await PreviousYear.ReadAsync(options.Previous, host, cancellation);
            var judged = new CheckOptions(AsOf, options.Region!, previous, InBatch: true);
            await new CheckBatch(host.Check, judged, host.Workers).RunAsync(walk.Walk(options.Paths), notices is null ? output : new NoticeBatchOutput(output, notices), _summary, progress.Advance, cancellation);
        }
        finally
        {
            progress.Clear();
            output.Flush();
        }

        _summary.AddSkipped(walk.Skipped);
        _summary.NoteMissed(walk.Missed, walk.MissedDocuments);
        output.Finish(_summary);
        if (previous is not null)
        {
            await host.Error.WriteLineAsync(previous.Matched > 0
                ? $"与上一年相比：{_summary.Reports} 份报告中 {previous.Matched} 份对上了上一年的报告。"
                : $"与上一年相比：{_summary.Reports} 份报告都没有对上上一年的报告。要单位名称相同、年度正好早一年；请核对 --previous 的文件。");
        }

        if (outPath is not null)
        {
            await host.Error.WriteAsync($"已写到 {HarmlessText.From(outPath)}。{ReportText.Summary(_summary, Ink.Plain)}");
        }

        if (notices is not null)
        {
            await host.Error.WriteLineAsync(notices.Written > 0
                ? $"在 {HarmlessText.From(options.Notices!)} 写了 {notices.Written} 份通知。"
                : "没有要退回修改或核对的报告，没有写通知。");
        }

        return ExitCode;
    }

    private BatchOutput Output(Stream stream) => options.Format switch
    {
        "json" => new JsonBatchOutput(stream),
        "html" => new HtmlBatchOutput(stream),
        "xlsx" => new XlsxBatchOutput(stream),
        _ => new TextBatchOutput(stream, options.OutPath is null ? host.Ink : Ink.Plain, options.Tables),
    };

    private DateOnly AsOf => options.AsOf ?? ChinaDay.Of(host.Clock.GetUtcNow());

    private NoticeTerms Terms() =>
        options.Due is { } due ? new NoticeTerms(options.FromOffice, AsOf, due) : NoticeTerms.DueAfter(options.FromOffice, AsOf);

    private int ExitCode => _summary switch
    {
        // 什么都没有查，不能当作没有问题。
        { Unreadable: > 0 } or { Files: 0 } => ExitCodes.Unreadable,
        _ when _summary.CountOf(Severity.Error) + _summary.CountOf(Severity.Critical) > 0 => ExitCodes.Findings,
        _ => ExitCodes.Clean,
    };

    // 读结果的一方先走了（| head）：安静地停下。
    private int OutputFailed(OutputFailedException e) =>
        options.OutPath is null && IoFailure.IsClosedPipe(e.InnerException!) ? ExitCode : host.OutputFailed(options.OutPath, e.InnerException!);
}
