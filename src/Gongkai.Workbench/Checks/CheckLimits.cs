namespace Gongkai.Workbench.Checks;

/// <summary>一次体检的各种限度。</summary>
public static class CheckLimits
{
    /// <summary>一次最多多少个文件；上年的另算，也是这么多。</summary>
    public const int Files = 1000;

    /// <summary>一个文件最多多少字节：20 MB。</summary>
    public const int FileBytes = 20 << 20;

    /// <summary>一次合计最多多少字节，连上年的在内：200 MB。</summary>
    public const int TotalBytes = 200 << 20;

    /// <summary>
    /// 一个请求最多多少字节：256 MB。比合计的限度宽，好让超出的一次也能说清是哪个文件超了、其余照查；再大的直接拒收。
    /// </summary>
    public const int RequestBytes = 256 << 20;

    /// <summary>选长者模式的请求最多多少字节：4 KB，只有一个开关、一个站内路径和防伪标记。</summary>
    public const int PreferenceBytes = 4 << 10;

    /// <summary>一个表单最多多少项：比文件数的限度宽，理由同上。</summary>
    public const int FormFields = 4000;

    /// <summary>一次结果里最多列多少份报告。</summary>
    public const int Entries = 2000;

    /// <summary>清单一页列多少条。</summary>
    public const int EntriesPerPage = 50;

    /// <summary>内存里最多留多少次结果，连正在检查的在内。</summary>
    public const int Results = 50;

    /// <summary>最多同时有几批在检查；再多的请等一等。</summary>
    public const int Running = 4;

    /// <summary>全部结果与待查的文件估计最多占多少字节：512 MB。</summary>
    public const long ResultBytes = 512 << 20;

    /// <summary>结果留多久，自查完起算。</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>一批最多查多久，到时停下，查完的照样给出。</summary>
    public static readonly TimeSpan RunningTime = TimeSpan.FromMinutes(30);

    /// <summary>交上之后先等多久：多数几份的一批等得到，直接看结果，不必先看一眼进度。</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>没有脚本时，进度页隔多久自己刷新，单位秒。</summary>
    public const int RefreshSeconds = 2;

    /// <summary>每隔多久清一遍到时的结果。</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
}
