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
        { "entities shown as text", $"<div>{WebUtility.HtmlEncode(Inner)}</div>" },
        { "entities over many lines", $"<div>{WebUtility.HtmlEncode(Inner).Replace("&lt;tr", "</div>\n<div>&lt;tr", StringComparison.Ordinal)}</div>" },
        { "entities escaped twice", $"<div>{WebUtility.HtmlEncode(WebUtility.HtmlEncode(Inner))}</div>" },
        { "entities escaped three times in an attribute", $"<div data-content=\"{WebUtility.HtmlEncode(WebUtility.HtmlEncode(WebUtility.HtmlEncode(Inner)))}\"></div>" },
        { "numeric entities", $"<div>{Inner.Replace("<", "&#60;", StringComparison.Ordinal).Replace(">", "&#x3E;", StringComparison.Ordinal)}</div>" },
        { "entities in a text area", $"<textarea>{WebUtility.HtmlEncode(WebUtility.HtmlEncode(Inner))}</textarea>" },
        { "entities in a script", $"<script>var content = \"{WebUtility.HtmlEncode(Inner)}\";</script>" },
        { "markup in an attribute", $"<div data-html='{Inner}'></div>" },
        { "json in an attribute", $"<div data-page=\"{WebUtility.HtmlEncode(JsonSerializer.Serialize(new { content = Inner }))}\"></div>" },
        { "entities with blanks in the cells", $"<div>{WebUtility.HtmlEncode(Inner.Replace("</td>", "</td> ", StringComparison.Ordinal))}</div>" },
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

    [Theory]
    [InlineData("<table><tr><td>本年新收</td><td>12&amp;nbsp;</td></tr></table>")]
    [InlineData("<table><tr><td>本年新收</td><td>12&amp;amp;nbsp;</td></tr></table>")]
    [InlineData("<table><tr><td>本年新收</td><td>12&amp;#160;</td></tr></table>")]
    public void A_blank_escaped_twice_is_a_blank(string table)
    {
        Assert.Equal(["0,0=本年新收|0,1=12\u00A0"], SourceFiles.Html(table).Show());
        Assert.Equal(["0,0=本年新收|0,1=12\u00A0"], SourceFiles.Html($"<div>{WebUtility.HtmlEncode(table)}</div>").Show());
    }

    [Fact]
    public void A_sentence_about_markup_does_not_make_a_page_of_text()
    {
        var document = SourceFiles.Html("<p>本年新收 12 件，表格标记写作 &lt;table&gt;。</p>");

        Assert.Equal(["P:本年新收 12 件，表格标记写作 <table>。"], document.Show());
        Assert.Empty(document.Notes);
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
