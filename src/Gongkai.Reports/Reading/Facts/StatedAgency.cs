namespace Gongkai.Reports.Reading.Facts;

/// <summary>报告自己说的编制单位：「由X编制」「本机关（X）」「请联系X」，以及网页的「来源：X」。</summary>
internal static class StatedAgency
{
    private const int Reach = 8_000;

    private static readonly string[] Before = ["编制"];
    private static readonly string[] After = ["本机关(", "本机关（", "本报告由", "报告由"];
    private static readonly string[] Contacts = ["请联系", "请与", "请致电", "请咨询"];
    private static readonly string[] Sources = ["来源：", "来源:", "发布机构：", "发布机构:", "公开机构：", "公开机构:", "发布单位：", "发布单位:", "公开单位：", "公开单位:", "编制单位：", "编制单位:", "发布主体：", "责任单位："];

    /// <summary>正文之前自述的名称；没有时为 null。</summary>
    public static string? Find(ReadOnlySpan<char> text, int from, int to)
    {
        from = Math.Max(from, to - Reach);
        return AfterAny(text[from..to], After) ?? BeforeAny(text[from..to]);
    }

    /// <summary>正文之前说的联系单位；常是编制机关里的一个科室，所以单独给出。没有时为 null。</summary>
    public static string? Contact(ReadOnlySpan<char> text, int from, int to) => AfterAny(text[Math.Max(from, to - Reach)..to], Contacts);

    /// <summary>标题旁的来源；可能是网站的名称，所以最后才看。</summary>
    public static string? Source(ReadOnlySpan<char> text, int from, int to) => AfterAny(text[Math.Max(from, to - Reach)..to], Sources);

    private static string? AfterAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            var rest = text;
            for (var tries = 0; tries < 8 && rest.IndexOf(word) is >= 0 and var at; tries++)
            {
                rest = rest[(at + word.Length)..];
                var begin = Glyphs.SkipSpaces(rest, 0);
                var end = begin;
                while (end < rest.Length && end - begin <= AgencyName.Longest && Glyphs.KindOf(rest[end]) == Glyph.Letter)
                {
                    end++;
                }

                if (Name(rest[begin..end]) is { } name)
                {
                    return name;
                }
            }
        }

        return null;
    }

    private static string? BeforeAny(ReadOnlySpan<char> text)
    {
        foreach (var word in Before)
        {
            var rest = text;
            for (var tries = 0; tries < 8 && rest.LastIndexOf(word) is >= 0 and var at; tries++)
            {
                rest = rest[..at];
                var begin = rest.Length;
                while (begin > 0 && rest.Length - begin <= AgencyName.Longest && Glyphs.KindOf(rest[begin - 1]) == Glyph.Letter)
                {
                    begin--;
                }

                var by = rest[begin..].LastIndexOf('由');
                if (Name(rest[(begin + by + 1)..]) is { } name)
                {
                    return name;
                }
            }
        }

        return null;
    }

    private static string? Name(ReadOnlySpan<char> raw)
    {
        if (raw.Length > AgencyName.Longest + 8)
        {
            return null;
        }

        Span<char> folded = stackalloc char[raw.Length];
        for (var i = 0; i < raw.Length; i++)
        {
            folded[i] = HanFold.Fold(raw[i]);
        }

        ReadOnlySpan<char> name = folded;
        foreach (var word in (ReadOnlySpan<string>)["组织编制", "负责编制", "编制", "联系", "咨询", "负责解释"])
        {
            var at = name.IndexOf(word);
            name = at > 0 ? name[..at] : name;
        }

        var stripped = AgencyName.Strip(name);
        var start = name.IndexOf(stripped);
        return AgencyName.IsLikely(stripped) ? new string(raw.Slice(start, stripped.Length)) : null;
    }
}
