using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Facts;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>与官方写法不同的一个标签。</summary>
/// <param name="Official">官方的写法。</param>
/// <param name="Printed">印出的字，去掉了空白。</param>
/// <param name="Place">所在。</param>
/// <param name="Approximate">没有见过的写法，按相近认出：多半是缺字、错字。</param>
internal sealed record OddLabel(string Official, string Printed, Place Place, bool Approximate);

/// <summary>挑出一张表里走样的标签。绝大多数的表一个也没有：只在认出的标签不是官方写法时才动手。</summary>
internal static class OddLabels
{
    // More than this on one line is a sentence that mentions labels, not a row of a table.
    private const int MostOtherLetters = 3;
    private const int LongestLabel = 60;

    /// <summary>各行的标签与各列的标签里走样的。</summary>
    public static IReadOnlyList<OddLabel> Find(FlatText flat, LexedTable lexed, TableLabels labels, FormTable form, List<PrintedRow> rows, List<LabelHit> columns)
    {
        List<OddLabel>? odd = null;
        foreach (var row in rows)
        {
            if (row.Hit is { } hit && IsOdd(hit, labels))
            {
                Add(ref odd, flat, lexed, hit, form.Rows.FirstOrDefault(r => r.Id == labels.Rows[row.Row].Id && IsOf(labels.All[hit.Label], r.Label, r.Aliases))?.Label);
            }
        }

        foreach (var hit in columns)
        {
            if (IsOdd(hit, labels))
            {
                Add(ref odd, flat, lexed, hit, form.Columns.FirstOrDefault(c => c.Id == labels.Columns[labels.All[hit.Label].Column].Id && IsOf(labels.All[hit.Label], c.Label, c.Aliases))?.Label);
            }
        }

        return odd ?? [];
    }

    private static bool IsOdd(LabelHit hit, TableLabels labels) => hit.Approximate || !labels.All[hit.Label].Official;

    // The other form has labels of its own for the same cell.
    private static bool IsOf(Label label, string official, IReadOnlyList<string> aliases) =>
        TableLabels.Fold(official) == label.Text || aliases.Any(a => TableLabels.Fold(a) == label.Text);

    private static void Add(ref List<OddLabel>? odd, FlatText flat, LexedTable lexed, LabelHit hit, string? official)
    {
        if (official is null || hit.End - hit.Start > LongestLabel || !StandsAlone(lexed, hit))
        {
            return;
        }

        var printed = WholeText.Of([.. flat.Text.AsSpan(hit.Start, hit.End - hit.Start).ToArray().Where(c => Glyphs.KindOf(c) is Glyph.Letter or Glyph.Mark && c is not FlatText.Covered)]);
        if (!Same(printed, official) && !IsTraditional(printed) && odd?.Exists(o => o.Printed == printed && o.Official == official) is not true)
        {
            (odd ??= []).Add(new OddLabel(official, printed, flat.PlaceAt(hit.Start), hit.Approximate));
        }
    }

    // A report in traditional characters is not misspelt.
    private static bool IsTraditional(string printed) => printed.Any(c => Glyphs.IsHan(c) && HanFold.Fold(c) != c);

    private static bool StandsAlone(LexedTable lexed, LabelHit hit)
    {
        foreach (var line in lexed.Lines)
        {
            if (line.Start <= hit.Start && hit.Start < line.End)
            {
                return line.Residue <= MostOtherLetters && !lexed.Text.AsSpan(line.Start, line.End - line.Start).Contains('。');
            }
        }

        return true;
    }

    /// <summary>只差虚字、异体字、标点的算同样。</summary>
    private static bool Same(string printed, string official) => Bare(printed) == Bare(official);

    private static string Bare(string label) =>
        string.Concat(TableLabels.Fold(label).Replace("或者", "或", StringComparison.Ordinal).Select(c => c == '它' ? '他' : c).Where(c => c is not ('的' or '度' or '和' or '与' or '及')));
}
