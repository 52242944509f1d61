using System.CommandLine;
using System.Globalization;
using Gongkai.Cli.Batch;
using Gongkai.Reports.Summing;

namespace Gongkai.Cli.Commands;

/// <summary><c>report sum</c> 的选项，已核对过写法。</summary>
internal sealed record SumRequest
{
    private static readonly string[] Formats = ["docx", "xlsx", "json"];

    /// <summary>要汇总的文件或目录。</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>结果写到哪里。</summary>
    public required string OutPath { get; init; }

    /// <summary>docx、xlsx 或 json。</summary>
    public required string Format { get; init; }

    /// <summary>政府本级的报告；没有时为 null。</summary>
    public string? Own { get; init; }

    /// <summary>应报单位名录；没有时为 null。</summary>
    public string? Units { get; init; }

    /// <summary>怎样汇总。</summary>
    public required SumOptions Options { get; init; }

    /// <summary>建这个命令：选项、核对、执行。</summary>
    public static Command Command(CliHost host, Func<SumRequest, CancellationToken, Task<int>> run)
    {
        var paths = new Argument<string[]>("FILE|DIR") { Arity = ArgumentArity.ZeroOrMore };
        var own = new Option<string>("--own");
        var units = new Option<string>("--units");
        var year = new Option<string>("--year");
        var region = new Option<string>("--region-name");
        var outPath = new Option<string>("--out");
        var format = new Option<string>("--format");
        var includeTotals = new Option<bool>("--include-totals");
        var onlyClean = new Option<bool>("--only-clean");
        var command = new Command("sum") { paths, own, units, year, region, outPath, format, includeTotals, onlyClean };
        command.SetAction(async (parsed, cancellation) =>
        {
            var given = parsed.GetValue(outPath);
            var request = new SumRequest
            {
                Paths = parsed.GetValue(paths) ?? [],
                OutPath = given ?? "",
                Format = parsed.GetValue(format) ?? Path.GetExtension(given ?? "").TrimStart('.').ToLowerInvariant(),
                Own = parsed.GetValue(own),
                Units = parsed.GetValue(units),
                Options = new SumOptions
                {
                    Year = Year(parsed.GetValue(year)),
                    RegionName = string.IsNullOrWhiteSpace(parsed.GetValue(region)) ? null : parsed.GetValue(region),
                    IncludeTotals = parsed.GetValue(includeTotals),
                    OnlyClean = parsed.GetValue(onlyClean),
                },
            };
            var problem = parsed.GetValue(year) is { } written && request.Options.Year is null
                ? $"--year 要写成 2023 这样的四位年度，不能是 {written}。"
                : request.Problem(parsed.GetValue(format));
            return problem is null ? await run(request, cancellation) : host.WrongUsage(problem, HelpText.Remedy(command));
        });
        return command;
    }

    private static int? Year(string? text) =>
        text is { Length: 4 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2008 and <= 2100 ? year : null;

    private string? Problem(string? written) => 0 switch
    {
        _ when Paths.Count == 0 && Own is null => "没有写要汇总的文件或目录。",
        _ when Paths.Any(p => p.Length == 0) || Own is "" || Units is "" => "文件名是空的。",
        _ when OutPath.Length == 0 => "要用 --out 写明结果放在哪个文件，如 --out 汇总.docx。",
        _ when !Formats.Contains(Format, StringComparer.Ordinal) => written is null
            ? $"--out 的扩展名要是 docx、xlsx 或 json，不能是 {Path.GetExtension(OutPath)}；或用 --format 写明。"
            : $"--format 只能是 docx、xlsx 或 json，不能是 {Format}。",
        _ when Directory.Exists(OutPath) => $"--out 写的 {OutPath} 是一个目录，要写文件名。",
        _ when !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(OutPath))) => $"--out 写的 {OutPath} 所在的目录不存在，请先建好。",
        _ when File.Exists(OutPath) && Paths.Append(Own).Append(Units).Any(p => p is not null && RealPath.Of(p) == RealPath.Of(OutPath)) =>
            $"--out 写的 {OutPath} 就是要读的文件，写进去会毁掉它。请换一个文件名。",
        _ => null,
    };
}
