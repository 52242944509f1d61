namespace Gongkai.Storage.Files;

/// <summary>一个存下的文件。</summary>
/// <param name="Address">地址：SM3 杂凑，64 个小写十六进制数字。</param>
/// <param name="Length">字节数。</param>
/// <param name="WrittenAt">存下的时刻，UTC。</param>
public sealed record StoredFile(string Address, long Length, DateTime WrittenAt);
