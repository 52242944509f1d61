using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Storage.Files;

namespace Gongkai.Storage.Sealing;

/// <summary>读写主密钥文件：json，写在临时文件里同步之后改名，权限从一开始就是 600。</summary>
internal static class KeysFile
{
    private const string Schema = "gongkai.keys/1";
    private const long LargestFile = 64 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static KeyRing Read(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(OwnerOnly | UnixFileMode.UserExecute)) != 0)
            {
                throw new KeysFileException($"主密钥文件 {path} 别的用户也能读写，不能用。请先执行 chmod 600。");
            }

            if (new FileInfo(path).Length > LargestFile)
            {
                throw Damaged(path, null);
            }

            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KeysFileException($"找不到主密钥文件 {path}。没有它，申请人资料打不开；请从保管的地方取回，放在这个路径，或用 --keys 指明。", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new KeysFileException($"没有权限读主密钥文件 {path}。", e);
        }
    }

    public static void Create(string path, KeyRing ring)
    {
        var temporary = Write(path, ring);
        try
        {
            File.Move(temporary, path, overwrite: false);
            DirectorySync.Flush(FolderOf(path));
        }
        catch (IOException) when (File.Exists(path))
        {
            // 别的进程先建好了：用它的。
            File.Delete(temporary);
        }
    }

    public static void Replace(string path, KeyRing ring)
    {
        File.Move(Write(path, ring), path, overwrite: true);
        DirectorySync.Flush(FolderOf(path));
    }

    private static string Write(string path, KeyRing ring)
    {
        Directory.CreateDirectory(FolderOf(path));
        var temporary = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new FileStream(temporary, options);
        JsonSerializer.Serialize(file, Document(ring));
        file.Flush(flushToDisk: true);
        return temporary;
    }

    private static JsonObject Document(KeyRing ring) => new()
    {
        ["schema"] = Schema,
        ["current"] = ring.Current,
        ["search"] = Convert.ToBase64String(ring.Search),
        ["versions"] = new JsonObject(ring.Secrets.OrderBy(s => s.Key).Select(s => KeyValuePair.Create(s.Key.ToString(provider: null), (JsonNode?)Convert.ToBase64String(s.Value)))),
    };

    private static KeyRing Parse(string path, string text)
    {
        try
        {
            var root = JsonNode.Parse(text)!.AsObject();
            var versions = root["versions"]!.AsObject().ToImmutableDictionary(v => int.Parse(v.Key, null), v => Secret(v.Value));
            var current = (int)root["current"]!;
            return (string?)root["schema"] == Schema && versions.ContainsKey(current)
                ? new KeyRing(current, versions, Secret(root["search"]))
                : throw new FormatException("Unknown schema or version.");
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or NullReferenceException or OverflowException)
        {
            throw Damaged(path, e);
        }
    }

    private static byte[] Secret(JsonNode? node)
    {
        var bytes = Convert.FromBase64String((string?)node ?? "");
        return bytes.Length == KeyRing.SecretSize ? bytes : throw new FormatException("A key has 32 bytes.");
    }

    private static KeysFileException Damaged(string path, Exception? e) => new($"{path} 不是完好的主密钥文件。请从保管的地方取回。", e);

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
