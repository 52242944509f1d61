using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Batches;
using Gongkai.Reports.Checking.Words;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Checking;

/// <summary>按规则目录检查年度报告。</summary>
public static class ReportChecker
{
    // An array is walked faster than a list seen through an interface.
    private static readonly Rule[] Rules = [.. RuleCatalogue.All];

    /// <summary>检查一份读好的报告。</summary>
    public static CheckedReport Check(ReportReading reading, CheckOptions options)
    {
        var context = new CheckContext(reading, options);
        foreach (var rule in Rules)
        {
            if (rule.AppliesTo(context))
            {
                rule.Check(rule, context);
            }
        }

        return new CheckedReport(reading, WithoutPersonalNumbers(context.Findings)) { Print = options.InBatch ? BatchPrint.Of(context) : null };
    }

    // Another rule may quote the very sentence: once a person's number was found, no finding repeats it.
    private static IReadOnlyList<Finding> WithoutPersonalNumbers(IReadOnlyList<Finding> findings) =>
        findings.Any(f => f.Rule == "E43")
            ? [.. findings.Select(f => f with { Message = PersonalNumber.Masked(f.Message), Quotes = [.. f.Quotes.Select(q => q with { Text = PersonalNumber.Masked(q.Text) })] })]
            : findings;

    /// <summary>读并检查一个文件。</summary>
    public static CheckedFile CheckFile(string fileName, ReadOnlyMemory<byte> content, CheckOptions options)
    {
        var file = ReportReader.Read(fileName, content);
        return new CheckedFile(file.File, [.. file.Reports.Select(r => Check(r, options))], file.Error);
    }
}
