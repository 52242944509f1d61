using Gongkai.Reports.Checking.Likeness;

namespace Gongkai.Reports.Checking.Batches;

/// <summary>
/// 在一批里找互相雷同的一个部分。占的内存有上限：至多记 65,536 份，再多时新的顶替最早的；
/// 每份按草图的若干段散列进一张定长的表，很像的两份多半落在同一格，再逐箱比过才算。
/// </summary>
internal sealed class CopySketch(double limit)
{
    private const int Capacity = 1 << 16;
    private const int Slots = 1 << 20;
    private const int Bands = 32;
    private const int Width = 4;
    private const int MostMembers = 20;
    private const int MostGroups = 200;

    private readonly List<Entry> _entries = [];
    private readonly List<Group> _groups = [];
    private int[]? _slots;
    private int _next;

    private sealed class Entry(TextSketch sketch, BatchPrint print)
    {
        public TextSketch Sketch { get; } = sketch;

        public BatchPrint Print { get; } = print;

        public Group? Group { get; set; }
    }

    /// <summary>互相雷同的一组。</summary>
    public sealed class Group
    {
        /// <summary>列出的成员，有上限。</summary>
        public List<BatchMember> Members { get; } = [];

        /// <summary>成员数。</summary>
        public int Count { get; private set; }

        /// <summary>最像的两份有多像。</summary>
        public double Likeness { get; set; }

        public void Add(BatchMember member)
        {
            Count++;
            if (Members.Count < MostMembers)
            {
                Members.Add(member);
            }
        }
    }

    /// <summary>雷同的各组，大的在前。</summary>
    public IEnumerable<Group> Groups => _groups.OrderByDescending(g => g.Count);

    /// <summary>加进一份，与此前的比。</summary>
    public void Add(TextSketch sketch, BatchPrint print)
    {
        _slots ??= NewSlots();
        var entry = new Entry(sketch, print);
        var at = _next++ % Capacity;
        Entry? like = null;
        var likeness = limit;
        for (var band = 0; band < Bands; band++)
        {
            ref var slot = ref _slots[sketch.Band(band, Width) % Slots];
            if (slot >= 0 && slot != at && _entries[slot] is var other && other != like && IsOther(other.Print, print)
                && sketch.LikenessTo(other.Sketch) is var found && found >= likeness)
            {
                (like, likeness) = (other, found);
            }

            slot = at;
        }

        if (at < _entries.Count)
        {
            _entries[at] = entry;
        }
        else
        {
            _entries.Add(entry);
        }

        if (like is not null)
        {
            Join(entry, like, likeness);
        }
    }

    // A report and its copy, or the same agency a year apart, are other rules' business.
    private static bool IsOther(BatchPrint one, BatchPrint other) => one.Year == other.Year && one.Agency != other.Agency;

    private void Join(Entry entry, Entry like, double likeness)
    {
        if (like.Group is null)
        {
            if (_groups.Count == MostGroups)
            {
                return;
            }

            _groups.Add(like.Group = new Group());
            like.Group.Add(like.Print.Member);
        }

        entry.Group = like.Group;
        entry.Group.Add(entry.Print.Member);
        entry.Group.Likeness = Math.Max(entry.Group.Likeness, likeness);
    }

    private static int[] NewSlots()
    {
        var slots = new int[Slots];
        Array.Fill(slots, -1);
        return slots;
    }
}
