namespace Gongkai.Reports.Reading.Tables;

/// <summary>
/// 数目不对的一行：从印出的内容里按次序填满各格。多的可舍，少的作没有印出；每填满一组就核对一次和，
/// 不成立的早早剪去。
/// </summary>
/// <param name="shape">行的形状。</param>
/// <param name="printed">印出的内容，按先后。</param>
/// <param name="canDrop">可以舍去的。</param>
internal sealed class RowChoices(RowShape shape, List<Slot> printed, Predicate<Slot> canDrop)
{
    private const int MaximumReadings = 240;
    private const int MaximumNodes = 20_000;

    private readonly Slot[] _chosen = new Slot[shape.Width];
    private List<RowReading> _readings = [];
    private string _note = "";
    private bool _holding;
    private int _nodes;

    /// <summary>少于一行：有的格没有印出。</summary>
    private bool MaySkip => printed.Count < shape.Width;

    /// <summary>各种填法，两两不同；多到列不全时为 null。</summary>
    /// <param name="holding">只要行内勾稽成立的。</param>
    /// <param name="note">读法的说明。</param>
    public List<RowReading>? List(bool holding, string note)
    {
        (_readings, _note, _holding, _nodes) = ([], note, holding, 0);
        Fill(0, 0);
        return _nodes > MaximumNodes || _readings.Count >= MaximumReadings ? null : _readings;
    }

    private void Fill(int at, int slot)
    {
        if (++_nodes > MaximumNodes || _readings.Count >= MaximumReadings || (_holding && !GroupHolds(slot)))
        {
            return;
        }

        if (slot == shape.Width)
        {
            if (Finishes(at))
            {
                Keep();
            }

            return;
        }

        var (left, room) = (printed.Count - at, shape.Width - slot);
        if (left > 0)
        {
            _chosen[slot] = printed[at];
            if (MaySkip ? left <= room : left >= room)
            {
                Fill(at + 1, slot + 1);
            }

            if (!MaySkip && left > room && canDrop(printed[at]))
            {
                Fill(at + 1, slot);
            }
        }

        if (MaySkip && left < room)
        {
            _chosen[slot] = Slot.Absent;
            Fill(at, slot + 1);
        }
    }

    private bool Finishes(int at)
    {
        for (var i = at; i < printed.Count; i++)
        {
            if (!canDrop(printed[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool GroupHolds(int slot)
    {
        if (shape.Group == 0 || slot == 0 || slot % shape.Group != 0)
        {
            return true;
        }

        long sum = 0;
        for (var i = slot - shape.Group; i < slot - 1; i++)
        {
            sum += _chosen[i].Value;
        }

        return sum == _chosen[slot - 1].Value;
    }

    private void Keep()
    {
        var reading = new RowReading([.. _chosen], _note);
        if (!_readings.Exists(reading.SameAs))
        {
            _readings.Add(reading);
        }
    }
}
