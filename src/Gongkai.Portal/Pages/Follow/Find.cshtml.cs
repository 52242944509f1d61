using Gongkai.Portal.Following;
using Gongkai.Portal.Hosting;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.WebKit;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Portal.Pages.Follow;

/// <summary>输登记编号与查询码。编号没有与查询码不对是同一个回答，一样慢。</summary>
public sealed class FindModel(TrackRequest track, Access access, Doorkeeper doorkeeper, PortalLimits limits, TimeProvider clock) : FormPage
{
    private const int LongestNumber = 60;

    /// <summary>登记编号，照输的。</summary>
    public string Number { get; private set; } = "";

    /// <summary>显示；二维码只带编号。</summary>
    public void OnGet(string? number) => Number = number is { Length: <= LongestNumber } ? number : "";

    /// <summary>核对。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Number = Said("Number");
        var code = Said("Code");
        if (Number.Length == 0 || code.Length == 0)
        {
            return Again([.. Missing(Number, "Number", "登记编号"), .. Missing(code, "Code", "查询码")], title: "还没有填全。查询码要重新输");
        }

        if (!doorkeeper.MayTryCode(HttpContext, Number.Length <= LongestNumber ? Number : ""))
        {
            Response.Headers.RetryAfter = "60";
            return Again([new InputProblem("", "试得太多了，请过几分钟再试。您的申请不受影响，照常办理。")], _ => null, StatusCodes.Status429TooManyRequests);
        }

        EvenPace pace = new(clock, limits.LeastWrongCodeTime);
        try
        {
            // 控制字符不会在编号里，有的数据库也存不得。
            var view = await track.RunAsync(Number.Any(char.IsControl) ? "" : Number, code, cancellation);
            access.Grant(HttpContext, view.Number, code);
            return Redirect($"{Request.PathBase}/follow/{view.Number}");
        }
        catch (NoSuchThingException)
        {
            await pace.HoldAsync(cancellation);
            return Again([new InputProblem("Number", "登记编号或者查询码不对，请对照回执再输一次。")], title: "没有找到。查询码要重新输");
        }
    }

    /// <inheritdoc/>
    protected override Task<IActionResult> StaleAsync(CancellationToken cancellation)
    {
        Number = Said("Number");
        return Task.FromResult<IActionResult>(Stale());
    }

    private static IEnumerable<InputProblem> Missing(string value, string field, string name) =>
        value.Length == 0 ? [new InputProblem(field, $"请填写{name}。")] : [];
}
