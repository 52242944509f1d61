using Gongkai.UseCases.Requests;

namespace Gongkai.UseCases.Tests.Durability;

/// <summary>一件申请附的文件，全由它的标识推出：写的进程没了，核对的进程也知道该有什么。</summary>
internal static class Attached
{
    private const int Largest = 24_000;

    /// <summary>各个文件的内容，一个或两个。</summary>
    public static IReadOnlyList<byte[]> To(Guid once)
    {
        var bytes = once.ToByteArray();
        var random = new Random(BitConverter.ToInt32(bytes, 12));
        return [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Pdf(random))];
    }

    /// <summary>可以随申请提交的样子。</summary>
    public static IReadOnlyList<UploadedFile> Uploads(Guid once) =>
        [.. To(once).Select((content, i) => new UploadedFile("other", $"材料{i + 1}.pdf", content.Length, () => new MemoryStream(content)))];

    private static byte[] Pdf(Random random)
    {
        var content = new byte[200 + random.Next(Largest)];
        random.NextBytes(content);
        "%PDF-1.7\n"u8.CopyTo(content);
        return content;
    }
}
