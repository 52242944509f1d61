namespace Gongkai.Bench.Fuzzing;

/// <summary>样本：一份报告文件及它所在的版式。</summary>
/// <param name="Group">版式，即所在文件夹的名字。</param>
/// <param name="Name">文件名，含扩展名。</param>
/// <param name="Content">内容。</param>
public sealed record Sample(string Group, string Name, byte[] Content)
{
    /// <summary>格式：<c>txt</c>、<c>html</c> 或 <c>docx</c>。</summary>
    public string Kind => Path.GetExtension(Name).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => "html",
        ".DOCX" => "docx",
        _ => "txt",
    };
}

/// <summary>仓库里现有的样本。</summary>
public static class Corpus
{
    private static readonly string[] Extensions = [".txt", ".html", ".htm", ".docx"];

    /// <summary>仓库的根：由程序所在的目录向上找到解决方案为止。</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>仓库旁边的五份真实报告所在；可能没有。</summary>
    public static string SeedsFolder => Path.GetFullPath(Path.Combine(Root, "..", "shared", "seeds"));

    /// <summary>samples 与 tests/cases/reports 里的全部样本，按路径排列，使次序处处相同。</summary>
    public static IReadOnlyList<Sample> Load() =>
        [.. From(Path.Combine(Root, "samples")), .. From(Path.Combine(Root, "tests", "cases", "reports"))];

    /// <summary>一个文件夹里的全部样本。</summary>
    public static IEnumerable<Sample> From(string folder) =>
        !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .Select(path => new Sample(Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileName(path), File.ReadAllBytes(path)));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run this program from inside the repository.");
    }
}
