using Gongkai.Portal;
using Gongkai.Storage;
using Microsoft.AspNetCore.Connections;

try
{
    // 站点一搭好就要用主密钥，所以先备好数据。
    var storage = PortalSite.StorageOf(new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build());
    await StorageStart.PrepareAsync(storage, CancellationToken.None);
    await using var site = PortalSite.Build(args, storage);
    await site.StartAsync();
    Console.WriteLine($"门户已就绪：{site.Urls.First()}/ （按 Ctrl+C 停止）");
    await site.WaitForShutdownAsync();
    return 0;
}
catch (IOException fault) when (fault.InnerException is AddressInUseException)
{
    Console.Error.WriteLine("端口已被别的程序占用，没有启动。请换一个端口，例如：--urls http://localhost:5082");
    return 1;
}
