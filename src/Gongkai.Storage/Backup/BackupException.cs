namespace Gongkai.Storage.Backup;

/// <summary>备份或恢复做不了。<see cref="Exception.Message"/> 是给人看的中文：哪里不对、怎么办。</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
