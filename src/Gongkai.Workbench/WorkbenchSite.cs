namespace Gongkai.Workbench;

/// <summary>工作台网站：单独运行与 <c>gongkai serve</c> 共用。</summary>
public static class WorkbenchSite
{
    /// <summary>建好网站，尚未启动。</summary>
    public static WebApplication Build(string[] args)
    {
        // 由别的程序带起时，要说明自己是谁、资源在哪里，否则样式是空的。
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(WorkbenchSite).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorPages();
        var app = builder.Build();
        app.MapRazorPages();
        return app;
    }
}
