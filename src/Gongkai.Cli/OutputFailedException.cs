namespace Gongkai.Cli;

/// <summary>结果写不出去：管道断了，或磁盘满了。与读文件的错误分开。</summary>
internal sealed class OutputFailedException(string message, Exception inner) : Exception(message, inner);
