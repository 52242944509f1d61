using Gongkai.Reports.Checking.Batches;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Checking;

/// <summary>按规则目录检查年度报告。</summary>
public static class ReportChecker
{
    /// <summary>检查一份读好的报告。</summary>
    public static CheckedReport Check(ReportReading reading, CheckOptions options)
    {
        var context = new CheckContext(reading, options);
        foreach (var rule in RuleCatalogue.All)
        {
            if (rule.AppliesTo(context))
            {
                rule.Check(rule, context);
            }
        }

        return new CheckedReport(reading, context.Findings) { Print = options.InBatch ? BatchPrint.Of(context) : null };
    }

    /// <summary>读并检查一个文件。</summary>
    public static CheckedFile CheckFile(string fileName, ReadOnlyMemory<byte> content, CheckOptions options)
    {
        var file = ReportReader.Read(fileName, content);
        return new CheckedFile(file.File, [.. file.Reports.Select(r => Check(r, options))], file.Error);
    }
}
