using System.Net;
using System.Text;
using System.Text.Json;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

public class ScriptedPageTests
{
    private static readonly string Inner = "<p>清溪县应急管理局2023年政府信息公开工作年度报告</p><table><tr><td>本年新收</td><td>12</td></tr><tr><td>上年结转</td><td>3</td></tr></table><p>"
        + new string('文', 200) + "</p>";

    public static TheoryData<string, string> Pages => new()
    {
        { "double quotes", $"<html><body><div id=a></div><script>// don't\nvar content = \"{Inner}\";</script></body></html>" },
        { "escaped slashes", $"<div></div><script>var content = '{Inner.Replace("/", "\\/", StringComparison.Ordinal)}';</script>" },
        { "json with unicode escapes", $"<div id=app></div><script>window.data = {JsonSerializer.Serialize(new { content = Inner })}</script>" },
        { "json within json", $"<script>window.data = {JsonSerializer.Serialize(JsonSerializer.Serialize(new { content = Inner }))}</script>" },
        { "a json file", JsonSerializer.Serialize(new { code = 0, content = Inner }) },
        { "hexadecimal escapes", $"<script>show('{Inner.Replace("<", "\\x3c", StringComparison.Ordinal)}')</script>" },
        { "percent escapes", $"<script>show(unescape('{Inner.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}'))</script>" },
        { "entities in an attribute", $"<input type=hidden value=\"{WebUtility.HtmlEncode(Inner)}\">" },
        { "entities in a hidden element", $"<div id=b style=display:none>{WebUtility.HtmlEncode(Inner)}</div>" },
        { "a text area", $"<textarea style=\"display:none\">{Inner}</textarea>" },
        { "a template script", $"<script type=\"text/html\">{Inner}</script>" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_written_as_a_string_in_a_script_is_found(string way, string page)
    {
        Assert.NotEmpty(way);

        var document = SourceFiles.Open("a.html", Encoding.UTF8.GetBytes(page));

        Assert.Equal("0,0=本年新收|0,1=12|1,0=上年结转|1,1=3", Assert.Single(document.Show(), b => b[0] != 'P'));
        Assert.Equal([ReaderNotes.PageInScript], document.Notes.Select(n => n.Code));
    }

    [Fact]
    public void A_report_on_the_page_is_preferred_to_one_in_a_script()
    {
        var document = SourceFiles.Html($"<table><tr><td>本年新收<td>7</table><script>var old = \"{Inner}\";</script>");

        Assert.Equal(["0,0=本年新收|0,1=7"], document.Show());
        Assert.Empty(document.Notes);
    }

    [Fact]
    public void A_report_in_an_element_that_a_script_would_show_is_read()
    {
        var document = SourceFiles.Html($"<p>加载中</p><div style='display:none'>{Inner}</div>");

        Assert.Contains("0,0=本年新收|0,1=12|1,0=上年结转|1,1=3", document.Show());
    }
}
