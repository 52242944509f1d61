using System.Reflection;

namespace Gongkai.Workbench.Checks;

/// <summary>「试一试」用的虚构报告，随程序嵌入。</summary>
public static class Samples
{
    private const string Prefix = "samples/";

    private static readonly Assembly Home = typeof(Samples).Assembly;

    /// <summary>各份示例，按名字排列。</summary>
    public static IReadOnlyList<PendingFile> All { get; } =
    [
        .. Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Load(name)),
    ];

    private static PendingFile Load(string resource)
    {
        using var stream = Home.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new PendingFile(resource[Prefix.Length..], content.Length, _ => Task.FromResult(content));
    }
}
