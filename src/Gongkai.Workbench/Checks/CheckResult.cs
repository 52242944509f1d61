using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Workbench.Checks;

/// <summary>检查一个文件：名字只用来认扩展名和写进结果。</summary>
public delegate CheckedFile CheckFile(string fileName, ReadOnlyMemory<byte> content, CheckOptions options);

/// <summary>读一个文件而不检查：上年的报告。</summary>
public delegate FileReading ReadFile(string fileName, ReadOnlyMemory<byte> content);

/// <summary>一批查到哪一步。</summary>
public enum CheckState
{
    /// <summary>正在检查。</summary>
    Running,

    /// <summary>查完了。</summary>
    Done,

    /// <summary>中途停下：有人按了停止、超过了时间，或内存用满。</summary>
    Stopped,
}

/// <summary>清单里的一条：一份报告，或一个读不了的文件。</summary>
/// <param name="Number">序号，自 1 起，就是地址里的 <c>report=序号</c>。</param>
/// <param name="File">所在文件。</param>
/// <param name="Report">报告；读不了时为 null。</param>
/// <param name="Text">正文；读不了时为空。</param>
/// <param name="PreviousFile">拿来相比的上年报告的文件名；没有时为 null。</param>
public sealed record CheckEntry(int Number, CheckedFile File, CheckedReport? Report, ReportText Text, string? PreviousFile)
{
    /// <summary>结论，清单与筛选都用它。</summary>
    public Verdict Verdict { get; } = Verdict.Of(Report);
}

/// <summary>上年的一份报告，或一个读不了的文件。</summary>
/// <param name="File">文件名。</param>
/// <param name="Agency">单位；看不出时为 null。</param>
/// <param name="Year">年度；看不出时为 null。</param>
/// <param name="Error">读不了的原因；读得了时为 null。</param>
public sealed record PreviousFile(string File, string? Agency, int? Year, ReadError? Error);

/// <summary>一次体检此刻的样子。</summary>
/// <param name="Token">随机的访问凭据，也是地址的一部分。</param>
/// <param name="State">查到哪一步。</param>
/// <param name="ExpiresAt">到这一刻清除；正在检查时是最迟停下的时刻。</param>
/// <param name="Options">按什么检查：日子、地区、上年的报告。</param>
/// <param name="Total">共几个文件。</param>
/// <param name="Done">查完几个。</param>
/// <param name="PreviousTotal">上年的共几个文件。</param>
/// <param name="PreviousDone">上年的读完几个。</param>
/// <param name="Entries">各条，按上传的先后。</param>
/// <param name="Refusals">没有检查的文件：一句话一条。</param>
/// <param name="Previous">上年的各份。</param>
/// <param name="Summary">一批的总数；还在检查时为 null。</param>
public sealed record CheckResult(
    string Token,
    CheckState State,
    DateTimeOffset ExpiresAt,
    CheckOptions Options,
    int Total,
    int Done,
    int PreviousTotal,
    int PreviousDone,
    IReadOnlyList<CheckEntry> Entries,
    IReadOnlyList<string> Refusals,
    IReadOnlyList<PreviousFile> Previous,
    BatchSummary? Summary)
{
    /// <summary>还在检查。</summary>
    public bool IsRunning => State is CheckState.Running;

    /// <summary>做完了百分之几，上年的也算。</summary>
    public int Percent => Total + PreviousTotal == 0 ? 100 : 100 * (Done + PreviousDone) / (Total + PreviousTotal);
}
