using System.Text.Json;

namespace Gongkai.Storage.Backup;

/// <summary>manifest.json 的写法。</summary>
internal static class BackupJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
}
