using System.Text;
using Gongkai.Bench.Conformance;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Checking.Batches;
using Gongkai.Reports.Checking.Likeness;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Checking;

public class LikenessTests
{
    private const string One = "一是继续完善公开目录，把办事指南逐条核对到科室；二是对历年文件重新标注效力，废止的及时下架；三是组织窗口人员轮训，提高答复文书的质量；四是请社会监督员每季度走访一次，意见汇总后逐条答复。";
    private const string Two = "今年防汛形势严峻，预案专题访问量很大，群众反映最多的是避险地点不好找；我们把全部避险点标在地图上，联系人电话与值班表同步更新，并在每个村的公示栏张贴了大字版，老年人一看就明白。";

    [Fact]
    public void A_text_is_wholly_like_itself_whatever_its_numbers() =>
        Assert.Equal(1, Sketch(One + "全年12件，" + Two).LikenessTo(Sketch(One + "全年340件，" + Two)), 2);

    [Fact]
    public void Two_different_texts_are_not_alike() => Assert.InRange(Sketch(One).LikenessTo(Sketch(Two)), 0, 0.1);

    [Fact]
    public void A_half_copy_is_about_a_third_alike() => Assert.InRange(Sketch(One + Two).LikenessTo(Sketch(One)), 0.3, 0.7);

    [Fact]
    public void A_few_set_phrases_are_too_short_to_compare() => Assert.Null(TextSketch.Of(Read("存在问题：更新不及时。改进：及时更新。").Narrative, 5));

    [Fact]
    public void A_batch_larger_than_the_memory_keeps_finding_neighbours()
    {
        var copies = new CopySketch(0.6);
        var (first, other) = (Print("清溪县水务局", One), Print("清溪县财政局", One));
        var different = Sketch(Two);
        copies.Add(first.PartFive!, first);
        for (var i = 0; i < 70_000; i++)
        {
            copies.Add(different, first);
        }

        copies.Add(first.PartFive!, first);
        copies.Add(other.PartFive!, other);
        var group = Assert.Single(copies.Groups);
        Assert.Equal(2, group.Count);
        Assert.Equal(1, group.Likeness, 2);
    }

    [Fact]
    public void The_same_agency_and_another_year_are_not_copies_of_each_other()
    {
        var copies = new CopySketch(0.6);
        foreach (var print in new[] { Print("清溪县水务局", One), Print("清溪县水务局", One), Print("清溪县财政局", One, 2022) })
        {
            copies.Add(print.PartFive!, print);
        }

        Assert.Empty(copies.Groups);
    }

    private static TextSketch Sketch(string five) => TextSketch.Of(Read(five).Narrative, 5)!;

    private static BatchPrint Print(string agency, string five, int year = 2023) =>
        ReportChecker.Check(Read(five, agency, year), ConformanceCase.Options with { InBatch = true }).Print!;

    private static ReportReading Read(string five, string agency = "清溪县水务局", int year = 2023) =>
        ReportReader.Read("例.txt", Encoding.UTF8.GetBytes(Specimen.Print(new SpecimenChanges { Agency = agency, Year = year, Sections = [(5, five)] }))).Reports.Single();
}
