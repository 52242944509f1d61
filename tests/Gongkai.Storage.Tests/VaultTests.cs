using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Gongkai.TestHost;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

public sealed class VaultTests
{
    [Theory, EveryStore]
    public async Task An_applicant_reads_back_and_is_found_by_any_spelling_but_stands_nowhere_in_clear(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var request = await Samples.FileAsync(store, await Samples.AgencyAsync(store), "1");
        await using var db = store.NewDb();

        var row = await db.ApplicantVaults.SingleAsync(v => v.NameHash == store.Vault.NameHash(" 张 小三"), TestContext.Current.CancellationToken);

        Assert.Equal(request.Id, row.RequestId);
        Assert.Equal(row.PhoneHash, store.Vault.PhoneHash("+86-138 0000 1234"));
        Assert.Equal(row.IdHash, store.Vault.IdHash("１１０１０１１９９００３０７１２３４"));
        Assert.NotEqual(row.NameHash, store.Vault.NameHash("张三"));
        Assert.Contains("13800001234", store.Vault.OpenApplicant(row), StringComparison.Ordinal);
        Assert.Equal("张*三", row.MaskedName);
        Assert.DoesNotContain("13800001234", System.Text.Encoding.Latin1.GetString(row.Cipher), StringComparison.Ordinal);
    }

    [Theory, EveryStore]
    public async Task One_applicants_row_does_not_open_as_anothers(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var agency = await Samples.AgencyAsync(store);
        var one = await Samples.FileAsync(store, agency, "1");
        var other = await Samples.FileAsync(store, agency, "2");
        await using var db = store.NewDb();
        var row = await db.ApplicantVaults.AsNoTracking().SingleAsync(v => v.RequestId == one.Id, TestContext.Current.CancellationToken);
        row.RequestId = other.Id;

        Assert.Throws<SealBrokenException>(() => store.Vault.OpenApplicant(row));
    }

    [Theory, EveryStore]
    public async Task Rotation_rewraps_everything_resumes_and_lets_the_old_version_go(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var agency = await Samples.AgencyAsync(store);
        for (var i = 1; i <= 5; i++)
        {
            await Samples.FileAsync(store, agency, $"{i}");
        }

        var rotation = store.Services.GetRequiredService<KeyRotation>();
        // 别的节点已经打开着旧的主密钥文件。
        await using var node = store.NewNode();
        Assert.Equal(1, node.GetRequiredService<MasterKeys>().Current);
        store.Keys.AddVersion();
        await Assert.ThrowsAsync<InvalidOperationException>(() => rotation.RetireAsync(1, "cli", cancel));

        // 上一次只加了版本就断了：接着做。
        Assert.Equal(5, await rotation.RewrapAsync("cli", cancel));
        Assert.Equal(0, await rotation.RewrapAsync("cli", cancel));
        await rotation.RetireAsync(1, "cli", cancel);

        Assert.Equal([2], MasterKeys.Open(store.Options.KeysPath).Versions);
        await using var db = store.NewDb();
        foreach (var row in await db.ApplicantVaults.AsNoTracking().ToListAsync(cancel))
        {
            Assert.Equal(2, row.KeyVersion);
            Assert.Contains("张小三", node.GetRequiredService<Vault>().OpenApplicant(row), StringComparison.Ordinal);
        }

        await StorageStart.PrepareAsync(store.Options, cancel);
        Assert.Empty((await store.Services.GetRequiredService<Checking.StorageCheck>().RunAsync(cancel)).Problems);
    }

    [Theory, EveryStore]
    public async Task At_the_end_of_retention_the_applicant_is_gone_and_the_events_stay(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var agency = await Samples.AgencyAsync(store);
        var old = await Samples.FileAsync(store, agency, "1");
        var young = await Samples.FileAsync(store, agency, "2");
        var address = await AttachAsync(store, old);
        await DestroyAsync(store, old.Id);

        await using var after = store.NewDb();
        var gone = await after.ApplicantVaults.SingleAsync(v => v.RequestId == old.Id, cancel);
        Assert.Equal((null, null, null, null, null), (gone.WrappedKey, gone.NameHash, gone.PhoneHash, gone.IdHash, gone.MaskedName));
        Assert.Empty(gone.Cipher);
        Assert.Equal("", (await after.Requests.SingleAsync(r => r.Id == old.Id, cancel)).Subject);
        Assert.Throws<SealBrokenException>(() => store.Vault.OpenApplicant(gone));
        Assert.False(store.Files.Exists(address));
        Assert.Equal(2, await after.RequestEvents.CountAsync(e => e.RequestId == old.Id, cancel));
        Assert.NotEmpty(store.Vault.OpenApplicant(await after.ApplicantVaults.SingleAsync(v => v.RequestId == young.Id, cancel)));
        Assert.Empty((await store.Services.GetRequiredService<Checking.StorageCheck>().RunAsync(cancel)).Problems);
    }

    [Theory, EveryStore]
    public async Task A_rotation_does_not_bring_a_destroyed_key_back(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var request = await Samples.FileAsync(store, await Samples.AgencyAsync(store), "1");
        await using var rotating = store.NewDb();
        var read = await rotating.ApplicantVaults.SingleAsync(cancel);
        store.Keys.AddVersion();
        Assert.True(store.Vault.Rewrap(read));
        await DestroyAsync(store, request.Id);

        await Assert.ThrowsAsync<StaleDataException>(() => rotating.CommitAsync(Samples.Entry(store), cancel));

        await using var db = store.NewDb();
        Assert.Null((await db.ApplicantVaults.SingleAsync(cancel)).WrappedKey);
    }

    [Theory, EveryStore]
    public async Task Data_with_keys_of_its_own_refuses_to_start_without_them_or_with_others(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        await Samples.FileAsync(store, await Samples.AgencyAsync(store), "1");
        File.Move(store.Options.KeysPath, store.Options.KeysPath + ".away");

        var missing = await Assert.ThrowsAsync<KeysFileException>(() => StorageStart.PrepareAsync(store.Options, cancel));
        Assert.Contains("找不到主密钥文件", missing.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(store.Options.KeysPath));

        MasterKeys.OpenOrCreate(store.Options.KeysPath);
        var wrong = await Assert.ThrowsAsync<KeysFileException>(() => StorageStart.PrepareAsync(store.Options, cancel));
        Assert.Contains("不是这份数据的", wrong.Message, StringComparison.Ordinal);
    }

    [Theory, EveryStore]
    public async Task Cookie_keys_are_shared_between_nodes_and_sealed_in_the_database(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var other = store.NewNode();
        var secret = Protector(store.Services).Protect("hello");

        Assert.Equal("hello", Protector(other).Unprotect(secret));
        await using var db = store.NewDb();
        var row = await db.DataKeys.SingleAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("masterKey", System.Text.Encoding.Latin1.GetString(row.Cipher), StringComparison.Ordinal);

        static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }

    internal static async Task DestroyAsync(TestStore store, Guid id)
    {
        await using var db = store.NewDb();
        var row = await db.Requests.SingleAsync(r => r.Id == id);
        var files = await Retention.EraseAsync(db, row, CancellationToken.None);
        var destroyed = Samples.Event(row, ++row.Version, store.Now);
        (destroyed.Type, destroyed.Payload, row.DestroyedOn) = ("destroyed", """{"type":"destroyed"}""", destroyed.On);
        db.RequestEvents.Add(destroyed);
        await db.CommitAsync(Samples.Entry(store, "applicant.destroy", id.ToString("D")), CancellationToken.None);
        await store.Services.GetRequiredService<Retention>().RememberAsync(db, id, CancellationToken.None);
        await store.Services.GetRequiredService<Retention>().RemoveAsync(db, files, CancellationToken.None);
    }

    internal static async Task<string> AttachAsync(TestStore store, RequestRow request)
    {
        await using var db = store.NewDb();
        using var key = store.Vault.OpenKey(await db.ApplicantVaults.SingleAsync(v => v.RequestId == request.Id));
        var sealedContent = new MemoryStream(key.Seal("attachment", "身份证明"u8));
        var stored = await store.Files.AddAsync(sealedContent, 1000, CancellationToken.None);
        db.Attachments.Add(new AttachmentRow
        {
            Id = Guid.CreateVersion7(),
            RequestId = request.Id,
            Purpose = "Identity",
            FileName = key.SealText("file-name", "身份证.jpg"),
            MediaType = "image/jpeg",
            Length = 12,
            Address = stored.Address,
            AddedAt = store.Now,
            AddedBy = "applicant",
        });
        await db.CommitAsync(Samples.Entry(store, "attachment.add"), CancellationToken.None);
        return stored.Address;
    }
}
