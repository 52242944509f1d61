using Gongkai.Bench.Conformance;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Conformance;

/// <summary>由案例转成的副本（pdf、doc）：与原件共用答案，逐格读得一样好。</summary>
public class CopyTests
{
    private const int LeastPdfCopies = 20;

    private static readonly string Folder = ConformanceSuite.Folder(ConformanceSuite.RepositoryRoot(AppContext.BaseDirectory));

    public static TheoryData<string> Copies => [.. ConformanceSuite.Copies(Folder).Where(f => f.EndsWith(".pdf", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Folder, f))];

    [Theory]
    [MemberData(nameof(Copies))]
    public void A_copy_is_read_as_well_as_its_original(string copy)
    {
        Assert.SkipUnless(ReadableKinds.Here.Contains(Path.GetExtension(copy)), $"读 {Path.GetExtension(copy)} 的工具没有安装");
        var score = ConformanceSuite.LoadCopy(Path.Combine(Folder, copy), Folder).Score();
        Assert.True(score.Mistakes.Count == 0, $"{copy}: {score.Case.Truth.About}\n{string.Join('\n', score.Mistakes)}");
    }

    [Fact]
    public void There_are_pdf_copies_of_many_layouts()
    {
        string[] pdf = [.. ConformanceSuite.Copies(Folder).Where(f => f.EndsWith(".pdf", StringComparison.Ordinal))];
        Assert.True(pdf.Length >= LeastPdfCopies, $"{pdf.Length} pdf copies");
        Assert.True(pdf.Select(Path.GetDirectoryName).Distinct().Count() >= 10);
    }
}
