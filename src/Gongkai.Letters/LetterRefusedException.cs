namespace Gongkai.Letters;

/// <summary>文书缺必备要素或者事实，不能出具。</summary>
public sealed class LetterRefusedException : Exception
{
    /// <summary>带着全部原因。</summary>
    /// <param name="problems">原因，至少一个。</param>
    public LetterRefusedException(IReadOnlyList<LetterProblem> problems)
        : base(string.Join("", problems.Select(p => p.Message))) => Problems = problems;

    /// <summary>全部原因。</summary>
    public IReadOnlyList<LetterProblem> Problems { get; }
}
