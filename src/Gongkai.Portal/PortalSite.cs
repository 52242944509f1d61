using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongkai.Portal.Applying;
using Gongkai.Portal.Following;
using Gongkai.Portal.Hosting;
using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;
using Gongkai.WebKit;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Gongkai.Portal;

/// <summary>门户：申请人用的站点。不用登录，不用脚本。</summary>
public static class PortalSite
{
    /// <summary>默认的地址。</summary>
    public const string DefaultUrl = "http://localhost:5081";

    private const string Name = "Gongkai.Portal";

    /// <summary>搭好站点，不启动。数据要先备好（<see cref="StorageStart.PrepareAsync"/>）。</summary>
    /// <param name="args">命令行参数：<c>--urls</c> 地址；<c>--Data</c>、<c>--Postgres</c>、<c>--Keys</c> 数据在哪里（没有给 <paramref name="storage"/> 时）；
    /// <c>--Portal:TrustedProxies</c> 前面的代理的 IP，逗号分隔；<c>--Portal:PublicUrl</c> 对外的网址，用在二维码里。</param>
    /// <param name="storage">数据在哪里；null 时看参数。</param>
    /// <param name="configure">搭好之前的最后改动，如换时钟、换限度、换服务器。</param>
    public static WebApplication Build(string[] args, StorageOptions? storage = null, Action<WebApplicationBuilder>? configure = null)
    {
        // 由别的程序（命令行）来启动时，程序名和静态文件都不会自己找对，必须写明。
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Logging.ClearProviders().AddJsonConsole();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        AddServices(builder.Services, storage ?? StorageOf(builder.Configuration));
        configure?.Invoke(builder);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    /// <summary>由配置得出数据在哪里：Data 目录、Postgres 连接字串、Keys 主密钥文件。</summary>
    public static StorageOptions StorageOf(IConfiguration configuration) => new()
    {
        DataFolder = configuration["Data"] is { Length: > 0 } folder ? folder : "gongkai-data",
        ConnectionString = configuration["Postgres"] is { Length: > 0 } postgres ? postgres : null,
        KeysFile = configuration["Keys"] is { Length: > 0 } keys ? keys : null,
    };

    private static void AddServices(IServiceCollection services, StorageOptions storage)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddGongkaiStorage(storage);
        services.AddGongkaiDataProtection(Name);
        services.AddGongkaiUseCases();
        services.AddScoped<AgencyDirectory>();
        services.AddSingleton(new PortalLimits());
        services.AddSingleton<Doorkeeper>();
        services.AddSingleton<DraftBox>();
        services.AddSingleton<Access>();
        services.AddSingleton<PublicAddress>();
        services.AddOptions<KestrelServerOptions>().Configure<PortalLimits>((kestrel, limits) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.UploadBytes + limits.FormBytes;
        });
        services.AddRazorPages().AddMvcOptions(mvc => mvc.Filters.Add<HandledMethods>());
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "gongkai.portal.form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddOptions<FormOptions>().Configure<PortalLimits>((form, limits) =>
        {
            form.MultipartBodyLengthLimit = limits.UploadBytes;
            form.ValueLengthLimit = limits.FormBytes;
            form.ValueCountLimit = limits.FormFields;

            // 默认超过 64 KB 就写进临时目录；身份证明不该明文落到那里。
            form.MemoryBufferThreshold = limits.UploadBytes;
        });
        services.AddResponseCompression(compression =>
        {
            // 页面里有防伪标记与查询码，只压缩样式与图标。
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/css", "image/svg+xml"];
        });
        services.AddFloodLimits();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((forwarded, configuration) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in Proxies(configuration))
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
    }

    private static void UsePipeline(WebApplication app)
    {
        // 没有写明代理的，不信任何转发头：地址由连接说了算，否则人人可以冒充别的地址。
        if (Proxies(app.Configuration).Length > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseSecurityHeaders();
        app.UseFaultPages();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = CacheVersioned });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseFormReading();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapFollowDownloads();
        app.MapLargeTypeChoice();
    }

    private static string[] Proxies(IConfiguration configuration) =>
        (configuration["Portal:TrustedProxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void CacheVersioned(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v")
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
