using System.Text;
using Gongkai.Storage;

namespace Gongkai.Cli.Serving;

/// <summary>示例数据：虚构的一个县。</summary>
internal static class DemoData
{
    /// <summary>空的数据目录里放进示例数据，给出要印出的登录办法；不是示例数据的不动，给出 null。</summary>
    /// <param name="host">往哪里说进展。</param>
    /// <param name="storage">已准备好的数据。</param>
    /// <param name="cancellation">取消。</param>
    public static async Task<string?> EnsureAsync(CliHost host, StorageOptions storage, CancellationToken cancellation)
    {
        var mark = Path.Combine(storage.DataFolder, "demo");
        if (await UseCases.Demo.DemoData.EnsureAsync(storage, host.Clock, line => host.Write(line + "\n"), cancellation))
        {
            await File.WriteAllTextAsync(mark, "", cancellation);
        }

        return File.Exists(mark) ? SignIns() : null;
    }

    private static string SignIns()
    {
        var text = new StringBuilder($"演示账号（密码都是 {UseCases.Demo.DemoData.Password}，只在演示数据里有）：\n");
        foreach (var (user, what) in UseCases.Demo.DemoData.SignIns)
        {
            text.Append($"  {user,-14} {what}\n");
        }

        return text.ToString();
    }
}
