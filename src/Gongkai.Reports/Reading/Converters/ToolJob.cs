namespace Gongkai.Reports.Reading.Converters;

/// <summary>交给外部工具的一件事：一份输入、命令行、限度。</summary>
/// <param name="InputName">输入在临时目录里的文件名，由程序写定（如 input.pdf），从不取自使用者的文件名。</param>
/// <param name="Input">输入的内容。</param>
/// <param name="Arguments">命令行的各个参数，逐个传递，不经过 shell；工作目录就是临时目录，所以用 <paramref name="InputName"/> 即可。</param>
internal sealed record ToolJob(string InputName, ReadOnlyMemory<byte> Input, IReadOnlyList<string> Arguments)
{
    /// <summary>运行之前另外放进临时目录的文件（如工具的设置）：相对路径与内容，由程序写定。</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Settings { get; init; } = [];

    /// <summary>结果写在临时目录的哪个文件；null 表示取标准输出。</summary>
    public string? OutputName { get; init; }

    /// <summary>时间限度。</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>结果的大小限度，字节。</summary>
    public int OutputBytes { get; init; } = 64 << 20;

    /// <summary>内存（地址空间）限度，字节；系统里有 prlimit 时才管得住。</summary>
    public long MemoryBytes { get; init; } = 2L << 30;
}

/// <summary>外部工具怎样结束。</summary>
internal enum ToolOutcome
{
    /// <summary>正常结束，退出码 0。</summary>
    Done,

    /// <summary>起不来、退出码不是 0，或没有写出结果。</summary>
    Failed,

    /// <summary>超过时间限度，已终止。</summary>
    TimedOut,

    /// <summary>结果超过大小限度，已终止。</summary>
    OutputTooLarge,
}

/// <summary>外部工具的结果。</summary>
/// <param name="Outcome">怎样结束。</param>
/// <param name="Output">结果；不是 <see cref="ToolOutcome.Done"/> 时为空。</param>
/// <param name="Complaint">标准错误的开头几千字节，只供程序辨认原因，不给人看。</param>
internal sealed record ToolResult(ToolOutcome Outcome, byte[] Output, string Complaint);
