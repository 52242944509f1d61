using System.Runtime.CompilerServices;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Summing;

/// <summary>
/// 把按一版格式印的格换到另一版格式上。只换意思相同的格：地址相同的；2019 年格式的「（六）其他处理」恰是 2021 年格式的三行之和。
/// 「对外公开总数量」不是「现行有效件数」，「本年新制作数量」也不当作「本年制发件数」，都不换。
/// </summary>
internal sealed class FormMap
{
    private const string Undivided = "other.undivided";
    private static readonly string[] Divided = ["other.supplementOverdue", "other.feeOverdue", "other.other"];
    private static readonly ConditionalWeakTable<FormTable, ConditionalWeakTable<FormTable, FormMap>> Maps = [];

    private readonly Source[]? _sources;

    private FormMap(FormTable from, FormTable to) =>
        _sources = ReferenceEquals(from, to) ? null : [.. to.Cells.Select(c => SourceOf(c, from))];

    /// <summary>由 <paramref name="from"/> 换到 <paramref name="to"/>；两者是同一张表的两版。</summary>
    public static FormMap Between(FormTable from, FormTable to) =>
        Maps.GetOrCreateValue(from).GetValue(to, _ => new FormMap(from, to));

    /// <summary>换一张表。</summary>
    public void Apply(ReadOnlySpan<SumCell> from, Span<SumCell> to)
    {
        if (_sources is null)
        {
            from.CopyTo(to);
            return;
        }

        for (var i = 0; i < to.Length; i++)
        {
            to[i] = _sources[i].Take(from);
        }
    }

    private static Source SourceOf(FormCell cell, FormTable from)
    {
        if (from.Find(cell.Row.Id, cell.Column.Id) is { } same)
        {
            return new Source([same.Index], false);
        }

        if (cell.Row.Id == Undivided)
        {
            int[] parts = [.. Divided.Select(row => from.Find(row, cell.Column.Id)).OfType<FormCell>().Select(c => c.Index)];
            return new Source(parts.Length == Divided.Length ? parts : [], false);
        }

        return Divided.Contains(cell.Row.Id) && from.Find(Undivided, cell.Column.Id) is { } whole ? new Source([whole.Index], true) : new Source([], false);
    }

    /// <param name="Cells">由哪几格相加；没有时为空。</param>
    /// <param name="OnlyZero">只在它是 0 时才知道：整体为 0，各部分也都为 0；不为 0 时分不出。</param>
    private readonly record struct Source(int[] Cells, bool OnlyZero)
    {
        public SumCell Take(ReadOnlySpan<SumCell> from)
        {
            if (Cells.Length == 0)
            {
                return new SumCell(SumCellKind.OtherForm, 0);
            }

            var sum = from[Cells[0]];
            foreach (var index in Cells.AsSpan(1))
            {
                var cell = from[index];
                sum = !sum.IsKnown ? sum
                    : !cell.IsKnown ? cell
                    : new SumCell(sum.Kind is SumCellKind.Blank && cell.Kind is SumCellKind.Blank ? SumCellKind.Blank : SumCellKind.Number, sum.Value + cell.Value);
            }

            return OnlyZero && sum.IsKnown && sum.Value != 0 ? new SumCell(SumCellKind.OtherForm, 0) : sum;
        }
    }
}
