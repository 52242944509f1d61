using Gongkai.UseCases.Tests.Durability;
using Xunit.Runner.InProc.SystemConsole;

return args is [FilingNode.Verb, ..] ? await FilingNode.RunAsync(args[1..]) : await ConsoleRunner.Run(args);
