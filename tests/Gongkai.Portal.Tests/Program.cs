using Gongkai.Portal.Tests.Nodes;
using Xunit.Runner.InProc.SystemConsole;

return args is [PortalNode.Verb, ..] ? await PortalNode.RunAsync(args[1..]) : await ConsoleRunner.Run(args);
