using Gongkai.Workbench.Parts;

namespace Gongkai.Workbench.Pages;

/// <summary>首页：这个人能做的事。</summary>
public sealed class IndexModel : StaffPage
{
}
