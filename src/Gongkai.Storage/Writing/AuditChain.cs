using System.Buffers.Binary;
using System.Text;
using Gongkai.Storage.Mapping;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;

namespace Gongkai.Storage.Writing;

/// <summary>审计链：每条的杂凑盖住它自己和上一条的杂凑，改动、抽掉、插入任何一条，后面的都对不上。</summary>
internal static class AuditChain
{
    private static readonly byte[] _domain = "gongkai.audit/1"u8.ToArray();

    /// <summary>第一条之前的杂凑。</summary>
    public static byte[] Origin => new byte[Sm3.Size];

    /// <summary>接在链头后面的一条。</summary>
    public static AuditRow Next(long headSequence, byte[] headHash, AuditEntry entry)
    {
        var row = new AuditRow
        {
            Sequence = headSequence + 1,
            At = InstantConverter.Stored(entry.At),
            Actor = entry.Actor,
            AgencyId = entry.AgencyId,
            Action = entry.Action,
            Subject = entry.Subject,
            Detail = entry.Detail,
            PreviousHash = headHash,
            Hash = [],
        };
        row.Hash = HashOf(row);
        return row;
    }

    /// <summary>一条的杂凑：定长的数、带长度的字串，没有两条不同的记录写成同样的字节。</summary>
    public static byte[] HashOf(AuditRow row)
    {
        using var bytes = new MemoryStream(256);
        bytes.Write(_domain);
        Number(bytes, row.Sequence);
        Number(bytes, row.At.Ticks);
        Text(bytes, row.Actor);
        Number(bytes, row.AgencyId ?? long.MinValue);
        Text(bytes, row.Action);
        Text(bytes, row.Subject);
        Text(bytes, row.Detail);
        bytes.Write(row.PreviousHash);
        return Sm3.Hash(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>八个字节的数。</summary>
    internal static void Number(Stream bytes, long value)
    {
        Span<byte> buffer = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(buffer, value);
        bytes.Write(buffer);
    }

    /// <summary>带长度的字串；没有的与空的不同。</summary>
    internal static void Text(Stream bytes, string? value)
    {
        if (value is null)
        {
            Number(bytes, -1);
            return;
        }

        var text = Encoding.UTF8.GetBytes(value);
        Number(bytes, text.Length);
        bytes.Write(text);
    }
}
