namespace Gongkai.Storage.Files;

/// <summary>按内容寻址的文件：地址就是存下的字节的 SM3 杂凑。对象存储也可以实现。</summary>
public interface IFileStore
{
    /// <summary>存一个文件；返回时已同步到磁盘。</summary>
    /// <param name="content">内容，读到尾。</param>
    /// <param name="maxBytes">最多多少字节。</param>
    /// <param name="cancellation">取消；取消了的不留痕迹。</param>
    /// <exception cref="FileTooLargeException">超过了 <paramref name="maxBytes"/>。</exception>
    Task<StoredFile> AddAsync(Stream content, long maxBytes, CancellationToken cancellation);

    /// <summary>先核对杂凑，再给出内容，可以回头读。</summary>
    /// <exception cref="FileDamagedException">没有这个文件，或内容与地址不符。</exception>
    /// <exception cref="FormatException">地址不是 64 个小写十六进制数字。</exception>
    Task<Stream> OpenAsync(string address, CancellationToken cancellation);

    /// <summary>有没有这个文件（不核对内容）。</summary>
    bool Exists(string address);

    /// <summary>删去；没有时不作声。先要确知没有别的附件用同一地址。</summary>
    void Remove(string address);

    /// <summary>删去一个旧的；在 <paramref name="before"/> 之后又存过同样内容的不删，给出 false。</summary>
    bool RemoveIfOlder(string address, DateTime before);

    /// <summary>清掉在 <paramref name="before"/> 之前写到一半就断了的。给出几个。</summary>
    int RemoveUnfinished(DateTime before);

    /// <summary>全部文件，次序不定。</summary>
    IEnumerable<StoredFile> List();
}
