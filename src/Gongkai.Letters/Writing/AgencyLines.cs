namespace Gongkai.Letters.Writing;

/// <summary>机关名称怎样分行：标志和署名都放得下才一行，长的在中间附近分成两行，不从词中间断。</summary>
internal static class AgencyLines
{
    private const string Boundaries = "省市县区旗州盟乡镇局会府部厅院署";

    /// <summary>分行。</summary>
    /// <param name="name">机关全称。</param>
    /// <param name="most">一行最多几个汉字宽。</param>
    public static IReadOnlyList<string> Of(string name, double most)
    {
        if (WidthOf(name) <= most || name.Length < 4)
        {
            return [name];
        }

        var middle = name.Length / 2;
        var reach = name.Length / 4;
        var cut = Enumerable.Range(0, (2 * reach) + 1)
            .Select(i => middle + (i % 2 == 0 ? -(i / 2) : (i / 2) + 1))
            .FirstOrDefault(at => at > 0 && at < name.Length && Boundaries.Contains(name[at - 1]) && !char.IsLowSurrogate(name[at]), middle);
        return [name[..cut], name[cut..]];
    }

    /// <summary>一行文字有几个汉字宽。</summary>
    public static double WidthOf(string text) => text.Sum(c => char.IsAscii(c) ? 0.5 : 1);
}
