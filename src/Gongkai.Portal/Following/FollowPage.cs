using Gongkai.Core;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Portal.Following;

/// <summary>看自己一件申请的一页：先看有没有凭查询码打开过，没有就请输查询码。</summary>
/// <param name="track">凭查询码办的事。</param>
/// <param name="access">打开过没有。</param>
public abstract class FollowPage(TrackRequest track, Access access) : FormPage
{
    /// <summary>登记编号，网址里的。</summary>
    public string Number => (string)RouteData.Values["number"]!;

    /// <summary>这件申请；还没有打开时为 null。</summary>
    public TrackedRequest Case { get; private set; } = null!;

    /// <summary>凭查询码办的事。</summary>
    protected TrackRequest Track => track;

    /// <summary>打开过没有。</summary>
    protected Access Access => access;

    /// <summary>查询码；打开之后才有。</summary>
    protected string Code { get; private set; } = "";

    /// <summary>站内一页的地址。</summary>
    public string AddressOf(string rest = "") => $"{Request.PathBase}/follow/{Number}{rest}";

    /// <summary>取出这件申请；没有打开过、过了时的，给出输查询码的页。编号有没有，看不出来。</summary>
    protected async Task<IActionResult?> OpenAsync(CancellationToken cancellation)
    {
        // 编号不分大小写；cookie 的路径分，所以先转到小写的网址。
        if (HttpMethods.IsGet(Request.Method) && Number.ToLowerInvariant() is var lower && lower != Number)
        {
            var rest = Request.Path.Value!.IndexOf(Number, StringComparison.Ordinal) is var at and >= 0 ? Request.Path.Value[(at + Number.Length)..] : "";
            return Redirect($"{Request.PathBase}/follow/{Uri.EscapeDataString(lower)}{new PathString(rest).ToUriComponent()}{Request.QueryString}");
        }

        if (access.CodeOf(HttpContext, Number) is { } code)
        {
            try
            {
                Case = await track.RunAsync(Number, code, cancellation);
                Code = code;
                return null;
            }
            catch (NoSuchThingException)
            {
                // 资料已到期销毁：与没有打开过一样。
                access.Leave(HttpContext, Number);
            }
        }

        return Redirect($"{Request.PathBase}/follow?number={Uri.EscapeDataString(Number)}");
    }

    /// <summary>办不成的理由，成为错误摘要。</summary>
    protected IActionResult AgainFor(RefusedException refused) => Again([.. refused.Reasons.Select(r => new InputProblem("", r.Text))], _ => null);
}
