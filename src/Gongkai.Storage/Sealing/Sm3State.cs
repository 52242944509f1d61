namespace Gongkai.Storage.Sealing;

/// <summary>进行中的一次 SM3。</summary>
internal abstract class Sm3State : IDisposable
{
    /// <summary>接上一段。</summary>
    public abstract void Append(ReadOnlySpan<byte> data);

    /// <summary>结束，给出 32 字节；之后不能再接。</summary>
    public abstract byte[] Finish();

    /// <inheritdoc/>
    public abstract void Dispose();
}
