using System.Buffers;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Writing.Docx;

namespace Gongkai.Cli.Batch;

/// <summary>放退回修改通知的目录：有错误或警告的报告，一份一个 docx。</summary>
internal sealed class NoticeFolder
{
    private readonly string _path;
    private readonly NoticeTerms _terms;
    private readonly NoticeNames _names = new();
    private readonly NoticeCopies _copies = new();

    private NoticeFolder(string path, NoticeTerms terms) => (_path, _terms) = (path, terms);

    /// <summary>真实路径，检查时不进这个目录。</summary>
    public string? RealPath => Batch.RealPath.Of(_path);

    /// <summary>写了几份。</summary>
    public int Written { get; private set; }

    /// <summary>备好这个目录；没有则建立。</summary>
    public static NoticeFolder Create(string path, NoticeTerms terms)
    {
        Directory.CreateDirectory(path);
        return new NoticeFolder(path, terms);
    }

    /// <summary>写这个文件里各份报告的通知。</summary>
    public void Write(CheckedFile file)
    {
        foreach (var report in file.Reports)
        {
            if (_copies.IsCopy(file.File, report) || ReturnNotice.Of(report, _terms) is not { } notice)
            {
                continue;
            }

            try
            {
                File.WriteAllBytes(Path.Join(_path, _names.Next(report.Reading)), notice);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new OutputFailedException(e.Message, e);
            }

            Written++;
        }
    }
}

/// <summary>写结果的同时写通知。</summary>
internal sealed class NoticeBatchOutput(BatchOutput output, NoticeFolder notices) : BatchOutput
{
    public override bool RendersAhead => output.RendersAhead;

    public override void Render(CheckedFile file, IBufferWriter<byte> buffer) => output.Render(file, buffer);

    public override void Write(CheckedFile file, ReadOnlyMemory<byte> rendered)
    {
        output.Write(file, rendered);
        notices.Write(file);
    }

    public override void Finish(BatchSummary summary) => output.Finish(summary);

    public override void Flush() => output.Flush();
}
