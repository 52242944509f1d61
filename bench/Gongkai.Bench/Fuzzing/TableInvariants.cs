using Gongkai.Core.Reports;
using Gongkai.Reports;

namespace Gongkai.Bench.Fuzzing;

/// <summary>对任何一张表都应成立的事。</summary>
public static class TableInvariants
{
    private const decimal LargestValue = 1_000_000_000_000_000_000;

    /// <summary>一张表违背了什么。</summary>
    public static IEnumerable<string> Broken(TableReading table, ReportTable expected)
    {
        if (table.Form.Table != expected || !ReportForms.All.Any(f => ReferenceEquals(f[expected], table.Form)))
        {
            yield return $"{expected}: the table is of no known form";
            yield break;
        }

        foreach (var cell in table.Form.Cells)
        {
            if (WhyNot(cell, table.Cells[cell.Index]) is { } why)
            {
                yield return $"{cell.Address}: {why}";
            }
        }

        // Sums of such values would overflow; the cells have already said so.
        if (table.Cells.Any(c => Math.Abs(c.Value) > LargestValue || c.Candidates?.Any(v => Math.Abs(v ?? 0) > LargestValue) is true))
        {
            yield break;
        }

        if (WhyNot(table) is { } proof)
        {
            yield return $"{expected} is called {table.Proof}, but {proof}";
        }
    }

    /// <summary>位置一律从 1 数起。</summary>
    public static bool IsProper(Place place) => place.Kind switch
    {
        PlaceKind.Nowhere => place == Place.Nowhere,
        PlaceKind.Line => place is { First: > 0, Second: > 0 },
        PlaceKind.Paragraph => place.First > 0,
        PlaceKind.SheetCell => place is { Sheet: not null, Second: > 0, Third: > 0 },
        _ => place is { First: > 0, Second: > 0, Third: > 0 },
    };

    private static readonly char[] Signs = [.. "-－—–―─‐‑−━﹣"];
    private static readonly char[] Points = ['.', '．'];

    private static string? WhyNot(FormCell form, CellReading cell) => cell switch
    {
        { Raw: null } => "no raw text",
        { State: not CellState.Number, Value: not 0 } => $"{cell.State} with the value {cell.Value}",
        { State: not CellState.Ambiguous, Candidates.Count: > 0 } => $"{cell.State} with candidates",
        { State: CellState.Number or CellState.Dash, Raw: "" } => $"{cell.State} without raw text",
        { State: CellState.Absent } when cell.Raw.Length > 0 || cell.Place != Place.Nowhere => "absent, yet it stands somewhere",
        { State: CellState.Ambiguous, Candidates: null or { Count: 0 } } => "ambiguous without candidates",
        { State: CellState.Ambiguous } => Order(cell.Candidates!),
        { State: CellState.Number } => WhyNotValue(form, cell.Value, cell.Raw),
        _ => null,
    } ?? (IsProper(cell.Place) ? null : $"stands at {cell.Place}");

    // A source may print -1 or 0.5 where a count belongs: that is read as printed, and a rule speaks of it.
    private static string? WhyNotValue(FormCell form, decimal value, string raw) => value switch
    {
        < 0 when !form.MayBeNegative && !Signs.Any(raw.Contains) => $"the value {value} is negative, “{raw}” is not",
        > LargestValue or < -LargestValue => $"the value {value} is no count of anything",
        var number when !form.IsDecimal && number != decimal.Truncate(number) && !Points.Any(raw.Contains) => $"the value {number} is not whole, “{raw}” is",
        _ => null,
    };

    private static string? Order(IReadOnlyList<decimal?> candidates)
    {
        var values = candidates.Where(c => c is not null).ToArray();
        return candidates.Count - values.Length <= 1 && values.Zip(values.Skip(1), (a, b) => a < b).All(ascending => ascending)
            ? null
            : "candidates are not distinct and ascending";
    }

    private static string? WhyNot(TableReading table)
    {
        bool Any(params ReadOnlySpan<CellState> states)
        {
            foreach (var cell in table.Cells)
            {
                if (states.Contains(cell.State))
                {
                    return true;
                }
            }

            return false;
        }

        var verdicts = table.Form.Linkages.Select(l => IndependentJudge.Judge(table, l)).ToArray();
        return table.Proof switch
        {
            TableProof.Absent => Any(CellState.Number, CellState.Blank, CellState.Dash, CellState.Ambiguous, CellState.Unreadable) ? "some cells were read" : null,
            TableProof.Unreadable => Any(CellState.Number, CellState.Ambiguous) ? "some cells were read" : null,
            TableProof.Consistent or TableProof.Proved => verdicts.Length == 0 ? "there is no identity to prove it"
                : verdicts.All(v => v is LinkageVerdict.Holds) ? null
                : "an identity does not hold",
            TableProof.Inconsistent => verdicts.All(v => v is LinkageVerdict.Holds) ? "every identity holds" : null,
            TableProof.Ambiguous => Any(CellState.Ambiguous) ? null : "no cell is ambiguous",
            TableProof.Partial => Any(CellState.Absent, CellState.Unreadable) ? null : "every cell is there",
            TableProof.Unchecked => verdicts.All(v => v is LinkageVerdict.Unknown) ? null : "an identity was there to check it",
            _ => "this is no known outcome",
        };
    }
}
