using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.WebKit;
using Gongkai.Workbench.Access;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Checks;
using Gongkai.Workbench.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Gongkai.Workbench;

/// <summary>工作台：办公人员用的站点。配了存储的要登录；没有配的只有年报体检，只在本机回环地址上应答。</summary>
public static class WorkbenchSite
{
    private const string Name = "Gongkai.Workbench";

    /// <summary>搭好站点，不启动。</summary>
    /// <param name="args">命令行参数；没有存储时 <c>--urls</c> 只能是回环地址，默认 <c>http://localhost:5080</c>。</param>
    /// <param name="configure">搭好之前的最后改动，如换掉检查的实现、换一个服务器。</param>
    /// <param name="storage">数据在哪里，须已准备好（<see cref="StorageStart.PrepareAsync"/>）；null 为没有登录，只有年报体检。</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null, StorageOptions? storage = null)
    {
        // 由别的程序（命令行）来启动时，程序名和静态文件都不会自己找对，必须写明。
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(storage is null ? LoopbackUrls.From(builder.Configuration) : LoopbackUrls.AnyOf(builder.Configuration));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = CheckLimits.RequestBytes;
        });
        builder.Logging.ClearProviders().AddJsonConsole();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // 钥匙本来就只在内存里，不必每次启动都警告它没有加密存盘。
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // 启动失败会原样抛给启动它的程序，由它用一句话说清，不必先打一遍堆栈。
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        AddServices(builder.Services);
        if (storage is null)
        {
            // 结果只在内存里，钥匙也只在内存里：重启之后两者一起作废，磁盘上什么也不留。
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            builder.Services.RemovePagesThatNeedStorage();
        }
        else
        {
            builder.Services.AddGongkaiStorage(storage).AddGongkaiDataProtection(Name).AddGongkaiUseCases();
            builder.Services.AddStaffAccess();
            builder.Services.AddHostedService<Mail.DigestClock>();
        }

        configure?.Invoke(builder);
        var app = builder.Build();
        UsePipeline(app, signsIn: storage is not null);
        return app;
    }

    /// <summary>还没有账号时，初次设置要的一次性设置码；已经有账号、或者没有存储的为 null。</summary>
    public static async Task<string?> SetUpCodeAsync(WebApplication site, CancellationToken cancellation) =>
        site.Services.GetService<FirstRun>() is { } first && await first.IsNeededAsync(cancellation) ? first.Code : null;

    private static void AddServices(IServiceCollection services)
    {
        services.AddRazorPages().AddMvcOptions(mvc => mvc.Filters.Add<HandledMethods>());
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<CurrentActor>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "gongkai.form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = CheckLimits.RequestBytes;
            form.ValueLengthLimit = CheckLimits.FileBytes;
            form.ValueCountLimit = CheckLimits.FormFields;

            // 默认超过 64 KB 就写进临时目录；说了不写磁盘就不写。
            form.MemoryBufferThreshold = CheckLimits.RequestBytes;
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
            limiter.OnRejected = static (rejected, _) =>
            {
                if (rejected.HttpContext.Request.Path != "/check")
                {
                    rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                }

                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                HttpMethods.IsPost(context.Request.Method) && context.Request.Path == "/check"
                    ? RateLimitPartition.GetConcurrencyLimiter("check", _ => new ConcurrencyLimiterOptions { PermitLimit = 2, QueueLimit = 8 })
                    : StaffAccess.LimitOf(context) ?? RateLimitPartition.GetNoLimiter(""));
        });

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new WorkbenchLimits());
        services.AddSingleton<CheckFile>(ReportChecker.CheckFile);
        services.AddSingleton<CheckResultStore>();
        services.AddSingleton<ReadFile>(ReportReader.Read);
        services.AddSingleton<BackgroundChecks>();
        services.AddHostedService(provider => provider.GetRequiredService<BackgroundChecks>());
    }

    private static void UsePipeline(WebApplication app, bool signsIn)
    {
        app.UseSecurityHeaders();
        if (signsIn)
        {
            app.UseForwardedHeaders();
        }
        else
        {
            app.UseLoopbackOnly();
        }

        app.UseRefusalPages();
        app.UseUseCaseRefusals();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = CacheVersioned });
        app.UseRouting();
        app.UseUploadSize();
        app.UseRateLimiter();
        if (signsIn)
        {
            app.UseStaffAccess();
        }

        app.UseFormReading();
        app.UseAntiforgery();
        app.MapRazorPages();
        var checks = app.MapGroup("");
        checks.MapCheckDownloads();
        var open = app.MapGroup("");
        open.MapLargeTypeChoice();
        if (signsIn)
        {
            checks.RequireAuthorization(LocalOrSignedIn.Policy);
            open.AllowAnonymous();
            app.MapStaffDownloads();
            app.MapCaseDownloads();
        }
        else
        {
            app.MapGet("/", () => Results.LocalRedirect("/check"));
        }
    }

    private static void CacheVersioned(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v")
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
