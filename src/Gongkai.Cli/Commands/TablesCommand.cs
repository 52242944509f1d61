using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using Gongkai.Cli.Tables;
using Gongkai.Storage;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai report tables</c>：由登记簿数出表三，一个或几个机关，任一段时间。</summary>
internal static class TablesCommand
{
    private const string DefaultFolder = "gongkai-data";

    private static readonly string[] _formats = ["text", "json", "csv"];

    /// <summary>建这个命令。</summary>
    public static Command Build(CliHost host)
    {
        var data = new Option<string>("--data");
        var postgres = new Option<string>("--postgres");
        var agency = new Option<string[]>("--agency") { Arity = ArgumentArity.OneOrMore };
        var all = new Option<bool>("--all");
        var lower = new Option<bool>("--with-lower");
        var year = new Option<string>("--year");
        var from = new Option<string>("--from");
        var to = new Option<string>("--to");
        var format = new Option<string>("--format");
        var outPath = new Option<string>("--out");
        var command = new Command("tables") { data, postgres, agency, all, lower, year, from, to, format, outPath };
        command.SetAction((parsed, cancellation) =>
        {
            var problem = Period(parsed.GetValue(year), parsed.GetValue(from), parsed.GetValue(to), out var period);
            var request = new TablesRequest(
                [.. parsed.GetValue(agency) ?? []], parsed.GetValue(all), parsed.GetValue(lower), period.From, period.To, parsed.GetValue(format) ?? "text", parsed.GetValue(outPath));
            problem ??= Problem(request);
            return problem is null
                ? RunAsync(host, At(parsed.GetValue(data), parsed.GetValue(postgres)), request, cancellation)
                : Task.FromResult(host.WrongUsage(problem, HelpText.Remedy(command)));
        });
        return command;
    }

    // 不内联：只有到了这里才载入数据库的程序集，别的命令不为它们等待。
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> RunAsync(CliHost host, StorageOptions options, TablesRequest request, CancellationToken cancellation) => TablesAction.RunAsync(host, options, request, cancellation);

    private static StorageOptions At(string? data, string? postgres) => new()
    {
        DataFolder = data ?? Variable(DbCommand.DataVariable) ?? DefaultFolder,
        ConnectionString = postgres ?? Variable(DbCommand.PostgresVariable),
    };

    private static string? Problem(TablesRequest request) => 0 switch
    {
        _ when request.All == (request.Agencies.Count > 0) => "请用 --agency 写明一个或几个机关的网址名（如 yjj），或者用 --all 数全部机关，两样写一样。",
        _ when request is { All: true, WithLower: true } => "--all 已经是全部机关，不用再写 --with-lower。",
        _ when request.Agencies.Any(string.IsNullOrWhiteSpace) => "--agency 后面的网址名是空的。",
        _ when !_formats.Contains(request.Format, StringComparer.Ordinal) => $"--format 只能是 text、json 或 csv，不能是 {request.Format}。",
        _ when request.OutPath is "" => "--out 后面的文件名是空的。",
        _ when request.OutPath is { } path && Directory.Exists(path) => $"--out 写的 {path} 是一个目录，要写文件名。",
        _ => null,
    };

    private static string? Period(string? year, string? from, string? to, out (DateOnly From, DateOnly To) period)
    {
        period = default;
        if (year is not null)
        {
            if (from is not null || to is not null)
            {
                return "--year 与 --from、--to 写一样就够了。";
            }

            if (year.Length != 4 || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 2008 or > 2100)
            {
                return $"--year 要写成 2026 这样的四位年度，不能是 {year}。";
            }

            period = (new DateOnly(number, 1, 1), new DateOnly(number, 12, 31));
            return null;
        }

        if (!Date(from, out var first) || !Date(to, out var last))
        {
            return "请用 --year 写明年度（如 --year 2026），或者用 --from 和 --to 写明首尾两天（如 --from 2026-01-01 --to 2026-06-30）。";
        }

        period = (first, last);
        return first > last ? $"--from 的 {from} 晚于 --to 的 {to}。" : null;
    }

    private static bool Date(string? text, out DateOnly date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

/// <summary>要数什么，写法已核对过。</summary>
/// <param name="Agencies">各机关的网址名；全部时为空。</param>
/// <param name="All">全部机关。</param>
/// <param name="WithLower">各机关连同机关树上它之下的。</param>
/// <param name="From">期初，含。</param>
/// <param name="To">期末，含。</param>
/// <param name="Format">text、json 或 csv。</param>
/// <param name="OutPath">写到哪个文件；标准输出为 null。</param>
internal sealed record TablesRequest(IReadOnlyList<string> Agencies, bool All, bool WithLower, DateOnly From, DateOnly To, string Format, string? OutPath);
