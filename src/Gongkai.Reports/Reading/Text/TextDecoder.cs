using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Gongkai.Reports.Reading.Text;

/// <summary>字节变成文字：先看标记，再看是不是合法的 UTF-8，最后才猜。从不抛出：解不出的字节成为 U+FFFD。</summary>
internal static class TextDecoder
{
    private const int PooledBytes = 1 << 20;
    private static readonly SearchValues<char> ValueEnd = SearchValues.Create("\"' ;/>");
    private static readonly SearchValues<string> CharsetIs = SearchValues.Create(["charset="], StringComparison.OrdinalIgnoreCase);
    private static readonly Encoding Gb18030 = CodePage("gb18030");
    private static readonly Encoding Big5 = CodePage("big5");

    // 0x1B 不算：终端转义可能混在文本里，由输出的一方中和。
    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([1, 2, 3, 4, 5, 6, 7, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1C, 0x1D, 0x1E, 0x1F]);

    /// <summary>解码；是二进制文件时为 null。</summary>
    /// <param name="bytes">文件内容。</param>
    /// <param name="note">字符集是猜的时候的说明。</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, out ReaderNote? note)
    {
        note = null;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        if (bytes.Contains((byte)0))
        {
            return WithNuls(bytes, ref note);
        }

        return ValidUtf8(bytes) ?? Guess(bytes, ref note);
    }

    /// <summary>开头的若干字节，不切断 UTF-8 的字符；别的编码可能多出一个解不出的字节。</summary>
    public static ReadOnlySpan<byte> Head(ReadOnlySpan<byte> bytes, int most)
    {
        if (bytes.Length <= most)
        {
            return bytes;
        }

        var end = most;
        while (end > most - 4 && (bytes[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return bytes[..end];
    }

    private static Encoding CodePage(string name)
    {
        // 直接问提供者，不作全局注册：一个库不该改动整个进程的状态。
        return CodePagesEncodingProvider.Instance.GetEncoding(name)
            ?? throw new InvalidOperationException($"Code page {name} is missing.");
    }

    private static string? ValidUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > PooledBytes)
        {
            return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        }

        // 一遍完成校验和转换，再复制一次；比先数字符再转换快。
        var chars = ArrayPool<char>.Shared.Rent(bytes.Length);
        var status = Utf8.ToUtf16(bytes, chars, out _, out var written, replaceInvalidSequences: false);
        var text = status == OperationStatus.Done ? new string(chars, 0, written) : null;
        ArrayPool<char>.Shared.Return(chars);
        return text;
    }

    private static string? WithNuls(ReadOnlySpan<byte> bytes, ref ReaderNote? note)
    {
        if (Utf16WithoutMark(bytes) is { } encoding)
        {
            note = Guessed(encoding == Encoding.Unicode ? "UTF-16" : "UTF-16（高位在前）");
            return encoding.GetString(bytes);
        }

        // 偶有一两个零字节的文本仍是文本。
        return bytes.Count((byte)0) <= 1 + (bytes.Length / 2000) ? ValidUtf8(bytes) ?? Guess(bytes, ref note) : null;
    }

    private static string? Guess(ReadOnlySpan<byte> bytes, ref ReaderNote? note)
    {
        var sample = bytes[..Math.Min(bytes.Length, 1 << 16)];
        var controls = 0;
        for (var rest = sample; rest.IndexOfAny(Controls) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            controls++;
        }

        if (Utf16WithoutMark(bytes) is { } utf16)
        {
            note = Guessed("UTF-16");
            return utf16.GetString(bytes);
        }

        if (controls > 2 + (sample.Length / 500))
        {
            return null;
        }

        if (MostlyUtf8(sample))
        {
            note = Guessed("UTF-8（有解不出的字节）");
            return Encoding.UTF8.GetString(bytes);
        }

        var declared = DeclaredCharset(bytes);
        if (declared == "big5")
        {
            return Big5.GetString(bytes);
        }

        note = declared is "gb2312" or "gbk" or "gb18030" ? null : Guessed("GB18030");
        return Gb18030.GetString(bytes);
    }

    private static ReaderNote Guessed(string charset) =>
        new(ReaderNotes.CharsetGuessed, $"文件没有说明字符集，也不是合法的 UTF-8，按 {charset} 读。", []);

    /// <summary>除少数坏字节外是 UTF-8：下载中断或经过坏的转换的网页。</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            // Of another charset: the bytes left can no longer outweigh the bad ones.
            if (good + (bytes.Length / 2) <= 4 * bad)
            {
                return false;
            }

            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            good += status == OperationStatus.Done && consumed > 1 ? 1 : 0;
            bad += status == OperationStatus.Done ? 0 : 1;
            bytes = bytes[consumed..];
        }

        return good > 4 * bad;
    }

    /// <summary>没有标记的 UTF-16：按某一字节序看，几乎全是汉字、全角符号和可见的 ASCII。</summary>
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var units = Math.Min(bytes.Length, 8192) / 2;
        if (units < 4)
        {
            return null;
        }

        int little = 0, big = 0;
        for (var i = 0; i < units; i++)
        {
            var pair = bytes.Slice(2 * i, 2);
            little += Plausible(BinaryPrimitives.ReadUInt16LittleEndian(pair)) ? 1 : 0;
            big += Plausible(BinaryPrimitives.ReadUInt16BigEndian(pair)) ? 1 : 0;
        }

        var enough = units * 9 / 10;
        return little > enough && little >= big ? Encoding.Unicode : big > enough ? Encoding.BigEndianUnicode : null;

        static bool Plausible(ushort unit) => unit is (>= 0x20 and < 0x7F) or 9 or 10 or 13
            or 0xA0 or 0xB7 or (>= 0x2010 and <= 0x2030) or (>= 0x3000 and <= 0x303F) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xFF00 and <= 0xFFEF);
    }

    private static string? DeclaredCharset(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        var at = head.AsSpan().IndexOfAny(CharsetIs);
        if (at < 0)
        {
            return null;
        }

        var value = head.AsSpan(at + "charset=".Length).TrimStart("\"' ");
        var end = value.IndexOfAny(ValueEnd);
        return value[..(end < 0 ? value.Length : end)].ToString().ToLowerInvariant();
    }
}
