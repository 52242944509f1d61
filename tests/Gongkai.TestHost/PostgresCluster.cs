using System.Diagnostics;
using Npgsql;

namespace Gongkai.TestHost;

/// <summary>
/// 本进程的 PostgreSQL：环境变量 GONGKAI_TEST_POSTGRES 给出的（要能建库），或者装着的程序临时起一个，
/// 只听临时目录里的套接字，照常同步到磁盘。测试进程不论怎样结束，它都随之停下并删去。
/// </summary>
public sealed class PostgresCluster
{
    private static readonly Lazy<Task<PostgresCluster>> _shared = new(StartAsync);
    private readonly string _connection;

    // 留着它：收走了，它的输入就关上，服务器随之停下。
    private readonly Process? _server;

    private PostgresCluster(string connection, Process? server)
    {
        _connection = connection;
        _server = server;
    }

    /// <summary>为什么不能用；null 为能用。</summary>
    public static string? Missing => Given is null && Programs() is null
        ? "没有 PostgreSQL：请安装（apt-get install postgresql），或用环境变量 GONGKAI_TEST_POSTGRES 给出连接字串。"
        : null;

    private static string? Given => Environment.GetEnvironmentVariable("GONGKAI_TEST_POSTGRES") is { Length: > 0 } given ? given : null;

    /// <summary>本进程共用的一个，第一次用时启动。</summary>
    public static Task<PostgresCluster> SharedAsync() => _shared.Value;

    /// <summary>新建一个数据库，给出它的连接字串。</summary>
    /// <param name="template">照哪个数据库建；null 为空的。</param>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = $"gongkai_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template ?? "template0"} ENCODING 'UTF8'");
        return new NpgsqlConnectionStringBuilder(_connection) { Database = name, Pooling = true, MaxPoolSize = 64 }.ConnectionString;
    }

    /// <summary>删去一个数据库，断开还连着的。</summary>
    public async Task DropDatabaseAsync(string connection)
    {
        await using (var pool = new NpgsqlConnection(connection))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        if (Given is { } given)
        {
            return new PostgresCluster(given, null);
        }

        var bin = Programs() ?? throw new PostgresMissingException(Missing!);
        var folder = Path.Combine(Path.GetTempPath(), $"gkpg-{Guid.NewGuid():N}"[..13]);
        Directory.CreateDirectory(folder);
        var isRoot = Environment.UserName == "root";
        if (isRoot)
        {
            await RunAsync("chown", "postgres", folder);
        }

        // postgres 不肯以 root 运行。读到输入结束（测试进程没了）就停下、删去。
        var script = $"""
            cd '{folder}'
            '{bin}/initdb' -D data -U gongkai -A trust -E UTF8 --locale=C.UTF-8 --no-sync >init.log 2>&1 || exit 1
            '{bin}/postgres' -D data -k '{folder}' -c listen_addresses= -c fsync=on -c shared_buffers=64MB -c max_connections=200 >server.log 2>&1 &
            server=$!
            read -r _ || true
            kill -QUIT $server
            wait $server
            rm -rf '{folder}'
            """;
        string[] arguments = isRoot ? ["-u", "postgres", "--", "bash", "-c", script] : ["-c", script];
        var server = Process.Start(new ProcessStartInfo(isRoot ? "runuser" : "bash", arguments) { RedirectStandardInput = true });
        var connection = new NpgsqlConnectionStringBuilder { Host = folder, Username = "gongkai", Database = "postgres", Pooling = false, Timeout = 5 };
        await WaitAsync(connection.ConnectionString, folder);
        return new PostgresCluster(connection.ConnectionString, server);
    }

    private static async Task WaitAsync(string connection, string folder)
    {
        for (var left = 300; ; left--)
        {
            try
            {
                await using var database = new NpgsqlConnection(connection);
                await database.OpenAsync();
                return;
            }
            catch (NpgsqlException e)
            {
                if (left == 0)
                {
                    throw new PostgresMissingException($"PostgreSQL 没有启动起来：{e.Message}。日志在 {folder}。");
                }

                await Task.Delay(100);
            }
        }
    }

    internal static string? Programs()
    {
        const string debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderDescending(StringComparer.Ordinal).Select(v => Path.Combine(v, "bin")) : [];
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')).FirstOrDefault(b => File.Exists(Path.Combine(b, "initdb")) && File.Exists(Path.Combine(b, "postgres")));
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var database = new NpgsqlConnection(_connection);
        await database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, database);
        await command.ExecuteNonQueryAsync();
    }
}
