using Gongkai.Workbench;

await WorkbenchSite.Build(args).RunAsync();
