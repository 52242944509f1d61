using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongkai.Storage.Mapping;

/// <summary>
/// 收一件申请时 EF 要执行的两条（找机关、写入申请），在每个 PostgreSQL 连接上明着准备一次，以后不再解析、不再计划：省下数据库四分之一的工夫。
/// 只准备写明的这两种，不靠驱动自己认（见 <see cref="StorageSetup"/>）；附件太多的不准备，免得一个连接上攒下许多种。
/// </summary>
internal sealed class PreparedOnce : DbCommandInterceptor
{
    public static readonly PreparedOnce Instance = new();

    /// <summary>查询写上 <see cref="EntityFrameworkQueryableExtensions.TagWith{T}(IQueryable{T}, string)"/> 这一句，就准备。</summary>
    public const string Tag = "prepared once";

    private const int MostParameters = 120;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (IsFrequent(command))
        {
            await command.PrepareAsync(cancellationToken);
        }

        return result;
    }

    private static bool IsFrequent(DbCommand command) =>
        command.CommandText.StartsWith($"-- {Tag}", StringComparison.Ordinal)
        || (command.Parameters.Count <= MostParameters && command.CommandText.Contains("INSERT INTO \"Requests\"", StringComparison.Ordinal));
}
