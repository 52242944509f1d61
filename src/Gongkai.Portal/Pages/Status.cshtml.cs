using Gongkai.Portal.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Portal.Pages;

/// <summary>没能照办时的一页：出了什么事、保住了什么、接下来怎么办。</summary>
public sealed class StatusModel : PageModel
{
    /// <summary>标题。</summary>
    public string Heading { get; private set; } = "";

    /// <summary>出了什么事。</summary>
    public string What { get; private set; } = "";

    /// <summary>接下来怎么办。</summary>
    public string Next { get; private set; } = "";

    /// <summary>刚才那一页；没有、或者回去也没有用，为 null。</summary>
    public string? From { get; private set; }

    private bool IsShortForm => HttpContext.Items.TryGetValue(FaultPages.LimitKey, out var limit) && limit is int bytes && bytes <= HttpContext.RequestServices.GetRequiredService<PortalLimits>().FormBytes;

    /// <summary>显示。</summary>
    public void OnGet(int code)
    {
        var from = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        var filling = from?.StartsWith("/apply/", StringComparison.Ordinal) == true;
        From = code is 404 ? null : from;
        (Heading, What, Next) = code switch
        {
            404 => ("没有这一页", "地址可能没有抄全，或者这一页不在了。", "要看自己的申请，请用登记编号与查询码；要申请，请从首页选机关。"),
            400 or 415 => ("没有收到完整的表单", "浏览器送来的内容不完整，这一步没有做。", filling ? "您先前各步填写的内容还在，请回去再做一次。" : "请回去再做一次。"),
            405 => ("这个地址不能这样打开", "这个地址只接受页面上的按钮，什么也没有改动。", "请回去用页面上的按钮。"),
            409 => ("别人先改了", "机关刚好同时办理了这件申请，这一步没有做。", "请回去看一看现在的情况，再决定怎么做。"),
            413 when IsShortForm => ("写得太长", "这一次填的内容太长，没有接收，也没有提交。", "请用浏览器的后退回到刚才那一页，写得短一些再提交；写不下的，可以作为文件附上，或者邮寄。"),
            413 => ("文件太大", "这一次送来的文件合起来超过 30 MB，没有接收，也没有提交。", filling ? "您填写的内容还在。请把照片缩小，或者少附几个文件再提交；其余的可以以后补正时附上，或者邮寄。" : "您刚才写的没有提交。请用浏览器的后退回到刚才那一页，把照片缩小，或者少附几个文件再提交。"),
            429 => ("来得太快了", "您所在的网络这一会儿打开得太多，这一步没有做。", filling ? "您填写的内容还在。请等半分钟再试。" : "请等半分钟再试；已经提交的申请不受影响。"),
            503 => ("这会儿太忙", "正在办的人太多，这一步没有做。", filling ? "您填写的内容还在。请等一会儿再点一次；同一份申请点几次也只收一件。" : "请等一会儿再试。"),
            _ => ("这一步没有做成", "程序在处理这一步时出了错，已经记下，我们会查。", filling ? "您填写的内容还在。请回去再点一次；同一份申请点几次也只收一件。仍然不行的，可以当面提交或者邮寄。" : "已经提交的申请不受影响。请回去再试一次。"),
        };
    }
}
