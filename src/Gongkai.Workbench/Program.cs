using Gongkai.Workbench;
using Gongkai.Workbench.Hosting;
using Microsoft.AspNetCore.Connections;

try
{
    await using var site = WorkbenchSite.Build(args);
    await site.StartAsync();
    Console.WriteLine($"年报体检已就绪，请用浏览器打开 {site.Urls.First()}/ （按 Ctrl+C 停止）");
    await site.WaitForShutdownAsync();
    return 0;
}
catch (IOException fault) when (fault.InnerException is AddressInUseException)
{
    Console.Error.WriteLine("端口已被别的程序占用，没有启动。请关掉那个程序，或换一个端口，例如：--urls http://localhost:5081");
    return 1;
}
catch (NotLoopbackException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 64;
}
