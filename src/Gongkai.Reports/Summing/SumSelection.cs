using Gongkai.Core.Reports;

namespace Gongkai.Reports.Summing;

/// <summary>定下加哪一年、用哪版格式、每份报告计不计入，然后相加。</summary>
internal sealed class SumSelection
{
    private readonly ExpectedUnits? _expected;
    private readonly SumOptions _options;
    private readonly int? _year;
    private readonly ReportForm _form;
    private readonly SumUnit[] _units;
    private int _unplaced;

    public SumSelection(IReadOnlyList<SumRow> rows, ExpectedUnits? expected, SumOptions options)
    {
        (_expected, _options) = (expected, options);
        _year = options.Year ?? CommonestYear(rows);
        _form = _year <= 2020 ? ReportForms.V2019 : ReportForms.V2021;
        _units = [.. rows.Select((row, number) => new SumUnit(row, number, _form))];
    }

    public RegionTotal Select(IReadOnlyList<UnreadFile> unread)
    {
        foreach (var unit in _units)
        {
            Recognise(unit);
        }

        SumUnit[] ofYear = [.. _units.Where(u => u.Status is SumStatus.Counted)];
        foreach (var group in ofYear.GroupBy(u => u.Key, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            Settle([.. group]);
        }

        RefuseTotals([.. ofYear.Where(u => u.Status is not SumStatus.Copy)]);
        foreach (var unit in ofYear.Where(u => _options.OnlyClean && u.Status is SumStatus.Counted && u.Broken.Count > 0))
        {
            unit.Status = SumStatus.NotClean;
        }

        var cells = Add();
        return new RegionTotal(_options.RegionName ?? CommonPlace(), _year, _form, cells, _units, [.. unread])
        {
            Coverage = _expected is null ? null : SumCoverage.Of(_expected, _units),
            Expected = _expected,
            IsYearChosen = _options.Year is not null,
            Unplaced = _unplaced,
        };
    }

    private static int? CommonestYear(IReadOnlyList<SumRow> rows) => rows
        .Where(r => r is { Year: not null, Key.Length: > 0 })
        .GroupBy(r => r.Year)
        .OrderByDescending(g => g.Count())
        .ThenByDescending(g => g.Key)
        .FirstOrDefault()?.Key;

    private void Recognise(SumUnit unit)
    {
        if (unit.Key.Length > 0 && _expected?.Find(unit.Key) is { } found)
        {
            (unit.Listed, unit.Key) = (found.Unit.Name, UnitName.Fold(found.Unit.Name));
        }

        unit.Status = unit switch
        {
            { Key.Length: 0 } => SumStatus.Unnamed,
            { Year: null } => SumStatus.YearUnknown,
            _ when unit.Year != _year => SumStatus.OtherYear,
            _ => SumStatus.Counted,
        };
    }

    /// <summary>同一单位有几份：数字处处不相抵触的只计读得最全的一份；有抵触的都不计。</summary>
    private void Settle(SumUnit[] group)
    {
        var cells = group.ToDictionary(u => u, u => u.Row.Cells(_form));
        int Known(SumUnit unit) => cells[unit].Count(c => c.IsKnown);
        var best = group.FirstOrDefault(u => u.IsOwn) ?? group.MaxBy(Known)!;
        foreach (var unit in group.Where(u => u != best))
        {
            (unit.Status, unit.SameAs) = (Agree(cells[best], cells[unit]) ? SumStatus.Copy : SumStatus.Conflict, best.Number);
        }

        SumUnit[] conflicting = [.. group.Where(u => u.Status is SumStatus.Conflict)];
        if (conflicting.Length == 0)
        {
            return;
        }

        // 政府本级的那一份旁边另有一份同名而数不同的，是政府的汇总数，不是它的修改稿。
        if (best.IsOwn && conflicting.All(u => UnitName.RankOf(u.Level) > 0))
        {
            foreach (var unit in conflicting)
            {
                unit.Status = _options.IncludeTotals ? SumStatus.Counted : SumStatus.AlreadyTotal;
            }

            return;
        }

        foreach (var unit in group)
        {
            (unit.Status, unit.SameAs) = (SumStatus.Conflict, unit == best ? conflicting[0].Number : best.Number);
        }
    }

    private static bool Agree(SumCell[] one, SumCell[] other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i].IsKnown && other[i].IsKnown && one[i].Value != other[i].Value)
            {
                return false;
            }
        }

        return true;
    }

    private void RefuseTotals(IReadOnlyList<SumUnit> units)
    {
        var found = NestedTotals.Find([.. units.Where(u => !u.IsOwn)], units.FirstOrDefault(u => u.IsOwn));
        if (_options.IncludeTotals)
        {
            return;
        }

        _unplaced = found.Unplaced;
        foreach (var unit in found.Nested.Where(u => u.Status is SumStatus.Counted))
        {
            unit.Status = SumStatus.AlreadyTotal;
        }
    }

    private CellTotal[] Add()
    {
        CellTotal[] totals = [.. _form.Tables.SelectMany(t => t.Cells).Select(c => new CellTotal(c))];
        foreach (var unit in _units.Where(u => u.Status is SumStatus.Counted))
        {
            var cells = unit.Row.Cells(_form);
            for (var i = 0; i < cells.Length; i++)
            {
                totals[i].Add(cells[i], unit.Number);
                unit.LeftOut += cells[i].IsKnown ? 0 : 1;
            }
        }

        return totals;
    }

    /// <summary>计入的各单位名称开头共有的地名；有看不出地名的，由其余的说。</summary>
    private string? CommonPlace()
    {
        List<string>? common = null;
        foreach (var unit in _units.Where(u => u.Status is SumStatus.Counted))
        {
            var places = UnitName.Places(unit.Key).Select(p => p.Name).ToList();
            if (places.Count > 0)
            {
                common = common is null ? places : [.. common.Zip(places).TakeWhile(p => p.First == p.Second).Select(p => p.First)];
            }
        }

        return common is { Count: > 0 } ? string.Concat(common) : null;
    }
}
