namespace Gongkai.Workbench.Hosting;

/// <summary>配置要求站点听本机以外的地址，拒绝启动。</summary>
/// <param name="message">给人看的中文：哪里不行，怎么办。</param>
public sealed class NotLoopbackException(string message) : InvalidOperationException(message);
