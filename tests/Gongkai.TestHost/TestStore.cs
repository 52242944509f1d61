using Gongkai.Storage;
using Gongkai.Storage.Files;
using Gongkai.Storage.Sealing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gongkai.TestHost;

/// <summary>一份空的、迁移好的数据，连同主密钥文件，在临时目录里；用完删去。照样板复制，所以快。</summary>
public sealed class TestStore : IAsyncDisposable
{
    private static readonly Lazy<Task<TestStore>> _sqliteTemplate = new(() => MigratedAsync(StoreKind.Sqlite));
    private static readonly Lazy<Task<TestStore>> _postgresTemplate = new(() => MigratedAsync(StoreKind.Postgres));
    private readonly string _folder;

    private TestStore(StoreKind kind, string folder, StorageOptions options)
    {
        Kind = kind;
        _folder = folder;
        Options = options;
        Services = NewNode();
    }

    /// <summary>
    /// 页面的测试用哪种数据库：环境变量 GONGKAI_TEST_STORE 写着 postgres 的用 PostgreSQL，否则 SQLite。
    /// 它们数目多、慢在页面，不各跑两遍，由 <c>./build test</c> 换一种再跑一趟。
    /// </summary>
    public static StoreKind Chosen => Environment.GetEnvironmentVariable("GONGKAI_TEST_STORE") == "postgres" ? StoreKind.Postgres : StoreKind.Sqlite;

    /// <summary>哪种数据库。</summary>
    public StoreKind Kind { get; }

    /// <summary>在哪里。</summary>
    public StorageOptions Options { get; }

    /// <summary>一个节点的容器。</summary>
    public ServiceProvider Services { get; }

    /// <summary>时钟，2026 年 3 月 2 日早上九点（中国时间）起。</summary>
    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>此刻，UTC。</summary>
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>保管箱。</summary>
    public Vault Vault => Services.GetRequiredService<Vault>();

    /// <summary>文件。</summary>
    public IFileStore Files => Services.GetRequiredService<IFileStore>();

    /// <summary>主密钥。</summary>
    public MasterKeys Keys => Services.GetRequiredService<MasterKeys>();

    /// <summary>这份数据的临时目录，测试也可在里面放东西。</summary>
    public string Folder => _folder;

    /// <summary>一份新的，已迁移。</summary>
    public static async Task<TestStore> CreateAsync(StoreKind kind)
    {
        var template = await (kind == StoreKind.Sqlite ? _sqliteTemplate : _postgresTemplate).Value;
        var folder = NewFolder();
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        File.Copy(template.Options.KeysPath, data + ".keys");
        if (kind == StoreKind.Sqlite)
        {
            File.Copy(template.Options.DatabaseFile, Path.Combine(data, "gongkai.sqlite"));
            return new TestStore(kind, folder, new StorageOptions { DataFolder = data });
        }

        var cluster = await PostgresCluster.SharedAsync();
        var connection = await cluster.CreateDatabaseAsync(new NpgsqlConnectionStringBuilder(template.Options.ConnectionString).Database);
        return new TestStore(kind, folder, new StorageOptions { DataFolder = data, ConnectionString = connection });
    }

    /// <summary>一份什么也没有的：目录是空的，PostgreSQL 里是一个空库。</summary>
    public static async Task<TestStore> CreateEmptyAsync(StoreKind kind)
    {
        var folder = NewFolder();
        var connection = kind == StoreKind.Postgres ? await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync() : null;
        return new TestStore(kind, folder, new StorageOptions { DataFolder = Path.Combine(folder, "data"), ConnectionString = connection });
    }

    /// <summary>另一个节点：同一份数据，另一个容器。</summary>
    public ServiceProvider NewNode() => new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddGongkaiStorage(Options).AddGongkaiDataProtection("gongkai-test").BuildServiceProvider(validateScopes: true);

    /// <summary>一个新的上下文，不取自池。</summary>
    public GongkaiDb NewDb() => new(StorageSetup.ContextOptions(Options));

    /// <summary>写明了编号的机关加过之后：PostgreSQL 自己编的号从它们之后起。</summary>
    public async Task SettleAsync()
    {
        if (Kind == StoreKind.Postgres)
        {
            await using var db = NewDb();
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
                db.Database, """SELECT setval(pg_get_serial_sequence('"Agencies"', 'Id'), (SELECT max("Id") FROM "Agencies"))""");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (Options.ConnectionString is { } connection)
        {
            await (await PostgresCluster.SharedAsync()).DropDatabaseAsync(connection);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string NewFolder()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"gongkai-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static async Task<TestStore> MigratedAsync(StoreKind kind)
    {
        var store = await CreateEmptyAsync(kind);
        await StorageStart.PrepareAsync(store.Options, CancellationToken.None);
        // 样板不能还连着；日志也要并进文件，才能只复制一个文件。
        if (kind == StoreKind.Sqlite)
        {
            await using var connection = new SqliteConnection($"Data Source={store.Options.DatabaseFile};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }
        else
        {
            await using var pool = new NpgsqlConnection(store.Options.ConnectionString);
            NpgsqlConnection.ClearAllPools();
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(store._folder, recursive: true);
        return store;
    }
}
