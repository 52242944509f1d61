namespace Gongkai.Storage;

/// <summary>数据放在哪里。</summary>
public sealed class StorageOptions
{
    /// <summary>数据目录：附件，以及 SQLite 的数据库。</summary>
    public required string DataFolder { get; init; }

    /// <summary>PostgreSQL 的连接字串；null 时用数据目录里的 SQLite。</summary>
    public string? ConnectionString { get; init; }

    /// <summary>主密钥文件；null 时为数据目录旁边的 <c>目录名.keys</c>。不得在数据目录里面。</summary>
    public string? KeysFile { get; init; }

    /// <summary>用 PostgreSQL。</summary>
    public bool UsesPostgres => ConnectionString is not null;

    /// <summary>SQLite 数据库的文件。</summary>
    public string DatabaseFile => Path.Combine(Path.GetFullPath(DataFolder), "gongkai.sqlite");

    /// <summary>附件的目录。</summary>
    public string FilesFolder => Path.Combine(Path.GetFullPath(DataFolder), "files");

    /// <summary>主密钥文件的路径。</summary>
    public string KeysPath => Path.GetFullPath(KeysFile ?? Path.TrimEndingDirectorySeparator(Path.GetFullPath(DataFolder)) + ".keys");

    /// <summary>销毁名单的路径：主密钥文件旁边，数据目录和备份之外。从旧的备份恢复，照它再抹去已经销毁的。</summary>
    public string DestroyedPath => KeysPath + ".destroyed";
}
