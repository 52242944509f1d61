namespace Gongkai.Storage.Rows;

/// <summary>一件申请的申请人资料，用这件申请自己的密钥加密。密钥一去，资料即毁。</summary>
public sealed class ApplicantVaultRow
{
    /// <summary>哪件申请。</summary>
    public Guid RequestId { get; set; }

    /// <summary>这件申请的密钥，用主密钥包裹；null 为已销毁。</summary>
    public byte[]? WrappedKey { get; set; }

    /// <summary>用第几版主密钥包裹。</summary>
    public int KeyVersion { get; set; }

    /// <summary>申请人资料（一份 json）的密文；销毁之后为空。</summary>
    public required byte[] Cipher { get; set; }

    /// <summary>姓名或名称的带密钥杂凑，供查找；没有或已销毁为 null。</summary>
    public string? NameHash { get; set; }

    /// <summary>电话的带密钥杂凑；没有或已销毁为 null。</summary>
    public string? PhoneHash { get; set; }

    /// <summary>证件号码的带密钥杂凑；没有或已销毁为 null。</summary>
    public string? IdHash { get; set; }

    /// <summary>遮盖之后的姓名或名称，如“张*三”；已销毁为 null。</summary>
    public string? MaskedName { get; set; }
}
