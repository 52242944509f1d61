using System.Security.Cryptography;
using System.Text;
using Gongkai.Storage.Sealing;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace Gongkai.Storage.Tests;

public sealed class SealingTests
{
    // GB/T 32905-2016 附录 A。
    [Theory]
    [InlineData("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    [InlineData("", "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b")]
    public void Sm3_gives_the_published_hashes(string text, string hash)
    {
        var data = Encoding.ASCII.GetBytes(text);

        Assert.Equal(hash, Convert.ToHexStringLower(Sm3.Hash(data)));
        using var managed = new ManagedSm3();
        managed.Append(data);
        Assert.Equal(hash, Convert.ToHexStringLower(managed.Finish()));
    }

    // GB/T 32907-2016 附录 A：一次和一百万次。
    [Fact]
    public void Sm4_gives_the_published_ciphertexts()
    {
        var key = Convert.FromHexString("0123456789abcdeffedcba9876543210");
        var block = Convert.FromHexString("0123456789abcdeffedcba9876543210");
        using var cipher = new ManagedSm4(key);

        cipher.Encrypt(block, block);

        Assert.Equal("681edf34d206965e86b3e94f536e4246", Convert.ToHexStringLower(block));
        for (var i = 1; i < 1_000_000; i++)
        {
            cipher.Encrypt(block, block);
        }

        Assert.Equal("595298c7c6fd271f0402f804c33d3f66", Convert.ToHexStringLower(block));
    }

    [Fact]
    public void The_library_the_managed_code_and_the_oracle_agree_on_sm3_at_every_length()
    {
        Assert.SkipUnless(LibCrypto.HasSm3, "libcrypto without SM3");
        var data = RandomNumberGenerator.GetBytes(300);
        for (var length = 0; length <= data.Length; length++)
        {
            var piece = data.AsSpan(0, length);
            var split = length / 3;
            using var native = new NativeSm3();
            native.Append(piece[..split]);
            native.Append(piece[split..]);
            using var managed = new ManagedSm3();
            managed.Append(piece[..split]);
            managed.Append(piece[split..]);
            var oracle = new SM3Digest();
            oracle.BlockUpdate(data, 0, length);
            var expected = new byte[32];
            oracle.DoFinal(expected, 0);

            Assert.Equal(expected, native.Finish());
            Assert.Equal(expected, managed.Finish());
        }
    }

    [Fact]
    public void The_library_the_managed_code_and_the_oracle_agree_on_sm4_ctr_in_any_pieces()
    {
        Assert.SkipUnless(LibCrypto.HasSm4, "libcrypto without SM4");
        var key = RandomNumberGenerator.GetBytes(16);
        // 计数器进位一路传到最高字节。
        var counter = Enumerable.Repeat((byte)0xff, 16).ToArray();
        var plain = RandomNumberGenerator.GetBytes(257);
        var oracle = CipherUtilities.GetCipher("SM4/CTR/NoPadding");
        oracle.Init(true, new ParametersWithIV(new KeyParameter(key), counter));
        var expected = oracle.DoFinal(plain);
        foreach (var step in (int[])[1, 5, 16, 17, 64, 257])
        {
            byte[] one = [.. plain], other = [.. plain];
            using var native = new NativeSm4Ctr(key, counter);
            using var managed = new ManagedSm4Ctr(key, counter);
            for (var at = 0; at < plain.Length; at += step)
            {
                var size = Math.Min(step, plain.Length - at);
                native.Transform(one.AsSpan(at, size));
                managed.Transform(other.AsSpan(at, size));
            }

            Assert.Equal(expected, one);
            Assert.Equal(expected, other);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void Hmac_sm3_agrees_with_the_oracle_for_every_size_of_key(int keySize)
    {
        var key = RandomNumberGenerator.GetBytes(keySize);
        var data = RandomNumberGenerator.GetBytes(100);
        var oracle = new HMac(new SM3Digest());
        oracle.Init(new KeyParameter(key));
        oracle.BlockUpdate(data, 0, data.Length);
        var expected = new byte[32];
        oracle.DoFinal(expected, 0);

        Assert.Equal(expected, HmacSm3.Of(key, data));
    }

    [Fact]
    public void A_sealed_value_opens_only_whole_with_its_key_for_its_purpose()
    {
        using var envelope = new Envelope(RandomNumberGenerator.GetBytes(32));
        using var other = new Envelope(RandomNumberGenerator.GetBytes(32));
        var plain = "张小三"u8.ToArray();
        var blob = envelope.Seal("name", plain);

        Assert.Equal(plain, envelope.Open("name", blob));
        Assert.NotEqual(blob, envelope.Seal("name", plain));
        Assert.Throws<SealBrokenException>(() => envelope.Open("address", blob));
        Assert.Throws<SealBrokenException>(() => other.Open("name", blob));
        for (var i = 0; i < blob.Length; i++)
        {
            var changed = blob.ToArray();
            changed[i] ^= 1;
            Assert.Throws<SealBrokenException>(() => envelope.Open("name", changed));
            Assert.Throws<SealBrokenException>(() => envelope.Open("name", blob.AsSpan(0, i)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    [InlineData(200_001)]
    public async Task A_sealed_stream_reads_back_and_a_changed_one_gives_nothing(int size)
    {
        using var envelope = new Envelope(RandomNumberGenerator.GetBytes(32));
        var plain = RandomNumberGenerator.GetBytes(size);
        var stored = new MemoryStream();
        Assert.Equal(size, await envelope.SealAsync("file", new MemoryStream(plain), stored, CancellationToken.None));
        var bytes = stored.ToArray();

        await using var opened = await envelope.OpenAsync("file", new MemoryStream(bytes), CancellationToken.None);
        var read = new MemoryStream();
        await opened.CopyToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(plain, read.ToArray());
        Assert.Equal(plain, envelope.Open("file", bytes));
        bytes[^33] ^= 1;
        await Assert.ThrowsAsync<SealBrokenException>(() => envelope.OpenAsync("file", new MemoryStream(bytes), CancellationToken.None));
        await Assert.ThrowsAsync<SealBrokenException>(() => envelope.OpenAsync("file", new MemoryStream(bytes[..20]), CancellationToken.None));
    }

    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("张小三", "张*三")]
    [InlineData("欧阳小娜", "欧**娜")]
    [InlineData("𠮷", "*")]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_name_is_masked(string? name, string masked) => Assert.Equal(masked, Mask.Name(name));

    [Theory]
    [InlineData("13800001234", "138****1234")]
    [InlineData("+86 138-0000-1234", "138****1234")]
    [InlineData("1234567", "*******")]
    [InlineData("", "")]
    public void A_telephone_number_is_masked(string phone, string masked) => Assert.Equal(masked, Mask.Phone(phone));

    [Theory]
    [InlineData("110101199003071234", "1101**********1234")]
    [InlineData("11010119900307123x", "1101**********123X")]
    [InlineData("E12345678", "E1*****78")]
    [InlineData("A1", "**")]
    [InlineData("", "")]
    public void An_id_number_is_masked(string number, string masked) => Assert.Equal(masked, Mask.IdNumber(number));

    [Theory]
    [InlineData("zhang@example.cn", "z***@example.cn")]
    [InlineData("@example.cn", "********")]
    [InlineData("", "")]
    public void An_email_address_is_masked(string email, string masked) => Assert.Equal(masked, Mask.Email(email));

    [Theory]
    [InlineData("某省某市清溪县东街 1 号 2 单元", "某省某市清溪县***")]
    [InlineData("东街 1 号", "***")]
    [InlineData("", "")]
    public void An_address_is_masked_below_the_county(string address, string masked) => Assert.Equal(masked, Mask.Address(address));
}
