namespace Gongkai.Workbench.Checks;

/// <summary>一次体检的各种限度。</summary>
public static class CheckLimits
{
    /// <summary>一次最多多少个文件。</summary>
    public const int Files = 200;

    /// <summary>一个文件最多多少字节：20 MB。</summary>
    public const int FileBytes = 20 << 20;

    /// <summary>一次合计最多多少字节：100 MB。</summary>
    public const int TotalBytes = 100 << 20;

    /// <summary>
    /// 一个请求最多多少字节：192 MB。比合计的限度宽，好让超出的一次也能说清是哪个文件超了、其余照查；再大的直接拒收。
    /// </summary>
    public const int RequestBytes = 192 << 20;

    /// <summary>选长者模式的请求最多多少字节：4 KB，只有一个开关、一个站内路径和防伪标记。</summary>
    public const int PreferenceBytes = 4 << 10;

    /// <summary>一个表单最多多少项：比文件数的限度宽，理由同上。</summary>
    public const int FormFields = 2000;

    /// <summary>一次结果里最多列多少份报告。</summary>
    public const int Entries = 1000;

    /// <summary>内存里最多留多少次结果。</summary>
    public const int Results = 50;

    /// <summary>全部结果估计最多占多少字节：256 MB。</summary>
    public const long ResultBytes = 256 << 20;

    /// <summary>结果留多久。</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>每隔多久清一遍到时的结果。</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
}
