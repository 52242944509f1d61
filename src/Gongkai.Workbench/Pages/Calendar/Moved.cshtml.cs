using Gongkai.UseCases;
using Gongkai.UseCases.Calendar;
using Gongkai.Workbench.Parts;

namespace Gongkai.Workbench.Pages.Calendar;

/// <summary>最近一次导入这一年的通知，动了哪些期限。</summary>
public sealed class MovedModel(ImportHolidays import) : StaffPage
{
    /// <summary>哪一年。</summary>
    public int Year { get; private set; }

    /// <summary>动了的。</summary>
    public IReadOnlyList<MovedRecord> Moved { get; private set; } = [];

    /// <summary>显示。</summary>
    public async Task OnGetAsync(int year, CancellationToken cancellation)
    {
        Year = year;
        Moved = await import.LastMovedAsync(Actor, year, cancellation) ?? throw new NoSuchThingException();
    }
}
