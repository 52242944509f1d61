namespace Gongkai.Reports.Reading.Facts;

/// <summary>可能是部分标题的一处，还没有放进次序里看。</summary>
/// <param name="Section">第几部分。</param>
/// <param name="Start">起点。</param>
/// <param name="End">终点（不含）。</param>
/// <param name="Style">序号的写法。</param>
/// <param name="Weight">像标题的程度。</param>
internal readonly record struct HeadingCandidate(int Section, int Start, int End, NumberStyle Style, int Weight)
{
    /// <summary>序号写成（一）之类，多半是部分之下的小标题。</summary>
    public bool Bracketed => Style is NumberStyle.BracketedHan or NumberStyle.BracketedArabic;
}
