using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Summing;

/// <summary>一份报告留下来备加的一行：谁的、哪一年、各格（压过）。不留正文和原文。</summary>
internal sealed class SumRow
{
    private static readonly Linkage[] None = [];

    public SumRow(ReportReading reading, bool isOwn)
    {
        (File, Index, Agency, Level, Year, IsOwn) = (reading.File, reading.Index, reading.Agency, reading.Level, reading.Year, isOwn);
        Forms = [.. reading.Tables.Select(t => t.Form)];
        Packed = PackedCells.Pack(reading.Tables);
        Broken = reading.Tables.Sum(t => t.Broken.Count) == 0 ? None : [.. reading.Tables.SelectMany(t => t.Broken)];
        Key = Agency is null ? "" : UnitName.Fold(Agency);
    }

    public string File { get; }

    public int Index { get; }

    public string? Agency { get; }

    public AgencyLevel Level { get; }

    public int? Year { get; }

    public bool IsOwn { get; }

    public FormTable[] Forms { get; }

    public byte[] Packed { get; }

    public Linkage[] Broken { get; }

    /// <summary>折叠过的名称；看不出单位时为空串。</summary>
    public string Key { get; }

    /// <summary>各格，换到 <paramref name="form"/>；三张表相接。</summary>
    public SumCell[] Cells(ReportForm form)
    {
        var printed = new SumCell[Forms.Sum(f => f.Cells.Count)];
        PackedCells.Unpack(Packed, printed);
        var cells = new SumCell[form.Tables.Sum(t => t.Cells.Count)];
        var (from, to) = (0, 0);
        foreach (var own in Forms)
        {
            var table = form[own.Table];
            FormMap.Between(own, table).Apply(printed.AsSpan(from, own.Cells.Count), cells.AsSpan(to, table.Cells.Count));
            (from, to) = (from + own.Cells.Count, to + table.Cells.Count);
        }

        return cells;
    }
}
