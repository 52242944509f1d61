using System.Globalization;
using Gongkai.Bench.Requests;
using Gongkai.TestHost;

namespace Gongkai.Bench;

/// <summary>
/// <c>requests</c>：经 HTTP 收申请与底线之比、十万件的列表与裸查询之比、一百万件的表三；<c>--filing</c> 只量收申请，<c>--sqlite</c> 只量 SQLite。
/// 同一次运行里的比值；<c>--gate</c> 时未达标退出码为 1。
/// </summary>
public static class RequestsBench
{
    private const double FilingShare = 0.2;
    private const double SlowestMilliseconds = 250;
    private const double ListTimes = 2;
    private const double TableSeconds = 1;

    private static readonly List<(string Name, string Target, string Measured, bool Met)> _results = [];

    /// <summary>量，印出表。<c>serve</c> 开头的参数是它自己启动的子进程。</summary>
    public static int Run(string[] args)
    {
        if (args is [FilingServer.Verb, ..])
        {
            return FilingServer.RunAsync(args[1..]).GetAwaiter().GetResult();
        }

        MeasureAsync(args).GetAwaiter().GetResult();
        Console.WriteLine();
        Console.WriteLine($"{"",-44}{"target",-12}{"measured",-44}");
        foreach (var (name, target, measured, met) in _results)
        {
            Console.WriteLine($"{name,-44}{target,-12}{measured,-44}{(met ? "pass" : "FAIL")}");
        }

        return args.Contains("--gate") && _results.Any(r => !r.Met) ? 1 : 0;
    }

    private static async Task MeasureAsync(string[] args)
    {
        StoreKind[] kinds = args.Contains("--sqlite") || PostgresCluster.Missing is not null ? [StoreKind.Sqlite] : [StoreKind.Sqlite, StoreKind.Postgres];
        if (kinds.Length == 1)
        {
            Console.WriteLine($"SQLite only. {PostgresCluster.Missing}");
        }

        foreach (var kind in kinds)
        {
            await FilingAsync(kind);
            if (!args.Contains("--filing"))
            {
                await RegisterAsync(kind);
            }
        }
    }

    private static async Task FilingAsync(StoreKind kind)
    {
        var filing = await FilingLoad.MeasureAsync(kind);
        Add($"{kind}: filing over HTTP, 32 clients, of floor", "≥ 20 %", $"{filing.Share:P0} ({filing.Rate:F0} of {filing.FloorRate:F0} a second)", filing.Share >= FilingShare);
        Add($"{kind}: filing over HTTP, p99", "< 250 ms", $"{filing.Slow:F0} ms (median {filing.Median:F0})", filing.Slow < SlowestMilliseconds);
    }

    private static async Task RegisterAsync(StoreKind kind)
    {
        await using var register = await FilledRegister.CreateAsync(kind);
        foreach (var (name, list) in new[] { ("all", await register.ListAsync(openOnly: false)), ("open", await register.ListAsync(openOnly: true)) })
        {
            Add($"{kind}: case list of 100,000, {name}", "≤ 2 ×", $"{list.Times:F2} × ({list.Work:F1} of {list.Bare:F1} ms)", list.Times <= ListTimes);
        }

        if (kind == StoreKind.Sqlite)
        {
            var seconds = await register.TableThreeAsync();
            Add($"{kind}: table three over 1,000,000", "< 1 s", string.Create(CultureInfo.InvariantCulture, $"{seconds:F2} s"), seconds < TableSeconds);
        }
    }

    private static void Add(string name, string target, string measured, bool met)
    {
        _results.Add((name, target, measured, met));
        Console.WriteLine($"{name}: {measured}");
    }
}
