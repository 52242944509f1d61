using Gongkai.Core.Reports;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>读出的一张表及其说明。</summary>
/// <param name="Reading">读数。</param>
/// <param name="Notes">读者说明。</param>
/// <param name="Rows">认出的行数，用来在几处候选中取舍。</param>
internal sealed record DecodedTable(TableReading Reading, List<ReaderNote> Notes, int Rows)
{
    /// <summary>与官方写法不同的标签。</summary>
    public IReadOnlyList<OddLabel> OddLabels { get; init; } = [];

    /// <summary>与同组的行错开了一格的行的标识。</summary>
    public IReadOnlyList<string> UnevenRows { get; init; } = [];

    /// <summary>印在分组标签后面的孤零零的数，如「（六）其他处理」后面的 0；读表时当作没有，也不成说明。</summary>
    public IReadOnlyList<StrayNumber> Strays { get; init; } = [];

    public static DecodedTable Missing(FormTable form, bool picture) => new(
        TableReading.None(form, picture ? TableProof.Unreadable : TableProof.Absent),
        picture ? [new ReaderNote(ReaderNotes.PictureTable, NoteTexts.Say(ReaderNotes.PictureTable, form.Table, 0, []), [])] : [],
        0);

    /// <summary>由各格、勾稽与搜索的结论定出这张表读得怎样。</summary>
    public static TableReading Prove(FormTable form, CellReading[] cells, CellBuilder builder, SearchOutcome outcome) =>
        Prove(form, cells, outcome, builder.HasAmbiguous, builder.HasUnread);

    /// <summary>同一张表印了几遍、分不出哪一遍作数：读数一致的照写，只有一遍印了的取那一遍，其余两可。</summary>
    public static DecodedTable Combine(List<DecodedTable> copies)
    {
        var form = copies[0].Reading.Form;
        copies.RemoveAll(c => c.Reading.Form != form);
        var cells = new CellReading[form.Cells.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            List<CellReading> printed = [.. copies.Select(c => c.Reading.Cells[i]).Where(c => c.State is not CellState.Absent)];
            cells[i] = printed.Count == 0 ? CellReading.Absent
                : printed.TrueForAll(c => c.State == printed[0].State && c.Value == printed[0].Value && c.State is not CellState.Ambiguous) ? printed[0]
                : new CellReading(CellState.Ambiguous, 0, printed[0].Raw, printed[0].Place, Candidates(printed));
        }

        var reading = Prove(form, cells, SearchOutcome.Single, cells.Any(c => c.State is CellState.Ambiguous), cells.Any(c => c.State is CellState.Absent or CellState.Unreadable));
        return new DecodedTable(reading, [.. copies.SelectMany(c => c.Notes).DistinctBy(n => n.Code), Repeated(form)], copies[0].Rows);
    }

    /// <summary>这张表印了几遍，只取其一。</summary>
    public DecodedTable AsOneOfSeveral() => this with { Notes = [.. Notes, Repeated(Reading.Form)] };

    private static ReaderNote Repeated(FormTable form) => new(ReaderNotes.Repeated, NoteTexts.Say(ReaderNotes.Repeated, form.Table, 0, []), []);

    private static decimal?[] Candidates(List<CellReading> printed) =>
        [.. printed.SelectMany(c => c.Candidates ?? [c.ForLinkage]).Distinct().OrderBy(v => v ?? -1)];

    private static TableReading Prove(FormTable form, CellReading[] cells, SearchOutcome outcome, bool ambiguous, bool unread)
    {
        var proof = ambiguous ? TableProof.Ambiguous
            : unread ? TableProof.Partial
            : form.Linkages.Count == 0 ? TableProof.Unchecked
            : outcome is SearchOutcome.Proved ? TableProof.Proved
            : TableProof.Consistent;
        var reading = new TableReading(form, cells, proof);
        return outcome is SearchOutcome.Broken || reading.Broken.Count > 0 ? reading.With(TableProof.Inconsistent) : reading;
    }
}

/// <summary>不属于任何一格的一个数。</summary>
/// <param name="Printed">印出的样子。</param>
/// <param name="Place">所在。</param>
internal sealed record StrayNumber(string Printed, Place Place);
