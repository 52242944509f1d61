using System.Text;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>各个测试共用的几步。</summary>
internal static class Journey
{
    public static async Task HandInAsync(this IPage page, params string[] names)
    {
        await page.GetByLabel("选择年度报告文件").SetInputFilesAsync(names.Select(File));
        await page.GetByRole(AriaRole.Button, new() { Name = "开始体检" }).ClickAsync();
        await page.WaitForURLAsync("**/check/*");
    }

    public static FilePayload File(string name) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes($"一份报告 {name}") };
}
