namespace Gongkai.Cli.Batch;

/// <summary>解开路径上每一级的符号链接。.NET 只解最后一级，藏在中间的链接会带到目录以外。</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>真正的绝对路径；链接成环、断了或无权查看时为 null。</summary>
    public static string? Of(string path)
    {
        try
        {
            return Resolve(Path.GetFullPath(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Resolve(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var resolved = root;
        var rest = new Stack<string>(Parts(path[root.Length..]).Reverse());
        var links = 0;
        while (rest.TryPop(out var part))
        {
            if (part == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? root;
                continue;
            }

            var next = Path.Join(resolved, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            resolved = Path.IsPathRooted(target) ? root : resolved;
            foreach (var step in Parts(target).Reverse())
            {
                rest.Push(step);
            }
        }

        return Path.Exists(resolved) ? resolved : null;
    }

    private static IEnumerable<string> Parts(string path) => path.Split('/', Path.DirectorySeparatorChar).Where(p => p is not ("" or "."));
}
