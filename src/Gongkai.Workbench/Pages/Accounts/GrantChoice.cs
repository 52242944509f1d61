using Gongkai.Core.Agencies;
using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;

namespace Gongkai.Workbench.Pages.Accounts;

/// <summary>选一项职责。</summary>
/// <param name="Agencies">可以选的机关。</param>
/// <param name="MayBeEverywhere">可以选全系统。</param>
/// <param name="AgencyId">选了的机关。</param>
/// <param name="Role">选了的职责。</param>
/// <param name="Problems">填错的各项。</param>
public sealed record GrantChoice(IReadOnlyList<AgencyLine> Agencies, bool MayBeEverywhere, int? AgencyId, StaffRole Role, IReadOnlyList<InputProblem> Problems);
