namespace Gongkai.Reports.Summing;

/// <summary>
/// 找出与其所属单位并存的政府汇总数：县政府的年报已含县级各部门和乡镇街道，与部门的年报一起加就重复了。
/// 下级政府的汇总数本身是应当加的（市的汇总加各县的汇总数），只要它的部门不在其中。
/// </summary>
internal static class NestedTotals
{
    /// <summary>找。</summary>
    /// <param name="units">同一年度的各份，不含政府本级的那一份。</param>
    /// <param name="own">政府本级的那一份；没有时为 null。</param>
    public static NestedTotalsResult Find(IReadOnlyList<SumUnit> units, SumUnit? own)
    {
        Located[] located = [.. units.Select(u => new Located(u))];
        var governments = located.Where(l => l.GovernedRank > 0).ToArray();
        if (governments.Length == 0)
        {
            return new NestedTotalsResult([], 0);
        }

        HashSet<SumUnit> nested = [];
        var byPlace = governments.ToLookup(g => g.Places[^1].Name, StringComparer.Ordinal);
        foreach (var unit in own is null ? located : [.. located, new Located(own)])
        {
            foreach (var place in unit.Places)
            {
                foreach (var government in byPlace[place.Name].Where(g => g.Unit != unit.Unit && g.Covers(unit)))
                {
                    nested.Add(government.Unit);
                    government.Unit.Holds ??= unit.Unit.Number;
                }
            }
        }

        // 只有一个最高的政府，别的看不出在别处：就是它的汇总数和它所属的各单位。
        var top = governments.Where(g => g.GovernedRank == governments.Max(h => h.GovernedRank)).ToArray();
        if (top is [var highest] && located.FirstOrDefault(l => l.Unit != highest.Unit && !highest.Excludes(l)) is { } inside)
        {
            nested.Add(highest.Unit);
            highest.Unit.Holds ??= inside.Unit.Number;
        }

        var remaining = governments.Where(g => !nested.Contains(g.Unit)).ToArray();
        var unplaced = remaining.Length == 0 ? 0 : located.Count(l => l.Places.Count == 0);
        return new NestedTotalsResult(nested, unplaced);
    }

    /// <summary>一份报告和它名称里的地名。</summary>
    private sealed class Located
    {
        public Located(SumUnit unit)
        {
            Unit = unit;
            Places = UnitName.Places(unit.Key);
            var rank = UnitName.RankOf(unit.Level);
            GovernedRank = rank > 0 && Places.Count > 0 && Places[^1].Rank == rank ? rank : 0;
        }

        public SumUnit Unit { get; }

        public IReadOnlyList<UnitName.Place> Places { get; }

        /// <summary>是哪一级政府的汇总数；不是时为 0。</summary>
        public int GovernedRank { get; }

        /// <summary>名称写明 <paramref name="other"/> 在本地区之内。</summary>
        public bool Covers(Located other) => IndexIn(other) >= 0 && !Conflicts(other);

        /// <summary>名称写明 <paramref name="other"/> 不在本地区之内：属于同级的别处，或是上级的单位。</summary>
        public bool Excludes(Located other) =>
            other.Places.Count > 0 && IndexIn(other) < 0 && (other.Places.Any(p => p.Rank == GovernedRank) || other.Places[^1].Rank > GovernedRank || Conflicts(other));

        private int IndexIn(Located other)
        {
            for (var i = 0; i < other.Places.Count; i++)
            {
                if (other.Places[i] == Places[^1])
                {
                    return i;
                }
            }

            return -1;
        }

        private bool Conflicts(Located other) => Places.SkipLast(1).Any(p => other.Places.Any(o => o.Rank == p.Rank && o.Name != p.Name));
    }
}

/// <summary>找到的结果。</summary>
/// <param name="Nested">与所属单位并存的政府汇总数。</param>
/// <param name="Unplaced">还有政府的汇总数要加，而名称里没有地名、看不出是否属于它们的单位有几个。</param>
internal sealed record NestedTotalsResult(HashSet<SumUnit> Nested, int Unplaced);
