using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Tests.Facts;

public class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "一、", "二、", "1.", "（一）", "第一部分", "总体情况", "主动公开政府信息情况", "其他需要报告的事项", "\n", "\n\n", " ", "　", "\t", "2023年", "二〇二三年", "1月", "8日", "2024-01-08", "政府信息公开", "工作",
        "年度报告", "年报", "报", "告", "清溪县", "应急管理局", "(", "）", "、", "。", "：", "发布时间", "来源：", "由", "编制", "[bookmark", "]", "\uFFFF", "\uD800", "\0", "９９９９年９９月", "0000-00-00", "十",
    ];

    [Fact]
    public void Random_text_never_throws() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => Read(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_scraps_of_reports_never_throw() =>
        Prop.ForAll(
            Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(),
            Read).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(120));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("一、总体情况\n")]
    [InlineData("、一、总体情况")]
    [InlineData("2023年政府信息公开工作年度报告 ")]
    [InlineData("清溪县水务局政府信息公开工作年度报告（")]
    [InlineData("[bookmark: ")]
    [InlineData("主动公开情况")]
    [InlineData("2023年一、] ：[bookmark二〇二三年\n\n一、其他需要报告的事项1.告：主动公开政府信息情况告8日")]
    [InlineData("报告年报")]
    [InlineData("\n", 1_000_000)]
    [InlineData("一", 1_000_000)]
    [InlineData("　", 1_000_000)]
    [InlineData("、", 1_000_000)]
    [InlineData("二", 1_000_000)]
    [InlineData("2", 1_000_000)]
    [InlineData("2024年1月8日", 400_000)]
    [InlineData("一、", 500_000)]
    [InlineData("一、总", 400_000)]
    [InlineData("一、总体情况\n公开年报公开年报", 20_000)]
    [InlineData("六、其他需要报告的事项\n2024年1月8日某\n", 20_000)]
    [InlineData("一、本年新收政府信息公开申请\n", 200_000)]
    [InlineData("总体情况\n", 600_000)]
    [InlineData("公开报告", 700_000)]
    [InlineData("清溪县水务局2023年政府信息公开年报 ", 150_000)]
    public void Any_text_is_read_in_time_that_grows_with_its_length(string piece, int times = 1)
    {
        var text = new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();
        var clock = Stopwatch.StartNew();
        Read(text);

        // Generous for a busy machine; time that grows with the square would be minutes.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("\u001B")]
    [InlineData("\uFEFF\u200B")]
    public void Text_of_invisible_characters_only_is_covered_whole(string text) => Read(text);

    private static void Read(string text)
    {
        var end = 0;
        foreach (var span in ReportSplitter.Split(text))
        {
            Assert.Equal(end, span.Start);
            Assert.True(span.End >= span.Start && span.Headings.All(h => h.Start >= span.Start && h.Start < h.End && h.End <= span.End));
            FactFinder.Find(text, span, text.Length < 50 ? text : "", null);
            end = span.End;
        }

        Assert.Equal(text.Length, end);
    }
}
