namespace Gongkai.Storage.Sealing;

/// <summary>
/// 主密钥：在数据库、附件和备份之外的一个文件里，只有本系统的用户可读（权限 600）。
/// 有版本：新的用来包裹，旧的留着打开，换完（<see cref="KeyRotation"/>）再删。
/// </summary>
public sealed class MasterKeys
{
    private readonly string _path;
    private readonly Lock _reading = new();
    private KeyRing _ring;
    private DateTime _readAt;

    private MasterKeys(string path)
    {
        _path = path;
        _readAt = File.GetLastWriteTimeUtc(path);
        _ring = KeysFile.Read(path);
    }

    /// <summary>文件的路径。</summary>
    public string FilePath => _path;

    /// <summary>用来包裹新密钥的版本。</summary>
    public int Current => Ring().Current;

    /// <summary>现有的版本，从旧到新。</summary>
    public IReadOnlyList<int> Versions => [.. Ring().Secrets.Keys.Order()];

    /// <summary>打开已有的主密钥文件。</summary>
    /// <exception cref="KeysFileException">不能用。</exception>
    public static MasterKeys Open(string path) => new(path);

    /// <summary>打开；没有时先建一个，第 1 版。两个进程同时建，只有一个建成，另一个用它的。</summary>
    /// <exception cref="KeysFileException">不能用。</exception>
    public static MasterKeys OpenOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            KeysFile.Create(path, KeyRing.New());
        }

        return new MasterKeys(path);
    }

    /// <summary>加一个新版本，此后用它包裹。旧的还在。给出新版本。</summary>
    public int AddVersion()
    {
        lock (_reading)
        {
            Replace(KeysFile.Read(_path).WithNext());
            return _ring.Current;
        }
    }

    /// <summary>删去一个旧版本。先要确知没有什么还用它包裹着（<see cref="KeyRotation.RetireAsync"/>）。</summary>
    internal void Remove(int version)
    {
        lock (_reading)
        {
            Replace(KeysFile.Read(_path).Without(version));
        }
    }

    /// <summary>某一版的密钥，32 字节。</summary>
    /// <exception cref="KeysFileException">文件里没有这一版。</exception>
    internal byte[] Secret(int version) => Ring().Secrets.TryGetValue(version, out var secret)
        ? secret
        : throw new KeysFileException($"主密钥文件 {_path} 里没有第 {version} 版，资料打不开。请用与这份数据配套的主密钥文件。");

    /// <summary>查找用的密钥，32 字节；不随版本变，否则从前的杂凑就查不到了。</summary>
    internal byte[] SearchSecret() => Ring().Search;

    // 换密钥的命令在另一个进程里改这个文件：看一眼文件的时刻，改了就重读。
    private KeyRing Ring()
    {
        lock (_reading)
        {
            var written = File.GetLastWriteTimeUtc(_path);
            if (written != _readAt && File.Exists(_path))
            {
                _ring = KeysFile.Read(_path);
                _readAt = written;
            }

            return _ring;
        }
    }

    private void Replace(KeyRing ring)
    {
        KeysFile.Replace(_path, ring);
        _ring = ring;
        _readAt = File.GetLastWriteTimeUtc(_path);
    }
}
