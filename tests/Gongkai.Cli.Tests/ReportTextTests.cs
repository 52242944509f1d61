using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing.Text;

namespace Gongkai.Cli.Tests;

public class ReportTextTests
{
    [Fact]
    public void A_report_in_full_reads_as_agreed() =>
        Golden.Matches(ReportText.Full(SampleReport.Rich(), Ink.Plain), "tests", "cases", "cli", "report.txt");

    [Fact]
    public void A_report_in_brief_reads_as_agreed() =>
        Golden.Matches(ReportText.Brief(SampleReport.Rich(), Ink.Plain) + ReportText.Brief(SampleReport.Clean(), Ink.Plain), "tests", "cases", "cli", "brief.txt");

    [Fact]
    public void The_columns_of_a_table_end_at_the_same_place()
    {
        var rows = ReportText.Full(SampleReport.Rich(), Ink.Plain).Split('\n')
            .SkipWhile(l => !l.StartsWith("表三", StringComparison.Ordinal)).TakeWhile(l => !l.StartsWith("表四", StringComparison.Ordinal))
            .Where(l => l.Contains("未印", StringComparison.Ordinal) && !l.Contains("可能", StringComparison.Ordinal)).ToArray();
        Assert.Equal(25, rows.Length);
        Assert.Single(rows.Select(r => DisplayWidth.Of(r)).Distinct());
    }

    [Fact]
    public void Nothing_that_a_file_says_reaches_the_terminal_raw()
    {
        var shown = ReportText.Full(SampleReport.Rich(), Ink.Plain) + ReportText.Brief(SampleReport.Rich(), Ink.Plain)
            + ReportText.Unreadable(SampleReport.Escape, new ReadError(SampleReport.Escape, SampleReport.Escape), Ink.Plain);
        Assert.DoesNotContain(shown, c => (char.IsControl(c) && c != '\n') || c is '\u202e');
        Assert.Contains("␛[31m‹U+202E›", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Colour_comes_only_when_asked_for()
    {
        Assert.DoesNotContain('\e', ReportText.Full(SampleReport.Clean(), Ink.Plain));
        Assert.Contains('\e', ReportText.Full(SampleReport.Clean(), new Ink(InColour: true)));
    }

    [Fact]
    public void Several_mends_are_marked_as_a_question()
    {
        var report = SampleReport.Clean();
        Suggestion[] mends = [new(new CellAddress(ReportTable.Remedies, "review", "upheld"), 3), new(new CellAddress(ReportTable.Remedies, "review", "total"), 4)];
        var text = ReportText.Full(report with { Findings = [new Finding("L04", Severity.Error, "合计不符。", [], [], mends)] }, Ink.Plain);
        Assert.Contains("[0→3?]", text, StringComparison.Ordinal);
        Assert.Contains("[0→4?]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_the_2019_form_is_shown_too()
    {
        var form = Gongkai.Reports.ReportForms.V2019;
        var reading = new ReportReading { File = "a", Index = 0, Tables = [.. form.Tables.Select(t => TableReading.None(t, TableProof.Partial))] };
        var text = ReportText.Full(new CheckedReport(reading, []), Ink.Plain);
        Assert.Contains("（六）其他处理", text, StringComparison.Ordinal);
        Assert.Contains("采购总金额", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab", 2)]
    [InlineData("年报", 4)]
    [InlineData("（七）总计", 10)]
    [InlineData("□—▨?→", 5)]
    [InlineData("１２", 4)]
    [InlineData("e\u0301\u200b", 1)]
    [InlineData("\U0002A6D6", 2)]
    public void Display_width_counts_terminal_cells(string text, int width) => Assert.Equal(width, DisplayWidth.Of(text));

    [Theory]
    [InlineData("总计", 4, "总计")]
    [InlineData("其他处理", 5, "其他…")]
    [InlineData("其他处理", 6, "其他…")]
    public void Text_that_does_not_fit_is_cut_at_a_whole_character(string text, int width, string cut) => Assert.Equal(cut, DisplayWidth.Fit(text, width));

    [Theory]
    [InlineData("清溪县", "清溪县")]
    [InlineData("a\tb\r\n", "a␉b␍␊")]
    [InlineData("\u007f\u009b31m", "␡‹U+009B›31m")]
    [InlineData("\u2066x\u2069\ufeff", "‹U+2066›x‹U+2069›‹U+FEFF›")]
    [InlineData(null, "")]
    public void Hostile_characters_become_visible_signs(string? text, string shown) => Assert.Equal(shown, HarmlessText.From(text));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() => Assert.Equal("a\ufffdb", HarmlessText.From("a\ud83db"));
}
