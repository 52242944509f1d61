using Gongkai.Portal;
using Gongkai.Storage;
using Microsoft.AspNetCore.Connections;

try
{
    await using var site = PortalSite.Build(args);
    await StorageStart.PrepareAsync(site.Services.GetRequiredService<StorageOptions>(), CancellationToken.None);
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
