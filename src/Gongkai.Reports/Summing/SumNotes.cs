using Gongkai.Reports.Writing;

namespace Gongkai.Reports.Summing;

/// <summary>汇总时要让人知道的事，一事一条。代号不改义。</summary>
public static class SumNotes
{
    private const int MostPairs = 10;

    /// <summary>全部的说明，按代号。</summary>
    public static IReadOnlyList<SumNote> Of(RegionTotal total)
    {
        List<SumNote> notes = [];
        void Add(string code, bool isSo, string message)
        {
            if (isSo)
            {
                notes.Add(new SumNote(code, message));
            }
        }

        int Count(SumStatus status) => total.CountOf(status);
        var counted = total.Counted.ToArray();
        Add("SM01", counted.Length == 0, "没有一份报告可以计入，合计都是空的。请看各份没有计入的原因。");
        Add("SM02", !total.IsYearChosen && Count(SumStatus.OtherYear) > 0, $"没有指定年度，按份数最多的 {total.Year} 年度汇总；另有 {Count(SumStatus.OtherYear)} 份是别的年度的，没有计入。");
        Add("SM03", Count(SumStatus.Copy) > 0, $"{Count(SumStatus.Copy)} 份与同一单位的另一份数字处处相合，是副本，只计一次。");
        Add("SM04", Count(SumStatus.Conflict) > 0, $"{Count(SumStatus.Conflict)} 份是同一单位、同一年度而数字不同的，分不清哪一份作数，都没有计入。请只留下作数的一份再汇总。");
        Add("SM05", Count(SumStatus.AlreadyTotal) > 0, $"{Count(SumStatus.AlreadyTotal)} 份是一级政府的报告，而它所属的单位也在其中。政府的报告通常已含各部门、乡镇街道的数，一起加就重复了，所以没有计入。如果它只是政府本级的数，请把它指明为政府本级的报告；如果确要相加，请选择把汇总数也加进来。");
        Add("SM06", total.Unplaced > 0, $"计入的报告里有下级政府的汇总数，另有 {total.Unplaced} 个单位名称里没有地名，看不出是否属于它们。如果属于，就重复计了，请核对。");
        var otherForm = counted.Count(u => u.HasOtherForm);
        Add("SM07", otherForm > 0, $"{otherForm} 份用的是另一版格式。只有意思相同的格换到 {total.Form.Id} 年格式相加，其余的格（如“对外公开总数量”不是“现行有效件数”）没有计入，合计因此不完整。");
        var broken = counted.Count(u => u.Broken.Count > 0);
        Add("SM08", broken > 0, $"{broken} 份报告自己的勾稽关系不成立，照印出的数计入，合计的勾稽可能因此不成立。");
        Add("SM09", total.Expected is { Repeated: > 0 }, $"名录里有 {total.Expected?.Repeated} 个重复的名称，各算一个单位。");
        Add("SM10", total.Expected is { SharedAliases: > 0 }, $"名录里有 {total.Expected?.SharedAliases} 个别名是几个单位共用的，认不出是谁，没有采用。");
        Add("SM11", total.Expected is { IsCut: true }, $"名录超过 {ExpectedUnits.Most} 个单位，只用了前面的。");
        var blanks = total.Cells.Sum(c => (long)c.Blanks);
        Add("SM12", blanks > 0, $"各份共有 {blanks} 格是空格或横线，按 0 计入。");
        var (pairs, more) = SameUnits(counted);
        Add("SM13", pairs.Count > 0, $"可能是同一单位而名称写法不同，都计入了：{string.Join("；", pairs.Select(p => $"{Say(p.Short)} 与 {Say(p.Long)}"))}{(more ? "；等" : "")}。如果是同一单位，请在名录里写成一行（后面写明别的叫法）再汇总。");
        return notes;
    }

    private static string Say(SumUnit unit) => DisplayText.Clean(unit.Agency, 60);

    /// <summary>一个名称去掉开头的地名恰是另一个：「松涛区水务局」与「白鹭市松涛区水务局」。</summary>
    private static (IReadOnlyList<(SumUnit Short, SumUnit Long)> Pairs, bool More) SameUnits(SumUnit[] counted)
    {
        var byKey = counted.DistinctBy(u => u.Key).ToDictionary(u => u.Key, StringComparer.Ordinal);
        List<(SumUnit, SumUnit)> pairs = [];
        foreach (var unit in counted)
        {
            var start = 0;
            foreach (var place in UnitName.Places(unit.Key))
            {
                start += place.Name.Length;
                if (byKey.TryGetValue(unit.Key[start..], out var bare))
                {
                    if (pairs.Count == MostPairs)
                    {
                        return (pairs, true);
                    }

                    pairs.Add((bare, unit));
                }
            }
        }

        return (pairs, false);
    }
}
