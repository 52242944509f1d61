namespace Gongkai.Core.Calendar;

/// <summary>放假通知文件里的一处不对。</summary>
/// <param name="Row">第几行（csv，表头是第 1 行）或第几项（json，从 1 起）；说的是整个文件时为 0。</param>
/// <param name="Code">代号，如 <c>notice.badDate</c>。</param>
/// <param name="Message">哪里不对、应当怎样，中文。</param>
/// <param name="IsWarning">只是提醒：可能漏了什么，不妨碍导入。</param>
public sealed record NoticeProblem(int Row, string Code, string Message, bool IsWarning = false);

/// <summary>读一份放假通知文件的结果。</summary>
public sealed class HolidayNoticeReading
{
    internal HolidayNoticeReading(HolidayNotice? notice, IReadOnlyList<NoticeProblem> problems) => (Notice, Problems) = (notice, problems);

    /// <summary>读出的安排；有错（不只是提醒）时为 null。</summary>
    public HolidayNotice? Notice { get; }

    /// <summary>全部不对与提醒，按行。</summary>
    public IReadOnlyList<NoticeProblem> Problems { get; }
}
