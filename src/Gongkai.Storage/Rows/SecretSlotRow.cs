namespace Gongkai.Storage.Rows;

/// <summary>一个小秘密（发信密码、主密钥的核对值），用主密钥加密。</summary>
public sealed class SecretSlotRow
{
    /// <summary>名称，英文代号。</summary>
    public required string Name { get; set; }

    /// <summary>密文。</summary>
    public required byte[] Cipher { get; set; }

    /// <summary>用第几版主密钥加密。</summary>
    public int KeyVersion { get; set; }
}
