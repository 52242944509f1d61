using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Gongkai.Bench.Conformance;

namespace Gongkai.Bench.Copies;

/// <summary>Chromium 打印成 pdf 的网页。案例里只有图片的地址，没有图片：打印之前补上一张，不然纸上什么也没有。</summary>
internal static class PrintedPages
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static string? Program { get; } = CopiesCommand.Find("chromium", "chromium-browser", "google-chrome");

    public static void Make(string program, IReadOnlyList<ConformanceCase> cases, string staging, string target)
    {
        foreach (var original in cases.Where(c => Path.GetExtension(c.File) is ".html" or ".htm"))
        {
            var folder = Directory.CreateDirectory(Path.Combine(staging, original.Layout, original.Name)).FullName;
            var page = Path.Combine(folder, Path.GetFileName(original.File));
            File.Copy(original.File, page);
            AddPictures(folder, File.ReadAllBytes(page));
            var start = new ProcessStartInfo(
                program,
                ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={Path.Combine(staging, "browser")}", "--no-pdf-header-footer", $"--print-to-pdf={CopiesCommand.Place(target, original, ".pdf")}", new Uri(page).AbsoluteUri])
            {
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            if (!process.WaitForExit(Longest) || process.ExitCode != 0)
            {
                process.Kill(entireProcessTree: true);
                Console.Error.WriteLine($"{original.Id}  not printed");
            }
        }
    }

    /// <summary>网页所指、就在旁边的图片，各补一张。</summary>
    private static void AddPictures(string folder, byte[] page)
    {
        const string Start = "<img src=\"";
        var text = Encoding.Latin1.GetString(page);
        for (var at = text.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Start, at + 1, StringComparison.Ordinal))
        {
            var from = at + Start.Length;
            var name = text[from..text.IndexOf('"', from)];
            var file = Path.GetFullPath(Path.Combine(folder, name));
            if (!name.Contains(':', StringComparison.Ordinal) && file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, Picture());
            }
        }
    }

    /// <summary>一张灰底的位图，300 × 120 点；浏览器看内容认种类，不看扩展名。</summary>
    private static byte[] Picture()
    {
        const int Width = 300, Height = 120, Header = 54;
        var bytes = new byte[Header + (3 * Width * Height)];
        "BM"u8.CopyTo(bytes);
        foreach (var (at, value) in new[] { (2, bytes.Length), (10, Header), (14, 40), (18, Width), (22, Height), (26, 1 | (24 << 16)) })
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);
        }

        bytes.AsSpan(Header).Fill(0xC0);
        return bytes;
    }
}
