namespace Gongkai.Storage.Sealing;

/// <summary>libcrypto 的 SM4-CTR。</summary>
internal sealed unsafe class NativeSm4Ctr : Sm4Ctr
{
    private nint _context = LibCrypto.CipherContextNew();

    public NativeSm4Ctr(ReadOnlySpan<byte> key, ReadOnlySpan<byte> counter)
    {
        Check(key, counter);
        fixed (byte* k = key, c = counter)
        {
            if (_context == 0 || LibCrypto.EncryptInit(_context, LibCrypto.Sm4CtrCipher, 0, k, c) != 1)
            {
                Free();
                throw new InvalidOperationException("libcrypto refused SM4-CTR.");
            }
        }
    }

    ~NativeSm4Ctr() => Free();

    /// <inheritdoc/>
    public override void Transform(Span<byte> data)
    {
        int written;
        fixed (byte* bytes = data)
        {
            if (_context == 0 || LibCrypto.EncryptUpdate(_context, bytes, &written, bytes, data.Length) != 1 || written != data.Length)
            {
                throw new InvalidOperationException("libcrypto failed in SM4-CTR.");
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_context != 0)
        {
            LibCrypto.CipherContextFree(_context);
            _context = 0;
        }
    }
}
