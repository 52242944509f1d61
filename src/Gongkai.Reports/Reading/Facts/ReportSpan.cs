namespace Gongkai.Reports.Reading.Facts;

/// <summary>一份报告在全文中的范围。</summary>
/// <param name="Start">起点：标题行，或文件开头。</param>
/// <param name="End">终点（不含）。</param>
/// <param name="Headings">各部分的标题，部分号由小到大。</param>
internal readonly record struct ReportSpan(int Start, int End, IReadOnlyList<HeadingHit> Headings)
{
    /// <summary>报告正文之前的一段（标题、发布信息、前言）的终点。</summary>
    public int HeadEnd => Headings.Count > 0 ? Headings[0].Start : Math.Min(End, Start + 8_000);
}
