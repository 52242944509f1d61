using System.Net.Sockets;

namespace Gongkai.Cli;

/// <summary>把系统的读写错误说成中文。系统自己的说法是英文的，且带着路径。</summary>
internal static class IoFailure
{
    private const int BrokenPipe = 32;
    private const int DiskFull = 28;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsPipeClosing = unchecked((int)0x800700E8);
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>是不是读的一方先走了（如 <c>| head</c>）。</summary>
    public static bool IsClosedPipe(Exception e) => e is IOException && e.HResult is BrokenPipe or WindowsBrokenPipe or WindowsPipeClosing;

    /// <summary>出了什么错，几个字，不带标点。</summary>
    public static string Words(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "找不到路径",
        UnauthorizedAccessException or SocketException { SocketErrorCode: SocketError.AccessDenied } => "没有权限",
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => "地址已被占用",
        IOException { HResult: DiskFull or WindowsDiskFull } => "磁盘已满",
        { InnerException: { } inner } => Words(inner),
        _ => "读写出错",
    };
}
