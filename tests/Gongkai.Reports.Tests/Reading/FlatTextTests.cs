using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

public class FlatTextTests
{
    private static string Flat(string rows) => FlatText.From(SourceFiles.Html($"<table>{rows}</table>")).Text.Replace(FlatText.Covered, '~');

    [Fact]
    public void A_number_merged_over_rows_that_have_their_own_is_not_given_to_the_first() =>
        Assert.Equal("a\t1\t~\nb\t2\t~\n", Flat("<tr><td>a<td>1<td rowspan=2>3<tr><td>b<td>2"));

    [Fact]
    public void A_number_merged_only_because_its_label_takes_two_rows_is_kept() =>
        Assert.Equal("a\t1\t3\nb\t~\t~\n", Flat("<tr><td>a<td rowspan=2>1<td rowspan=2>3<tr><td>b"));

    [Fact]
    public void A_merged_label_is_kept() =>
        Assert.Equal("第1项\t1\n~\t2\n", Flat("<tr><td rowspan=2>第1项<td>1<tr><td>2"));
}
