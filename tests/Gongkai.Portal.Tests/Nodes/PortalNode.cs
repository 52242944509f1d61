using System.Globalization;
using Gongkai.Portal.Hosting;
using Gongkai.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Portal.Tests.Nodes;

/// <summary>作为子进程的一个门户：真的 Kestrel，真的各页。听着了就说出地址，输入关上（测试进程没了也是）就停下，说出用了多少处理器时间。</summary>
internal static class PortalNode
{
    /// <summary>第一个参数是它时，本程序是一个门户。</summary>
    public const string Verb = "portal-node";

    /// <summary>PostgreSQL 的连接字串。</summary>
    public const string PostgresVariable = "GONGKAI_NODE_POSTGRES";

    // 都从一个地址来，而且来得快：次数的限度由 FloodTests 试，这里不限。
    private static readonly PortalLimits _unlimited = PortalUnderTest.Brisk with
    {
        PageBurst = Plenty,
        FormBurst = Plenty,
        AllFormsPerSecond = Plenty,
        UploadsPerAddress = 16,
        Uploads = 16,
        FilingsBeforeQuestion = Plenty,
        FilingsPerHour = Plenty,
    };

    private const int Plenty = 100_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var now = DateTimeOffset.Parse(args[1], CultureInfo.InvariantCulture);
        var options = new StorageOptions { DataFolder = args[0], ConnectionString = Environment.GetEnvironmentVariable(PostgresVariable) };
        await using var site = PortalSite.Build(["--urls", "http://127.0.0.1:0"], options, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new ManualClock(now));
            builder.Services.AddSingleton(_unlimited);
            builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error);
        });
        await site.StartAsync();
        Console.WriteLine(site.Urls.Single());
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        await site.StopAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.CpuUsage.TotalTime.TotalMilliseconds:F0}"));
        return 0;
    }
}
