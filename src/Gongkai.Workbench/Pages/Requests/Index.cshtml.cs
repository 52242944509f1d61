using Gongkai.Core.Agencies;
using Gongkai.Core.Calendar;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>我的待办：没有办结的申请，按答复期限先后。</summary>
public sealed class IndexModel(ListRequests list, LawBook law, PrivateSearch search) : StaffPage
{
    /// <summary>各种看法的名称，按摆出的次序。</summary>
    public static IReadOnlyList<(QueueView View, string Text)> Views { get; } =
    [
        (QueueView.All, "全部"), (QueueView.Overdue, "逾期"), (QueueView.Soon, "三个工作日内到期"), (QueueView.New, "待确认、待登记"), (QueueView.Mine, "我承办的"),
        (QueueView.Unassigned, "没有交办"), (QueueView.Waiting, "暂停、等待"), (QueueView.Consent, "待同意延长"), (QueueView.Review, "审查签发中"), (QueueView.Service, "待送达"),
    ];

    /// <summary>看哪一些。</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public QueueView View { get; set; }

    /// <summary>只看一个机关。</summary>
    [BindProperty(SupportsGet = true, Name = "agency")]
    public int? Agency { get; set; }

    /// <summary>查找的字。</summary>
    public string? Q => search.Show(Hidden);

    /// <summary>查找的字，封着。</summary>
    [BindProperty(SupportsGet = true, Name = PrivateSearch.Parameter)]
    public string? Hidden { get; set; }

    /// <summary>第几页。</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>列出的一页。</summary>
    public RequestPage List { get; private set; } = null!;

    /// <summary>各种看法各有几件。</summary>
    public QueueCounts Counts { get; private set; } = null!;

    /// <summary>机关与人的名字。</summary>
    public OfficeNames Names { get; private set; } = null!;

    /// <summary>工作日历。</summary>
    public WorkingDayCalendar Calendar { get; private set; } = null!;

    /// <summary>可以录入纸件。</summary>
    public bool MayTakeIn => Actor.Grants.Any(g => g.Role is StaffRole.Officer or StaffRole.DisclosureHead);

    /// <summary>在哪个机关有办理的职责。</summary>
    public bool Handles => Actor.HandlingAgencies.Any();

    /// <summary>查找：字可能是姓名、电话，封好再写进地址。</summary>
    public IActionResult OnPost(string? q) => Redirect(Address(View) + Find(search.Hide(q)));

    /// <summary>列出。只审查、只签发的人，先看轮到他的；只督办的人没有待办，到督办。</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!Handles && Actor.Grants.Any(g => g.Role == StaffRole.Supervisor))
        {
            return Redirect(Url.Content("~/oversight"));
        }

        if (!Request.Query.ContainsKey("view") && !MayTakeIn && Actor.HandlingAgencies.Any())
        {
            View = QueueView.Review;
        }

        View = Enum.IsDefined(View) ? View : QueueView.All;
        Names = await list.NamesAsync(Actor, cancellation);
        Calendar = await law.CalendarAsync(cancellation);
        Counts = await list.CountAsync(Actor, Agency, cancellation);
        List = await list.RunAsync(Actor, new RequestFilter { AgencyId = Agency, OpenOnly = true, View = View, Text = Q, Page = PageNumber }, cancellation);
        return Page();
    }

    /// <summary>另一种看法的地址。</summary>
    public string Address(QueueView view) => Url.Content($"~/requests?view={view}{(Agency is { } id ? $"&agency={id}" : "")}");

    /// <summary>另一个机关的地址。</summary>
    public string AgencyAddress(int? agency) => Url.Content($"~/requests?view={View}{(agency is { } id ? $"&agency={id}" : "")}");

    /// <summary>另一页的地址。</summary>
    public string PageAddress(int page) => $"{Address(View)}{(Q is null ? "" : Find(Hidden!))}&p={page}";

    private static string Find(string hidden) => hidden.Length > 0 ? $"&{PrivateSearch.Parameter}={Uri.EscapeDataString(hidden)}" : "";
}
