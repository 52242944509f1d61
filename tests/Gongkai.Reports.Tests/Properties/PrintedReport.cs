using Gongkai.Core.Reports;

namespace Gongkai.Reports.Tests.Properties;

/// <summary>印出的报告：段落与表格，按先后。段落是文字，表格是 <see cref="PrintedTable"/>。</summary>
internal sealed record PrintedReport(string Title, IReadOnlyList<object> Parts)
{
    /// <summary>六个部分齐全的一份报告；表格分别在第二、三、四部分。</summary>
    public static PrintedReport Of(RandomReport report)
    {
        var title = $"{report.Agency}{report.Year}年政府信息公开工作年度报告";
        List<object> parts = [title, $"本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为{report.Year}年1月1日至12月31日。"];
        foreach (var section in report.Form.Sections)
        {
            parts.Add(section.Heading);
            parts.AddRange(section.Number switch
            {
                1 => [$"{report.Year}年，本机关认真落实政务公开各项要求，通过门户网站公开信息312条，举办培训4次。"],
                2 => [PrintedTable.Of(report, ReportTable.Proactive)],
                3 => [PrintedTable.Of(report, ReportTable.Requests)],
                4 => [PrintedTable.Of(report, ReportTable.Remedies)],
                5 => ["公开内容还不够丰富，下一步将加强业务学习，及时更新栏目。"],
                _ => (object[])["无其他需要报告的事项。"],
            });
        }

        parts.AddRange([report.Agency, $"{report.Year + 1}年1月18日"]);
        return new PrintedReport(title, parts);
    }
}
