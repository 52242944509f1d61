namespace Gongkai.Storage.Rows;

/// <summary>网站签发 cookie 用的一把密钥（ASP.NET Core 数据保护），各节点共用；密文。</summary>
public sealed class DataKeyRow
{
    /// <summary>名称。</summary>
    public required string Name { get; set; }

    /// <summary>密钥 xml 的密文。</summary>
    public required byte[] Cipher { get; set; }

    /// <summary>用第几版主密钥加密。</summary>
    public int KeyVersion { get; set; }
}
