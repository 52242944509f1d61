using Microsoft.AspNetCore.Identity;

namespace Gongkai.Storage.Rows;

/// <summary>工作人员的账号。密码、锁定、两步验证由 ASP.NET Core Identity 管。</summary>
public sealed class StaffAccount : IdentityUser<Guid>
{
    /// <summary>显示的姓名。</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>下次登录必须先改密码（新建、重置之后）。</summary>
    public bool MustChangePassword { get; set; }
}
