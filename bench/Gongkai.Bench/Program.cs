using Gongkai.Bench.Conformance;

return args is ["conformance", .. var rest] ? ConformanceCommand.Run(rest) : 64;
