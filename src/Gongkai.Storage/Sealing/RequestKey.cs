using System.Text;

namespace Gongkai.Storage.Sealing;

/// <summary>一件申请自己的密钥，已打开。它封的东西只能在这件申请里、为同一用途打开。用完即弃。</summary>
public sealed class RequestKey : IDisposable
{
    private readonly Envelope _envelope;

    internal RequestKey(Guid requestId, byte[] wrapped, int version, ReadOnlySpan<byte> secret)
    {
        RequestId = requestId;
        Wrapped = wrapped;
        Version = version;
        _envelope = new Envelope(secret);
    }

    /// <summary>哪件申请。</summary>
    public Guid RequestId { get; }

    /// <summary>用主密钥包裹的样子，存进 <see cref="Rows.ApplicantVaultRow.WrappedKey"/>。</summary>
    public IReadOnlyList<byte> Wrapped { get; }

    /// <summary>用第几版主密钥包裹。</summary>
    public int Version { get; }

    /// <summary>封一段字节。</summary>
    /// <param name="purpose">用途，英文代号；打开时要说同一个。</param>
    /// <param name="plain">原文。</param>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> plain) => _envelope.Seal(Bound(purpose), plain);

    /// <summary>封一段文字。</summary>
    public byte[] SealText(string purpose, string plain) => Seal(purpose, Encoding.UTF8.GetBytes(plain));

    /// <summary>打开一段字节。</summary>
    /// <exception cref="SealBrokenException">打不开。</exception>
    public byte[] Open(string purpose, ReadOnlySpan<byte> blob) => _envelope.Open(Bound(purpose), blob);

    /// <summary>打开一段文字。</summary>
    /// <exception cref="SealBrokenException">打不开。</exception>
    public string OpenText(string purpose, ReadOnlySpan<byte> blob) => Encoding.UTF8.GetString(Open(purpose, blob));

    /// <summary>封一个流，写进另一个。给出原文的字节数。</summary>
    public Task<long> SealAsync(string purpose, Stream plain, Stream destination, CancellationToken cancellation) =>
        _envelope.SealAsync(Bound(purpose), plain, destination, cancellation);

    /// <summary>打开一个可以回头的流，先核对再给出原文。给出的流归调用者关闭，原来的流随之关闭。</summary>
    /// <exception cref="SealBrokenException">打不开。</exception>
    public Task<Stream> OpenAsync(string purpose, Stream sealedContent, CancellationToken cancellation) =>
        _envelope.OpenAsync(Bound(purpose), sealedContent, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _envelope.Dispose();

    private string Bound(string purpose) => $"{RequestId:N}/{purpose}";
}
