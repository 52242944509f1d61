namespace Gongkai.Bench.Conformance;

/// <summary>对了几个，共几个。</summary>
public readonly record struct Tally(int Right, int Total)
{
    /// <summary>全对。</summary>
    public bool IsFull => Right == Total;

    /// <summary>再算上一个。</summary>
    public Tally With(bool right) => new(Right + (right ? 1 : 0), Total + 1);

    /// <summary>两边相加。</summary>
    public static Tally operator +(Tally left, Tally right) => new(left.Right + right.Right, left.Total + right.Total);

    /// <inheritdoc/>
    public override string ToString() => $"{Right} / {Total}";
}

/// <summary>一个案例、一个版式或整个测试集的得分。</summary>
/// <param name="Cases">案例：全对的几个，共几个。</param>
/// <param name="Cells">各格。</param>
/// <param name="WrongNumbers">断言了的错数。</param>
/// <param name="Ambiguous">读成「两可」的格，不论对错。</param>
/// <param name="Facts">单位、层级、年度、格式、日期、各部分。</param>
/// <param name="Proofs">各表的结论。</param>
/// <param name="Findings">查出的勾稽问题与改正建议。</param>
public readonly record struct Score(Tally Cases, Tally Cells, int WrongNumbers, int Ambiguous, Tally Facts, Tally Proofs, Tally Findings)
{
    /// <summary>两边相加。</summary>
    public static Score operator +(Score left, Score right) => new(
        left.Cases + right.Cases,
        left.Cells + right.Cells,
        left.WrongNumbers + right.WrongNumbers,
        left.Ambiguous + right.Ambiguous,
        left.Facts + right.Facts,
        left.Proofs + right.Proofs,
        left.Findings + right.Findings);
}
