namespace Gongkai.Reports.Reading.Tables;

/// <summary>
/// 一行的各种读法，按修补的多少分档：第一档是印得最近的读法，后一档比前一档多一层猜测。
/// </summary>
/// <param name="Tiers">各档；每档内的读法两两不同。</param>
/// <param name="IsOpen">读法多到列不全：最后一档只是其中一部分。</param>
/// <param name="Possible">列不全时，各格可能的值；null 表示没有印出。</param>
/// <param name="Printed">列不全时，这一行印出的全部内容所在。</param>
internal sealed record RowOptions(List<List<RowReading>> Tiers, bool IsOpen = false, IReadOnlyList<decimal?>[]? Possible = null, Slot Printed = default)
{
    public static RowOptions Only(Slot[] slots, string? note = null) => new([[new RowReading(slots, note)]]);

    /// <summary>只有一种读法。</summary>
    public bool IsSettled => !IsOpen && Tiers is [{ Count: 1 }];

    public RowReading First => Tiers[0][0];
}

/// <summary>一行的形状：几格，每几格一组（组内末格为其余之和）。</summary>
/// <param name="Width">几格。</param>
/// <param name="Group">每组几格；没有行内勾稽为 0。</param>
internal readonly record struct RowShape(int Width, int Group)
{
    /// <summary>各组之和是否成立；没有印出的格按 0 计（空格没有印出时就是如此）。</summary>
    public bool Holds(ReadOnlySpan<Slot> slots)
    {
        if (Group == 0)
        {
            return true;
        }

        for (var start = 0; start < Width; start += Group)
        {
            long sum = 0;
            for (var i = start; i < start + Group - 1; i++)
            {
                sum += slots[i].Value;
            }

            if (sum != slots[start + Group - 1].Value)
            {
                return false;
            }
        }

        return true;
    }
}
