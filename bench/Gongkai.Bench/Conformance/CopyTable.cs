using System.Text;

namespace Gongkai.Bench.Conformance;

/// <summary>docs/copies.md：案例另存、打印成别的格式之后读得怎样。</summary>
public static class CopyTable
{
    /// <summary>全文。</summary>
    public static string Markdown(IReadOnlyList<CaseScore> scores)
    {
        var text = new StringBuilder(
            """
            # Copies of the conformance suite

            Every docx, html and xlsx case saved or printed by LibreOffice and Chromium, and scored with the truth of its original:
            `Gongkai.Bench copies FOLDER`, then `Gongkai.Bench conformance --copies FOLDER --write docs/copies.md`. It takes some minutes, so
            no test repeats it; a few of the copies stand in `tests/cases/reports` and are tests.

            - `.pdf`: docx printed by LibreOffice, html by Chromium. `.turned.pdf`: the same with every page turned a quarter.
            - `.fitted.pdf`: xlsx printed to the width of a page, without its hidden sheets, as Excel prints it. Sheets printed with their columns
              spread over several pages are not scored: there is no such table on any of the pages.
            - `.doc`, `.rtf`, `.odt`, `.xls`, `.ods`: saved by LibreOffice; sheets without the hidden ones, since it would show a first one.
              `.wps` is the `.doc` by another name.
            - Where a copy does not show what its original does, the case says so under `copy` in its truth (listed below); the copy is judged by that.
            - A picture that a case only names is drawn before printing.
            - From a docx that does not say how wide its columns are LibreOffice writes an `.odt` with cells over cells, and drops those when it reads
              it back: the reader refuses such a file. Formulas of an `.xls` or `.ods` whose stored result is another (`water-2022`) are computed anew.


            """.ReplaceLineEndings("\n"));
        ScoreTable.Append(text, scores, s => s.Case.Name[s.Case.Name.IndexOf('.', StringComparison.Ordinal)..], "copy");
        text.Append("\n## Not like the original\n\n");
        foreach (var other in scores.Where(s => s.Case.Truth.CopyOf is not null).DistinctBy(s => (s.Case.Layout, s.Case.Truth.About)))
        {
            text.Append($"- `{other.Case.Layout}/{other.Case.Name.Split('.')[0]}`: {other.Case.Truth.About}\n");
        }

        text.Append("\n## Not right\n\n");
        foreach (var wrong in scores.Where(s => s.Mistakes.Count > 0))
        {
            text.Append($"- `{wrong.Case.Id}`: {wrong.Score.Cells} cells, {wrong.Score.WrongNumbers} wrong numbers, {wrong.Score.Ambiguous} ambiguous; {wrong.Mistakes[0].ReplaceLineEndings(" ")}\n");
        }

        return text.ToString();
    }
}
