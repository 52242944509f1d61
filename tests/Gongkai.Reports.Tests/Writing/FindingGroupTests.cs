using Gongkai.Core.Reports;
using Gongkai.Reports.Writing;

namespace Gongkai.Reports.Tests.Writing;

public class FindingGroupTests
{
    private static readonly CellAddress Cell = new(ReportTable.Requests, "total", "person");

    [Fact]
    public void Findings_with_the_same_mend_are_one_and_what_they_all_say_is_said_once()
    {
        var group = Assert.Single(FindingGroup.Of([Finding("L01", "甲列不守恒。应改为 3。请核实。", 3), Finding("L03", "乙行不相符。应改为 3。请核实。", 3)]));
        Assert.Equal(["L01", "L03"], group.Codes);
        Assert.Equal(["甲列不守恒。", "乙行不相符。"], group.Sentences);
        Assert.Equal("应改为 3。请核实。", group.Advice);
        Assert.Equal(3, group.Part);
    }

    [Fact]
    public void Another_value_or_no_mend_stays_apart()
    {
        Assert.Equal(2, FindingGroup.Of([Finding("L01", "甲。", 3), Finding("L01", "甲。", 4)]).Count);
        Assert.Equal(2, FindingGroup.Of([new("E06", Severity.Error, "甲。", [Cell], [], []), new("E07", Severity.Error, "甲。", [Cell], [], [])]).Count);
    }

    [Fact]
    public void The_gravest_come_first_and_keep_their_order_otherwise()
    {
        Finding Of(string rule, Severity severity) => new(rule, severity, "甲。", [], [], []);
        var groups = FindingGroup.Of([Of("E16", Severity.Warning), Of("E06", Severity.Error), Of("E22", Severity.Warning), Of("E27", Severity.Critical)]);
        Assert.Equal(["E27", "E06", "E16", "E22"], groups.SelectMany(g => g.Codes));
    }

    [Fact]
    public void A_common_end_that_is_no_whole_sentence_is_not_cut_off()
    {
        var group = Assert.Single(FindingGroup.Of([Finding("L01", "差 1 件", 3), Finding("L02", "差 2 件", 3)]));
        Assert.Equal(["差 1 件", "差 2 件"], group.Sentences);
        Assert.Equal("", group.Advice);
    }

    [Theory]
    [InlineData(1, "第一部分 · 第 4 段")]
    [InlineData(null, "第 4 段")]
    [InlineData(9, "第 4 段")]
    public void A_quote_says_its_part_and_place(int? section, string where) =>
        Assert.Equal(where, FindingGroup.Where(new Quote("某句", section, Place.AtParagraph(4))));

    [Fact]
    public void A_finding_without_cells_belongs_to_the_part_it_quotes()
    {
        Finding Quoting(int? section) => new("E16", Severity.Warning, "甲。", [], [new Quote("某句", section, Place.Nowhere)], []);
        Assert.Equal(5, FindingGroup.Of([Quoting(5)])[0].Part);
        Assert.Null(FindingGroup.Of([Quoting(null)])[0].Part);
        Assert.Null(FindingGroup.Of([Quoting(7)])[0].Part);
    }

    private static Finding Finding(string rule, string message, decimal value) => new(rule, Severity.Error, message, [Cell], [], [new Suggestion(Cell, value)]);
}
