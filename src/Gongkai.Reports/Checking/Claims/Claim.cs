namespace Gongkai.Reports.Checking.Claims;

/// <summary>正文里一个可以与表比的数。</summary>
/// <param name="Kind">说的是什么。</param>
/// <param name="Also">与 <paramref name="Kind"/> 合起来说的另一件；没有时为 null。</param>
/// <param name="Value">数；金额为万元。</param>
/// <param name="Grain">印到哪一位。</param>
/// <param name="Bound">确切与否。</param>
/// <param name="IsNegation">是「未收到」「没有」一类的话，不是印出的 0。</param>
/// <param name="Start">这几个字的起点。</param>
/// <param name="End">终点（不含）。</param>
internal sealed record Claim(ClaimKind Kind, ClaimKind? Also, decimal Value, decimal Grain, ClaimBound Bound, bool IsNegation, int Start, int End);
