using System.Diagnostics;
using Gongkai.Bench.Conformance;

namespace Gongkai.Bench.Copies;

/// <summary>LibreOffice 另存、打印的副本：docx 成 pdf、doc（也作 wps）、rtf、odt，xlsx 成 pdf、xls、ods。</summary>
internal static class OfficeCopies
{
    private static readonly string[] Written = ["doc", "rtf", "odt", "pdf"];
    private static readonly string[] Sheets = ["xls", "ods", "pdf"];

    public static string? Program { get; } = CopiesCommand.Find("soffice", "libreoffice");

    public static void Make(string program, IReadOnlyList<ConformanceCase> cases, string staging, string target)
    {
        foreach (var original in cases)
        {
            switch (Path.GetExtension(original.File))
            {
                case ".docx":
                    File.Copy(original.File, Staged(staging, original, ".docx"));
                    break;
                case ".xlsx":
                    File.WriteAllBytes(Staged(staging, original, ".xlsx"), FittedSheets.Of(File.ReadAllBytes(original.File)));
                    break;
            }
        }

        Array.ForEach(Written, format => Convert(program, staging, format, "*.docx"));
        Array.ForEach(Sheets, format => Convert(program, staging, format, "*.xlsx"));
        var turns = 0;
        foreach (var original in cases)
        {
            var isSheet = Path.GetExtension(original.File) == ".xlsx";
            foreach (var extension in new[] { ".doc", ".rtf", ".odt", ".pdf", ".xls", ".ods" })
            {
                var made = Staged(staging, original, extension);
                if (File.Exists(made))
                {
                    File.Move(made, CopiesCommand.Place(target, original, isSheet && extension == ".pdf" ? ".fitted.pdf" : extension), overwrite: true);
                }
            }

            // WPS 存的 wps 就是 doc 的格式。
            if (File.Exists(CopiesCommand.Place(target, original, ".doc")))
            {
                File.Copy(CopiesCommand.Place(target, original, ".doc"), CopiesCommand.Place(target, original, ".wps"), overwrite: true);
            }

            if (Path.GetExtension(original.File) == ".docx" && TurnedPages.Of(File.ReadAllBytes(CopiesCommand.Place(target, original, ".pdf")), turns++ % 2 == 0 ? 90 : 270) is { } turned)
            {
                File.WriteAllBytes(CopiesCommand.Place(target, original, ".turned.pdf"), turned);
            }
        }
    }

    private static string Staged(string staging, ConformanceCase original, string extension) => Path.Combine(staging, $"{original.Layout}__{original.Name}{extension}");

    private static void Convert(string program, string staging, string format, string pattern)
    {
        string[] files = [.. Directory.EnumerateFiles(staging, pattern).Order(StringComparer.Ordinal)];
        var start = new ProcessStartInfo(program, ["--headless", "--norestore", "--convert-to", format, "--outdir", staging, .. files])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = staging;
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Console.WriteLine($"{files.Length} files to {format}: exit {process.ExitCode}");
    }
}
