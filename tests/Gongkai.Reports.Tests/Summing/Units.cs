using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Facts;
using Gongkai.Reports.Summing;
using Gongkai.Reports.Tests.Properties;

namespace Gongkai.Reports.Tests.Summing;

/// <summary>手工搭的各单位的报告，不经过读者。</summary>
internal static class Units
{
    /// <summary>一个单位的报告；各格取自种子所定的随机而自洽的报告。</summary>
    public static ReportReading Report(string? agency, int seed = 1, int? year = 2023, Func<FormCell, CellReading?>? change = null, ReportForm? form = null, string? file = null) =>
        Of(agency, RandomReport.Make(seed, form ?? ReportForms.V2021), year, change, file);

    /// <summary>同上，报告已经做好。</summary>
    public static ReportReading Of(string? agency, RandomReport values, int? year = 2023, Func<FormCell, CellReading?>? change = null, string? file = null) => new()
    {
        File = file ?? $"{agency}.txt",
        Index = 0,
        Agency = agency,
        Level = AgencyLevels.Of(agency),
        Year = year,
        Tables = [.. values.Form.Tables.Select(t => new TableReading(t, [.. t.Cells.Select(c => change?.Invoke(c) ?? Number(values[c]))], TableProof.Unchecked))],
    };

    /// <summary>加上这些，算出合计。</summary>
    public static RegionTotal Sum(params IEnumerable<ReportReading> reports) => Sum(null, new SumOptions(), reports);

    public static RegionTotal Sum(ExpectedUnits? expected, SumOptions options, params IEnumerable<ReportReading> reports)
    {
        var sum = new RegionSum();
        foreach (var report in reports)
        {
            sum.Add(report);
        }

        return sum.Finish(expected, options);
    }

    public static CellReading Number(decimal value) => new(CellState.Number, value, "", Place.Nowhere);

    public static CellReading State(CellState state) => new(state, 0, "", Place.Nowhere);

    public static CellTotal At(this RegionTotal total, string address)
    {
        Assert.True(CellAddress.TryParse(address, out var cell));
        return total[total.Form[cell.Table].Find(cell.Row, cell.Column)!];
    }

    public static IEnumerable<SumStatus> Statuses(this RegionTotal total) => total.Units.Select(u => u.Status);
}
