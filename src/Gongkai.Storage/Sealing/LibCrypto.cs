using System.Runtime.InteropServices;

namespace Gongkai.Storage.Sealing;

/// <summary>
/// OpenSSL 的 libcrypto：有就用，没有、缺算法、或自检不过就当没有。
/// 只用各版本都有的 EVP 函数。
/// </summary>
internal static unsafe class LibCrypto
{
    private static readonly string[] _names = ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so", "libcrypto.3.dylib"];
    private static readonly nint _library = Load();

    public static readonly delegate* unmanaged<nint> MdContextNew = (delegate* unmanaged<nint>)Export("EVP_MD_CTX_new");
    public static readonly delegate* unmanaged<nint, void> MdContextFree = (delegate* unmanaged<nint, void>)Export("EVP_MD_CTX_free");
    public static readonly delegate* unmanaged<nint, nint, nint, int> DigestInit = (delegate* unmanaged<nint, nint, nint, int>)Export("EVP_DigestInit_ex");
    public static readonly delegate* unmanaged<nint, byte*, nuint, int> DigestUpdate = (delegate* unmanaged<nint, byte*, nuint, int>)Export("EVP_DigestUpdate");
    public static readonly delegate* unmanaged<nint, byte*, uint*, int> DigestFinal = (delegate* unmanaged<nint, byte*, uint*, int>)Export("EVP_DigestFinal_ex");
    public static readonly delegate* unmanaged<nint> CipherContextNew = (delegate* unmanaged<nint>)Export("EVP_CIPHER_CTX_new");
    public static readonly delegate* unmanaged<nint, void> CipherContextFree = (delegate* unmanaged<nint, void>)Export("EVP_CIPHER_CTX_free");
    public static readonly delegate* unmanaged<nint, nint, nint, byte*, byte*, int> EncryptInit = (delegate* unmanaged<nint, nint, nint, byte*, byte*, int>)Export("EVP_EncryptInit_ex");
    public static readonly delegate* unmanaged<nint, byte*, int*, byte*, int, int> EncryptUpdate = (delegate* unmanaged<nint, byte*, int*, byte*, int, int>)Export("EVP_EncryptUpdate");

    /// <summary>EVP_sm3() 的结果；没有时为 0。</summary>
    public static readonly nint Sm3Digest = Algorithm("EVP_sm3");

    /// <summary>EVP_sm4_ctr() 的结果；没有时为 0。</summary>
    public static readonly nint Sm4CtrCipher = Algorithm("EVP_sm4_ctr");

    /// <summary>可以用它的 SM3。</summary>
    public static readonly bool HasSm3 = Sm3Digest != 0 && MdContextNew != null && MdContextFree != null && DigestInit != null && DigestUpdate != null && DigestFinal != null && Sm3Works();

    /// <summary>可以用它的 SM4-CTR。</summary>
    public static readonly bool HasSm4 = Sm4CtrCipher != 0 && CipherContextNew != null && CipherContextFree != null && EncryptInit != null && EncryptUpdate != null && Sm4Works();

    private static nint Load()
    {
        foreach (var name in _names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
            {
                return library;
            }
        }

        return 0;
    }

    private static nint Export(string name) => _library != 0 && NativeLibrary.TryGetExport(_library, name, out var address) ? address : 0;

    private static nint Algorithm(string name)
    {
        var getter = (delegate* unmanaged<nint>)Export(name);
        return getter == null ? 0 : getter();
    }

    // 按策略关掉的算法要到初始化时才说不行，所以用一次才算有。
    private static bool Sm3Works()
    {
        try
        {
            using var native = new NativeSm3();
            native.Append("abc"u8);
            using var managed = new ManagedSm3();
            managed.Append("abc"u8);
            return native.Finish().AsSpan().SequenceEqual(managed.Finish());
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Sm4Works()
    {
        try
        {
            var key = "0123456789abcdef"u8;
            byte[] one = new byte[40], other = new byte[40];
            using var native = new NativeSm4Ctr(key, key);
            native.Transform(one);
            new ManagedSm4Ctr(key, key).Transform(other);
            return one.AsSpan().SequenceEqual(other);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
