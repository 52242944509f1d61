using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Storage.Mapping;

/// <summary>
/// 时刻一律是 UTC：写入时不是 UTC 的不收，读出时标明是 UTC（SQLite 读出来是 Unspecified）。
/// 截到微秒，两种数据库才读出同一个值，审计链的杂凑靠它。
/// </summary>
internal sealed class InstantConverter() : ValueConverter<DateTime, DateTime>(v => Stored(v), v => DateTime.SpecifyKind(v, DateTimeKind.Utc))
{
    /// <summary>存进数据库的值。</summary>
    public static DateTime Stored(DateTime value) => value.Kind == DateTimeKind.Utc
        ? new DateTime(value.Ticks - (value.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc)
        : throw new ArgumentException($"Instants are stored in UTC; got {value.Kind}.", nameof(value));
}
