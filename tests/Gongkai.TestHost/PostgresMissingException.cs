namespace Gongkai.TestHost;

/// <summary>这台机器上没有可用的 PostgreSQL。</summary>
public sealed class PostgresMissingException(string message) : Exception(message);
