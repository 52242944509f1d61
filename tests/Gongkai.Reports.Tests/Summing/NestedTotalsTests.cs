using Gongkai.Reports.Reading;
using Gongkai.Reports.Summing;
using static Gongkai.Reports.Tests.Summing.Units;

namespace Gongkai.Reports.Tests.Summing;

public class NestedTotalsTests
{
    [Theory]
    [InlineData("清溪县人民政府", "清溪县水务局 清溪县云岭镇人民政府")]
    [InlineData("清溪县人民政府", "水务局 柳堤街道办事处")]
    [InlineData("白鹭市人民政府", "松涛区人民政府 柳堤区人民政府")]
    [InlineData("松涛区人民政府", "白鹭市水务局 白鹭市松涛区民政局")]
    [InlineData("白鹭市松涛区人民政府", "松涛区民政局 柳堤区人民政府")]
    public void A_government_report_beside_its_own_agencies_is_not_added(string government, string others)
    {
        ReportReading[] reports = [Report(government), .. others.Split(' ').Select((name, i) => Report(name, i + 2))];
        var total = Sum(reports);
        Assert.Equal(SumStatus.AlreadyTotal, total.Units[0].Status);
        Assert.All(total.Units.Skip(1), u => Assert.Equal(SumStatus.Counted, u.Status));
        Assert.False(total.IsComplete);
        Assert.Contains(SumNotes.Of(total), n => n.Code == "SM05");
        Assert.All(Sum(null, new SumOptions { IncludeTotals = true }, reports).Units, u => Assert.Equal(SumStatus.Counted, u.Status));
    }

    [Theory]
    [InlineData("松涛区人民政府 柳堤区人民政府 白鹭市水务局 白鹭市城市管理局")]
    [InlineData("松涛区人民政府 白鹭市水务局")]
    [InlineData("清溪县人民政府 望河县水务局")]
    [InlineData("清溪县人民政府")]
    [InlineData("清溪县人民政府办公室 清溪县水务局")]
    [InlineData("清溪县云岭镇人民政府 清溪县水务局")]
    [InlineData("白鹭市松涛区人民政府 青禾市松涛区水务局 白鹭市柳堤区人民政府")]
    public void Totals_of_places_below_are_added_when_their_agencies_are_not_there(string names)
    {
        var total = Sum(names.Split(' ').Select((name, i) => Report(name, i + 1)));
        Assert.All(total.Units, u => Assert.Equal(SumStatus.Counted, u.Status));
    }

    [Fact]
    public void An_agency_of_nobody_knows_where_beside_two_totals_is_counted_with_a_caution()
    {
        var total = Sum(Report("松涛区人民政府", 1), Report("柳堤区人民政府", 2), Report("水务局", 3));
        Assert.All(total.Units, u => Assert.Equal(SumStatus.Counted, u.Status));
        Assert.Contains(SumNotes.Of(total), n => n.Code == "SM06");
    }

    [Fact]
    public void The_own_report_is_added_once_and_the_total_of_the_same_government_is_not()
    {
        var sum = new RegionSum();
        sum.Add(Report("清溪县人民政府", 1, file: "本级.docx"), isOwn: true);
        sum.Add(Report("清溪县水务局", 2));
        sum.Add(Report("清溪县人民政府", 1, file: "全县年报/本级.docx"));
        sum.Add(Report("清溪县人民政府", 3, file: "全县.docx"));
        var total = sum.Finish(null, new SumOptions());
        Assert.Equal([SumStatus.Counted, SumStatus.Counted, SumStatus.Copy, SumStatus.AlreadyTotal], total.Statuses());
        Assert.Equal(("清溪县", 0), (total.RegionName, total.Own!.Number));
        Assert.Throws<InvalidOperationException>(() => sum.Add(Report("清溪县人民政府"), isOwn: true));
    }

    [Fact]
    public void One_agency_under_two_names_is_pointed_out_but_not_decided()
    {
        var total = Sum(Report("松涛区水务局", 1), Report("白鹭市松涛区水务局", 2));
        Assert.Equal(2, total.CountOf(SumStatus.Counted));
        Assert.Contains("松涛区水务局 与 白鹭市松涛区水务局", SumNotes.Of(total).Single(n => n.Code == "SM13").Message, StringComparison.Ordinal);
    }
}
