namespace Gongkai.Core.Reports;

/// <summary>年度报告的三张表。</summary>
public enum ReportTable
{
    /// <summary>第二部分：主动公开政府信息情况。</summary>
    Proactive,

    /// <summary>第三部分：收到和处理政府信息公开申请情况。</summary>
    Requests,

    /// <summary>第四部分：政府信息公开行政复议、行政诉讼情况。</summary>
    Remedies,
}

/// <summary>表名在地址里的写法：全小写英文。</summary>
public static class ReportTableNames
{
    /// <summary>三张表，按报告中的先后。</summary>
    public static readonly IReadOnlyList<ReportTable> All = [ReportTable.Proactive, ReportTable.Requests, ReportTable.Remedies];

    /// <summary>地址里的表名，如 <c>requests</c>。</summary>
    public static string Key(this ReportTable table) => table switch
    {
        ReportTable.Proactive => "proactive",
        ReportTable.Requests => "requests",
        ReportTable.Remedies => "remedies",
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };

    /// <summary>给人看的表名，如「表三」。</summary>
    public static string ShortName(this ReportTable table) => table switch
    {
        ReportTable.Proactive => "表二",
        ReportTable.Requests => "表三",
        ReportTable.Remedies => "表四",
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };

    /// <summary>由地址里的表名取表；不认识的返回 null。</summary>
    public static ReportTable? FromKey(ReadOnlySpan<char> key) => key switch
    {
        "proactive" => ReportTable.Proactive,
        "requests" => ReportTable.Requests,
        "remedies" => ReportTable.Remedies,
        _ => null,
    };
}
