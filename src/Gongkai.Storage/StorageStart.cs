using System.Text;
using Gongkai.Storage.Migrations;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>使用之前：迁移到最新，核对主密钥文件是这份数据的，已经销毁的不因恢复备份又在。</summary>
public static class StorageStart
{
    private static readonly byte[] _known = Encoding.ASCII.GetBytes("gongkai.key-check/1");

    /// <summary>准备好数据库和主密钥文件。空的数据库才新建主密钥文件，否则旧数据会被误认为可以不要钥匙。</summary>
    /// <exception cref="KeysFileException">主密钥文件不见了，或不是这份数据的。</exception>
    public static async Task PrepareAsync(StorageOptions options, CancellationToken cancellation)
    {
        RefuseKeysAmongData(options);
        await using var db = new GongkaiDb(StorageSetup.ContextOptions(options));
        await Migrating.RunAsync(db, options, cancellation);
        var slots = await db.SecretSlots.AsNoTracking().Where(s => s.Name.StartsWith("key-check/")).ToListAsync(cancellation);
        var keys = slots.Count == 0 ? MasterKeys.OpenOrCreate(options.KeysPath) : MasterKeys.Open(options.KeysPath);
        await RecordAsync(db, keys, slots, options, cancellation);
        await DestroyedAgain.RunAsync(options, TimeProvider.System, cancellation);
    }

    // 每个版本记一个核对值：拿错了主密钥文件，启动时就知道，不等到打不开资料。
    internal static async Task RecordAsync(GongkaiDb db, MasterKeys keys, IReadOnlyList<SecretSlotRow> slots, StorageOptions options, CancellationToken cancellation)
    {
        var vault = new Vault(keys);
        foreach (var slot in slots)
        {
            if (keys.Versions.Contains(slot.KeyVersion) && !Matches(vault, slot))
            {
                throw new KeysFileException($"主密钥文件 {options.KeysPath} 不是这份数据的。请用与这份数据配套的主密钥文件，或用 --keys 指明。");
            }
        }

        if (slots.Count > 0 && !slots.Any(s => keys.Versions.Contains(s.KeyVersion)))
        {
            throw new KeysFileException($"主密钥文件 {options.KeysPath} 里没有这份数据用过的版本。请用与这份数据配套的主密钥文件，或用 --keys 指明。");
        }

        var name = $"key-check/{keys.Current}";
        if (slots.All(s => s.Name != name))
        {
            var (cipher, version) = vault.SealSecret(name, _known);
            db.SecretSlots.Add(new SecretSlotRow { Name = name, Cipher = cipher, KeyVersion = version });
            await db.SaveChangesAsync(cancellation);
        }
    }

    private static bool Matches(Vault vault, SecretSlotRow slot)
    {
        try
        {
            return vault.OpenSecret(slot.Name, slot.Cipher, slot.KeyVersion).AsSpan().SequenceEqual(_known);
        }
        catch (SealBrokenException)
        {
            return false;
        }
    }

    private static void RefuseKeysAmongData(StorageOptions options)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.DataFolder)) + Path.DirectorySeparatorChar;
        if (options.KeysPath.StartsWith(folder, StringComparison.Ordinal))
        {
            throw new KeysFileException($"主密钥文件 {options.KeysPath} 不能放在数据目录里面：备份数据时会连钥匙一起拿走。请用 --keys 指到别处。");
        }
    }
}
