namespace Gongkai.Storage.Sealing;

/// <summary>libcrypto 的 SM3。</summary>
internal sealed unsafe class NativeSm3 : Sm3State
{
    private nint _context = LibCrypto.MdContextNew();

    public NativeSm3()
    {
        if (_context == 0 || LibCrypto.DigestInit(_context, LibCrypto.Sm3Digest, 0) != 1)
        {
            Free();
            throw new InvalidOperationException("libcrypto refused SM3.");
        }
    }

    ~NativeSm3() => Free();

    /// <inheritdoc/>
    public override void Append(ReadOnlySpan<byte> data)
    {
        fixed (byte* bytes = data)
        {
            if (_context == 0 || LibCrypto.DigestUpdate(_context, bytes, (nuint)data.Length) != 1)
            {
                throw new InvalidOperationException("libcrypto failed in SM3.");
            }
        }
    }

    /// <inheritdoc/>
    public override byte[] Finish()
    {
        var hash = new byte[Sm3.Size];
        fixed (byte* bytes = hash)
        {
            if (_context == 0 || LibCrypto.DigestFinal(_context, bytes, null) != 1)
            {
                throw new InvalidOperationException("libcrypto failed in SM3.");
            }
        }

        return hash;
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
            LibCrypto.MdContextFree(_context);
            _context = 0;
        }
    }
}
