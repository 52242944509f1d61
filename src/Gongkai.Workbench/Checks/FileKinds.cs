using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing;

namespace Gongkai.Workbench.Checks;

/// <summary>收哪些种类的文件。一个个选的照收，读不了的说明怎么办；整个文件夹里的，不像报告的略过。</summary>
public static class FileKinds
{
    /// <summary>文件框的 <c>accept</c>。</summary>
    public static string Accept { get; } = string.Join(',', ReadableKinds.Here);

    /// <summary>给人看的种类，如「txt、md、html、docx、xlsx」；只说常见的。</summary>
    public static string Said { get; } = string.Join('、', new[] { ".txt", ".md", ".html", ".docx", ".xlsx", ".doc", ".wps", ".pdf" }.Where(k => ReadableKinds.Here.Contains(k)).Select(k => k[1..]));

    /// <summary>分开像报告的与不像的。</summary>
    /// <param name="folder">整个文件夹里的文件。</param>
    /// <param name="skipped">略过的：一句话；没有略过时为 null。</param>
    public static IReadOnlyList<IFormFile> Likely(IReadOnlyList<IFormFile> folder, out string? skipped)
    {
        IFormFile[] likely = [.. folder.Where(f => IsLikely(f.FileName))];
        string[] others = [.. folder.Except(likely).Select(f => DisplayText.Clean(Path.GetExtension(f.FileName), 10)).Where(e => e.Length > 1).Distinct().Order(StringComparer.Ordinal).Take(5)];
        skipped = likely.Length == folder.Count ? null
            : $"文件夹里有 {folder.Count - likely.Length} 个不像报告的文件，没有检查{(others.Length > 0 ? $"（{string.Join("、", others)}）" : "")}。";
        return likely;
    }

    private static bool IsLikely(string name)
    {
        // 点开头的是系统的隐藏文件，~$ 开头的是 Word 打开文档时的锁。读不了而像是报告的照收：结果里说明怎么办。
        var bare = name.AsSpan(name.AsSpan().LastIndexOfAny('/', '\\') + 1);
        return bare is not ['.', ..] and not ['~', '$', ..] && (ReadableKinds.Includes(bare) || ReadableKinds.MissesDocument(bare));
    }
}
