using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Structure;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>发布日期与落款日期：迟了、早于统计期末、互相说不通。</summary>
internal static class PublicationRules
{
    // Pages are moved to new sites and dated anew: after a year the printed date may not be the first one.
    private const int MovedPage = 366;

    // 签发后几天内录入网站、日期倒填一两天，都是常事。
    private const int FewDays = 7;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rule
        {
            Code = "E29",
            Title = "公布迟了",
            Basis = "《政府信息公开条例》第四十九条：县级以上人民政府部门每年 1 月 31 日前，县级以上地方人民政府每年 3 月 31 日前；乡镇、街道等由地区规定（data/regions）",
            Severity = Severity.Error,
            Summary = "印出的发布日期晚于这一级单位的公布期限。没有规定日期的单位、没有印发布日期的报告不判；期限当日放假而在假后首个工作日前公布的，迟了一年以上、可能是网页迁移的，只作警告。",
            Examples =
            [
                new("部门在 1 月 31 日当天发布", false) { Report = new() { SourceLine = "来源：清溪县应急管理局　时间：2024-01-31" } },
                new("县政府在 3 月 28 日发布", false) { Report = new() { Agency = "清溪县人民政府", SourceLine = "发布时间：2024-03-28" } },
                new("街道在 2 月 5 日发布，全国没有规定日期", false) { Report = new() { Agency = "清溪县文昌街道办事处", SourceLine = "发布时间：2024-02-05" } },
                new("只有落款日期晚", false) { Report = new() { SignedOn = "2024年2月20日" } },
                new("部门在 2 月 2 日发布，迟两天", true) { Report = new() { SourceLine = "来源：清溪县应急管理局　时间：2024-02-02" } },
                new("县政府在 4 月 7 日发布", true) { Report = new() { Agency = "清溪县人民政府", SourceLine = "发布时间：2024-04-07" }, AsOf = new DateOnly(2024, 4, 30) },
                new("地区规定街道也在 1 月 31 日前", true) { Report = new() { Agency = "清溪区文昌街道办事处", Year = 2024, SourceLine = "发布时间：2025-02-10" }, Region = "lianxi" },
            ],
            Check = CheckLate,
        },
        new Rule
        {
            Code = "E30",
            Title = "日期早于统计期末",
            Basis = "统计期限为报告年度 1 月 1 日至 12 月 31 日，期末之前不会有全年的数",
            Severity = Severity.Warning,
            Summary = "落款日期或发布日期早于报告年度的 12 月 31 日。",
            Examples =
            [
                new("期末当天落款", false) { Report = new() { SignedOn = "2023年12月31日" } },
                new("落款写成报告年度的 1 月", true) { Report = new() { SignedOn = "2023年1月15日" } },
                new("12 月 20 日发布", true) { Report = new() { SourceLine = "发布时间：2023-12-20", SignedOn = "" } },
            ],
            Check = CheckEarly,
        },
        new Rule
        {
            Code = "E31",
            Title = "发布日期说不通",
            Basis = "发布日期应当如实：《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）把伪造发稿日期列为单项否决",
            Severity = Severity.Warning,
            Summary = "发布日期比落款日期早一周以上（文件还没有签发，网页不会已经发布），或者早于正文说已经发生的事。只凭报告本身不能断定是哪个日期错了，所以只作警告。",
            Examples =
            [
                new("先落款，后发布", false) { Report = new() { SourceLine = "发布时间：2024-01-25", SignedOn = "2024年1月15日" } },
                new("发布比落款早两天", false) { Report = new() { SourceLine = "发布时间：2024-01-15", SignedOn = "2024年1月17日" } },
                new("正文说的是发布之后的打算", false) { Report = new() { SourceLine = "发布时间：2024-01-10", SignedOn = "", Replacements = [("（五）监督保障。", "（五）监督保障。2024年3月15日将召开公开工作培训会。")] } },
                new("正文说发布之后的会已经开过", true) { Report = new() { SourceLine = "发布时间：2024-01-10", SignedOn = "", Replacements = [("（五）监督保障。", "（五）监督保障。2024年1月25日，本机关召开会议通报全年公开情况。")] } },
                new("发布比落款早三个月", true) { Report = new() { SourceLine = "发布时间：2024-01-10", SignedOn = "2024年4月12日" } },
            ],
            Check = CheckImpossible,
        },
    ];

    private static void CheckLate(Rule rule, CheckContext context)
    {
        var report = context.Report;
        if (report is not { PublishedOn: { } published, Year: { } year } || published.Year <= year || context.Region.DueDateOf(report.Level, year) is not { } due || published <= due.Date)
        {
            return;
        }

        var line = ReportQuotes.Publication(report, published);
        var certainty = DueDateCertainty.Of(report.Agency, report.Level);
        if (certainty is Certainty.None || (line is not null && ReportQuotes.IsUpdate(line)))
        {
            return;
        }

        var days = published.DayNumber - due.Date.DayNumber;
        var office = certainty is Certainty.Office && SpeaksForGovernment(context) && context.Region.DueDateOf(AgencyLevel.County, year) is { } government && published <= government.Date;
        var rested = published <= context.Region.FirstWorkingDayFrom(due.Date);
        var (severity, doubt) = 0 switch
        {
            _ when rested => (Severity.Warning, "期限当日放假，这是假后第一个工作日之前；条例没有写可以顺延，宜提前公布。"),
            _ when office => (Severity.Warning, "如果这是本级政府的报告，期限是 3 月 31 日，可以不理会。"),
            _ when certainty is Certainty.Likely && days <= MovedPage => (Severity.Warning, "单凭名称不能断定本单位适用这个期限，请核实。"),
            _ when days > MovedPage => (Severity.Warning, "也可能是网页迁移后的日期，请核实首次公布的日期。"),
            _ => (Severity.Error, "如果印出的不是首次公布的日期，请更正；确系迟报的，请说明原因，今后按期公布。"),
        };
        context.Find(
            rule,
            $"发布日期 {published:yyyy-MM-dd} 晚于公布期限 {due.Date:yyyy-MM-dd}，迟了 {days} 天（{due.Basis}）。{doubt}",
            quotes: line is null ? ReportQuotes.Title(context) : [line],
            severity: severity);
    }

    // 政府办公室的名义、全县的口径：多半是本级政府的报告。
    private static bool SpeaksForGovernment(CheckContext context)
    {
        foreach (var scope in (ReadOnlySpan<string>)["全省", "全市", "全县", "全区", "各乡镇", "各县", "本级政府"])
        {
            if (context.Text.Letters.Contains(scope, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckEarly(Rule rule, CheckContext context)
    {
        var report = context.Report;
        if (report.Year is not ({ } year and > 1990 and < 2200))
        {
            return;
        }

        var end = new DateOnly(year, 12, 31);
        if (report.SignedOn is { } signed && signed < end)
        {
            Say("落款日期", signed, ReportQuotes.Signature(report, signed));
        }
        else if (report.PublishedOn is { } published && published < end && ReportQuotes.Publication(report, published) is var line && (line is null || !ReportQuotes.IsUpdate(line)))
        {
            Say("发布日期", published, line);
        }

        void Say(string what, DateOnly date, Quote? line) => context.Find(
            rule,
            $"{what} {date:yyyy-MM-dd} 早于统计期末 {end:yyyy-MM-dd}，那时还没有全年的数。请核对日期（常见的是年份没有改）。",
            quotes: line is null ? ReportQuotes.Title(context) : [line]);
    }

    private static void CheckImpossible(Rule rule, CheckContext context)
    {
        CheckEvents(rule, context);
        var report = context.Report;
        if (report is not { PublishedOn: { } published, SignedOn: { } signed } || signed.DayNumber - published.DayNumber <= FewDays
            || (report.Year is { } year && published < new DateOnly(Math.Clamp(year, 1, 9999), 12, 31)))
        {
            return;
        }

        List<Quote> quotes = [];
        if (ReportQuotes.Publication(report, published) is { } line)
        {
            quotes.Add(line);
        }

        if (ReportQuotes.Signature(report, signed) is { } signature)
        {
            quotes.Add(signature);
        }

        context.Find(
            rule,
            $"发布日期 {published:yyyy-MM-dd} 比落款日期 {signed:yyyy-MM-dd} 早 {signed.DayNumber - published.DayNumber} 天，两个日期至少有一个不对。请核对并如实更正。",
            quotes: quotes.Count > 0 ? quotes : ReportQuotes.Title(context),
            severity: Severity.Warning);
    }

    /// <summary>正文把一件事当作已经发生的来说，而它的日期在发布之后。</summary>
    private static void CheckEvents(Rule rule, CheckContext context)
    {
        if (context.Report.PublishedOn is not { } published)
        {
            return;
        }

        var letters = context.Text.Letters;
        var year = $"{published.Year}年";
        for (var at = letters.IndexOf(year, StringComparison.Ordinal); at >= 0; at = letters.IndexOf(year, at + year.Length, StringComparison.Ordinal))
        {
            if (PrintedDate.Read(letters, at) is not { } date || date.Date <= published || context.Text.SectionAt(at) is 0 or 6)
            {
                continue;
            }

            var sentence = context.Text.Sentences[context.Text.SentenceAt(at)];
            if (IsPast(letters.AsSpan(sentence.Start, sentence.End - sentence.Start), letters.AsSpan(date.End, Math.Min(sentence.End, date.End + 12) - date.End)))
            {
                var quote = context.Text.QuoteSentence(at);
                context.Find(
                    rule,
                    $"发布日期 {published:yyyy-MM-dd} 早于正文所说已经发生的事（{date.Date:yyyy-MM-dd}），两个日期至少有一个不对。请核对并如实更正。",
                    quotes: ReportQuotes.Publication(context.Report, published) is { } line ? [line, quote] : [quote],
                    severity: Severity.Warning);
                return;
            }
        }
    }

    private static bool IsPast(ReadOnlySpan<char> sentence, ReadOnlySpan<char> after)
    {
        foreach (var word in (ReadOnlySpan<string>)["将", "拟", "计划", "预计", "前完成", "日前", "之前", "以前", "年底", "起", "截止", "截至", "有效期", "施行", "实施", "力争", "争取", "确保"])
        {
            if (sentence.IndexOf(word) >= 0)
            {
                return false;
            }
        }

        foreach (var word in (ReadOnlySpan<string>)["召开", "举办", "印发", "开展了", "完成了", "组织了", "通报了", "已"])
        {
            if (after.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
