using Gongkai.Core.Reports;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>读出的一张表及其说明。</summary>
/// <param name="Reading">读数。</param>
/// <param name="Notes">读者说明。</param>
/// <param name="Rows">认出的行数，用来在几处候选中取舍。</param>
internal sealed record DecodedTable(TableReading Reading, List<ReaderNote> Notes, int Rows)
{
    public static DecodedTable Missing(FormTable form, bool picture) => new(
        TableReading.None(form, picture ? TableProof.Unreadable : TableProof.Absent),
        picture ? [new ReaderNote(ReaderNotes.PictureTable, NoteTexts.Say(ReaderNotes.PictureTable, form.Table, 0, []), [])] : [],
        0);

    /// <summary>由各格、勾稽与搜索的结论定出这张表读得怎样。</summary>
    public static TableReading Prove(FormTable form, CellReading[] cells, CellBuilder builder, SearchOutcome outcome)
    {
        var proof = builder.HasAmbiguous ? TableProof.Ambiguous
            : builder.HasUnread ? TableProof.Partial
            : form.Linkages.Count == 0 ? TableProof.Unchecked
            : outcome is SearchOutcome.Proved ? TableProof.Proved
            : TableProof.Consistent;
        var reading = new TableReading(form, cells, proof);
        return outcome is SearchOutcome.Broken || reading.Broken.Count > 0 ? reading.With(TableProof.Inconsistent) : reading;
    }
}
