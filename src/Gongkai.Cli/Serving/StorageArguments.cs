using System.CommandLine;
using System.Data.Common;
using Gongkai.Storage;
using Gongkai.Storage.Sealing;

namespace Gongkai.Cli.Serving;

/// <summary>数据在哪里：几个命令共有的选项。</summary>
internal sealed class StorageArguments
{
    private readonly Option<string> _data = new("--data");
    private readonly Option<string> _postgres = new("--postgres");
    private readonly Option<string> _keys = new("--keys");

    /// <summary>加进命令。</summary>
    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_postgres);
        command.Add(_keys);
    }

    /// <summary>写了数据目录。</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_data) is not null;

    /// <summary>哪里不对；没有不对为 null。</summary>
    public string? ProblemOf(ParseResult parsed) =>
        parsed.GetValue(_data) is { } data
            ? string.IsNullOrWhiteSpace(data) ? "--data 要写一个目录。" : null
            : parsed.GetValue(_postgres) is not null || parsed.GetValue(_keys) is not null ? "写了 --postgres 或 --keys，也要写 --data（附件放在那里）。" : null;

    /// <summary>取出。</summary>
    public StorageOptions From(ParseResult parsed) => new()
    {
        DataFolder = parsed.GetValue(_data)!,
        ConnectionString = parsed.GetValue(_postgres),
        KeysFile = parsed.GetValue(_keys),
    };

    /// <summary>准备好；准备不好的说明原因，给 false。</summary>
    public static async Task<bool> PrepareAsync(CliHost host, StorageOptions storage, CancellationToken cancellation)
    {
        try
        {
            await StorageStart.PrepareAsync(storage, cancellation);
            return true;
        }
        catch (KeysFileException e)
        {
            host.CannotStart(e.Message, "什么也没有改动。");
        }
        catch (ArgumentException)
        {
            // 连接字串里可能有密码，原样不印。
            host.CannotStart("数据库的连接写法不对。", "请照 \"Host=…;Database=…;Username=…\" 的写法检查 --postgres。");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            host.CannotStart($"数据目录用不了：{IoFailure.Words(e)}。", "请检查 --data 的路径和权限。");
        }
        catch (Exception e) when (e is DbException || e.InnerException is DbException)
        {
            host.CannotStart($"数据库打不开：{(e as DbException ?? (DbException)e.InnerException!).Message}", "请检查数据库是否在运行、--postgres 和 --data 写得对不对。");
        }

        return false;
    }
}
