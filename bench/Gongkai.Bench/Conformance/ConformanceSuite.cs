namespace Gongkai.Bench.Conformance;

/// <summary>合格测试集：<c>tests/cases/reports/版式/案例.*</c>。</summary>
public static class ConformanceSuite
{
    /// <summary>答案文件名的结尾。</summary>
    public const string TruthSuffix = ".truth.json";

    /// <summary>案例文件可以有的扩展名。</summary>
    public static readonly IReadOnlyList<string> Extensions = [".txt", ".html", ".htm", ".docx", ".md", ".xlsx"];

    /// <summary>由案例文件转成的副本的扩展名：与原件共用答案，读出的数和事实也要一样，只是位置不同。</summary>
    public static readonly IReadOnlyList<string> CopyExtensions = [".pdf", ".doc", ".wps", ".rtf", ".odt", ".xls", ".ods"];

    /// <summary>仓库的根：自 <paramref name="from"/> 往上，第一个有 Gongkai.slnx 的文件夹。</summary>
    public static string RepositoryRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Gongkai.slnx above {from}.");
    }

    /// <summary>测试集所在的文件夹；可能还不存在。</summary>
    public static string Folder(string repositoryRoot) => Path.Combine(repositoryRoot, "tests", "cases", "reports");

    /// <summary>全部答案文件，按版式、案例名排列。</summary>
    public static IReadOnlyList<string> TruthFiles(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*" + TruthSuffix, SearchOption.AllDirectories).OrderBy(Id, StringComparer.Ordinal)]
            : [];

    /// <summary>没有答案的案例文件。</summary>
    public static IEnumerable<string> FilesWithoutTruth(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => (Extensions.Contains(Path.GetExtension(f)) || CopyExtensions.Contains(Path.GetExtension(f))) && !File.Exists(Stem(f) + TruthSuffix))
            : [];

    /// <summary>读入一个案例。</summary>
    /// <exception cref="FormatException">答案不合写法，或旁边没有（或不止一个）案例文件。</exception>
    public static ConformanceCase Load(string truthFile)
    {
        var stem = truthFile[..^TruthSuffix.Length];
        string[] files = [.. Extensions.Select(e => stem + e).Where(File.Exists)];
        if (files.Length != 1)
        {
            throw new FormatException($"{Id(truthFile)}: one file ({string.Join(" ", Extensions)}) must stand beside the truth; found {files.Length}.");
        }

        try
        {
            return new ConformanceCase(Layout(truthFile), Path.GetFileName(stem), files[0], TruthJson.Parse(File.ReadAllText(truthFile)));
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"{Id(truthFile)}: {wrong.Message}", wrong);
        }
    }

    /// <summary>读入全部案例。</summary>
    public static IReadOnlyList<ConformanceCase> LoadAll(string folder) => [.. TruthFiles(folder).Select(Load)];

    /// <summary>副本文件，按版式、文件名排列。</summary>
    public static IReadOnlyList<string> Copies(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => CopyExtensions.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>读入一个副本，答案取自测试集里同版式、同名的案例；案例写了 copy 时，以副本上印着的为准。文件名里头一个点之后的不算名字（water-2022.fitted.pdf）。</summary>
    /// <param name="copy">副本文件。</param>
    /// <param name="folder">测试集所在的文件夹。</param>
    public static ConformanceCase LoadCopy(string copy, string folder)
    {
        var truth = Path.Combine(folder, Layout(copy), Path.GetFileName(Stem(copy)) + TruthSuffix);
        return File.Exists(truth) && Load(truth) is var original
            ? original with { Name = Path.GetFileName(copy), File = copy, Truth = original.Truth.Copy is { CopyOf: var of } own && (of is not { Count: > 0 } || of.Contains(Path.GetExtension(copy))) ? own : original.Truth }
            : throw new FormatException($"{copy}: there is no case of that name.");
    }

    /// <summary>答案文件对应的 版式/案例。</summary>
    public static string Id(string truthFile) => $"{Layout(truthFile)}/{Path.GetFileName(truthFile)[..^TruthSuffix.Length]}";

    /// <summary>路径去掉文件名里头一个点之后的。</summary>
    private static string Stem(string file) => Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(file).Split('.', 2)[0]);

    private static string Layout(string truthFile) => Path.GetFileName(Path.GetDirectoryName(truthFile)!);
}
