using System.Globalization;

namespace Gongkai.Reports.Reading.Html;

/// <summary>网页元数据里的发布日期。政府网站的写法由《政府网站发展指引》定为 PubDate，实际上各写各的。</summary>
internal sealed class PublicationMeta
{
    private static readonly string[] Names = ["PubDate", "PublishDate", "ArticlePubDate", "article:published_time", "publish_time", "publishtime", "dc.date", "dc.date.issued", "og:release_date"];
    private int rank = int.MaxValue;

    /// <summary>发布日期；没有时为 null。</summary>
    public DateOnly? Date { get; private set; }

    /// <summary>标题、关键词、简介与不显示的字。</summary>
    public UnseenText Unseen { get; } = new();

    /// <summary>看一条元数据。</summary>
    public void Consider(ReadOnlySpan<char> name, ReadOnlySpan<char> content)
    {
        name = name.Trim();
        if (name.Equals("keywords", StringComparison.OrdinalIgnoreCase) || name.Equals("description", StringComparison.OrdinalIgnoreCase))
        {
            Unseen.Add(content);
            return;
        }

        for (var i = 0; i < Names.Length && i < rank; i++)
        {
            if (name.Equals(Names[i], StringComparison.OrdinalIgnoreCase) && Parse(content) is { } date)
            {
                Date = date;
                rank = i;
            }
        }
    }

    /// <summary>年、月、日三个数，中间隔着什么都行；或连写的八位。</summary>
    private static DateOnly? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length >= 8 && text[..8].IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        }

        Span<int> parts = stackalloc int[3];
        for (var i = 0; i < 3; i++)
        {
            var start = text.IndexOfAnyInRange('0', '9');
            if (start < 0)
            {
                return null;
            }

            text = text[start..];
            var end = text.IndexOfAnyExceptInRange('0', '9');
            if (!int.TryParse(end < 0 ? text : text[..end], NumberStyles.None, CultureInfo.InvariantCulture, out parts[i]))
            {
                return null;
            }

            text = end < 0 ? default : text[end..];
        }

        var (year, month, day) = (parts[0], parts[1], parts[2]);
        return year is > 1990 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }
}
