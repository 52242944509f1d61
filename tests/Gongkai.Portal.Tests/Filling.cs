using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongkai.Portal.Tests;

/// <summary>照着步子填表。</summary>
public static class Filling
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");

    /// <summary>一份填得对的。号码是虚构的，校验位对。</summary>
    public static Dictionary<string, string> Good() => new()
    {
        ["Kind"] = "Person",
        ["Name"] = "林小满",
        ["IdKind"] = "居民身份证",
        ["IdNumber"] = "110101199003070011".WithCheckDigit(),
        ["Subject"] = "2025 年度防汛物资采购合同",
        ["Description"] = "清溪县应急管理局与供货单位在 2025 年 4 月签订的防汛物资采购合同及其附件。",
        ["Delivery"] = "Online",
        ["Telephone"] = "13000000000",
        ["Email"] = "",
        ["Address"] = "",
        ["PostCode"] = "",
        ["AgentName"] = "",
        ["AgentNumber"] = "",
        ["AgentTelephone"] = "",
        ["Assistance"] = "",
    };

    /// <summary>从开始页填到检查页。</summary>
    public static async Task<IHtmlDocument> FillAsync(this Visitor visitor, Dictionary<string, string>? values = null, string agency = PortalUnderTest.Agency)
    {
        values ??= Good();
        var page = await visitor.SubmitAsync(await visitor.OpenAsync($"/apply/{agency}"));
        while (!visitor.Here.EndsWith("/check", StringComparison.Ordinal))
        {
            var here = visitor.Here;
            page = await visitor.SubmitAsync(page, page.Only(values));
            Assert.NotEqual(here, visitor.Here);
        }

        return page;
    }

    /// <summary>填好、提交，给出回执页上的编号与查询码。</summary>
    public static async Task<(string Number, string Code)> FileAsync(this Visitor visitor, Dictionary<string, string>? values = null, string agency = PortalUnderTest.Agency) =>
        (await visitor.SubmitAsync(await visitor.FillAsync(values, agency), go: "submit")).Receipt();

    public static (string Number, string Code) Receipt(this IHtmlDocument page) =>
        (page.QuerySelector(".receipt__keys dd")!.TextContent.Trim(), page.QuerySelector(".receipt__code")!.TextContent.Trim());

    /// <summary>凭编号与查询码打开。</summary>
    public static async Task<IHtmlDocument> FollowAsync(this Visitor visitor, string number, string code) =>
        await visitor.SubmitAsync(await visitor.OpenAsync("/follow"), new() { ["Number"] = number, ["Code"] = code });

    /// <summary>只取这一页有的项。</summary>
    public static Dictionary<string, string> Only(this IHtmlDocument page, Dictionary<string, string> values) =>
        values.Where(v => page.QuerySelector($"main [name={v.Key}]") is not null).ToDictionary();

    public static string Text(this IParentNode page) => ((IHtmlDocument)page).QuerySelector("main")!.TextContent;

    private static string WithCheckDigit(this string number)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return number[..17] + "10X98765432"[weights.Select((w, i) => w * (number[i] - '0')).Sum() % 11];
    }
}
