using System.Text.Json;

namespace Gongkai.Storage.Backup;

/// <summary>备份目录里 manifest.json 的内容：有什么、各是什么杂凑。里面没有主密钥。</summary>
/// <param name="Schema">格式，gongkai.backup/2。</param>
/// <param name="CreatedAt">备份的时刻，UTC。</param>
/// <param name="Provider">sqlite 或 postgres；恢复到同一种。</param>
/// <param name="Migration">数据库到了哪个迁移。</param>
/// <param name="AuditSequence">审计链有几条。</param>
/// <param name="AuditHash">审计链头，64 个小写十六进制数字。</param>
/// <param name="Parts">数据库的各部分，以及附件清单。</param>
/// <param name="FileCount">几个附件文件。</param>
/// <param name="AbsentFiles">应有而没有、或已损坏，没有备份到的附件地址。</param>
public sealed record BackupManifest(
    string Schema,
    DateTime CreatedAt,
    string Provider,
    string Migration,
    long AuditSequence,
    string AuditHash,
    IReadOnlyList<BackupPart> Parts,
    int FileCount,
    IReadOnlyList<string> AbsentFiles)
{
    /// <summary>现在的格式。</summary>
    public const string CurrentSchema = "gongkai.backup/2";

    /// <summary>先前的格式：清单没有自己的杂凑，其余一样。</summary>
    internal const string FirstSchema = "gongkai.backup/1";

    /// <summary>清单文件的名称。</summary>
    internal const string FileName = "manifest.json";

    /// <summary>清单自己的 SM3 杂凑，64 个小写十六进制数字：算的时候这一项为空。清单坏了一个字也看得出，不必恢复到一半才发现。</summary>
    public string Sm3 { get; init; } = "";

    /// <summary>写上自己的杂凑。</summary>
    internal BackupManifest Sealed() => this with { Sm3 = Digest() };

    /// <summary>自己的杂凑对得上；先前的格式没有，只核对各部分。</summary>
    internal bool IsWhole() => Schema == FirstSchema ? Sm3.Length == 0 : Sm3 == Digest();

    private string Digest() => Convert.ToHexStringLower(Sealing.Sm3.Hash(JsonSerializer.SerializeToUtf8Bytes(this with { Sm3 = "" }, BackupJson.Options)));
}

/// <summary>备份的一个部分。</summary>
/// <param name="Path">在备份目录里的路径。</param>
/// <param name="Length">字节数。</param>
/// <param name="Sm3">SM3 杂凑，64 个小写十六进制数字。</param>
/// <param name="Table">是哪个表；不是表时为 null。</param>
/// <param name="Columns">表的列，照文件里的次序；不是表时为 null。</param>
public sealed record BackupPart(string Path, long Length, string Sm3, string? Table = null, IReadOnlyList<string>? Columns = null);
