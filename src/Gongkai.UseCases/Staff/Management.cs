using Gongkai.Core.Agencies;

namespace Gongkai.UseCases.Staff;

/// <summary>管理员管到哪里：全系统的管一切；一个机关的只管在那个机关的职责，和只在那里任职的人。</summary>
internal sealed class Management
{
    private readonly HashSet<int> _agencies;

    private Management(bool everywhere, HashSet<int> agencies) => (IsEverywhere, _agencies) = (everywhere, agencies);

    /// <summary>管全系统。</summary>
    public bool IsEverywhere { get; }

    /// <summary>管的机关；管全系统时不看它。</summary>
    public IReadOnlySet<int> Agencies => _agencies;

    /// <exception cref="NotAllowedException">不是管理员。</exception>
    public static Management Of(Actor actor)
    {
        actor.DemandAdministrator();
        var grants = actor.Grants.Where(g => g.Role == StaffRole.Administrator).ToArray();
        return new Management(grants.Any(g => g.AgencyId is null), [.. grants.Select(g => g.AgencyId).OfType<int>()]);
    }

    /// <summary>管这个机关。</summary>
    public bool Covers(int? agencyId) => IsEverywhere || (agencyId is { } id && _agencies.Contains(id));

    /// <exception cref="NotAllowedException">要管全系统。</exception>
    public void DemandEverywhere()
    {
        if (!IsEverywhere)
        {
            throw new NotAllowedException([StaffRole.Administrator]);
        }
    }
}
