namespace Gongkai.Reports.Reading.Narrative;

/// <summary>一组要在正文里找的词语；写成折叠后的样子（半角、简体、无空白）。加进 <see cref="Lexicon.Sets"/> 才会被找。</summary>
internal sealed class PhraseSet(params string[] phrases)
{
    /// <summary>各词语；出现以其序号表示。</summary>
    public IReadOnlyList<string> Phrases { get; } = phrases;
}

/// <summary>一处出现。</summary>
/// <param name="Start">在正文中的起点。</param>
/// <param name="End">终点（不含）。</param>
/// <param name="Phrase">在本组中的序号。</param>
internal readonly record struct PhraseHit(int Start, int End, int Phrase);

/// <summary>各组词语的出现。同一处的长短几个词语都在其中；按起点、再按长短（长的在前）排列。</summary>
internal sealed class PhraseHits(List<PhraseHit>?[] bySet)
{
    /// <summary>一组词语的各处出现。</summary>
    public ReadOnlySpan<PhraseHit> Of(PhraseSet set) =>
        bySet[Lexicon.IndexOf(set)] is { } hits ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(hits) : [];
}
