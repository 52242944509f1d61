namespace Gongkai.Storage.Files;

/// <summary>文件超过了限制。</summary>
/// <param name="maxBytes">最多多少字节。</param>
public sealed class FileTooLargeException(long maxBytes) : Exception($"The file is longer than {maxBytes} bytes.")
{
    /// <summary>最多多少字节。</summary>
    public long MaxBytes => maxBytes;
}
