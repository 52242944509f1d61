using Gongkai.Core.Reports;

namespace Gongkai.Reports.Summing;

/// <summary>一格的合计。</summary>
/// <param name="form">哪一格。</param>
public sealed class CellTotal(FormCell form)
{
    /// <summary>没有计入的报告至多列出这么多份，其余只计个数。</summary>
    public const int MostListed = 50;

    private readonly List<int> _leftOut = [];

    /// <summary>哪一格。</summary>
    public FormCell Form { get; } = form;

    /// <summary>计入的各份之和，单位为该格的单位。</summary>
    public decimal Value { get; private set; }

    /// <summary>计入了几份，含按 0 计的空格、横线。</summary>
    public int Counted { get; private set; }

    /// <summary>其中几份是空格或横线，按 0 计。</summary>
    public int Blanks { get; private set; }

    /// <summary>有几份的这一格不是确知的数，没有计入。</summary>
    public int LeftOutCount { get; private set; }

    /// <summary>没有计入的是哪几份（<see cref="SumUnit.Number"/>），至多 <see cref="MostListed"/> 份。</summary>
    public IReadOnlyList<int> LeftOut => _leftOut;

    /// <summary>合计完整：至少一份计入，没有一份因不确知而略去。</summary>
    public bool IsComplete => Counted > 0 && LeftOutCount == 0;

    /// <summary>勾稽时的读数：完整的是数，不完整的不知道。</summary>
    internal CellReading ForLinkage => IsComplete ? new CellReading(CellState.Number, Value, "", Place.Nowhere) : CellReading.Absent;

    internal void Add(SumCell cell, int unit)
    {
        if (!cell.IsKnown)
        {
            LeftOutCount++;
            if (_leftOut.Count < MostListed)
            {
                _leftOut.Add(unit);
            }

            return;
        }

        Counted++;
        Blanks += cell.Kind is SumCellKind.Blank ? 1 : 0;
        if (cell.Value != 0)
        {
            Value += cell.Value;
        }
    }
}
