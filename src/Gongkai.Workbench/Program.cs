using Gongkai.Workbench;

var site = WorkbenchSite.Build(args);
site.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"年报体检已就绪，请用浏览器打开 {site.Urls.First()}/ （按 Ctrl+C 停止）"));
await site.RunAsync();
