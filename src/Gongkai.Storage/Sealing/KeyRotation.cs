using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage.Sealing;

/// <summary>换主密钥：加一个新版本，把用旧版本包裹的逐批换过来，再删旧版本。断了可以接着做。</summary>
public sealed class KeyRotation(IDbContextFactory<GongkaiDb> databases, MasterKeys keys, Vault vault, StorageOptions options, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <summary>加一个新版本并全部换过来。给出换了几件。</summary>
    public async Task<int> RotateAsync(string actor, CancellationToken cancellation)
    {
        keys.AddVersion();
        return await RewrapAsync(actor, cancellation);
    }

    /// <summary>把还没有用当前版本的换过来；上次断了的由此接着做。给出换了几件。</summary>
    public async Task<int> RewrapAsync(string actor, CancellationToken cancellation)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            var slots = await db.SecretSlots.AsNoTracking().Where(s => s.Name.StartsWith("key-check/")).ToListAsync(cancellation);
            await StorageStart.RecordAsync(db, keys, slots, options, cancellation);
        }

        return await AllAsync(() => RewrapSecretsAsync(actor, cancellation)) + await AllAsync(() => RewrapBatchAsync(actor, cancellation));
    }

    /// <summary>删去一个旧版本。此后这一版包裹的备份也打不开了。</summary>
    /// <exception cref="InvalidOperationException">还有用这一版包裹的，或它就是当前版本。</exception>
    public async Task RetireAsync(int version, string actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var check = $"key-check/{version}";
        if (version == keys.Current
            || await db.ApplicantVaults.AnyAsync(v => v.KeyVersion == version && v.WrappedKey != null, cancellation)
            || await db.DataKeys.AnyAsync(k => k.KeyVersion == version, cancellation)
            || await db.SecretSlots.AnyAsync(s => s.KeyVersion == version && s.Name != check, cancellation))
        {
            throw new InvalidOperationException($"Master key version {version} is still in use.");
        }

        db.SecretSlots.RemoveRange(db.SecretSlots.Where(s => s.Name == check));
        await db.CommitAsync(Entry(actor, "keys.retire", version, 0), cancellation);
        keys.Remove(version);
    }

    // 一批一批地换，直到没有可换的；其中有一件刚被别人改动的，这一批没有写，重读再做。
    private static async Task<int> AllAsync(Func<Task<int>> batch)
    {
        for (var total = 0; ;)
        {
            try
            {
                var done = await batch();
                if (done == 0)
                {
                    return total;
                }

                total += done;
            }
            catch (StaleDataException)
            {
                await Task.Yield();
            }
        }
    }

    private async Task<int> RewrapBatchAsync(string actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var current = keys.Current;
        var rows = await db.ApplicantVaults.Where(v => v.WrappedKey != null && v.KeyVersion != current).OrderBy(v => v.RequestId).Take(BatchSize).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return 0;
        }

        foreach (var row in rows)
        {
            vault.Rewrap(row);
        }

        await db.CommitAsync(Entry(actor, "keys.rewrap", current, rows.Count), cancellation);
        return rows.Count;
    }

    private async Task<int> RewrapSecretsAsync(string actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var current = keys.Current;
        var slots = await db.SecretSlots.Where(s => s.KeyVersion != current && !s.Name.StartsWith("key-check/")).ToListAsync(cancellation);
        foreach (var slot in slots)
        {
            (slot.Cipher, slot.KeyVersion) = vault.SealSecret(slot.Name, vault.OpenSecret(slot.Name, slot.Cipher, slot.KeyVersion));
        }

        var dataKeys = await db.DataKeys.Where(k => k.KeyVersion != current).ToListAsync(cancellation);
        foreach (var key in dataKeys)
        {
            var name = DataKeyRepository.SecretName(key.Name);
            (key.Cipher, key.KeyVersion) = vault.SealSecret(name, vault.OpenSecret(name, key.Cipher, key.KeyVersion));
        }

        var count = slots.Count + dataKeys.Count;
        if (count > 0)
        {
            await db.CommitAsync(Entry(actor, "keys.rewrap", current, count), cancellation);
        }

        return count;
    }

    private AuditEntry Entry(string actor, string action, int version, int count) =>
        new(clock.GetUtcNow().UtcDateTime, actor, null, action, $"version {version}", $$"""{"count":{{count}}}""");
}
