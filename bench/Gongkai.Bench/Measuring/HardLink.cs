using System.Runtime.InteropServices;

namespace Gongkai.Bench.Measuring;

/// <summary>同一文件的另一个名字：十万份文件不必真占十万份的地方。</summary>
internal static partial class HardLink
{
    /// <summary>建硬链接；不行时复制。</summary>
    public static void Create(string existing, string path)
    {
        if (OperatingSystem.IsWindows() || Link(existing, path) != 0)
        {
            File.Copy(existing, path);
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string path);
}
