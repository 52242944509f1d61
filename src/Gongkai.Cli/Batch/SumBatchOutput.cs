using Gongkai.Reports.Checking;
using Gongkai.Reports.Summing;

namespace Gongkai.Cli.Batch;

/// <summary>读好的报告都加进汇总，结果到最后才有。</summary>
internal sealed class SumBatchOutput(RegionSum sum) : BatchOutput
{
    public override void Write(CheckedFile file, ReadOnlyMemory<byte> rendered) => sum.Add(file);

    public override void Finish(BatchSummary summary)
    {
    }

    public override void Flush()
    {
    }
}
