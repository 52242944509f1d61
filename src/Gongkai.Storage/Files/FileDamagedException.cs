namespace Gongkai.Storage.Files;

/// <summary>存下的文件不见了，或内容与地址不符。</summary>
/// <param name="address">地址。</param>
/// <param name="isMissing">不见了；否则是内容变了。</param>
public sealed class FileDamagedException(string address, bool isMissing) : Exception($"Stored file {address} {(isMissing ? "is missing" : "does not match its address")}.")
{
    /// <summary>地址。</summary>
    public string Address => address;

    /// <summary>不见了；否则是内容变了。</summary>
    public bool IsMissing => isMissing;
}
