using System.Security.Cryptography;
using System.Text;
using Gongkai.UseCases.Staff;

namespace Gongkai.Workbench.Access;

/// <summary>一个账号也没有的时候：只有初次设置一页，凭印在控制台上的一次性设置码。没有默认密码。</summary>
public sealed class FirstRun(IServiceScopeFactory scopes)
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int GroupLength = 4;
    private const int Groups = 4;

    private bool _isDone;

    /// <summary>设置码；每次启动都换。</summary>
    public string Code { get; } = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength)));

    /// <summary>还要初次设置。有过账号之后就不再问数据库。</summary>
    public async ValueTask<bool> IsNeededAsync(CancellationToken cancellation)
    {
        if (_isDone)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        _isDone = !await scope.ServiceProvider.GetRequiredService<SetUp>().IsNeededAsync(cancellation);
        return !_isDone;
    }

    /// <summary>设置码对不对；大小写、横线不论。</summary>
    public bool IsCode(string given) => CryptographicOperations.FixedTimeEquals(Bytes(given), Bytes(Code));

    private static byte[] Bytes(string code) => Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant());
}
