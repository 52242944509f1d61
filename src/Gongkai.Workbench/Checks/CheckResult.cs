using Gongkai.Reports.Checking;

namespace Gongkai.Workbench.Checks;

/// <summary>检查一个文件：名字只用来认扩展名和写进结果。</summary>
public delegate CheckedFile CheckFile(string fileName, ReadOnlyMemory<byte> content, CheckOptions options);

/// <summary>清单里的一条：一份报告，或一个读不了的文件。</summary>
/// <param name="Number">序号，自 1 起，就是地址里的 <c>report=序号</c>。</param>
/// <param name="File">所在文件。</param>
/// <param name="Report">报告；读不了时为 null。</param>
public sealed record CheckEntry(int Number, CheckedFile File, CheckedReport? Report);

/// <summary>一次体检的结果。</summary>
/// <param name="Token">随机的访问凭据，也是地址的一部分。</param>
/// <param name="ExpiresAt">到这一刻清除。</param>
/// <param name="Entries">各条，按上传的先后。</param>
/// <param name="Refusals">没有检查的文件：一句话一条。</param>
/// <param name="Bytes">估计占用的内存。</param>
public sealed record CheckResult(
    string Token,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<CheckEntry> Entries,
    IReadOnlyList<string> Refusals,
    long Bytes);
