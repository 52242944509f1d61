namespace Gongkai.Workbench.Hosting;

/// <summary>站点听哪些地址：没有存储就没有登录，只肯听回环地址。</summary>
public static class LoopbackUrls
{
    private const string Default = "http://localhost:5080";

    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>取配置的地址；有一个不是回环地址就拒绝启动。</summary>
    /// <exception cref="NotLoopbackException">配置要求听别的地址。</exception>
    public static string[] From(IConfiguration configuration)
    {
        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            throw new NotLoopbackException("没有配置数据目录（--data），不能登录，地址只能用 --urls 指定，且只能是本机回环地址；请去掉 Kestrel:Endpoints 配置。");
        }

        var urls = (configuration["urls"] is { Length: > 0 } configured ? configured : Default)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return urls.Select(ProblemOf).FirstOrDefault(p => p is not null) is { } problem ? throw new NotLoopbackException(problem) : urls;
    }

    /// <summary>配了存储、要登录的站点：可以听任何地址；没有写明时仍只听本机。</summary>
    public static string[] AnyOf(IConfiguration configuration) =>
        (configuration["urls"] is { Length: > 0 } configured ? configured : Default)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>主机名是不是回环地址；端口不论。</summary>
    public static bool IsLoopbackHost(HostString host) =>
        host.HasValue && Names.Contains(host.Host, StringComparer.OrdinalIgnoreCase);

    private static string? ProblemOf(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var uri) || !Names.Contains(uri.Host, StringComparer.OrdinalIgnoreCase)
            ? $"没有配置数据目录（--data），不能登录，只能在本机使用：{url} 不是回环地址，请改用 {Default}。"
        : uri.Scheme is not "http" ? $"只支持 http：{url} 请改用 {Default} 这样的地址。"
        : uri.PathAndQuery is not "/" || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0 ? $"地址只能写到端口为止：{url} 请改用 {Default} 这样的地址。"
        : null;
}
