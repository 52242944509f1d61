namespace Gongkai.Portal.Hosting;

/// <summary>本站对外的网址，用在二维码与可打印的回执里。</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    /// <summary>站内一页的完整网址；没有配置对外网址时取这次访问用的。</summary>
    /// <param name="context">这次访问。</param>
    /// <param name="path">站内路径，以 / 开头。</param>
    public string Of(HttpContext context, string path) =>
        configuration["Portal:PublicUrl"] is { Length: > 0 } configured && Uri.TryCreate(configured, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? configured.TrimEnd('/') + path
            : $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}{path}";
}
