namespace Gongkai.Core;

/// <summary>依法不能办：带着全部理由，与 <c>WhyNotX</c> 给出的相同。</summary>
#pragma warning disable CA1032 // 只能带着理由抛出。
public sealed class RefusedException(IReadOnlyList<Refusal> reasons)
    : Exception(string.Join(", ", reasons.Select(r => r.Code)))
{
    /// <summary>全部理由，至少一条。</summary>
    public IReadOnlyList<Refusal> Reasons { get; } = reasons;

    /// <summary>有理由就抛出。</summary>
    public static void ThrowIfAny(IReadOnlyList<Refusal> reasons)
    {
        if (reasons.Count > 0)
        {
            throw new RefusedException(reasons);
        }
    }
}
