namespace Gongkai.Cli;

/// <summary>退出码，是对外的约定。0、1、2 同时成立时取最大的。</summary>
internal static class ExitCodes
{
    /// <summary>没有「错误」或「严重」的问题。</summary>
    public const int Clean = 0;

    /// <summary>有「错误」或「严重」的问题。</summary>
    public const int Findings = 1;

    /// <summary>有文件读不了，一个可查的文件也没有，或结果没能写完。</summary>
    public const int Unreadable = 2;

    /// <summary>要办的事依法不能办。</summary>
    public const int Refused = 3;

    /// <summary>用法不对。</summary>
    public const int WrongUsage = 64;

    /// <summary>被 Ctrl-C 打断（128 + SIGINT，各种外壳的惯例）。</summary>
    public const int Interrupted = 130;
}
