using System.Text;
using System.Xml.Linq;
using Gongkai.Storage.Rows;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage.Sealing;

/// <summary>网站签发 cookie 的密钥存在数据库里，用主密钥加密：各节点共用，重启之后仍认得。</summary>
internal sealed class DataKeyRepository(IDbContextFactory<GongkaiDb> databases, Vault vault) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.DataKeys.AsNoTracking().AsEnumerable().Select(k => XElement.Parse(Encoding.UTF8.GetString(vault.OpenSecret(SecretName(k.Name), k.Cipher, k.KeyVersion))))];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        var name = $"{friendlyName}/{Guid.CreateVersion7():N}";
        var (cipher, version) = vault.SealSecret(SecretName(name), Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)));
        using var db = databases.CreateDbContext();
        db.DataKeys.Add(new DataKeyRow { Name = name, Cipher = cipher, KeyVersion = version });
        db.SaveChanges();
    }

    /// <summary>封这把密钥时的用途名。</summary>
    public static string SecretName(string name) => $"data-key/{name}";
}
