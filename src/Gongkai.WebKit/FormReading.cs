using Microsoft.AspNetCore.Http;

namespace Gongkai.WebKit;

/// <summary>先把表单读进来，读不成的早说：页面里再读就不会出错。</summary>
public static class FormReading
{
    /// <summary>读；读成了为 null，不成的给出状态码：太大 413，不成表单、断了 400。</summary>
    /// <exception cref="IOException">来的人自己走了。</exception>
    public static async Task<int?> FailureAsync(HttpContext context)
    {
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
