using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Requests;

/// <summary>申请人与办公人员在页面上的几步。</summary>
internal static class Steps
{
    public const string Subject = "2025年防汛物资采购合同";

    /// <summary>从首页找到机关，一步一步填好，提交；给出回执上的编号与查询码。</summary>
    /// <param name="page">门户。</param>
    /// <param name="look">每到一页做什么。</param>
    public static async Task<(string Number, string Code)> FileAsync(this IPage page, Func<Task>? look = null)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = County.Bureau }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "向这个机关申请" }).ClickAsync();
        await NextAsync("开始填写");
        await page.GetByText("我自己（自然人）", new() { Exact = true }).ClickAsync();
        await NextAsync("保存，下一步");
        await page.GetByLabel("姓名").FillAsync("林小满");
        await page.GetByLabel("证件号码").FillAsync("11010519491231002X");
        await NextAsync("保存，下一步");
        await page.GetByLabel("所需信息的名称").FillAsync(Subject);
        await page.GetByLabel("具体描述").FillAsync("清溪县应急管理局在2025年签订的防汛物资采购合同及其附件。");
        await NextAsync("保存，下一步");
        await page.GetByText("在本站查看、下载", new() { Exact = true }).ClickAsync();
        await NextAsync("保存，下一步");
        await page.GetByLabel("联系电话").FillAsync("13000000000");
        await NextAsync("保存，下一步");
        await NextAsync("保存，下一步");
        await NextAsync("提交申请");
        return (await page.Locator(".receipt__keys dd").First.InnerTextAsync(), await page.Locator(".receipt__code").InnerTextAsync());

        async Task NextAsync(string button)
        {
            await (look?.Invoke() ?? Task.CompletedTask);
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        }
    }

    public static async Task SignInAsync(this IPage page, string user, string code = "")
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("用户名").FillAsync(user);
        await page.GetByLabel("密码").FillAsync(County.Password);
        await page.GetByLabel("动态码").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "退出" })).ToBeVisibleAsync();
    }

    /// <summary>打开申请，点开能办的一件事。</summary>
    public static async Task BeginAsync(this IPage page, string number, string act)
    {
        await page.GotoAsync($"/requests/{number}");
        await page.Locator($".act:has(b:text-is('{act}'))").ClickAsync();
    }

    /// <summary>点开一件事，照标签填好，交上；必须办成。</summary>
    public static async Task DoAsync(this IPage page, string number, string act, params (string Label, string Value)[] fields)
    {
        await page.BeginAsync(number, act);
        await page.FinishAsync(act, fields);
    }

    public static async Task FinishAsync(this IPage page, string button, params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields)
        {
            var field = page.GetByLabel(new Regex("^" + Regex.Escape(label)));
            await (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT" ? field.SelectOptionAsync(value) : field.FillAsync(value));
        }

        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main [role=status]").First).ToBeVisibleAsync();
        Assert.EndsWith($"/requests/{page.Url.Split('/')[4].Split('?')[0]}", page.Url, StringComparison.Ordinal);
    }
}
