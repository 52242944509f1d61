using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Writing.Docx;

/// <summary>
/// 退回修改年度报告的通知（docx，按 GB/T 9704—2012 排版）：错在哪里、应当是什么、何时以前改好、依据什么。
/// 「错误」以上的列为应当改正，「警告」列为建议核对，「提示」不写；只有警告时发的是核对通知。
/// </summary>
public static class ReturnNotice
{
    // 合在一个文件里的要全部排好才能写出，太多 Word 也打不开；再多请用压缩包。
    private const int MostTogether = 500;
    private const int MostName = 60;
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>一份报告的通知；没有警告以上的问题时为 null。</summary>
    public static byte[]? Of(CheckedReport report, NoticeTerms terms) =>
        NoticeText.Of(report, terms) is { } text ? Write([text]) : null;

    /// <summary>几份报告的通知合在一个文件里，一份一节，各起一页；都没有问题时为 null。至多 500 份。</summary>
    public static byte[]? Together(IEnumerable<CheckedReport> reports, NoticeTerms terms)
    {
        IReadOnlyList<NoticeParagraph>[] notices = [.. reports.Select(r => NoticeText.Of(r, terms)).OfType<IReadOnlyList<NoticeParagraph>>().Take(MostTogether + 1)];
        return notices.Length switch
        {
            0 => null,
            > MostTogether => throw new ArgumentException($"More than {MostTogether} notices do not go into one document.", nameof(reports)),
            _ => Write(notices),
        };
    }

    /// <summary>几份报告的通知，一份一个文件，写成压缩包；边读边写，份数不限。同一份报告的几个副本只写一份通知。</summary>
    /// <returns>写了几份。</returns>
    [SuppressMessage("Performance", "CA1849", Justification = "Writing is synchronous throughout.")]
    public static int Zip(Stream output, IEnumerable<CheckedReport> reports, NoticeTerms terms)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var (names, copies) = (new NoticeNames(), new NoticeCopies());
        var written = 0;
        foreach (var report in reports)
        {
            if (copies.IsCopy(report.Reading.File, report) || Of(report, terms) is not { } notice)
            {
                continue;
            }

            var entry = zip.CreateEntry(names.Next(report.Reading), CompressionLevel.NoCompression);
            entry.LastWriteTime = Epoch;
            using var content = entry.Open();
            content.Write(notice);
            written++;
        }

        return written;
    }

    /// <summary>文件名，不含扩展名：单位、年度、「退回修改通知」。只留字母、数字和汉字，在哪种系统上都是一个普通的文件名。</summary>
    public static string NameOf(ReportReading reading)
    {
        var name = new StringBuilder();
        foreach (var rune in DisplayText.Clean(reading.Agency, 200).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) && name.Length < MostName)
            {
                name.Append(rune.ToString());
            }
        }

        return $"{(name.Length > 0 ? name : "未知单位")}{reading.Year}退回修改通知";
    }

    private static byte[] Write(IReadOnlyList<IReadOnlyList<NoticeParagraph>> notices)
    {
        using var output = new MemoryStream();
        NoticeDocument.Write(output, notices);
        return output.ToArray();
    }
}

/// <summary>一批通知的文件名：同名的编号。</summary>
public sealed class NoticeNames
{
    private readonly Dictionary<string, int> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>下一份的文件名，含扩展名，在这一批里不重复。</summary>
    public string Next(ReportReading reading)
    {
        var name = ReturnNotice.NameOf(reading);
        var times = _used[name] = _used.GetValueOrDefault(name) + 1;
        return times == 1 ? $"{name}.docx" : $"{name}（{times}）.docx";
    }
}
