using System.Diagnostics;
using Gongkai.Bench.Conformance;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading.Converters;

namespace Gongkai.Reports.Tests.Conformance;

/// <summary>案例另存为 doc 之后，读得与原来的 docx 逐格相同。没有 LibreOffice 时略过。</summary>
public class DocCopiesTests(DocCopiesTests.ConvertedCopies copies) : IClassFixture<DocCopiesTests.ConvertedCopies>
{
    private const int LeastCopies = 12;
    private const int LeastLayouts = 6;

    private static readonly string Folder = ConformanceSuite.Folder(ConformanceSuite.RepositoryRoot(AppContext.BaseDirectory));

    private static readonly IReadOnlyList<ConformanceCase> Copies =
        [.. ConformanceSuite.Copies(Folder).Where(f => f.EndsWith(".doc", StringComparison.Ordinal)).Select(f => ConformanceSuite.LoadCopy(f, Folder))];

    public static TheoryData<string> Ids => [.. Copies.Select(c => c.Id)];

    [Fact]
    public void Copies_stand_beside_many_layouts()
    {
        Assert.True(Copies.Count >= LeastCopies, $"{Copies.Count} copies.");
        Assert.True(Copies.Select(c => c.Layout).Distinct().Count() >= LeastLayouts);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_doc_is_read_cell_for_cell_as_its_docx(string id)
    {
        Assert.SkipUnless(OfficeConverter.Installed.IsAvailable, "LibreOffice is not installed.");
        var copy = Copies.Single(c => c.Id == id);
        var score = CaseScore.Of(copy, ReportChecker.CheckFile(Path.GetFileName(copy.File), copies.Docx(copy), ConformanceCase.Options));
        Assert.True(score.Mistakes.Count == 0, $"{id}: {string.Join('\n', score.Mistakes)}");
    }

    [Theory]
    [InlineData("docx-nested/auto-numbering-2023.doc")]
    public void A_doc_is_read_by_way_of_the_converter(string id)
    {
        Assert.SkipUnless(OfficeConverter.Installed.IsAvailable, "LibreOffice is not installed.");
        var score = Copies.Single(c => c.Id == id).Score();
        Assert.True(score.Mistakes.Count == 0, $"{id}: {string.Join('\n', score.Mistakes)}");
    }

    /// <summary>各副本一次转换好：逐个启动 LibreOffice 太慢。</summary>
    public sealed class ConvertedCopies : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongkai-tests-");
        private readonly Lazy<bool> _done;

        public ConvertedCopies() => _done = new Lazy<bool>(Convert);

        public byte[] Docx(ConformanceCase copy) => _done.Value ? File.ReadAllBytes(Path.Join(_folder.FullName, "out", Name(copy) + "x")) : [];

        public void Dispose() => _folder.Delete(recursive: true);

        private static string Name(ConformanceCase copy) => $"{copy.Layout}__{copy.Name}";

        private bool Convert()
        {
            foreach (var copy in Copies)
            {
                File.Copy(copy.File, Path.Join(_folder.FullName, Name(copy)));
            }

            var start = new ProcessStartInfo(
                ExternalTool.Find("soffice")!.Path,
                ["--headless", "--norestore", "--convert-to", "docx", "--outdir", "out", .. Copies.Select(Name)])
            {
                WorkingDirectory = _folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["HOME"] = _folder.FullName;
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            return process.WaitForExit(TimeSpan.FromMinutes(2));
        }
    }
}
