using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.UseCases.Staff;

/// <summary>动态码（RFC 6238）：六位，三十秒一换，各种验证器都认。</summary>
public static class Totp
{
    private const int Seconds = 30;
    private const int SecretBytes = 20;
    private const int Modulus = 1_000_000;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>新的秘密，base32。</summary>
    public static string NewSecret()
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var value in RandomNumberGenerator.GetBytes(SecretBytes))
        {
            (buffer, bits) = ((buffer << 8) | value, bits + 8);
            while (bits >= 5)
            {
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
                bits -= 5;
            }

            buffer &= (1 << bits) - 1;
        }

        return text.ToString();
    }

    /// <summary>这一刻是第几个三十秒。</summary>
    public static long StepOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / Seconds;

    /// <summary>第几个三十秒的码。</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 with HMAC-SHA1 is what every authenticator speaks; HMAC does not need collision resistance.")]
    public static string CodeAt(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(Decode(secret), counter, mac);
        var at = mac[^1] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[at..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>对不对；前后各容一个三十秒，用过的不能再用。</summary>
    /// <param name="secret">秘密。</param>
    /// <param name="code">填的码。</param>
    /// <param name="now">此刻。</param>
    /// <param name="after">用过的最后一个三十秒；没有用过为 0。</param>
    /// <returns>用的是第几个三十秒；不对为 null。</returns>
    public static long? Match(string secret, string code, DateTimeOffset now, long after)
    {
        long? matched = null;
        var given = Encoding.UTF8.GetBytes(code);
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(CodeAt(secret, step))) && step > after)
            {
                matched = step;
            }
        }

        return matched;
    }

    /// <summary>验证器扫的地址。</summary>
    public static string AddressOf(string secret, string userName) =>
        $"otpauth://totp/{Uri.EscapeDataString("公开")}:{Uri.EscapeDataString(userName)}?secret={secret}&issuer={Uri.EscapeDataString("公开")}";

    private static byte[] Decode(string secret)
    {
        var bytes = new List<byte>(SecretBytes);
        var (buffer, bits) = (0, 0);
        foreach (var c in secret)
        {
            (buffer, bits) = ((buffer << 5) | Base32.IndexOf(c, StringComparison.Ordinal), bits + 5);
            if (bits >= 8)
            {
                bytes.Add((byte)(buffer >> (bits - 8)));
                bits -= 8;
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
