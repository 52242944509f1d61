namespace Gongkai.Reports.Reading.Facts;

/// <summary>找到的一个部分标题。</summary>
/// <param name="Section">第几部分，1 至 6，以文字为准，不以序号为准。</param>
/// <param name="Start">标题（含序号）在全文中的起点。</param>
/// <param name="End">标题的终点（不含）。</param>
/// <param name="Numbered">印有序号。</param>
internal readonly record struct HeadingHit(int Section, int Start, int End, bool Numbered);
