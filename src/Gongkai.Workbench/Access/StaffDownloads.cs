namespace Gongkai.Workbench.Access;

/// <summary>登录之后的下载：操作记录、督办的 csv。</summary>
public static class StaffDownloads
{
    /// <summary>加上各个去处。</summary>
    public static void MapStaffDownloads(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
    }
}
