using Gongkai.Bench.Conformance;

namespace Gongkai.Bench.Copies;

/// <summary>
/// <c>Gongkai.Bench copies FOLDER</c>：用 LibreOffice 和 Chromium 把测试集的案例另存、打印成别的格式，
/// 放在 FOLDER/版式/ 里，供 <c>conformance --copies FOLDER</c> 评分。
/// </summary>
public static class CopiesCommand
{
    /// <summary>运行；用法不对返回 64，没有安装工具返回 1。</summary>
    public static int Run(string[] args)
    {
        if (args is not [var target])
        {
            Console.Error.WriteLine("usage: Gongkai.Bench copies FOLDER");
            return 64;
        }

        if (OfficeCopies.Program is not { } office || PrintedPages.Program is not { } browser)
        {
            Console.Error.WriteLine("copies needs soffice (LibreOffice) and chromium on the PATH");
            return 1;
        }

        var cases = ConformanceSuite.LoadAll(ConformanceSuite.Folder(ConformanceSuite.RepositoryRoot(AppContext.BaseDirectory)));
        var staging = Directory.CreateTempSubdirectory("gongkai-copies-");
        try
        {
            OfficeCopies.Make(office, cases, staging.FullName, target);
            PrintedPages.Make(browser, cases, staging.FullName, target);
        }
        finally
        {
            staging.Delete(recursive: true);
        }

        Console.WriteLine($"{ConformanceSuite.Copies(target).Count} copies in {target}");
        return 0;
    }

    /// <summary>副本应在的路径；文件夹没有时建好。</summary>
    internal static string Place(string target, ConformanceCase original, string suffix)
    {
        var folder = Directory.CreateDirectory(Path.Combine(target, original.Layout));
        return Path.Combine(folder.FullName, original.Name + suffix);
    }

    /// <summary>在 PATH 里找一个程序。</summary>
    internal static string? Find(params IEnumerable<string> names) =>
        names.SelectMany(n => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), (n, folder) => Path.Combine(folder, n)).FirstOrDefault(File.Exists);
}
