namespace Gongkai.Core;

/// <summary>办不成的一条理由：稳定的代号。给人看的文字按代号取，见 <see cref="RefusalText"/>。</summary>
/// <param name="Code">代号，英文，如 <c>supplement.late</c>；对外的约定，不改名。</param>
public sealed record Refusal(string Code)
{
    /// <summary>给人看的一句话，写明条文。</summary>
    public string Text => RefusalText.Of(Code);

    /// <summary>成立就是一条理由，不成立就没有。</summary>
    public static IReadOnlyList<Refusal> When(bool blocked, Refusal reason) => blocked ? [reason] : [];
}
