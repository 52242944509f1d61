using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gongkai.Storage;

/// <summary>只能有一个的值，别人先用了：两个人同时填同一个，库里的唯一索引拦下晚的一个。什么也没有写入。</summary>
/// <param name="value">哪一种值。</param>
/// <param name="inner">数据库的说法。</param>
#pragma warning disable CA1032 // 只能带着哪一种值抛出。
public sealed class TakenException(TakenValue value, Exception inner) : Exception($"The value is taken: {value}.", inner)
#pragma warning restore CA1032
{
    /// <summary>哪一种值。</summary>
    public TakenValue Value { get; } = value;

    // SQLite 说的是表和列，PostgreSQL 说的是索引。
    internal static TakenValue? ValueOf(DbException? e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "UserNameIndex" } => TakenValue.UserName,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "IX_Agencies_PagePath" } => TakenValue.AgencyPath,
        SqliteException { SqliteErrorCode: 19 } s when s.Message.Contains("Staff.NormalizedUserName", StringComparison.Ordinal) => TakenValue.UserName,
        SqliteException { SqliteErrorCode: 19 } s when s.Message.Contains("Agencies.PagePath", StringComparison.Ordinal) => TakenValue.AgencyPath,
        _ => null,
    };
}

/// <summary>只能有一个的值。</summary>
public enum TakenValue
{
    /// <summary>账号的用户名。</summary>
    UserName,

    /// <summary>机关的网页路径。</summary>
    AgencyPath,
}
