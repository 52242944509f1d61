using System.Globalization;
using System.Runtime;
using Gongkai.Portal;
using Gongkai.Portal.Hosting;
using Gongkai.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Bench.Requests;

/// <summary>作为子进程的门户，与正式的一样，只是不限一个地址的次数（32 个客户在一个地址上）、不嫌填得快。</summary>
internal static class FilingServer
{
    public const string Verb = "serve";

    /// <summary>至今编译了几个方法：热没热透，看它还涨不涨。</summary>
    public const string CompiledPath = "/bench/compiled";

    /// <summary>PostgreSQL 的连接字串；没有时用 SQLite。</summary>
    public const string PostgresVariable = "GONGKAI_BENCH_POSTGRES";

    private const int NoLimit = 1_000_000_000;

    /// <summary>搭好门户，不启动。</summary>
    public static WebApplication Build(StorageOptions storage) => PortalSite.Build(["--urls", "http://127.0.0.1:0"], storage, builder =>
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new PortalLimits
        {
            LeastFillingTime = TimeSpan.Zero,
            PageBurst = NoLimit,
            FormBurst = NoLimit,
            AllFormsPerSecond = NoLimit,
            FilingsBeforeQuestion = NoLimit,
            FilingsPerHour = NoLimit,
            UploadsPerAddress = NoLimit,
        });
    });

    /// <summary>印出地址，一直开到输入关上。</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var connection = Environment.GetEnvironmentVariable(PostgresVariable);
        await using var site = Build(new StorageOptions { DataFolder = args[0], ConnectionString = string.IsNullOrEmpty(connection) ? null : connection });
        site.MapGet(CompiledPath, () => JitInfo.GetCompiledMethodCount().ToString(CultureInfo.InvariantCulture));
        await site.StartAsync();
        Console.WriteLine(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Console.In.ReadLine();
        await site.StopAsync();
        return 0;
    }
}
