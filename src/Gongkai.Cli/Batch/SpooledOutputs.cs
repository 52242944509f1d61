using Gongkai.Reports.Checking;
using Gongkai.Reports.Writing.Html;
using Gongkai.Reports.Writing.Xlsx;

namespace Gongkai.Cli.Batch;

/// <summary>一个网页，末尾一次写出：清单在最上面，要查完才齐。</summary>
internal sealed class HtmlBatchOutput(Stream output) : BatchOutput, IDisposable
{
    private readonly Stream _spool = Spool.Open();
    private ReportHtml? _html;

    public override void Write(CheckedFile file, ReadOnlyMemory<byte> rendered) => Spool.Guard(() => (_html ??= new ReportHtml(_spool)).Add(file));

    public override void Finish(BatchSummary summary)
    {
        Spool.Guard(() => (_html ??= new ReportHtml(_spool)).Finish(output, summary));
        output.Flush();
    }

    public override void Flush()
    {
    }

    public void Dispose()
    {
        _html?.Dispose();
        _spool.Dispose();
    }
}

/// <summary>一个工作簿，末尾一次写出。</summary>
internal sealed class XlsxBatchOutput(Stream output) : BatchOutput, IDisposable
{
    private readonly ReportXlsx _xlsx = new(Spool.Open);

    public override void Write(CheckedFile file, ReadOnlyMemory<byte> rendered) => Spool.Guard(() => _xlsx.Add(file));

    public override void Finish(BatchSummary summary)
    {
        Spool.Guard(() =>
        {
            foreach (var finding in summary.BatchFindings)
            {
                _xlsx.Add(finding);
            }

            _xlsx.Finish(output);
        });
        output.Flush();
    }

    public override void Flush()
    {
    }

    public void Dispose() => _xlsx.Dispose();
}

/// <summary>暂存的临时文件：只有自己看得见，用完即删。</summary>
internal static class Spool
{
    private const int BufferSize = 1 << 16;

    /// <summary>开一个。</summary>
    public static Stream Open()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = BufferSize, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(Path.Combine(Path.GetTempPath(), $"gongkai-{Guid.NewGuid():N}.tmp"), options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailedException(e.Message, e);
        }
    }

    /// <summary>暂存处写不下去，与结果写不下去是一回事。</summary>
    public static void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (IOException e)
        {
            throw new OutputFailedException(e.Message, e);
        }
    }
}
