using Gongkai.Core;
using Gongkai.Letters;
using Gongkai.Storage;
using Gongkai.UseCases;

namespace Gongkai.Workbench.Access;

/// <summary>用例的拒绝变成状态码，由说明页说清；页面自己接住的（填错了、别人先改了）不到这里。</summary>
public static class UseCaseRefusals
{
    /// <summary>请求上记着拒绝的键，说明页取它。</summary>
    public static readonly object Key = new();

    /// <summary>加上这一关；放在说明页之后。</summary>
    public static IApplicationBuilder UseUseCaseRefusals(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (StatusOf(e) is { } status && !context.Response.HasStarted)
        {
            // 拒绝不是程序出错：不进错误日志，也不留半页。
            context.Response.Clear();
            SecurityAfterClear(context);
            context.Items[Key] = e;
            context.Response.StatusCode = status;
        }
    });

    /// <summary>是拒绝的话，给什么状态码；不是的给 null。</summary>
    public static int? StatusOf(Exception e) => e switch
    {
        NoSuchThingException => StatusCodes.Status404NotFound,
        NotAllowedException => StatusCodes.Status403Forbidden,
        StaleDataException => StatusCodes.Status409Conflict,
        RefusedException or LetterRefusedException => StatusCodes.Status409Conflict,
        BadInputException => StatusCodes.Status400BadRequest,
        _ => null,
    };

    private static void SecurityAfterClear(HttpContext context) => WebKit.SecurityHeaders.Apply(context.Response.Headers);
}
