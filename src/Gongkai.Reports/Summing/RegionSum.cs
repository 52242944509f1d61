using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Summing;

/// <summary>
/// 一个地区的汇总：一份一份地加入，最后算出合计。每份只留一小行（各格压成几十个字节），正文用过即弃。
/// 线程不安全；页面和命令行各用各的。
/// </summary>
public sealed class RegionSum
{
    private readonly List<SumRow> _rows = [];
    private readonly List<UnreadFile> _unread = [];

    /// <summary>加入的份数。</summary>
    public int Count => _rows.Count;

    /// <summary>加入一份报告。</summary>
    /// <param name="reading">读数。</param>
    /// <param name="isOwn">是政府本级的那一份：加一次，并写明；至多一份。</param>
    public void Add(ReportReading reading, bool isOwn = false)
    {
        if (isOwn && _rows.Exists(r => r.IsOwn))
        {
            throw new InvalidOperationException("There is one own report at most.");
        }

        _rows.Add(new SumRow(reading, isOwn));
    }

    /// <summary>加入一份查过的报告；问题不看，勾稽是否成立由读数自己说。</summary>
    public void Add(CheckedReport report) => Add(report.Reading);

    /// <summary>加入一个文件里的各份报告，或它读不了的原因。</summary>
    public void Add(CheckedFile file)
    {
        foreach (var report in file.Reports)
        {
            Add(report);
        }

        if (file.Error is { } error)
        {
            AddUnread(file.File, error);
        }
    }

    /// <summary>记下一个读不了的文件。</summary>
    public void AddUnread(string file, ReadError error) => _unread.Add(new UnreadFile(file, error));

    /// <summary>算出合计。可以换着选项算几次，也可以接着再加。</summary>
    /// <param name="expected">应报单位名录；没有时为 null。</param>
    /// <param name="options">怎样汇总。</param>
    public RegionTotal Finish(ExpectedUnits? expected, SumOptions options) =>
        new SumSelection(_rows, expected, options).Select(_unread);
}

/// <summary>读不了的文件。</summary>
/// <param name="File">文件名，如调用者所给。</param>
/// <param name="Error">为什么。</param>
public sealed record UnreadFile(string File, ReadError Error);
