namespace Gongkai.Reports.Checking.Words;

/// <summary>句子的主语是不是编制报告的单位自己。</summary>
internal static class OwnSubject
{
    private const int LongestKind = 4;

    private const string KindEndings = "局委办厅镇乡道处心县市区省州旗盟关位门校院馆所站队社署会";

    /// <summary>开头是自称或自己的名称时，它有几个字；不是时为 0。</summary>
    public static int LengthAt(ReadOnlySpan<char> text, string? agency)
    {
        if (text.Length >= 2 && text[0] is '我' or '本' or '全')
        {
            for (var i = 1; i <= LongestKind && i < text.Length; i++)
            {
                if (KindEndings.Contains(text[i], StringComparison.Ordinal))
                {
                    return i + 1;
                }
            }

            return 0;
        }

        return agency is { Length: >= 3 } ? OwnName(text, agency) : 0;
    }

    // The whole name, or what is left of it without the place before it.
    private static int OwnName(ReadOnlySpan<char> text, string agency)
    {
        for (var from = 0; from + 3 <= agency.Length; from++)
        {
            if ((from == 0 || "省市县区旗州盟镇乡".Contains(agency[from - 1], StringComparison.Ordinal) || "市县区".Contains(agency[from], StringComparison.Ordinal))
                && text.StartsWith(agency.AsSpan(from)))
            {
                return agency.Length - from;
            }
        }

        // “区应急局” for 区应急管理局: a short form begins with the level and ends as the name does.
        if (text.Length > 3 && "省市县区".Contains(text[0], StringComparison.Ordinal))
        {
            var end = text[1..Math.Min(text.Length, 9)].IndexOf(agency[^1]);
            return end > 0 && AgencyNames.IsShortFor(text.Slice(1, end + 1), agency) ? end + 2 : 0;
        }

        return 0;
    }
}
