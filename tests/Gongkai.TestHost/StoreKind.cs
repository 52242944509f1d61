namespace Gongkai.TestHost;

/// <summary>存储的两种数据库。</summary>
public enum StoreKind
{
    Sqlite,
    Postgres,
}
