using System.Globalization;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Cli.Batch;

/// <summary>要检查的一个文件，或走不下去的原因。</summary>
/// <param name="Path">路径，照使用者的写法，目录里的接在其后。</param>
/// <param name="IsNamed">是使用者点名的，不是在目录里遇到的。</param>
/// <param name="Error">走不下去的原因；是文件时为 null。</param>
internal readonly record struct WalkItem(string Path, bool IsNamed, ReadError? Error = null);

/// <summary>
/// 依次给出各路径里要检查的文件。目录按名称的码位次序递归；只给认得的种类；隐藏的、指向目录以外的链接略过。
/// 边走边给，只记住当前各层目录里的名字。
/// </summary>
/// <param name="excluded">不读的一个文件（结果写到的那一个）；没有时为 null。</param>
/// <param name="excludedDirectory">不进的一个目录（通知写到的那一个）；没有时为 null。</param>
internal sealed class FileWalk(string? excluded, string? excludedDirectory = null)
{
    private const int MostDepth = 64;
    private const FileAttributes NoAttributes = (FileAttributes)(-1);
    private const int MostEntries = 2_000_000;

    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);
    private long _entries;

    /// <summary>略过的文件里像是报告的：本机读不了的 pdf、doc 之类。只记前几个的名字。</summary>
    public List<string> MissedDocuments { get; } = [];

    /// <summary>像是报告而略过的有多少个。</summary>
    public long Missed { get; private set; }

    /// <summary>略过了多少个：种类不认得、链接指向目录以外或成环。隐藏的不计。</summary>
    public long Skipped { get; private set; }

    /// <summary>依次走过这些路径。</summary>
    public IEnumerable<WalkItem> Walk(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                yield return new WalkItem(path, IsNamed: true);
                continue;
            }

            _linked.Clear();
            var root = RealPath.Of(path) ?? Path.GetFullPath(path);
            foreach (var item in Enter(path, root, root, 0))
            {
                yield return item;
            }
        }
    }

    private IEnumerable<WalkItem> Enter(string directory, string real, string root, int depth)
    {
        if (depth > MostDepth)
        {
            yield return Stopped(directory, "dir.tooDeep", $"目录超过 {MostDepth} 层，没有再往里走。");
            yield break;
        }

        var (entries, error) = List(directory);
        if (error is not null)
        {
            yield return new WalkItem(directory, IsNamed: false, error);
            yield break;
        }

        foreach (var entry in entries)
        {
            if (++_entries > MostEntries)
            {
                yield return Stopped(directory, "dir.tooMany", string.Create(CultureInfo.InvariantCulture, $"文件和目录超过 {MostEntries} 个，其余没有读。请分批检查。"));
                yield break;
            }

            var path = Path.Join(directory, entry.Name);
            if (entry.IsBadName && (entry.IsDirectory || ReadableKinds.Includes(entry.Name)))
            {
                yield return Stopped(path, "file.badName", "文件名不是 UTF-8，读不到；请改名后再试。");
                continue;
            }

            var target = entry.IsLink ? TargetInside(path, root) : Path.Join(real, entry.Name);
            if (target is null)
            {
                Skipped++;
            }
            else if (entry.IsLink ? Directory.Exists(target) : entry.IsDirectory)
            {
                if (target == excludedDirectory)
                {
                    continue;
                }

                // 指向目录的链接：不是正在走的各层，且每个目录只从链接进一次。
                if (entry.IsLink && (IsAncestor(target, real) || !_linked.Add(target)))
                {
                    Skipped++;
                    continue;
                }

                foreach (var item in Enter(path, target, root, depth + 1))
                {
                    yield return item;
                }
            }
            else if (!ReadableKinds.Includes(entry.Name))
            {
                Skipped++;
                Note(path, entry.Name);
            }
            else if (excluded is null || target != excluded)
            {
                yield return new WalkItem(path, IsNamed: false);
            }
        }
    }

    private static (IReadOnlyList<Entry> Entries, ReadError? Error) List(string directory)
    {
        try
        {
            List<Entry> entries = [];
            foreach (var info in new DirectoryInfo(directory).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false }))
            {
                if (IsHidden(info))
                {
                    continue;
                }

                // 看不到属性：刚被删去，或名字不是 UTF-8，换成 U+FFFD 之后再也找不到。
                var isKnown = info.Attributes != NoAttributes;
                entries.Add(new Entry(
                    info.Name,
                    info is DirectoryInfo,
                    isKnown && (info.Attributes & FileAttributes.ReparsePoint) != 0,
                    !isKnown && info.Name.Contains('\uFFFD', StringComparison.Ordinal)));
            }

            entries.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return (entries, null);
        }
        catch (UnauthorizedAccessException)
        {
            return ([], new ReadError("dir.noAccess", "无权查看这个目录。请检查它的权限。"));
        }
        catch (IOException e)
        {
            return ([], new ReadError("dir.readFailed", $"查看目录时出错：{IoFailure.Words(e)}。"));
        }
    }

    // Unix 上只看开头的点；.NET 的“隐藏”“系统”属性是 Windows 的。
    private static bool IsHidden(FileSystemInfo info) =>
        info.Name.StartsWith('.') || (OperatingSystem.IsWindows() && (info.Attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0);

    private static string? TargetInside(string link, string root) =>
        RealPath.Of(link) is { } target && (target == root || IsAncestor(root, target)) ? target : null;

    private static bool IsAncestor(string ancestor, string path) =>
        path == ancestor || path.StartsWith(Path.EndsInDirectorySeparator(ancestor) ? ancestor : ancestor + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private void Note(string path, string name)
    {
        if (ReadableKinds.MissesDocument(name))
        {
            Missed++;
            if (MissedDocuments.Count < BatchSummary.MostNamed)
            {
                MissedDocuments.Add(path);
            }
        }
    }

    private static WalkItem Stopped(string directory, string code, string message) => new(directory, IsNamed: false, new ReadError(code, message));

    private readonly record struct Entry(string Name, bool IsDirectory, bool IsLink, bool IsBadName);
}
