using System.Text;
using Gongkai.Storage;
using Gongkai.UseCases.Demo;

namespace Gongkai.Cli.Serving;

/// <summary>示例数据：虚构的一个县。账号的密码谁都知道，所以只在本机用。</summary>
internal static class DemoData
{
    /// <summary>空的库里放进示例数据，给出要印出的登录办法；库里是别的数据就不动，没有话说；不能用的说明原因，给 null。</summary>
    /// <param name="host">往哪里说进展。</param>
    /// <param name="storage">已准备好的数据。</param>
    /// <param name="cancellation">取消。</param>
    public static async Task<string?> EnsureAsync(CliHost host, StorageOptions storage, CancellationToken cancellation)
    {
        var result = await UseCases.Demo.DemoData.EnsureAsync(storage, host.Clock, line => host.Write(line + "\n"), cancellation);
        if (result.State == DemoState.Unfinished)
        {
            host.CannotStart("上一次填示例数据没有填完就停了，里面不全。", $"请删去 {storage.DataFolder}（用 PostgreSQL 的，换一个空库），再运行一次。");
            return null;
        }

        return result.State == DemoState.NotDemo ? "" : SignIns();
    }

    /// <summary>听别的地址，库里又有示例账号：说明原因，给 false。</summary>
    public static async Task<bool> MayListenAsync(CliHost host, StorageOptions storage, string addresses, CancellationToken cancellation)
    {
        if (NotLoopback(addresses) is { } open && await UseCases.Demo.DemoData.IsInAsync(storage, cancellation))
        {
            host.WrongUsage(Public("--urls", open), "请改用 http://127.0.0.1:5080 这样的地址，或者换一个数据目录。");
            return false;
        }

        return true;
    }

    /// <summary>为什么不能听这个地址。</summary>
    public static string Public(string option, string address) => $"示例账号的密码是公开的，示例数据只能在本机看：{option} 不能是 {address}。";

    /// <summary>这些地址里不是本机回环的第一个；都是的为 null。</summary>
    public static string? NotLoopback(string addresses) =>
        addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(a => !Uri.TryCreate(a, UriKind.Absolute, out var uri) || !uri.IsLoopback);

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
