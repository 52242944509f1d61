using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Storage;

namespace Gongkai.UseCases;

/// <summary>给人看的那一份的摘要，藏在表单里带回来：保存时与现在存着的不同，就是别人先改了。</summary>
public static class Shown
{
    /// <summary>摘要；同样的内容总是同样的摘要，看不出内容。</summary>
    public static string Of<T>(T shown) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(shown, Json.Options)));

    /// <summary>看到的就是现在的。</summary>
    /// <param name="seen">看到的摘要；null 为不是看着页面改的，如命令行，不比。</param>
    /// <param name="now">现在的摘要。</param>
    /// <exception cref="StaleDataException">别人先改了。</exception>
    public static void Demand(string? seen, string now)
    {
        if (seen is not null && seen != now)
        {
            throw new StaleDataException("What is stored is no longer what the page showed.");
        }
    }
}
