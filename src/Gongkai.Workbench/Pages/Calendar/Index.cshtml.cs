using Gongkai.Core.Calendar;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Calendar;
using Gongkai.Workbench.Parts;

namespace Gongkai.Workbench.Pages.Calendar;

/// <summary>工作日历：各年的放假安排。</summary>
public sealed class IndexModel(ImportHolidays import, KeepRegionalDays region, KeepRegionClock clock) : StaffPage
{
    /// <summary>各年。</summary>
    public CalendarView View { get; private set; } = null!;

    /// <summary>本地区增减的日子，按日子排。</summary>
    public IReadOnlyList<RegionalDay> Region { get; private set; } = [];

    /// <summary>本地区期限怎样算。</summary>
    public RegionClockForm Clock { get; private set; } = new();

    /// <summary>能导入，也能改本地区的日子。</summary>
    public bool MayImport { get; private set; }

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        View = await import.ViewAsync(Actor, cancellation);
        Region = await region.ViewAsync(Actor, cancellation);
        Clock = await clock.ViewAsync(Actor, cancellation);
        MayImport = ManageAgencies.MayChangeStructure(Actor);
    }
}
