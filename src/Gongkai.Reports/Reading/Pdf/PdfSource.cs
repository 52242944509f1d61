using System.Diagnostics;
using System.Xml;
using Gongkai.Reports.Reading.Converters;
using Gongkai.Reports.Reading.Html;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>读 pdf：用 poppler 取词、取线，排成块。poppler 没有安装时说怎么办。</summary>
/// <param name="words">pdftotext；没有时为 null。</param>
/// <param name="lines">pdftocairo；没有时只按文字的位置读。</param>
internal sealed class PdfSource(ExternalTool? words, ExternalTool? lines)
{
    private const string Input = "input.pdf";

    /// <summary>系统里的 poppler。</summary>
    public static PdfSource Installed { get; } = new(ExternalTool.Find("pdftotext"), ExternalTool.Find("pdftocairo"));

    /// <summary>每次运行工具的时间限度。</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>读得了 pdf。</summary>
    public bool IsAvailable => words is not null;

    /// <summary>打开一份 pdf；读不了时为 null，并说为什么。</summary>
    public SourceDocument? Open(ReadOnlyMemory<byte> content, out ReadError? error)
    {
        error = words is null ? FileErrors.NeedsPoppler : null;
        if (words is null)
        {
            return null;
        }

        var result = words.Run(Job(content, ["-bbox-layout", "-l", $"{ReadLimits.PdfPages + 1}", Input, "-"]));
        if (result.Outcome is not ToolOutcome.Done)
        {
            error = WhyFailed(result);
            return null;
        }

        try
        {
            return Read(content, WordBoxes.Read(result.Output), out error);
        }
        catch (XmlException)
        {
            error = FileErrors.PdfDamaged;
        }
        catch (ReadLimitException)
        {
            error = FileErrors.PdfTooLong;
        }

        return null;
    }

    private SourceDocument? Read(ReadOnlyMemory<byte> content, List<PdfPage> pages, out ReadError? error)
    {
        error = pages.Count == 0 ? FileErrors.PdfDamaged : pages.All(p => p.Words.Count == 0) ? FileErrors.PdfScanned : null;
        if (error is not null)
        {
            return null;
        }

        List<ReaderNote> notes = [];
        if (pages.Count > ReadLimits.PdfPages)
        {
            pages.RemoveRange(ReadLimits.PdfPages, pages.Count - ReadLimits.PdfPages);
            notes.Add(SourceOpener.Truncated);
        }

        var started = Stopwatch.GetTimestamp();
        foreach (var page in pages.Take(ReadLimits.PdfRuledPages))
        {
            if (Stopwatch.GetElapsedTime(started) > TimeLimit || !TryAddLines(content, page))
            {
                break;
            }
        }

        return new SourceDocument(Blocks(pages, notes), null, null, notes);
    }

    /// <summary>各页的块；印的是网页的标记时（网站把标记显示成了文字），按标记读。</summary>
    private static IReadOnlyList<Block> Blocks(List<PdfPage> pages, List<ReaderNote> notes)
    {
        var blocks = PdfBlocks.Of(pages);
        if (ScriptedPage.LooksLikeReport(blocks) || ScriptedPage.Displayed(blocks) is not { } markup
            || HtmlBlocks.Fragment(markup, out var truncated) is not { } inner || !ScriptedPage.LooksLikeReport(inner))
        {
            return blocks;
        }

        notes.Add(HtmlBlocks.MarkupRestored);
        if (truncated)
        {
            notes.Add(SourceOpener.Truncated);
        }

        return inner;
    }

    /// <summary>读这一页的线。超时一次就不再试后面的页：整份文件的时间要有限度。</summary>
    private bool TryAddLines(ReadOnlyMemory<byte> content, PdfPage page)
    {
        if (lines is null)
        {
            return false;
        }

        var result = lines.Run(Job(content, ["-svg", "-noshrink", "-nocenter", "-f", $"{page.Number}", "-l", $"{page.Number}", Input, "-"]));
        if (result.Outcome is not ToolOutcome.Done)
        {
            return result.Outcome is not ToolOutcome.TimedOut;
        }

        try
        {
            DrawnLines.AddTo(page, result.Output);
        }
        catch (XmlException)
        {
            // 线只是帮助：没有线还可以按文字的位置读。
            page.Rulings.Clear();
        }

        return true;
    }

    private ToolJob Job(ReadOnlyMemory<byte> content, IReadOnlyList<string> arguments) =>
        new(Input, content, arguments) { TimeLimit = TimeLimit, OutputBytes = ReadLimits.PdfOutputBytes, MemoryBytes = 1L << 30 };

    private static ReadError WhyFailed(ToolResult result) => result.Outcome switch
    {
        ToolOutcome.TimedOut => FileErrors.PdfTimedOut,
        ToolOutcome.OutputTooLarge => FileErrors.PdfTooLong,
        _ when result.Complaint.Contains("password", StringComparison.OrdinalIgnoreCase) || result.Complaint.Contains("not allowed", StringComparison.OrdinalIgnoreCase) => FileErrors.Encrypted,
        _ => FileErrors.PdfDamaged,
    };
}
