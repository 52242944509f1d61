namespace Gongkai.Storage;

/// <summary>提交时发现别人先改了同一件事：什么也没有写入。请重新读出再做。</summary>
public sealed class StaleDataException : Exception
{
    /// <summary>说明是谁挡住了谁（英文，进日志）。</summary>
    public StaleDataException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
