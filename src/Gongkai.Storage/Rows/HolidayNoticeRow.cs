namespace Gongkai.Storage.Rows;

/// <summary>导入的一年放假通知，优先于程序自带的。</summary>
public sealed class HolidayNoticeRow
{
    /// <summary>年份。</summary>
    public int Year { get; set; }

    /// <summary>出处。</summary>
    public required string Source { get; set; }

    /// <summary>通知文号；没有见到时为 null。</summary>
    public string? NoticeNumber { get; set; }

    /// <summary>通知的内容，与 data/holidays 的文件同样的 json。</summary>
    public required string Json { get; set; }

    /// <summary>导入的时刻，UTC。</summary>
    public DateTime ImportedAt { get; set; }
}
