using System.Security.Cryptography;

namespace Gongkai.Storage.Sealing;

/// <summary>SM4-CTR 的托管实现。</summary>
internal sealed class ManagedSm4Ctr : Sm4Ctr
{
    private readonly ManagedSm4 _cipher;
    private readonly byte[] _counter;
    private readonly byte[] _stream = new byte[BlockSize];
    private int _used = BlockSize;

    public ManagedSm4Ctr(ReadOnlySpan<byte> key, ReadOnlySpan<byte> counter)
    {
        Check(key, counter);
        _cipher = new ManagedSm4(key);
        _counter = counter.ToArray();
    }

    /// <inheritdoc/>
    public override void Transform(Span<byte> data)
    {
        for (var i = 0; i < data.Length; i++)
        {
            if (_used == BlockSize)
            {
                _cipher.Encrypt(_counter, _stream);
                Increment();
                _used = 0;
            }

            data[i] ^= _stream[_used++];
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        CryptographicOperations.ZeroMemory(_stream);
        _cipher.Dispose();
    }

    private void Increment()
    {
        for (var i = BlockSize - 1; i >= 0 && ++_counter[i] == 0; i--)
        {
        }
    }
}
