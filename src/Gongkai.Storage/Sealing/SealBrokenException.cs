namespace Gongkai.Storage.Sealing;

/// <summary>密文打不开：被改动过，或不是用这把密钥、不是为这个用途封的。</summary>
public sealed class SealBrokenException(string message) : Exception(message);
