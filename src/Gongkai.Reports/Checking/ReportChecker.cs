using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Checking;

/// <summary>按规则目录检查年度报告。</summary>
public static class ReportChecker
{
    /// <summary>检查一份读好的报告。</summary>
    public static CheckedReport Check(ReportReading reading) =>
        new(reading, [.. RuleCatalogue.All.SelectMany(rule => rule.Check(reading))]);

    /// <summary>读并检查一个文件。</summary>
    public static CheckedFile CheckFile(string fileName, ReadOnlyMemory<byte> content)
    {
        var file = ReportReader.Read(fileName, content);
        return new CheckedFile(file.File, [.. file.Reports.Select(Check)], file.Error);
    }
}
