using Gongkai.Core.Agencies;

namespace Gongkai.UseCases;

/// <summary>一种职责，在一个机关。</summary>
/// <param name="AgencyId">哪个机关；null 为全系统，只有管理与审计可以。</param>
/// <param name="Role">职责。</param>
public readonly record struct Grant(int? AgencyId, StaffRole Role);

/// <summary>谁在办事。授权在用例里判，不在页面里判。</summary>
public sealed class Actor
{
    private readonly Grant[] _grants;

    private Actor(string id, Guid accountId, string name, Grant[] grants) => (Id, AccountId, Name, _grants) = (id, accountId, name, grants);

    /// <summary>申请人，凭编号与查询码。</summary>
    public static Actor Applicant { get; } = new("applicant", Guid.Empty, "申请人", []);

    /// <summary>系统自己，如每日重算。</summary>
    public static Actor System { get; } = new("system", Guid.Empty, "系统", []);

    /// <summary>命令行上的操作员，已能直接读写数据目录。</summary>
    public static Actor Operator { get; } = new("cli", Guid.Empty, "命令行", [new Grant(null, StaffRole.Administrator)]);

    /// <summary>写进事件与审计记录的标识：账号编号，或 applicant、system、cli。</summary>
    public string Id { get; }

    /// <summary>账号；不是工作人员的为空。</summary>
    public Guid AccountId { get; }

    /// <summary>给人看的名字。</summary>
    public string Name { get; }

    /// <summary>全部职责。</summary>
    public IReadOnlyList<Grant> Grants => _grants;

    /// <summary>登录了的工作人员。</summary>
    public static Actor Staff(Guid accountId, string name, IEnumerable<Grant> grants) => new(accountId.ToString("D"), accountId, name, [.. grants]);

    /// <summary>在这个机关有其中任一种职责。</summary>
    public bool Has(int agencyId, params ReadOnlySpan<StaffRole> roles)
    {
        foreach (var grant in _grants)
        {
            if ((grant.AgencyId == agencyId || grant.AgencyId is null) && roles.Contains(grant.Role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>办理申请的机关：在那里有经办、负责、审查或签发职责的。</summary>
    public IEnumerable<int> HandlingAgencies => _grants.Where(g => g.AgencyId is not null && Handles(g.Role)).Select(g => g.AgencyId!.Value).Distinct();

    /// <summary>必须能看这个机关的申请，否则这件申请对他不存在。</summary>
    /// <exception cref="NoSuchThingException">在这个机关没有办理职责。</exception>
    public void DemandSight(int agencyId)
    {
        if (!_grants.Any(g => g.AgencyId == agencyId && Handles(g.Role)))
        {
            throw new NoSuchThingException();
        }
    }

    /// <summary>必须在这个机关有其中任一种职责。</summary>
    /// <exception cref="NoSuchThingException">在这个机关什么职责也没有：有没有这件事都不说。</exception>
    /// <exception cref="NotAllowedException">看得到，但不归他办。</exception>
    public void Demand(int agencyId, params ReadOnlySpan<StaffRole> roles)
    {
        if (Has(agencyId, roles))
        {
            return;
        }

        if (_grants.Any(g => g.AgencyId == agencyId && Handles(g.Role)))
        {
            throw new NotAllowedException([.. roles]);
        }

        throw new NoSuchThingException();
    }

    /// <summary>必须是系统管理员。</summary>
    public void DemandAdministrator()
    {
        if (!_grants.Any(g => g.Role == StaffRole.Administrator))
        {
            throw new NotAllowedException([StaffRole.Administrator]);
        }
    }

    /// <summary>必须是全系统的管理员；一个机关的管理员不行。</summary>
    public void DemandSystemAdministrator()
    {
        if (!_grants.Any(g => g.Role == StaffRole.Administrator && g.AgencyId is null))
        {
            throw new NotAllowedException([StaffRole.Administrator]);
        }
    }

    private static bool Handles(StaffRole role) => role is StaffRole.Officer or StaffRole.DisclosureHead or StaffRole.Reviewer or StaffRole.SigningLeader;
}

/// <summary>没有这件事，或者对这个人来说没有。两种情形一个样，不让人探出别的机关有什么。</summary>
public sealed class NoSuchThingException() : Exception("There is no such thing, or not for this actor.");

/// <summary>看得到，但不归他办。</summary>
/// <param name="roles">要有其中任一种职责。</param>
#pragma warning disable CA1032 // 只能带着职责抛出。
public sealed class NotAllowedException(IReadOnlyList<StaffRole> roles) : Exception("The actor lacks the role.")
{
    /// <summary>要有其中任一种职责。</summary>
    public IReadOnlyList<StaffRole> Roles { get; } = roles;
}
#pragma warning restore CA1032

/// <summary>填的不对：哪一项、为什么、怎么办。填过的原样还给填的人。</summary>
/// <param name="problems">各项的毛病。</param>
#pragma warning disable CA1032 // 只能带着各项抛出。
public sealed class BadInputException(IReadOnlyList<InputProblem> problems) : Exception($"The input is not acceptable: {string.Join(", ", problems.Select(p => p.Field))}.")
{
    /// <summary>各项的毛病，至少一项。</summary>
    public IReadOnlyList<InputProblem> Problems { get; } = problems;

    /// <summary>有毛病就抛出。</summary>
    public static void ThrowIfAny(IReadOnlyList<InputProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }
    }
}
#pragma warning restore CA1032

/// <summary>一项的毛病。</summary>
/// <param name="Field">哪一项，英文，与表单的名字相同。</param>
/// <param name="Message">中文一句话：为什么不行，怎么办。</param>
public sealed record InputProblem(string Field, string Message);
