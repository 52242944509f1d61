using System.Diagnostics;
using Npgsql;

namespace Gongkai.TestHost;

/// <summary>
/// 可以当场停掉的 PostgreSQL：收到 SIGQUIT 就停，与 <c>pg_ctl stop -m immediate</c>、断电后再起一样，靠日志恢复。
/// 照常同步到磁盘。测试进程不论怎样结束，它都随之停下并删去。
/// </summary>
public sealed class CrashablePostgres : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);
    private readonly Process _keeper;

    private CrashablePostgres(Process keeper, string folder)
    {
        _keeper = keeper;
        Connection = new NpgsqlConnectionStringBuilder { Host = folder, Username = "gongkai", Database = "postgres", Pooling = true, MaxPoolSize = 16, Timeout = 5 }.ConnectionString;
    }

    /// <summary>连接字串，库是空的。</summary>
    public string Connection { get; }

    /// <summary>建一个，启动。</summary>
    public static async Task<CrashablePostgres> StartAsync()
    {
        var bin = PostgresCluster.Programs() ?? throw new PostgresMissingException(PostgresCluster.Missing!);
        var folder = Path.Combine(Path.GetTempPath(), $"gkcr-{Guid.NewGuid():N}"[..13]);
        Directory.CreateDirectory(folder);
        var isRoot = Environment.UserName == "root";
        if (isRoot)
        {
            using var own = Process.Start("chown", ["postgres", folder]);
            await own.WaitForExitAsync();
        }

        var script = $$"""
            cd '{{folder}}'
            '{{bin}}/initdb' -D data -U gongkai -A trust -E UTF8 --locale=C.UTF-8 --no-sync >init.log 2>&1 || exit 1
            start() {
              '{{bin}}/postgres' -D data -k '{{folder}}' -c listen_addresses= -c fsync=on -c shared_buffers=32MB >>server.log 2>&1 &
              server=$!
              until '{{bin}}/pg_isready' -q -h '{{folder}}'; do kill -0 $server || exit 1; sleep 0.05; done
              echo started
            }
            start
            while read -r order; do
              case $order in
                crash) kill -QUIT $server; wait $server; echo crashed ;;
                start) start ;;
              esac
            done
            kill -QUIT $server 2>/dev/null
            wait
            rm -rf '{{folder}}'
            """;
        string[] arguments = isRoot ? ["-u", "postgres", "--", "bash", "-c", script] : ["-c", script];
        var keeper = Process.Start(new ProcessStartInfo(isRoot ? "runuser" : "bash", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var started = new CrashablePostgres(keeper, folder);
        await started.HearAsync("started");
        return started;
    }

    /// <summary>当场停掉：连着的都断开，没有收尾。</summary>
    public Task CrashAsync() => OrderAsync("crash", "crashed");

    /// <summary>再起，恢复到最后一次提交。</summary>
    public Task RestartAsync() => OrderAsync("start", "started");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using (var pool = new NpgsqlConnection(Connection))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    private async Task OrderAsync(string order, string answer)
    {
        await _keeper.StandardInput.WriteLineAsync(order);
        await _keeper.StandardInput.FlushAsync();
        await HearAsync(answer);
    }

    private async Task HearAsync(string answer)
    {
        if (await _keeper.StandardOutput.ReadLineAsync().WaitAsync(_patience) != answer)
        {
            throw new PostgresMissingException($"PostgreSQL did not say “{answer}”.");
        }
    }
}
