using Gongkai.Bench;
using Gongkai.Bench.Checks;
using Gongkai.Bench.Conformance;
using Gongkai.Bench.Copies;

var programs = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["report"] = ReportBench.Run,
    ["batch"] = BatchBench.Run,
    ["previous"] = PreviousBench.Run,
    ["requests"] = RequestsBench.Run,
    ["startup"] = StartupBench.Run,
    ["fuzz"] = FuzzBench.Run,
    ["hostile"] = HostileBench.Run,
    ["conformance"] = ConformanceCommand.Run,
    ["copies"] = CopiesCommand.Run,
    ["checks"] = ChecksCommand.Run,
};

if (args.Length > 0 && programs.TryGetValue(args[0], out var program))
{
    return program(args[1..]);
}

Console.Error.WriteLine($"usage: ./build bench {string.Join('|', programs.Keys)} [args]");
return 64;
