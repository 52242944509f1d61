using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>各个测试共用的几步。</summary>
internal static class Journey
{
    public static async Task HandInAsync(this IPage page, params string[] names)
    {
        await page.GetByLabel("选择年度报告文件").SetInputFilesAsync(names.Select(File));
        await page.GetByRole(AriaRole.Button, new() { Name = "开始体检" }).ClickAsync();
        await page.ArriveAsync("**/check/*");
    }

    /// <summary>
    /// 等到了这个网址、装完为止。不用 WaitForURLAsync：它先看网址再等导航，两步之间到了的，就等到超时
    /// （playwright-dotnet #3364；机器忙时十来趟遇上一次）。
    /// </summary>
    public static async Task ArriveAsync(this IPage page, string url)
    {
        await Assertions.Expect(page).ToHaveURLAsync(Glob(url));
        await page.WaitForLoadStateAsync();
    }

    // ** 是任何文字，* 不跨斜线。
    private static Regex Glob(string url) => new($"^{Regex.Escape(url).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$");

    public static FilePayload File(string name) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes($"一份报告 {name}") };
}
