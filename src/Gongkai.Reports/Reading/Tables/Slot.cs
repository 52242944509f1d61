namespace Gongkai.Reports.Reading.Tables;

/// <summary>一格填什么。</summary>
internal enum SlotKind : byte
{
    /// <summary>没有印出。</summary>
    Absent,
    Number,
    Blank,
    Dash,
    Unreadable,
}

/// <summary>一种读法里的一格。</summary>
/// <param name="Kind">填什么。</param>
/// <param name="Value">数的值，乘以 <see cref="Token.Scale"/>；不是数时为 0。</param>
/// <param name="Start">原文起点；没有印出为 -1。</param>
/// <param name="End">原文终点。</param>
internal readonly record struct Slot(SlotKind Kind, long Value, int Start, int End)
{
    public static readonly Slot Absent = new(SlotKind.Absent, 0, -1, -1);

    public bool SameAs(Slot other) => Kind == other.Kind && Value == other.Value;
}

/// <summary>一行的一种读法。</summary>
/// <param name="Slots">各格。</param>
/// <param name="Note">这种读法要做什么，是读者说明的代号；照印的读为 null。</param>
internal sealed record RowReading(Slot[] Slots, string? Note)
{
    public bool SameAs(RowReading other)
    {
        for (var i = 0; i < Slots.Length; i++)
        {
            if (!Slots[i].SameAs(other.Slots[i]))
            {
                return false;
            }
        }

        return true;
    }
}
