using Gongkai.Storage.Backup;
using Gongkai.Storage.Checking;
using Gongkai.Storage.Sealing;
using Gongkai.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

public sealed class BackupTests
{
    private static readonly CancellationToken _never = CancellationToken.None;

    [Theory, EveryStore]
    public async Task A_backup_restored_elsewhere_reads_with_the_keys_and_not_without(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var agency = await Samples.AgencyAsync(store);
        var request = await Samples.FileAsync(store, agency, "1");
        var address = await VaultTests.AttachAsync(store, request);
        var backup = Path.Combine(store.Folder, "backup");
        var written = await store.Services.GetRequiredService<BackupWriter>().WriteAsync(backup, _never);
        var before = await store.Services.GetRequiredService<StorageCheck>().RunAsync(_never);
        Assert.Equal((before.HeadSequence, before.HeadHash, 1), (written.AuditSequence, written.AuditHash, written.FileCount));
        await RefuteSecretsAsync(store, backup);

        await using var restored = await TestStore.CreateEmptyAsync(kind);
        await BackupRestore.RunAsync(backup, restored.Options, _never);

        // 没有主密钥：不许启动，资料打不开；换一把也不行。
        await Assert.ThrowsAsync<KeysFileException>(() => StorageStart.PrepareAsync(restored.Options, _never));
        await using var db = restored.NewDb();
        var row = await db.ApplicantVaults.AsNoTracking().SingleAsync(_never);
        var stranger = new Vault(MasterKeys.OpenOrCreate(Path.Combine(restored.Folder, "other.keys")));
        Assert.Throws<SealBrokenException>(() => stranger.OpenApplicant(row));

        File.Copy(store.Options.KeysPath, restored.Options.KeysPath);
        await StorageStart.PrepareAsync(restored.Options, _never);
        Assert.Contains("张小三", restored.Vault.OpenApplicant(row), StringComparison.Ordinal);
        Assert.True(restored.Files.Exists(address));
        var after = await restored.Services.GetRequiredService<StorageCheck>().RunAsync(_never);
        Assert.Equal((before.HeadSequence, before.HeadHash, before.Requests, before.Files), (after.HeadSequence, after.HeadHash, after.Requests, after.Files));
        Assert.Empty(after.Problems);
        // 恢复出来的可以接着用：编号不撞，触发器还在。
        Assert.Equal(agency + 1, await Samples.AgencyAsync(restored, "next"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Audits.ExecuteDeleteAsync(_never));
        Assert.Equal(await Catalogue.OfAsync(store.NewDb()), await Catalogue.OfAsync(db));
    }

    [Theory, EveryStore]
    public async Task A_backup_that_does_not_match_its_manifest_is_refused_and_nothing_is_written(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var request = await Samples.FileAsync(store, await Samples.AgencyAsync(store), "1");
        var address = await VaultTests.AttachAsync(store, request);
        var backup = Path.Combine(store.Folder, "backup");
        await store.Services.GetRequiredService<BackupWriter>().WriteAsync(backup, _never);
        await using var target = await TestStore.CreateEmptyAsync(kind);
        var data = kind == StoreKind.Sqlite ? "database.sqlite" : "tables/Requests.copy";
        var attachment = $"files/{address[..2]}/{address[2..]}";
        foreach (var part in (string[])[data, "files.txt", attachment, "manifest.json"])
        {
            var path = Path.Combine(backup, part);
            var good = await File.ReadAllBytesAsync(path, _never);
            byte[] bad = [.. good];
            bad[bad.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(path, bad, _never);
            await RefusedAsync(backup, target);
            File.Delete(path);
            await RefusedAsync(backup, target);
            await File.WriteAllBytesAsync(path, good, _never);
        }

        Assert.False(Directory.Exists(target.Options.FilesFolder));
        await BackupRestore.RunAsync(backup, target.Options, _never);
        var again = await RefusedAsync(backup, target);
        Assert.Contains("已经有东西", again.Message, StringComparison.Ordinal);
    }

    [Theory, EveryStore]
    public async Task A_manifest_that_points_elsewhere_is_refused(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var backup = Path.Combine(store.Folder, "backup");
        var migration = (await store.Services.GetRequiredService<BackupWriter>().WriteAsync(backup, _never)).Migration;
        var manifest = Path.Combine(backup, "manifest.json");
        var text = await File.ReadAllTextAsync(manifest, _never);
        await using var target = await TestStore.CreateEmptyAsync(kind);
        var part = kind == StoreKind.Sqlite ? "database.sqlite" : "tables/Agencies.copy";
        foreach (var (from, to) in ((string, string)[])[(part, "../data/" + part), (part, "/etc/passwd"), (migration, "99990000000000_Future"), ("gongkai.backup/2", "gongkai.backup/1"), ("gongkai.backup/2", "gongkai.backup/9"), ("\"parts\": [", "\"parts\": [], \"x\": [")])
        {
            await File.WriteAllTextAsync(manifest, text.Replace(from, to, StringComparison.Ordinal), _never);
            await RefusedAsync(backup, target);
        }
    }

    [Theory, EveryStore]
    public async Task A_backup_whose_manifest_did_not_yet_vouch_for_itself_is_still_good(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var backup = Path.Combine(store.Folder, "backup");
        var own = (await store.Services.GetRequiredService<BackupWriter>().WriteAsync(backup, _never)).Sm3;
        var manifest = Path.Combine(backup, "manifest.json");
        var text = await File.ReadAllTextAsync(manifest, _never);
        await File.WriteAllTextAsync(manifest, text.Replace("gongkai.backup/2", "gongkai.backup/1", StringComparison.Ordinal).Replace(own, "", StringComparison.Ordinal), _never);
        await using var target = await TestStore.CreateEmptyAsync(kind);
        Assert.Equal("gongkai.backup/1", (await BackupRestore.RunAsync(backup, target.Options, _never)).Schema);
    }

    [Theory, EveryStore]
    public async Task A_backup_never_overwrites_and_names_the_attachments_it_could_not_read(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var request = await Samples.FileAsync(store, await Samples.AgencyAsync(store), "1");
        var address = await VaultTests.AttachAsync(store, request);
        store.Files.Remove(address);
        var writer = store.Services.GetRequiredService<BackupWriter>();
        var backup = Path.Combine(store.Folder, "backup");

        Assert.Equal([address], (await writer.WriteAsync(backup, _never)).AbsentFiles);
        await Assert.ThrowsAsync<BackupException>(() => writer.WriteAsync(backup, _never));
    }

    [Theory, EveryStore]
    public async Task A_backup_taken_under_load_is_whole(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var agency = await Samples.AgencyAsync(store);
        using var enough = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                await VaultTests.AttachAsync(store, await Samples.FileAsync(store, agency, $"{writer}-{i}"));
            }
        })));
        var backup = Path.Combine(store.Folder, "backup");
        await store.Services.GetRequiredService<BackupWriter>().WriteAsync(backup, _never);
        await enough.CancelAsync();
        await load;

        await using var restored = await TestStore.CreateEmptyAsync(kind);
        var manifest = await BackupRestore.RunAsync(backup, restored.Options, _never);
        File.Copy(store.Options.KeysPath, restored.Options.KeysPath);
        var report = await restored.Services.GetRequiredService<StorageCheck>().RunAsync(_never);

        Assert.Empty(report.Problems);
        Assert.Empty(manifest.AbsentFiles);
        Assert.Equal(manifest.AuditSequence, report.HeadSequence);
    }

    [Theory, EveryStore]
    public async Task A_backup_older_than_a_destruction_does_not_bring_the_applicant_back(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var agency = await Samples.AgencyAsync(store);
        var (gone, kept) = (await Samples.FileAsync(store, agency, "gone-1"), await Samples.FileAsync(store, agency, "kept-2"));
        var address = await VaultTests.AttachAsync(store, gone);
        var backup = Path.Combine(store.Folder, "backup");
        await store.Services.GetRequiredService<BackupWriter>().WriteAsync(backup, _never);
        await VaultTests.DestroyAsync(store, gone.Id);

        // 销毁名单先放好的，恢复时就抹去；后放来的，启动时抹去。
        foreach (var isFirst in new[] { true, false })
        {
            await using var restored = await TestStore.CreateEmptyAsync(kind);
            File.Copy(store.Options.KeysPath, restored.Options.KeysPath);
            if (isFirst)
            {
                File.Copy(store.Options.DestroyedPath, restored.Options.DestroyedPath);
            }

            await BackupRestore.RunAsync(backup, restored.Options, _never);
            await using var db = restored.NewDb();
            if (!isFirst)
            {
                Assert.NotNull((await db.ApplicantVaults.AsNoTracking().SingleAsync(v => v.RequestId == gone.Id, _never)).WrappedKey);
                File.Copy(store.Options.DestroyedPath, restored.Options.DestroyedPath);
                await StorageStart.PrepareAsync(restored.Options, _never);
            }

            var vault = await db.ApplicantVaults.AsNoTracking().SingleAsync(v => v.RequestId == gone.Id, _never);
            var row = await db.Requests.AsNoTracking().SingleAsync(r => r.Id == gone.Id, _never);
            Assert.Equal((null, null, null, ""), (vault.WrappedKey, vault.NameHash, row.QueryCodeHash, row.Subject));
            Assert.Empty(vault.Cipher);
            Assert.NotNull(row.DestroyedOn);
            Assert.False(restored.Files.Exists(address));
            Assert.Equal("destroyed", (await db.RequestEvents.OrderBy(e => e.Sequence).LastAsync(e => e.RequestId == gone.Id, _never)).Type);
            Assert.True(await db.Audits.AnyAsync(a => a.Action == "applicant.destroyAgain" && a.Subject == gone.Id.ToString("D"), _never));
            Assert.Contains("张小三", restored.Vault.OpenApplicant(await db.ApplicantVaults.AsNoTracking().SingleAsync(v => v.RequestId == kept.Id, _never)), StringComparison.Ordinal);
            Assert.Empty((await restored.Services.GetRequiredService<StorageCheck>().RunAsync(_never)).Problems);

            // 再启动，不再有事可做。
            await StorageStart.PrepareAsync(restored.Options, _never);
            Assert.Equal(1, await db.Audits.CountAsync(a => a.Action == "applicant.destroyAgain", _never));
        }
    }

    [Theory, EveryStore]
    public async Task What_was_destroyed_but_not_yet_remembered_is_remembered_at_the_next_start(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var agency = await Samples.AgencyAsync(store);
        var (first, second) = (await Samples.FileAsync(store, agency, "1"), await Samples.FileAsync(store, agency, "2"));
        await VaultTests.DestroyAsync(store, first.Id);
        await VaultTests.DestroyAsync(store, second.Id);
        var whole = await File.ReadAllTextAsync(store.Options.DestroyedPath, _never);
        Assert.DoesNotContain("张", whole, StringComparison.Ordinal);

        // 写第二行写到一半断了，或者整个文件没有了。
        foreach (var left in new[] { whole[..^20], "" })
        {
            await File.WriteAllTextAsync(store.Options.DestroyedPath, left, _never);
            await StorageStart.PrepareAsync(store.Options, _never);
            var kept = await new DestroyedRegister(store.Options.DestroyedPath).ReadAsync(_never);
            Assert.Equal(new[] { first.Id, second.Id }.Order(), kept.Keys.Order());
        }

        // 中间坏了的不当作没有：那会让销毁了的又在。
        await File.WriteAllTextAsync(store.Options.DestroyedPath, "x" + whole, _never);
        Assert.Contains("销毁名单", (await Assert.ThrowsAsync<KeysFileException>(() => StorageStart.PrepareAsync(store.Options, _never))).Message, StringComparison.Ordinal);
    }

    private static async Task<BackupException> RefusedAsync(string backup, TestStore target) =>
        await Assert.ThrowsAsync<BackupException>(() => BackupRestore.RunAsync(backup, target.Options, _never));

    private static async Task RefuteSecretsAsync(TestStore store, string backup)
    {
        var secrets = new[] { store.Keys.Secret(1), store.Keys.SearchSecret() }.SelectMany(s => new[] { s, System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(s)), System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(s)) }).Append("13800001234"u8.ToArray()).ToList();
        foreach (var file in Directory.GetFiles(backup, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, _never);
            Assert.All(secrets, secret => Assert.Equal(-1, bytes.AsSpan().IndexOf(secret)));
        }
    }
}
