using Gongkai.UseCases.Requests;

namespace Gongkai.Workbench.Hosting;

/// <summary>各种请求体最多多少字节。</summary>
public static class BodyLimits
{
    /// <summary>不交文件的表单：1 MB，汇总的单位名单也放得下。</summary>
    public const int Form = 1 << 20;

    /// <summary>还没有登录的人交的：64 KB，只有用户名、密码这几项。</summary>
    public const int Anonymous = 64 << 10;

    /// <summary>给一件申请附文件：各个文件加上表单的其余各项。</summary>
    public const int Files = (KeptFiles.MostFiles * KeptFiles.LargestFile) + Form;

    /// <summary>请求上记着超过了多少字节的限度，说明页取它。</summary>
    public static readonly object Key = new();
}

/// <summary>这一页的请求体最多多少字节；没有写明的照 <see cref="BodyLimits.Form"/>。</summary>
/// <param name="bytes">字节数。</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BodyLimitAttribute(int bytes) : Attribute
{
    /// <summary>字节数。</summary>
    public int Bytes => bytes;
}
