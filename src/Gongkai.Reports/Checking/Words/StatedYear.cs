using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Words;

/// <summary>报告说的到底是哪一年：标题、统计期、正文各说一遍，多半一致。</summary>
internal static class StatedYear
{
    /// <summary>
    /// 标题的年度错了：统计期与正文都说是另一年。没有错、或不能肯定时为 null。
    /// 标题与落款相合（次年落款）时，错的不是标题。
    /// </summary>
    public static int? InsteadOfTitle(CheckContext context, ReportPeriod? period)
    {
        if (context.Report.Year is not { } title || period?.WholeYear is not { } year || year == title
            || (context.Report.SignedOn ?? context.Report.PublishedOn)?.Year == title + 1)
        {
            return null;
        }

        return Mentions(context.Text, year) > Mentions(context.Text, title) ? year : null;
    }

    /// <summary>按哪一年看正文：标题肯定错了时，照正文说的。</summary>
    public static int? Of(CheckContext context) => InsteadOfTitle(context, ReportPeriod.Find(context.Text)) ?? context.Report.Year;

    // In the six parts, each mention once; the title and the introduction do not count.
    private static int Mentions(NarrativeText text, int year)
    {
        var count = 0;
        foreach (var mention in text.Years)
        {
            count += mention.Year == year && text.SectionAt(mention.Start) is (1 or 5 or 6) ? 1 : 0;
        }

        return count;
    }
}
