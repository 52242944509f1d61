using Gongkai.Storage.Rows;
using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Law;
using Gongkai.WebKit;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Portal.Applying;

/// <summary>填表的一页：取出草稿、填进去、检查这一步的各项、放回、到下一步。后退看到的是放回的样子。</summary>
/// <param name="agencies">机关。</param>
/// <param name="box">草稿。</param>
/// <param name="law">今天。</param>
public abstract class StepPage(AgencyDirectory agencies, DraftBox box, LawBook law) : FormPage
{
    private const string Checked = "check";

    /// <summary>机关。</summary>
    public AgencyRow Agency { get; private set; } = null!;

    /// <summary>草稿，照填的原样。</summary>
    public Draft Draft { get; protected set; } = null!;

    /// <summary>这一步。</summary>
    public abstract FormStep Current { get; }

    /// <summary>今天（中国）。</summary>
    protected DateOnly Today => law.Today;

    /// <summary>草稿箱。</summary>
    protected DraftBox Box => box;

    /// <summary>显示；上一次填得不对的，指出来。</summary>
    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        return Request.Query.ContainsKey(Checked) && Mistakes() is { Length: > 0 } mistakes ? Again(mistakes) : Page();
    }

    /// <summary>填好一步。</summary>
    public virtual async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        Draft = Fill(Draft);
        if (Pressed("go", "back"))
        {
            // 退回去的时候不挑毛病，填了一半的也留着。
            return box.TryKeep(HttpContext, Draft) ? Redirect(AddressOf(Before())) : Again([TooLong]);
        }

        if (Mistakes() is { Length: > 0 } mistakes)
        {
            // 转回本页再指出：后退到这里时浏览器不会问要不要重新提交。放不下的只好当场指出。
            return box.TryKeep(HttpContext, Draft) ? Redirect($"{AddressOf(Current)}?{Checked}=1") : Again(mistakes);
        }

        return box.TryKeep(HttpContext, Draft) ? Redirect(AddressOf(Draft.WasChecked ? Steps.All[^1] : Steps.All[At + 1])) : Again([TooLong]);
    }

    /// <summary>一步的网址。</summary>
    public string AddressOf(FormStep step) => $"{Request.PathBase}/apply/{Draft.Agency}/{Draft.Id}/{step.Path}";

    /// <summary>前一步的网址；第一步之前是开始页。</summary>
    public string? Back => At == 0 ? null : AddressOf(Before());

    /// <summary>第几步，自 0 起。</summary>
    public int At => Steps.All.ToList().FindIndex(s => s.Path == Current.Path);

    /// <summary>把表单里的填进草稿。</summary>
    protected abstract Draft Fill(Draft draft);

    /// <inheritdoc/>
    protected override async Task<IActionResult> StaleAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        Draft = Fill(Draft);
        return Stale();
    }

    /// <summary>取出机关与草稿；草稿没有了，或者已经提交过，给出该去的地方。</summary>
    protected async Task<IActionResult?> OpenAsync(CancellationToken cancellation)
    {
        var (slug, id) = ((string)RouteData.Values["slug"]!, (string)RouteData.Values["draft"]!);
        Agency = await agencies.FindAsync(slug, cancellation);
        if (box.Open(HttpContext, slug, id) is not { } draft)
        {
            return Redirect($"{Request.PathBase}/apply/{slug}?lost=1");
        }

        Draft = draft;
        ViewData[Chrome.Title] = draft.IsCorrection ? $"{Current.Title} · 请{Agency.Name}更正记录" : $"{Current.Title} · 向{Agency.Name}申请";
        return draft.FiledAs.Length > 0 ? Redirect($"{Request.PathBase}/follow/{draft.FiledAs}/receipt") : null;
    }

    private static InputProblem TooLong { get; } = new("", "填写的内容合起来太长，请删去一些再继续；更多的说明可以作为文件附上。");

    private InputProblem[] Mistakes() => [.. Steps.Problems(Draft, Today).Where(p => Current.Fields.Contains(p.Field))];

    private FormStep Before() => Steps.All[Math.Max(0, At - 1)];
}
