namespace Gongkai.Reports.Reading.Facts;

/// <summary>标题旁印出的发布日期：「发布时间：2024-02-02」「发布于2024年2月2日」。</summary>
internal static class PublicationDate
{
    private const int Reach = 20_000;

    // Better labels first.
    private static readonly string[][] Labels =
    [
        ["发布时间", "发布日期", "发布于", "公开日期", "公开时间", "公布日期", "公布时间", "发表时间", "发文时间", "发稿时间", "发布"],
        ["时间", "日期"],
        ["更新时间", "更新日期", "生成日期", "发文日期"],
    ];

    private static readonly string[] OtherDates = ["成文", "截止", "截至", "施行", "实施", "生效", "印发", "制作", "编制", "统计", "失效", "有效", "签发", "打印", "访问", "当前", "今天", "北京", "办公", "工作", "受理", "开放", "废止"];
    private static readonly string[] Companions = ["来源", "浏览", "点击", "阅读", "字号", "字体", "作者", "访问量"];

    /// <summary>在正文之前找；没有或没有这一天时为 null。</summary>
    public static DateOnly? Find(ReadOnlySpan<char> text, int from, int to)
    {
        from = Math.Max(from, to - Reach);
        var (found, rank) = ((DateOnly?)null, int.MaxValue);
        for (var at = from; at < to;)
        {
            var step = text[at..to].IndexOfAny("2２二");
            if (step < 0)
            {
                break;
            }

            at += step;
            if ((at == 0 || PrintedDate.Digit(text[at - 1]) < 0) && PrintedDate.Read(text[..to], at) is { } date)
            {
                if (Rank(text, from, to, date) is { } r && r <= rank)
                {
                    (found, rank) = (date.Date, r);
                }

                at = date.End;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    private static int? Rank(ReadOnlySpan<char> text, int from, int to, PrintedDate date)
    {
        Span<char> buffer = stackalloc char[6];
        var count = buffer.Length;
        for (var i = date.Start - 1; i >= from && count > 0 && date.Start - i < 24; i--)
        {
            if (Glyphs.KindOf(text[i]) == Glyph.Letter)
            {
                buffer[--count] = HanFold.Fold(text[i]);
            }
            else if (HanFold.Fold(text[i]) is '。' or ',' or ';' or '、')
            {
                break;
            }
        }

        ReadOnlySpan<char> before = buffer[count..];
        for (var rank = Labels.Length - 1; rank >= 0; rank--)
        {
            foreach (var label in Labels[rank])
            {
                if (before.EndsWith(label) && (rank != 1 || !EndsWithOther(before[..^label.Length])))
                {
                    return rank == 1 && EndsWithBetter(before) ? 0 : rank;
                }
            }
        }

        return HasCompanion(text, from, to, date) ? Labels.Length : null;
    }

    private static bool EndsWithBetter(ReadOnlySpan<char> before)
    {
        foreach (var label in Labels[0])
        {
            if (before.EndsWith(label))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithOther(ReadOnlySpan<char> before)
    {
        foreach (var word in OtherDates)
        {
            if (before.EndsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    // “2024-02-02 10:12 来源：清溪县应急管理局”: unlabelled, but on the line of publication.
    private static bool HasCompanion(ReadOnlySpan<char> text, int from, int to, PrintedDate date)
    {
        var line = text[from..date.Start].LastIndexOf('\n') + 1 + from;
        if (date.Start - line > 60)
        {
            return false;
        }

        var rest = text[date.End..Math.Min(to, date.End + 60)];
        var end = rest.IndexOf('\n');
        rest = end < 0 ? rest : rest[..end];
        foreach (var word in Companions)
        {
            if (rest.IndexOf(word) >= 0 || text[line..date.Start].IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
