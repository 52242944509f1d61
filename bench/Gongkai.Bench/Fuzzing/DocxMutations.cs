using System.IO.Compression;
using System.Text;

namespace Gongkai.Bench.Fuzzing;

/// <summary>对 docx 的变异：重新打包改过的 XML，或改包本身。</summary>
public static class DocxMutations
{
    /// <summary>正文在包里的名字。</summary>
    public const string Body = "word/document.xml";

    /// <summary>变异一次；包已打不开时退为改字节。</summary>
    public static byte[] Apply(byte[] bytes, byte[] other, Chance chance)
    {
        if (chance.OneIn(4) || !TryUnpack(bytes, out var parts))
        {
            return ByteMutations.Apply(bytes, other, chance);
        }

        var at = parts.FindIndex(p => p.Name == Body);
        if (at < 0 || chance.OneIn(8))
        {
            at = chance.Below(parts.Count);
        }

        var (name, content) = parts[at];
        switch (chance.Below(10))
        {
            case 0:
                parts[at] = (chance.Pick(["../../evil.xml", "/word/document.xml", "word\\document.xml", "WORD/DOCUMENT.XML", "", name + "\0"]), content);
                break;
            case 1:
                parts.RemoveAt(at);
                break;
            case 2:
                parts.Add((name, ByteMutations.Apply(content, other, chance)));
                break;
            case 3:
                parts[at] = (name, ByteMutations.Apply(content, content, chance));
                break;
            case 4 or 5:
                parts[at] = (name, Encoding.UTF8.GetBytes(TextMutations.Apply(Text(content), Text(content), chance)));
                break;
            default:
                parts[at] = (name, Encoding.UTF8.GetBytes(MarkupMutations.Apply(Text(content), true, chance)));
                break;
        }

        return Pack(parts, chance.OneIn(3) ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
    }

    /// <summary>把各部分打成一个包。</summary>
    public static byte[] Pack(IEnumerable<(string Name, byte[] Content)> parts, CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = archive.CreateEntry(name.Length == 0 ? "_" : name, level);
                // The clock would make the same seed give other bytes.
                entry.LastWriteTime = new DateTimeOffset(2024, 1, 22, 9, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static bool TryUnpack(byte[] bytes, out List<(string Name, byte[] Content)> parts)
    {
        parts = [];
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            foreach (var entry in archive.Entries.Take(50))
            {
                using var part = entry.Open();
                var content = new MemoryStream();
                part.CopyTo(content);
                parts.Add((entry.FullName, content.ToArray()));
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return false;
        }

        return parts.Count > 0;
    }

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content) is { Length: > 0 } text ? text : " ";
}
