using Gongkai.Core.Calendar;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Cases;

/// <summary>一件申请之下的页。</summary>
public abstract class CasePage : StaffPage
{
    /// <summary>登记编号，取自地址。</summary>
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    /// <summary>打开这一页时，是第几个事件之后的样子。</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>这件申请此刻的样子。</summary>
    public CaseView View { get; private set; } = null!;

    /// <summary>工作日历。</summary>
    public WorkingDayCalendar Calendar { get; private set; } = null!;

    /// <summary>时钟的标记。</summary>
    public ClockLight Light => ClockLight.Of(View, Calendar);

    /// <summary>打开这一页之后别人做了什么。</summary>
    public IReadOnlyList<string> News { get; private set; } = [];

    /// <summary>退回来等着改的一稿；没有退回，或者已经改出新的一稿，为 null。</summary>
    public ReturnedDraft? Returned => ReturnedDraft.Of(View);

    /// <summary>这件申请的页。</summary>
    public string CasePath => $"~/requests/{Number}";

    /// <summary>取出。另开一个范围：做一件事没有做成时，原来的范围里还留着没有保存的改动。</summary>
    protected async Task LoadAsync(CancellationToken cancellation)
    {
        await using var scope = HttpContext.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        View = await scope.ServiceProvider.GetRequiredService<ViewCase>().RunAsync(Actor, Number, cancellation);
        Calendar = await HttpContext.RequestServices.GetRequiredService<LawBook>().CalendarAsync(cancellation);
        if (HttpMethods.IsPost(Request.Method) && Version > 0)
        {
            News = [.. View.History.Where(e => e.Sequence > Version).Select(e => $"{CaseWords.ActorOf(e.ActorId, View.Request.Events[e.Sequence - 1], View.Staff)}：{CaseWords.Of(View.Request.Events[e.Sequence - 1], View)}")];
        }
    }

    /// <summary>做成了，回到这件申请。</summary>
    protected RedirectResult Back(string said)
    {
        Done = said;
        return Redirect(Url.Content(CasePath));
    }

    /// <summary>填来的一张表。</summary>
    protected Acts.ActInput Input() => new(name => Request.HasFormContentType ? Request.Form[name].ToString() : "");

    /// <summary>表单里一项填过的；还没有填过的，取开始时的。</summary>
    public string Typed(string name, string start = "") => HttpMethods.IsPost(Request.Method) && Request.HasFormContentType ? Request.Form[name].ToString() : start;
}
