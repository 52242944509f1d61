using Gongkai.Core.Reports;

namespace Gongkai.Bench.Conformance;

/// <summary>一格可以接受的一种读法；不是数时值为 0。</summary>
public readonly record struct AcceptedCell(CellState State, decimal Value)
{
    /// <inheritdoc/>
    public override string ToString() => State is CellState.Number ? Value.ToString() : Name(State);

    /// <summary>状态在答案文件和 JSON 里的写法。</summary>
    public static string Name(CellState state) => state switch
    {
        CellState.Absent => "absent",
        CellState.Number => "number",
        CellState.Blank => "blank",
        CellState.Dash => "dash",
        CellState.Ambiguous => "ambiguous",
        CellState.Unreadable => "unreadable",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>一格的答案：可以接受的各种读法，以及读者可否诚实地说「两可」。</summary>
public sealed class CellTruth(IReadOnlyList<AcceptedCell> accepted, bool orAmbiguous)
{
    /// <summary>印着一个 0。</summary>
    public static readonly CellTruth Zero = new([new AcceptedCell(CellState.Number, 0)], orAmbiguous: false);

    /// <summary>可以接受的各种读法，首选在前。</summary>
    public IReadOnlyList<AcceptedCell> Accepted { get; } = accepted;

    /// <summary>列出了正确值的「两可」也算对。</summary>
    public bool OrAmbiguous { get; } = orAmbiguous;

    /// <summary>首选的读法是一个非 0 的数。</summary>
    public bool IsNonZero => Accepted[0] is { State: CellState.Number, Value: not 0 };

    /// <summary>读数与答案相符。</summary>
    public bool Accepts(CellReading reading) =>
        reading.State is CellState.Ambiguous
            ? OrAmbiguous && reading.Candidates is { } candidates && Accepted.Any(a => candidates.Contains(AsCandidate(a)))
            : Accepted.Contains(new AcceptedCell(reading.State, reading.State is CellState.Number ? reading.Value : 0));

    /// <summary>断言了一个错的数：这是最坏的错误。</summary>
    public bool IsWrongNumber(CellReading reading) => reading.State is CellState.Number && !Accepts(reading);

    /// <inheritdoc/>
    public override string ToString() => string.Join(" or ", Accepted) + (OrAmbiguous ? " (or ambiguous with it)" : "");

    // Among the candidates of an ambiguous cell an empty cell counts as 0 and a missing one as null.
    private static decimal? AsCandidate(AcceptedCell accepted) => accepted.State switch
    {
        CellState.Number => accepted.Value,
        CellState.Blank or CellState.Dash => 0,
        _ => null,
    };
}
