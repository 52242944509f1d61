using Gongkai.Cli;

using var host = CliHost.ForProcess();
return await GongkaiCommand.RunAsync(args, host, CancellationToken.None);
