using System.Buffers.Binary;
using System.Security.Cryptography;
using Gongkai.Storage;
using Gongkai.Storage.Files;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>收下传来的文件：看内容认种类，用这件申请的密钥加密，同步到磁盘之后才登记。</summary>
public sealed class KeptFiles(GongkaiDb db, IFileStore files, LawBook law)
{
    /// <summary>一个文件最多多少字节。</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>一次最多几个文件。</summary>
    public const int MostFiles = 10;

    private const int TimeBytes = 6;
    private const int Version7 = 0x7000;

    /// <summary>能收的种类，给人看的。</summary>
    public const string Kinds = "pdf、ofd、jpg、png、docx、doc、xlsx、xls、wps、txt";

    /// <summary>不能收的各个文件，与为什么。</summary>
    public static IReadOnlyList<InputProblem> Problems(IReadOnlyList<UploadedFile> uploads)
    {
        List<InputProblem> problems = [];
        if (uploads.Count > MostFiles)
        {
            problems.Add(new InputProblem("Files", $"一次最多 {MostFiles} 个文件，现在有 {uploads.Count} 个。"));
            return problems;
        }

        foreach (var upload in uploads)
        {
            if (upload.Length == 0)
            {
                problems.Add(new InputProblem("Files", $"“{CleanName(upload.Name)}”是空的，请重新选择。"));
            }
            else if (upload.Length > LargestFile)
            {
                problems.Add(new InputProblem("Files", $"“{CleanName(upload.Name)}”太大，一个文件最多 10 MB。"));
            }
            else if (Sniff(upload) is null)
            {
                problems.Add(new InputProblem("Files", $"“{CleanName(upload.Name)}”的内容不是能收的种类（{Kinds}），请转换之后再传。"));
            }
        }

        return problems;
    }

    /// <summary>一次提交里还没有附上的各份，各带标识；同一次提交的同一份文件，标识总相同，数据库只收一遍。</summary>
    /// <param name="request">哪一件申请。</param>
    /// <param name="once">这一次提交的标识；空的不认重复。</param>
    /// <param name="uploads">传来的文件。</param>
    /// <param name="cancellation">取消。</param>
    internal async Task<IReadOnlyList<UploadedFile>> NotYetKeptAsync(Guid request, Guid once, IReadOnlyList<UploadedFile> uploads, CancellationToken cancellation)
    {
        if (once == Guid.Empty)
        {
            return uploads;
        }

        List<UploadedFile> named = [];
        foreach (var (index, upload) in uploads.Index())
        {
            await using var content = upload.Open();
            named.Add(upload with { Id = IdOf(request, once, index, await SHA256.HashDataAsync(content, cancellation)) });
        }

        var ids = named.Select(u => u.Id!.Value).ToArray();
        var kept = await db.Attachments.Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellation);
        return [.. named.Where(u => !kept.Contains(u.Id!.Value))];
    }

    /// <summary>加密存下，登记；还没有提交。</summary>
    /// <param name="request">哪一件申请。</param>
    /// <param name="key">它的密钥。</param>
    /// <param name="uploads">传来的文件。</param>
    /// <param name="by">谁传的。</param>
    /// <param name="cancellation">取消。</param>
    internal async Task PutAsync(Guid request, RequestKey key, IReadOnlyList<UploadedFile> uploads, string by, CancellationToken cancellation)
    {
        foreach (var upload in uploads)
        {
            var id = upload.Id ?? Guid.CreateVersion7();
            await using var plain = upload.Open();
            using var sealedContent = new MemoryStream();
            var length = await key.SealAsync(Binding(id), plain, sealedContent, cancellation);
            sealedContent.Position = 0;
            var stored = await files.AddAsync(sealedContent, LargestFile + 4096, cancellation);
            db.Attachments.Add(new AttachmentRow
            {
                Id = id,
                RequestId = request,
                Purpose = upload.Purpose,
                FileName = key.SealText($"name/{id:N}", CleanName(upload.Name)),
                MediaType = Sniff(upload)!,
                Length = length,
                Address = stored.Address,
                AddedAt = law.Now,
                AddedBy = by,
            });
        }
    }

    /// <summary>打开一个附件的原文；名字与内容都先核对过。</summary>
    internal async Task<OpenFile> OpenAsync(AttachmentRow row, RequestKey key, CancellationToken cancellation)
    {
        var content = await key.OpenAsync(Binding(row.Id), await files.OpenAsync(row.Address, cancellation), cancellation);
        return new OpenFile(key.OpenText($"name/{row.Id:N}", row.FileName), row.MediaType, row.Length, content);
    }

    // 由申请、提交的标识、第几个与内容算出：别的申请算不出同样的。前半是打开表单的时刻与次序，列出来仍有先后。
    private static Guid IdOf(Guid request, Guid once, int index, ReadOnlySpan<byte> content)
    {
        Span<byte> from = stackalloc byte[36 + SHA256.HashSizeInBytes];
        request.TryWriteBytes(from);
        once.TryWriteBytes(from[16..]);
        BinaryPrimitives.WriteInt32BigEndian(from[32..], index);
        content.CopyTo(from[36..]);
        var id = SHA256.HashData(from).AsSpan(0, 16);
        Span<byte> time = stackalloc byte[16];
        once.TryWriteBytes(time, bigEndian: true, out _);
        time[..TimeBytes].CopyTo(id);
        BinaryPrimitives.WriteUInt16BigEndian(id[TimeBytes..], (ushort)(Version7 | index));
        return new Guid(id, bigEndian: true);
    }

    internal static string Binding(Guid attachment) => $"file/{attachment:N}";

    // 只留文件名：路径、控制字符、改变方向的字符都不要。
    internal static string CleanName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = string.Concat(last.Where(c => !char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '"' or ':' or '*' or '?' or '<' or '>' or '|'))).Trim('.', ' ');
        return kept.Length switch { 0 => "未命名", > 120 => kept[^120..], _ => kept };
    }

    private static string? Sniff(UploadedFile upload)
    {
        Span<byte> head = stackalloc byte[512];
        using var stream = upload.Open();
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var extension = Path.GetExtension(upload.Name).ToLowerInvariant();
        return 0 switch
        {
            _ when head.StartsWith("%PDF-"u8) => "application/pdf",
            _ when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "image/jpeg",
            _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) => "image/png",
            _ when head.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]) => extension switch
            {
                ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                ".ofd" => "application/ofd",
                _ => null,
            },
            _ when head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) => extension switch
            {
                ".doc" or ".wps" => "application/msword",
                ".xls" or ".et" => "application/vnd.ms-excel",
                _ => null,
            },
            _ when extension == ".txt" && !head.Contains((byte)0) => "text/plain",
            _ => null,
        };
    }
}

/// <summary>打开了的一个附件；用完关闭。</summary>
/// <param name="Name">文件名。</param>
/// <param name="MediaType">媒体类型。</param>
/// <param name="Length">字节数。</param>
/// <param name="Content">内容。</param>
public sealed record OpenFile(string Name, string MediaType, long Length, Stream Content);
