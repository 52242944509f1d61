using System.CommandLine;
using System.Globalization;
using Gongkai.Cli.Batch;
using Gongkai.Core.Calendar;
using Gongkai.Reports.Checking;

namespace Gongkai.Cli.Commands;

/// <summary><c>report check</c> 的选项，已核对过写法。</summary>
internal sealed record CheckArguments
{
    private const string DateForm = "yyyy-MM-dd";

    /// <summary>要检查的文件或目录。</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>text、json、html 或 xlsx。</summary>
    public required string Format { get; init; }

    /// <summary>结果写到哪里；null 为标准输出。</summary>
    public string? OutPath { get; init; }

    /// <summary>不论多少份都写出三张表。</summary>
    public bool Tables { get; init; }

    /// <summary>按哪一天判断；null 为今天。</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>上一年的报告：一个文件或目录；null 为没有。</summary>
    public string? Previous { get; init; }

    /// <summary>按哪个地区的规定；没有这个地区时为 null。</summary>
    public required RegionProfile? Region { get; init; }

    /// <summary>退回修改通知写到哪个目录；null 为不写。</summary>
    public string? Notices { get; init; }

    /// <summary>通知的发文单位。</summary>
    public string? FromOffice { get; init; }

    /// <summary>通知里重新报送的日期；null 为 5 个工作日。</summary>
    public DateOnly? Due { get; init; }

    /// <summary>建这个命令：选项、核对、执行。</summary>
    public static Command Command(CliHost host, Func<CheckArguments, CancellationToken, Task<int>> run)
    {
        var paths = new Argument<string[]>("FILE|DIR") { Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format");
        var outPath = new Option<string>("--out");
        var asOf = new Option<string>("--as-of");
        var tables = new Option<bool>("--tables");
        var previous = new Option<string>("--previous");
        var region = new Option<string>("--region");
        var notices = new Option<string>("--notices");
        var fromOffice = new Option<string>("--from-office");
        var due = new Option<string>("--due");
        var command = new Command("check") { paths, format, outPath, asOf, previous, region, tables, notices, fromOffice, due };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new CheckArguments
            {
                Paths = parsed.GetValue(paths) ?? [],
                Format = parsed.GetValue(format) ?? FormatOf(parsed.GetValue(outPath)),
                OutPath = parsed.GetValue(outPath),
                Tables = parsed.GetValue(tables),
                AsOf = Date(parsed.GetValue(asOf)),
                Previous = parsed.GetValue(previous),
                Region = parsed.GetValue(region) is { } id ? RegionProfiles.Find(id) : RegionProfile.National,
                Notices = parsed.GetValue(notices),
                FromOffice = parsed.GetValue(fromOffice),
                Due = Date(parsed.GetValue(due)),
            };
            var problem = DateProblem("--as-of", parsed.GetValue(asOf)) ?? DateProblem("--due", parsed.GetValue(due)) ?? RegionProblem(options.Region, parsed.GetValue(region)) ?? options.Problem(host);
            return problem is null ? await run(options, cancellation) : host.WrongUsage(problem, HelpText.Remedy(command));
        });
        return command;
    }

    // --out 结果.xlsx 说的就是 xlsx；txt 和别的扩展名照旧写文字。
    private static string FormatOf(string? outPath) => Path.GetExtension(outPath)?.ToUpperInvariant() switch
    {
        ".JSON" or ".JSONL" => "json",
        ".HTML" or ".HTM" => "html",
        ".XLSX" => "xlsx",
        _ => "text",
    };

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string? DateProblem(string option, string? text) =>
        text is not null && Date(text) is null ? $"{option} 要写成 2024-02-01 这样的日期，不能是 {text}。" : null;

    private static string? RegionProblem(RegionProfile? region, string? text) =>
        region is null ? $"--region 没有 {text} 这个地区，可用的有：{string.Join("、", RegionProfiles.All.Select(r => $"{r.Id}（{r.Name}）"))}。" : null;

    private string? Problem(CliHost host) => 0 switch
    {
        _ when Paths.Count == 0 => "没有写要检查的文件或目录。",
        _ when Paths.Any(p => p.Length == 0) => "文件名是空的。",
        _ when Format is not ("text" or "json" or "html" or "xlsx") => $"--format 只能是 text、json、html 或 xlsx，不能是 {Format}。",
        _ when Format is "xlsx" && OutPath is null => "--format xlsx 要用 --out 写明结果放在哪个文件。",
        _ when Format is "html" && OutPath is null && host.OutputIsTerminal => "--format html 要用 --out 写明结果放在哪个文件，或用 > 转到文件。",
        _ when Notices is null && (FromOffice is not null || Due is not null) => "--from-office 和 --due 是写通知用的，要与 --notices 同用。",
        _ when Due is { } due && due < (AsOf ?? ChinaDay.Of(host.Clock.GetUtcNow())) =>
            $"--due {due:yyyy-MM-dd} 早于{(AsOf is null ? "今天" : " --as-of 的日子")}，单位来不及重新报送。请写以后的日期，或去掉 --due，按 5 个工作日计。",
        _ when Previous is not null && !File.Exists(Previous) && !Directory.Exists(Previous) => $"--previous 写的 {Previous} 不存在。",
        _ => OutputProblem() ?? NoticesProblem(),
    };

    private string? OutputProblem() => OutPath switch
    {
        null => null,
        "" => "--out 后面要写一个文件名。",
        _ when Path.GetExtension(OutPath).ToUpperInvariant() is ".DOCX" or ".DOC" or ".WPS" or ".PDF" or ".XLS" =>
            $"检查结果不写成 {Path.GetExtension(OutPath)}，可以写成 txt、json、html 或 xlsx；要退回修改通知（docx），请用 --notices 写明放通知的目录。",
        _ when Directory.Exists(OutPath) => $"--out 写的 {OutPath} 是一个目录，要写文件名。",
        _ when File.Exists(OutPath) && Paths.Any(p => RealPath.Of(p) == RealPath.Of(OutPath)) => $"--out 写的 {OutPath} 就是要检查的文件，写进去会毁掉它。请换一个文件名。",
        _ => null,
    };

    private string? NoticesProblem() => Notices switch
    {
        null => null,
        "" => "--notices 后面要写一个目录。",
        _ when File.Exists(Notices) => $"--notices 写的 {Notices} 是一个文件，要写目录。",
        _ when Directory.Exists(Notices) && Paths.Any(p => RealPath.Of(p) == RealPath.Of(Notices)) => $"--notices 写的 {Notices} 就是要检查的目录，通知会和报告混在一起。请换一个目录。",
        _ => null,
    };
}
