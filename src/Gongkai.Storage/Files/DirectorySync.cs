using System.Runtime.InteropServices;

namespace Gongkai.Storage.Files;

/// <summary>把目录本身同步到磁盘：文件同步了、改了名，断电之后名字还要在。</summary>
internal static partial class DirectorySync
{
    /// <summary>同步一个目录。Windows 没有这回事，文件系统自己记着。</summary>
    public static void Flush(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(directory, 0);
        if (handle < 0)
        {
            throw new IOException($"Cannot open directory {directory}: errno {Marshal.GetLastPInvokeError()}.");
        }

        try
        {
            if (Sync(handle) != 0)
            {
                throw new IOException($"Cannot sync directory {directory}: errno {Marshal.GetLastPInvokeError()}.");
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
