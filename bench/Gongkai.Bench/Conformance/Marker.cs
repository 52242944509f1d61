using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Bench.Conformance;

/// <summary>逐项批改，记下得分和每一处不符。</summary>
internal sealed class Marker
{
    private readonly List<string> _mistakes = [];
    private Tally _cells, _facts, _proofs, _findings;
    private int _wrongNumbers, _ambiguous;

    /// <summary>不符之处的开头，如「report 1: 」。</summary>
    public string Where { get; set; } = "";

    public IReadOnlyList<string> Mistakes => _mistakes;

    public Score Score => new(default, _cells, _wrongNumbers, _ambiguous, _facts, _proofs, _findings);

    public void Note(string mistake) => _mistakes.Add(Where + mistake);

    public void Report(ReportTruth truth, CheckedReport got)
    {
        foreach (var table in ReportTableNames.All)
        {
            Table(truth.Tables[(int)table], got.Reading[table]);
        }

        Facts(truth, got.Reading);
        foreach (var table in ReportTableNames.All)
        {
            var proof = got.Reading[table].Proof;
            if (truth.Proof[(int)table] is { IsJudged: true, Value: { } accepted })
            {
                _proofs = _proofs.With(Is(accepted.Contains(proof), $"proof of {table.Key()}", string.Join(" or ", accepted), proof));
            }
        }

        Findings(truth, got);
    }

    /// <summary>没有找到的一份报告：一分不得，「未印」的格也不算读对。</summary>
    public void Missing(ReportTruth truth)
    {
        var nothing = new ReportReading { File = "", Index = 0, Tables = [.. truth.Tables.Select(t => TableReading.None(t.Form))] };
        var marker = new Marker();
        marker.Report(truth, new CheckedReport(nothing, []));
        _cells += marker._cells with { Right = 0 };
        _facts += marker._facts with { Right = 0 };
        _proofs += marker._proofs with { Right = 0 };
        _findings += marker._findings with { Right = 0 };
    }

    /// <summary>答案里没有的一份报告：它的每个数都是凭空的。</summary>
    public void Invented(ReportReading reading)
    {
        foreach (var table in reading.Tables)
        {
            InventedCells(table, table.Form.Cells);
        }
    }

    private void Table(TableTruth truth, TableReading got)
    {
        foreach (var cell in truth.Form.Cells)
        {
            var (expected, reading) = (truth.Cells[cell.Index], got[cell.Row.Id, cell.Column.Id]);
            _ambiguous += reading.State is CellState.Ambiguous ? 1 : 0;
            var wrong = expected.IsWrongNumber(reading);
            _wrongNumbers += wrong ? 1 : 0;
            _cells = _cells.With(expected.Accepts(reading));
            if (!expected.Accepts(reading))
            {
                Note($"{(wrong ? "WRONG NUMBER " : "")}{cell.Address}: expected {expected}, got {Describe(reading)}");
            }
        }

        // Read by another form than the truth's: numbers in cells that the truth's form does not have are made up.
        InventedCells(got, got.Form.Cells.Where(c => truth.Form.Find(c.Row.Id, c.Column.Id) is null));
    }

    private void InventedCells(TableReading table, IEnumerable<FormCell> cells)
    {
        foreach (var cell in cells.Where(c => table.Cells[c.Index].State is CellState.Number))
        {
            _wrongNumbers++;
            Note($"WRONG NUMBER {cell.Address}: expected no such cell, got {Describe(table.Cells[cell.Index])}");
        }
    }

    private void Facts(ReportTruth truth, ReportReading got)
    {
        Fact("agency", truth.Agency, got.Agency);
        Fact("level", truth.Level, got.Level);
        Fact("year", truth.Year, got.Year);
        Fact("form", truth.Form, got.Form);
        Fact("publishedOn", truth.PublishedOn, got.PublishedOn);
        Fact("signedOn", truth.SignedOn, got.SignedOn);
        foreach (var table in ReportTableNames.All)
        {
            Fact($"form of {table.Key()}", truth.Forms[(int)table], got[table].Form.Form);
        }

        if (truth.Sections.IsJudged)
        {
            Fact("sections", new Judged<string>(true, Listed(truth.Sections.Value ?? [])), Listed(got.Sections.Select(s => s.Number)));
        }
    }

    private void Findings(ReportTruth truth, CheckedReport got)
    {
        var linkages = got.Findings.Where(f => f.Rule is "L01" or "L02" or "L03" or "L04").ToList();
        if (truth.Findings.IsJudged)
        {
            var (expected, codes) = (Listed(truth.Findings.Value ?? []), Listed(linkages.Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal)));
            _findings = _findings.With(Is(expected == codes, "findings", expected, codes));
        }

        if (truth.Suggestion is { IsJudged: true, Value: { } mend })
        {
            Suggestion[] suggested = [.. linkages.SelectMany(f => f.Suggestions).Where(s => s.Cell.Table == mend.Cell.Table).Distinct()];
            _findings = _findings.With(Is(suggested is [var only] && only == mend, "suggestion", $"{mend.Cell} = {mend.Value}", Listed(suggested.Select(s => $"{s.Cell} = {s.Value}"))));
        }
    }

    private void Fact<T>(string name, Judged<T> expected, T? got)
    {
        if (expected.IsJudged)
        {
            _facts = _facts.With(Is(EqualityComparer<T>.Default.Equals(expected.Value, got), name, expected.Value, got));
        }
    }

    private bool Is(bool right, string name, object? expected, object? got)
    {
        if (!right)
        {
            Note($"{name}: expected {expected ?? "none"}, got {got ?? "none"}");
        }

        return right;
    }

    private static string Listed<T>(IEnumerable<T> items) => $"[{string.Join(", ", items)}]";

    private static string Describe(CellReading reading)
    {
        var what = reading.State switch
        {
            CellState.Number => reading.Value.ToString(),
            CellState.Ambiguous => $"ambiguous {{{string.Join(", ", reading.Candidates?.Select(c => c?.ToString() ?? "absent") ?? [])}}}",
            var state => AcceptedCell.Name(state),
        };
        var raw = reading.Raw.Length > 40 ? reading.Raw[..40] + "…" : reading.Raw;
        return raw.Length == 0 && reading.Place == Place.Nowhere ? what : $"{what}, raw “{raw.ReplaceLineEndings("⏎")}”, {reading.Place}";
    }
}
