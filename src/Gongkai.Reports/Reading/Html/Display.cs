namespace Gongkai.Reports.Reading.Html;

/// <summary>一个元素怎么读。</summary>
internal enum Display
{
    /// <summary>照读。</summary>
    Shown,

    /// <summary>连内容一起跳过。</summary>
    Skipped,

    /// <summary>划去了，连内容一起跳过。</summary>
    Struck,

    /// <summary>格的位置还在，内容不读。</summary>
    Blank,
}

/// <summary>由标签与样式定一个元素怎么读。划去的从来不读；不显示的可以要求也读。</summary>
internal static class DisplayRules
{
    // 再多的类名不看：网页可以写得任意长。
    private const int LongestClasses = 1000;

    /// <summary>元素的样式。</summary>
    public static StyleEffect Effect(StyleSheet sheet, ReadOnlySpan<char> tag, ReadOnlySpan<char> id, ReadOnlySpan<char> classes, ReadOnlySpan<char> style) =>
        sheet.Of(tag, id, classes[..Math.Min(classes.Length, LongestClasses)], style);

    /// <summary>怎么读。</summary>
    /// <param name="traits">标签的性质。</param>
    /// <param name="style">样式。</param>
    /// <param name="isHidden">有 hidden 属性。</param>
    /// <param name="isLeaf">没有下级元素。</param>
    /// <param name="hiddenToo">不显示的也读。</param>
    public static Display Of(TagTraits traits, StyleEffect style, bool isHidden, bool isLeaf, bool hiddenToo)
    {
        if (!hiddenToo && (isHidden || (style.On & StyleTraits.Gone) != 0))
        {
            return Display.Skipped;
        }

        var isStruck = (traits & TagTraits.Struck) != 0 || (style.On & StyleTraits.Struck) != 0;
        var isUnseen = !hiddenToo && ((style.On & StyleTraits.Invisible) != 0 || (isLeaf && (style.On & StyleTraits.Tiny) != 0));
        return !isStruck && !isUnseen ? Display.Shown
            : (traits & TagTraits.Cell) != 0 ? Display.Blank
            : isStruck ? Display.Struck
            : Display.Skipped;
    }
}
