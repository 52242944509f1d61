namespace Gongkai.Storage.Checking;

/// <summary>核对数据的结果。</summary>
/// <param name="HeadSequence">审计链有几条。</param>
/// <param name="HeadHash">链头，64 个小写十六进制数字；抄在别处，日后可证明此前的没有改过。</param>
/// <param name="Requests">几件申请。</param>
/// <param name="Files">核对了几个文件。</param>
/// <param name="Problems">哪里不对，中文，每条一行；空的是完好。</param>
public sealed record CheckReport(long HeadSequence, string HeadHash, int Requests, int Files, IReadOnlyList<string> Problems);
