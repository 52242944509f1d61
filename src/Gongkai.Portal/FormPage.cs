using Gongkai.UseCases;
using Gongkai.WebKit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Portal;

/// <summary>
/// 有表单的一页。防伪标记由它自己核对，不过就不办，但把填过的还给填的人：
/// 默认的办法是一页 400，老人填了半小时的东西就没有了。
/// </summary>
[IgnoreAntiforgeryToken]
public abstract class FormPage : PageModel
{
    private const string StaleTitle = "这一页放得太久了，还没有提交。您填写的内容还在，请再点一次";

    private string _trouble = "请改正下面几处。您填写的内容都还在";

    /// <summary>各项的毛病。</summary>
    public IReadOnlyList<InputProblem> Problems { get; private set; } = [];

    /// <summary>错误摘要；没有毛病时为 null。</summary>
    public ErrorSummary? Summary { get; private set; }

    /// <summary>一个字段要显示的。</summary>
    /// <param name="name">名字，与检查所说的相同。</param>
    /// <param name="label">标签。</param>
    /// <param name="value">现在的值。</param>
    public FieldView Field(string name, string label, string value) => new(name, label, value) { Error = ErrorOf(name) };

    /// <summary>一项的毛病；没有为 null。</summary>
    public string? ErrorOf(string name) => Problems.FirstOrDefault(p => p.Field == name)?.Message;

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsPost(Request.Method)
            && !await HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(HttpContext))
        {
            _trouble = StaleTitle;
            context.Result = await StaleAsync(HttpContext.RequestAborted);
            return;
        }

        await next();
    }

    /// <summary>防伪标记不对：重新显示这一页，填过的照样填着，什么也不办。</summary>
    protected abstract Task<IActionResult> StaleAsync(CancellationToken cancellation);

    /// <summary>重新显示这一页，列出毛病。</summary>
    /// <param name="problems">各项的毛病。</param>
    /// <param name="hrefOf">毛病在哪里；null 时是本页的同名字段。</param>
    /// <param name="status">状态码。</param>
    /// <param name="title">摘要的标题；null 时说填过的都还在。</param>
    protected PageResult Again(IReadOnlyList<InputProblem> problems, Func<string, string?>? hrefOf = null, int status = StatusCodes.Status422UnprocessableEntity, string? title = null)
    {
        Problems = problems;
        Summary = new ErrorSummary(title ?? _trouble, [.. problems.Select(p => new ErrorItem(p.Message, (hrefOf ?? Anchor)(p.Field)))]);
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>重新显示这一页，说明它过期了。</summary>
    protected PageResult Stale()
    {
        _trouble = StaleTitle;
        return Again([new InputProblem("", "如果再点还是这样，请允许浏览器为本站保存 cookie。")], _ => null, StatusCodes.Status400BadRequest);
    }

    private static string? Anchor(string field) => field.Length > 0 ? $"#{field}" : null;

    /// <summary>表单里的一项：去掉两头空白，换行统一；没有为空。</summary>
    protected string Said(string name) =>
        Request.Form[name] is [{ } first, ..] ? first.ReplaceLineEndings("\n").Trim() : "";

    /// <summary>表单里的一项有没有这个值。</summary>
    protected bool Pressed(string name, string value) => Request.Form[name].Contains(value);
}

/// <summary>一个字段要显示的。</summary>
/// <param name="Name">名字，也是锚点。</param>
/// <param name="Label">标签。</param>
/// <param name="Value">现在的值。</param>
public sealed record FieldView(string Name, string Label, string Value)
{
    /// <summary>提示；没有为空。</summary>
    public string Hint { get; init; } = "";

    /// <summary>毛病；没有为 null。</summary>
    public string? Error { get; init; }

    /// <summary>input 的种类。</summary>
    public string Type { get; init; } = "text";

    /// <summary>自动填写的用途；不填写为 off。</summary>
    public string Autocomplete { get; init; } = "off";

    /// <summary>键盘的种类；没有为 null。</summary>
    public string? InputMode { get; init; }

    /// <summary>几行；0 为单行。</summary>
    public int Rows { get; init; }

    /// <summary>可以不填。</summary>
    public bool IsOptional { get; init; }

    /// <summary>框的宽窄：空为整行，short 为短。</summary>
    public string Width { get; init; } = "";
}
