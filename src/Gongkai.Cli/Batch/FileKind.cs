using System.Runtime.InteropServices;

namespace Gongkai.Cli.Batch;

/// <summary>文件是哪一类。.NET 不区分管道、套接字、设备与空的普通文件，这里问内核。</summary>
internal static partial class FileKind
{
    private const int CurrentDirectory = -100;
    private const uint TypeOnly = 1;
    private const int ModeOffset = 28;
    private const int StatxSize = 256;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>是管道、套接字或设备。问不到时（不是 Linux）答否：调用者不打开大小为 0 的文件。</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        // statx 的结构在各种处理器上布局相同，stat 的不是。
        var result = new byte[StatxSize];
        try
        {
            return Statx(CurrentDirectory, path, 0, TypeOnly, result) == 0
                && (BitConverter.ToUInt16(result, ModeOffset) & TypeMask) != RegularFile;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int directory, string path, int flags, uint mask, [Out] byte[] result);
}
