using Gongkai.Workbench.Parts;

namespace Gongkai.Workbench.Pages.Account;

/// <summary>自己的账号。</summary>
public sealed class IndexModel : StaffPage
{
}
