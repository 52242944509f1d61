using System.Buffers;
using System.Text;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Writing.Json;
using Gongkai.Reports.Writing.Text;

namespace Gongkai.Cli.Batch;

/// <summary>结果怎样写出。除 <see cref="Render"/> 外都由一个线程按次序调用。</summary>
internal abstract class BatchOutput
{
    /// <summary>各工人先把结果写进缓冲区，<see cref="Write"/> 只管抄。</summary>
    public virtual bool RendersAhead => false;

    /// <summary>写进缓冲区；几个线程同时调用。</summary>
    public virtual void Render(CheckedFile file, IBufferWriter<byte> buffer)
    {
    }

    /// <summary>写一个文件的结果。</summary>
    public abstract void Write(CheckedFile file, ReadOnlyMemory<byte> rendered);

    /// <summary>写末尾的总数。</summary>
    public abstract void Finish(BatchSummary summary);

    /// <summary>把已写的交出去。</summary>
    public abstract void Flush();
}

/// <summary>一份报告一行 JSON，末尾一行总数。</summary>
internal sealed class JsonBatchOutput(Stream output) : BatchOutput
{
    public override bool RendersAhead => true;

    public override void Render(CheckedFile file, IBufferWriter<byte> buffer) => ReportJson.Write(buffer, file);

    public override void Write(CheckedFile file, ReadOnlyMemory<byte> rendered) => output.Write(rendered.Span);

    public override void Finish(BatchSummary summary)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ReportJson.Write(buffer, summary);
        output.Write(buffer.WrittenSpan);
        output.Flush();
    }

    public override void Flush() => output.Flush();
}

/// <summary>给人读的文字：三份以内写出各表，再多则一份一行。</summary>
internal sealed class TextBatchOutput(Stream output, Ink ink, bool alwaysTables) : BatchOutput
{
    private const int MostInFull = 3;
    private const int MostHeld = 64;

    // 还不知道有几份时先留着，够多了再定。
    private readonly List<CheckedFile> _held = [];
    private int _heldReports;
    private bool _decided = alwaysTables;
    private bool _inFull = alwaysTables;

    public override void Write(CheckedFile file, ReadOnlyMemory<byte> rendered)
    {
        if (_decided)
        {
            Write(file);
            return;
        }

        _held.Add(file);
        _heldReports += file.Reports.Count;
        if (_heldReports > MostInFull || _held.Count > MostHeld)
        {
            Decide(inFull: false);
        }
    }

    public override void Finish(BatchSummary summary)
    {
        Decide(inFull: _inFull || !_decided);
        Write(ReportText.Summary(summary, ink));
        output.Flush();
    }

    public override void Flush() => output.Flush();

    private void Decide(bool inFull)
    {
        (_decided, _inFull) = (true, inFull);
        foreach (var file in _held)
        {
            Write(file);
        }

        _held.Clear();
    }

    private void Write(CheckedFile file)
    {
        foreach (var report in file.Reports)
        {
            Write(_inFull ? ReportText.Full(report, ink) : ReportText.Brief(report, ink));
        }

        if (file.Error is { } error)
        {
            Write(ReportText.Unreadable(file.File, error, ink));
        }
    }

    private void Write(string text) => output.Write(Encoding.UTF8.GetBytes(text));
}
