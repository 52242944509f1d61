using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Storage.Writing;

/// <summary>一段时间里读同一时刻的数据；丢弃时结束。</summary>
internal sealed class Snapshot(IDbContextTransaction transaction, DbTransaction? owned) : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        if (owned is not null)
        {
            await owned.DisposeAsync();
        }
    }
}
