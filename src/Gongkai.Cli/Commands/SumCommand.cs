using System.CommandLine;
using Gongkai.Cli.Batch;
using Gongkai.Core.Calendar;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Summing;
using Gongkai.Reports.Writing.Docx;
using Gongkai.Reports.Writing.Json;
using Gongkai.Reports.Writing.Text;
using Gongkai.Reports.Writing.Xlsx;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai report sum</c>：一个地区各单位年度报告的汇总。</summary>
internal sealed class SumCommand(CliHost host, SumRequest request)
{
    private readonly BatchSummary _summary = new();
    private readonly RegionSum _sum = new();

    /// <summary>建这个命令。</summary>
    public static Command Build(CliHost host) =>
        SumRequest.Command(host, (request, cancellation) => new SumCommand(host, request).RunAsync(cancellation));

    private async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!TryReadUnits(out var expected, out var refused))
        {
            return refused;
        }

        if (request.Own is { } own)
        {
            AddOwn(own);
        }

        var walk = new FileWalk(RealPath.Of(request.OutPath));
        var progress = new Progress(host.Error, host.Clock, _summary, host.ErrorIsTerminal);
        try
        {
            // 只读不查：勾稽是否成立读数自己会说，别的规则与汇总无关。
            var options = new CheckOptions(ChinaDay.Of(host.Clock.GetUtcNow()), RegionProfile.National);
            await new CheckBatch(host.Read, options, host.Workers).RunAsync(walk.Walk(request.Paths), new SumBatchOutput(_sum), _summary, progress.Advance, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            progress.Clear();
            await host.Error.WriteLineAsync($"已停下：读了 {_summary.Files} 个文件，没有写出汇总。");
            return ExitCodes.Interrupted;
        }

        progress.Clear();
        _summary.AddSkipped(walk.Skipped);
        var total = _sum.Finish(expected, request.Options);
        if (total.Units.Count == 0 && total.Unread.Count == 0)
        {
            return host.CannotStart(
                $"没有可以汇总的报告：{_summary.Files} 个文件里一份也没有读到，没有写 {HarmlessText.From(request.OutPath)}。",
                "请检查目录里的文件和 --year。");
        }

        return Write(total) ?? Say(total);
    }

    private bool TryReadUnits(out ExpectedUnits? expected, out int refused)
    {
        (expected, refused) = (null, 0);
        if (request.Units is not { } file)
        {
            return true;
        }

        using var content = FileContent.Read(file);
        var error = content.Error;
        expected = error is null ? UnitListReader.Read(file, content.Bytes, out error) : null;
        if (expected is null)
        {
            refused = host.CannotStart($"不能用名录 {file}：{error!.Message}", "没有名录也可以汇总，去掉 --units 即可，只是不知道有没有漏报。");
        }

        return expected is not null;
    }

    private void AddOwn(string file)
    {
        using var content = FileContent.Read(file);
        if (content.Error is { } error)
        {
            _sum.AddUnread(file, error);
            return;
        }

        var read = host.Read(file, content.Bytes, new CheckOptions(ChinaDay.Of(host.Clock.GetUtcNow()), RegionProfile.National));
        if (read.Reports is [var only])
        {
            _sum.Add(only.Reading, isOwn: true);
        }
        else
        {
            _sum.AddUnread(file, read.Error ?? new ReadError("own.severalReports", $"政府本级的报告应当只有一份，这个文件里有 {read.Reports.Count} 份。请拆开后再试。"));
        }
    }

    /// <summary>写出结果；写成了为 null，否则为退出码。</summary>
    private int? Write(RegionTotal total)
    {
        // 先在内存里写好：docx 要来回移动，也免得写了一半把旧的毁了。
        using var result = new MemoryStream();
        switch (request.Format)
        {
            case "docx":
                SumDocument.Write(result, total);
                break;
            case "xlsx":
                SumXlsx.Write(result, total);
                break;
            default:
                SumJson.Write(result, total, _summary.Skipped);
                break;
        }

        try
        {
            using var file = new FileStream(request.OutPath, FileMode.Create, FileAccess.Write, FileShare.Read, 0);
            result.WriteTo(file);
            return null;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException or ArgumentException or NotSupportedException)
        {
            return host.CannotStart($"不能写 {request.OutPath}：{IoFailure.Words(e)}。", "请检查这个目录是否存在、有没有写的权限。");
        }
        catch (IOException e)
        {
            return host.OutputFailed(request.OutPath, e);
        }
    }

    private int Say(RegionTotal total)
    {
        var skipped = _summary.Skipped > 0 ? $"略过 {_summary.Skipped} 个文件（不认识的种类、特殊文件或指向目录以外的链接）。\n" : "";
        var remedy = total.CountOf(SumStatus.AlreadyTotal) > 0 ? "政府本级的报告用 --own 指明；汇总数也要加，用 --include-totals。\n" : "";
        var said = host.Write($"{SumText.Of(total, host.Ink)}{skipped}{remedy}已写到 {HarmlessText.From(request.OutPath)}。\n");
        return Math.Max(said, total switch
        {
            { Unread.Count: > 0 } => ExitCodes.Unreadable,
            { IsComplete: false } => ExitCodes.Findings,
            _ => ExitCodes.Clean,
        });
    }
}
