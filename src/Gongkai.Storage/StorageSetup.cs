using Gongkai.Storage.Backup;
using Gongkai.Storage.Checking;
using Gongkai.Storage.Files;
using Gongkai.Storage.Mapping;
using Gongkai.Storage.Sealing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gongkai.Storage;

/// <summary>把存储装进应用。</summary>
public static class StorageSetup
{
    /// <summary>
    /// 登记 <see cref="GongkaiDb"/>（每个范围一个，取自池；也有 <see cref="IDbContextFactory{TContext}"/>）、
    /// <see cref="Vault"/>、<see cref="MasterKeys"/>、<see cref="IFileStore"/>、<see cref="OutboxQueue"/>。
    /// 使用之前先迁移：<see cref="StorageStart.PrepareAsync"/>。
    /// </summary>
    public static IServiceCollection AddGongkaiStorage(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddPooledDbContextFactory<GongkaiDb>(builder => Configure(builder, options));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<GongkaiDb>>().CreateDbContext());
        services.AddSingleton(_ => MasterKeys.Open(options.KeysPath));
        services.AddSingleton<Vault>();
        services.AddSingleton<IFileStore>(_ => new FileStore(options.FilesFolder));
        services.AddSingleton<OutboxQueue>();
        services.AddSingleton<FileSweep>();
        services.AddSingleton<Retention>();
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<StorageCheck>();
        services.AddSingleton<BackupWriter>();
        return services;
    }

    /// <summary>网站签发 cookie 的密钥存进数据库：各节点共用。两个网站用同一个 <paramref name="application"/> 才互认。</summary>
    public static IServiceCollection AddGongkaiDataProtection(this IServiceCollection services, string application)
    {
        services.AddDataProtection().SetApplicationName(application);
        services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<GongkaiDb>, Vault>((management, databases, vault) =>
        {
            management.XmlRepository = new DataKeyRepository(databases, vault);
            // 整段 xml 已经用主密钥封过。
            management.XmlEncryptor = new NullXmlEncryptor();
        });
        return services;
    }

    /// <summary>不经容器建一个上下文所需的设置。</summary>
    public static DbContextOptions<GongkaiDb> ContextOptions(StorageOptions options)
    {
        var builder = new DbContextOptionsBuilder<GongkaiDb>();
        Configure(builder, options);
        return builder.Options;
    }

    private static void Configure(DbContextOptionsBuilder builder, StorageOptions options)
    {
        if (options.ConnectionString is { } connection)
        {
            // 不让驱动自动准备语句：准备的那一次失败或者撤回之后，驱动会把连接上的语句认错（npgsql #6391、#5757），快一点不值得。
            builder.UseNpgsql(new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 0 }.ConnectionString).AddInterceptors(PreparedOnce.Instance);
        }
        else
        {
            PrivateFolder.Create(options.DataFolder);
            builder
                .UseSqlite(new SqliteConnectionStringBuilder { DataSource = options.DatabaseFile, ForeignKeys = true }.ConnectionString)
                .AddInterceptors(SqlitePragmas.Instance);
        }

        // 手写的迁移没有快照，用不着比；两者一致另有测试把守。
        // 存不进去的都抛出，由接住的人说：两次点了提交之类是预料之中的，不必每次在日志里留两段调用栈。
        builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning)
            .Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
    }
}
