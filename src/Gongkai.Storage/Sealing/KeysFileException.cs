namespace Gongkai.Storage.Sealing;

/// <summary>主密钥文件不能用：找不到、权限太宽、内容不对、或不是这个数据库的。<see cref="Exception.Message"/> 是给人看的中文。</summary>
public sealed class KeysFileException(string message, Exception? inner = null) : Exception(message, inner);
