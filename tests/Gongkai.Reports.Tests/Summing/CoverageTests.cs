using System.Text;
using Gongkai.Reports.Summing;
using Gongkai.Reports.Tests.Reading;
using static Gongkai.Reports.Tests.Summing.Units;

namespace Gongkai.Reports.Tests.Summing;

public class CoverageTests
{
    [Fact]
    public void Units_are_matched_by_name_by_folding_or_by_a_written_alias_only()
    {
        var expected = ExpectedUnits.FromText("# 名录\n云溪县水务局\n云溪县民政局\r\n\n云溪县财政局\t县财政局\t云溪财政\n云溪县教育局\n云溪县卫生健康局\n");
        var total = Sum(expected, new SumOptions(), Report("云溪县水务局", 1), Report("云溪縣 民政局", 2), Report("县财政局", 3), Report("教育局", 4), Report("云溪县卫生健康委", 5), Report("临溪县教育局", 6));
        var coverage = total.Coverage!;
        Assert.Equal([UnitMatch.Exact, UnitMatch.Folded, UnitMatch.Alias, UnitMatch.None, UnitMatch.None], coverage.Rows.Select(r => r.Match));
        Assert.Equal((3, 2, 3), (coverage.Counted, coverage.Missing.Count(), coverage.Unexpected.Count));
        Assert.Equal(["教育局"], coverage.Rows[3].Maybe.Select(u => u.Agency!));
        Assert.Equal(["云溪县卫生健康委"], coverage.Rows[4].Maybe.Select(u => u.Agency!));
        Assert.False(total.IsComplete);
    }

    [Fact]
    public void A_short_and_a_full_name_of_one_listed_unit_are_one_agency()
    {
        var expected = ExpectedUnits.FromText("云溪县财政局\t县财政局\n");
        Assert.Equal([SumStatus.Counted, SumStatus.Copy], Sum(expected, new SumOptions(), Report("县财政局"), Report("云溪县财政局")).Statuses());
        Assert.Equal([SumStatus.Conflict, SumStatus.Conflict], Sum(expected, new SumOptions(), Report("县财政局", 1), Report("云溪县财政局", 2)).Statuses());
    }

    [Fact]
    public void A_report_of_another_year_is_not_counted_and_not_missing()
    {
        var total = Sum(ExpectedUnits.FromText("云溪县水务局\n云溪县民政局\n"), new SumOptions { Year = 2023 }, Report("云溪县水务局", 1), Report("云溪县民政局", 2, 2022));
        Assert.Empty(total.Coverage!.Missing);
        Assert.Equal("云溪县民政局", total.Coverage.NotCounted.Single().Unit.Name);
        Assert.False(total.IsComplete);
    }

    [Fact]
    public void A_shared_alias_names_nobody_and_repeated_names_are_one()
    {
        var expected = ExpectedUnits.FromText("云溪县水务局\t水局\n云溪县水利局\t水局\n云溪县水务局\n");
        Assert.Equal((2, 1, 1), (expected.Units.Count, expected.Repeated, expected.SharedAliases));
        var total = Sum(expected, new SumOptions(), Report("水局"));
        Assert.Equal(2, total.Coverage!.Missing.Count());
        Assert.Equal(["SM09", "SM10"], SumNotes.Of(total).Select(n => n.Code).Where(c => c is "SM09" or "SM10"));
    }

    [Fact]
    public void A_csv_list_is_read_with_its_quotes_and_its_heading()
    {
        var units = UnitListReader.Read("名录.csv", Encoding.UTF8.GetBytes("\uFEFF单位名称,别名\r\n\"云溪县水务局\",\"水务局\"\r\n\"云溪县，民政局\"\"甲\"\"\",\r\n"), out var error);
        Assert.Null(error);
        Assert.Equal(["云溪县水务局", "云溪县，民政局\"甲\""], units!.Units.Select(u => u.Name));
        Assert.Equal(["水务局"], units.Units[0].Aliases);
    }

    [Fact]
    public void A_workbook_is_a_list_too_with_or_without_numbers_before_the_names()
    {
        var numbered = UnitListReader.Read("名录.xlsx", WorkbookFile.Of(WorkbookFile.Row(1, "序号", "单位名称", "别名") + WorkbookFile.Row(2, "1", "云溪县水务局", "水务局") + WorkbookFile.Row(3, "2", "云溪县民政局")), out var error);
        Assert.Null(error);
        Assert.Equal(["云溪县水务局", "云溪县民政局"], numbered!.Units.Select(u => u.Name));
        Assert.Equal(["水务局"], numbered.Units[0].Aliases);

        var plain = UnitListReader.Read("名录.xlsx", WorkbookFile.Of(WorkbookFile.Row(1, "望河县财政局") + WorkbookFile.Row(2, "望河县卫生健康局")), out _);
        Assert.Equal(["望河县财政局", "望河县卫生健康局"], plain!.Units.Select(u => u.Name));
    }

    [Theory]
    [InlineData("", "units.empty")]
    [InlineData("PK\u0003\u0004\0\0\0\0\u0001\u0002\0\0", "file.damaged")]
    [InlineData("\0\u0001\u0002\0\u0003\0\0", "units.notText")]
    public void A_list_that_is_no_list_is_refused(string content, string code)
    {
        Assert.Null(UnitListReader.Read("名录.xlsx", Encoding.UTF8.GetBytes(content), out var error));
        Assert.Equal(code, error!.Code);
    }

    [Fact]
    public void A_hostile_list_is_read_in_linear_time()
    {
        var text = string.Join('\n', Enumerable.Range(0, 5_000).Select(i => $"云溪县第{i}局\t{new string('局', 300)}"));
        var total = Sum(ExpectedUnits.FromText(text), new SumOptions(), Enumerable.Range(0, 300).Select(i => Report($"望河县第{i}处", i)));
        Assert.Equal(5_000, total.Coverage!.Missing.Count());
    }
}
