using System.Text.RegularExpressions;

namespace Gongkai.Bench.Fuzzing;

/// <summary>对标记的变异：网页与 docx 的 XML 通用。</summary>
public static partial class MarkupMutations
{
    private static readonly string[] Html =
    [
        "<table>", "</table>", "<tr>", "</td>", "<td rowspan=65535>", "<td colspan=1000 rowspan=0>", "<td rowspan=\"-1\">", "<td colspan=99999999999>", "<th>", "<br>", "<p>", "</p>", "<div>",
        "<script>", "</script>", "<style>", "<!--", "-->", "<![CDATA[", "<plaintext>", "<template>", "<select>", "<svg><math>", "<img src=x>", "<base href='http://example.invalid/'>", "<b><i>",
        "&#0;", "&#xD800;", "&#x202E;", "&nbsp;", "&amp", "<td hidden>", "<caption>", "<meta charset=utf-16>", "<noscript>", "<frameset>", "<table><tr><td>1</td></tr></table>",
    ];

    private static readonly string[] Xml =
    [
        "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p/>", "<w:tc><w:tcPr><w:gridSpan w:val=\"2147483647\"/></w:tcPr><w:p/></w:tc>", "<w:vMerge/>", "<w:vMerge w:val=\"restart\"/>",
        "<w:gridSpan w:val=\"-5\"/>", "<w:tab/>", "<w:br/>", "<w:drawing/>", "<w:del><w:r><w:delText>9</w:delText></w:r></w:del>", "<w:ins>", "<w:sdt><w:sdtContent>", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "<!--", "<![CDATA[", "<?x?>", "&#0;", "&#x1F600;", "&x;", "&lt;", "<w:t xml:space=\"preserve\"> </w:t>", "<x:y/>", "<!DOCTYPE a [<!ENTITY x \"1\">]>",
    ];

    /// <summary>变异一次。</summary>
    /// <param name="text">标记。</param>
    /// <param name="xml">是 docx 的 XML；否则是网页。</param>
    /// <param name="chance">偶然。</param>
    public static string Apply(string text, bool xml, Chance chance)
    {
        var tags = Tag().Matches(text);
        if (tags.Count == 0 || chance.OneIn(5))
        {
            return text.Insert(chance.Below(text.Length + 1), chance.Pick(xml ? Xml : Html));
        }

        var (one, two) = (tags[chance.Below(tags.Count)], tags[chance.Below(tags.Count)]);
        return chance.Below(8) switch
        {
            0 => text.Remove(one.Index, one.Length),
            1 => text.Insert(one.Index, one.Value),
            2 => text.Insert(one.Index, two.Value),
            3 => text.Remove(one.Index, one.Length).Insert(one.Index, two.Value),
            4 => text.Insert(one.Index + one.Length, chance.Pick(xml ? Xml : Html)),
            5 => Span().Replace(text, match => match.Groups[1].Value + chance.Pick(["0", "2", "7", "-1", "1000", "65534", "4294967297", "x"]), chance.Between(1, 4), chance.Below(text.Length)),
            6 => Move(text, one, two),
            _ => Nest(text, one, chance),
        };
    }

    /// <summary>把网页包进转义的脚本字符串，如有的网站所做。</summary>
    public static string InScript(string text) =>
        "<html><body><script>var content = \"" + text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal) + "\";</script></body></html>";

    private static string Move(string text, Match one, Match two)
    {
        var (start, end) = one.Index < two.Index ? (one.Index, two.Index) : (two.Index, one.Index);
        return text[..start] + text[end..] + text[start..end];
    }

    private static string Nest(string text, Match tag, Chance chance) =>
        text.Insert(tag.Index, string.Concat(Enumerable.Repeat(tag.Value, chance.OneIn(10) ? 5000 : chance.Between(2, 200))));

    [GeneratedRegex("</?[A-Za-z][^<>]{0,200}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("((?:rowspan|colspan|w:val)=\"?)-?[0-9a-z]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Span();
}
