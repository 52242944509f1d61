using Gongkai.Core;
using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Staff;
using Gongkai.Workbench.Access;
using Gongkai.Workbench.Checks;
using Gongkai.Workbench.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Workbench.Pages;

/// <summary>没能照办时的一页：出了什么事、保住了什么、接下来怎么办。</summary>
public sealed class StatusModel : PageModel
{
    /// <summary>标题。</summary>
    public string Heading { get; private set; } = "";

    /// <summary>出了什么事。</summary>
    public string What { get; private set; } = "";

    /// <summary>接下来怎么办。</summary>
    public string Next { get; private set; } = "";

    /// <summary>刚才那一页；回去没有用的为 null。</summary>
    public string? From { get; private set; }

    /// <summary>登录了：回首页；否则回年报体检。</summary>
    public bool IsSignedIn => HttpContext.RequestServices.GetRequiredService<CurrentActor>().IsSignedIn;

    /// <summary>显示。</summary>
    public void OnGet(int code)
    {
        var from = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "";
        var refusal = HttpContext.Items.TryGetValue(UseCaseRefusals.Key, out var thrown) ? thrown as Exception : null;
        (Heading, What, Next) = code switch
        {
            403 when refusal is NotAllowedException { Roles: var roles } => (
                "这件事不归您办",
                $"要有这样的职责才能做：{string.Join("、", roles.Select(RoleWords.Of))}。什么也没有改动。",
                "请交给有这项职责的同事；应当归您办的，请管理员给您加上职责。"),
            403 => ("这件事不归您办", "您的职责里没有这一项。什么也没有改动。", "应当归您办的，请管理员给您加上职责。"),
            409 when refusal is StaleDataException => ("别人先改了", "您打开这一页之后，别人先改了同一件事，所以这一步没有做。", "请返回，看看现在的样子，再决定要不要重新做。"),
            409 when refusal is RefusedException { Reasons: var reasons } => ("现在不能这样做", string.Concat(reasons.Select(r => RefusalText.Of(r.Code))), "什么也没有改动。请返回看看接下来能做什么。"),
            400 when refusal is BadInputException { Problems: var problems } => ("填的内容不行", string.Concat(problems.Select(p => p.Message)), "请返回改正，再做一次。"),
            404 when IsSignedIn => ("没有这一页", "这个地址没有对应的内容：可能抄错了，可能已经不在了，也可能不归您的机关。", "请从首页重新开始。"),
            429 => ("试得太多了", "这里一分钟之内试的次数太多，这一次没有受理，什么也没有改动。", "请等一分钟再试。"),
            404 when from.StartsWith("/check/", StringComparison.Ordinal) => (
                "这次的结果不在了",
                $"结果只在内存里保留 {(int)CheckLimits.Lifetime.TotalMinutes} 分钟。可能已经到时清除、已经删除、程序重新启动过，或者结果太多时最早的先清除了；也可能是地址没有抄全。",
                "您的原文件不受影响。请把文件再交一次，几秒钟就能重新得到结果。"),
            404 => ("没有这一页", "这个地址没有对应的页面，可能是抄错了。", "请从年报体检重新开始。"),
            400 or 415 => ("没有收到完整的表单", "页面放得太久、程序重新启动过，一次交的文件太多，或浏览器没有送来安全标记，所以这一步没有做。", "请重新打开页面，再做一次；刚才是交文件的，请再交一次，您的原文件不受影响。"),
            405 => ("这个地址不能这样打开", "这个地址只接受页面上的按钮或链接，不能用刚才的方式打开；什么也没有改动。", "请从年报体检重新开始。"),
            409 => ("还没有查完", "这一批还在检查，整批的结果要等查完才能下载。", "请回到结果页看进度，查完再下载。"),
            413 => TooLarge(from),
            503 => ("正在检查的人太多", "同时进行的检查已经排满，这一次没有开始。", "请等几秒钟再交一次；您的原文件不受影响。"),
            _ => ("这一步没有做成", "程序在处理这个请求时出了错，已经记下出错的类型（不含文件内容）。", "已有的结果没有受影响。请返回再试一次；仍然不行时，请换一个文件，看是不是某个文件引起的。"),
        };
        From = code == StatusCodes.Status413PayloadTooLarge && from.Length > 0 ? HttpContext.Request.PathBase + from : null;
        From = from.StartsWith("/preferences", StringComparison.Ordinal) ? null : From;
    }

    private (string Heading, string What, string Next) TooLarge(string from)
    {
        var limit = HttpContext.Items.TryGetValue(BodyLimits.Key, out var kept) && kept is long bytes ? bytes : BodyLimits.Form;
        return limit switch
        {
            CheckLimits.RequestBytes => (
                "文件太多或太大",
                $"这一次送来的内容超过 {limit >> 20} MB，没有接收，一个文件也没有检查。",
                $"请分批再交：合计不超过 {CheckLimits.TotalBytes >> 20} MB，每个不超过 {CheckLimits.FileBytes >> 20} MB。"),
            BodyLimits.Files => (
                "文件太多或太大",
                $"这一次送来的内容超过 {limit >> 20} MB，没有接收，什么也没有保存。一次最多 {KeptFiles.MostFiles} 个文件，每个最多 {KeptFiles.LargestFile >> 20} MB。",
                "请用浏览器的后退回到刚才那一页，填过的多半还在；把文件分几次附，或者缩小了再附。"),
            _ => (
                "填的内容太长",
                $"这一张表单送来的内容超过 {(limit >= 1 << 20 ? $"{limit >> 20} MB" : $"{limit >> 10} KB")}，没有接收，什么也没有保存。",
                "请用浏览器的后退回到刚才那一页，填过的多半还在；减少一些再交。"),
        };
    }
}
