using Gongkai.Core.Reports;

namespace Gongkai.Core.Tests.Reports;

public class CellAddressTests
{
    [Theory]
    [InlineData("proactive.rules.issued", ReportTable.Proactive, "rules", "issued")]
    [InlineData("requests.received.person", ReportTable.Requests, "received", "person")]
    [InlineData("requests.refused.stateSecret.person", ReportTable.Requests, "refused.stateSecret", "person")]
    [InlineData("remedies.review.upheld", ReportTable.Remedies, "review", "upheld")]
    public void An_address_is_read_and_written_alike(string text, ReportTable table, string row, string column)
    {
        Assert.True(CellAddress.TryParse(text, out var address));
        Assert.Equal(new CellAddress(table, row, column), address);
        Assert.Equal(text, address.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("requests")]
    [InlineData("requests.received")]
    [InlineData("requests..person")]
    [InlineData("requests.received.")]
    [InlineData(".received.person")]
    [InlineData("Requests.received.person")]
    [InlineData("表三.received.person")]
    [InlineData("unknown.received.person")]
    public void What_is_not_an_address_is_not_read(string? text)
    {
        Assert.False(CellAddress.TryParse(text, out var address));
        Assert.Equal(default, address);
    }

    [Fact]
    public void Every_table_has_a_key_and_is_found_by_it() =>
        Assert.All(ReportTableNames.All, table => Assert.Equal(table, ReportTableNames.FromKey(table.Key())));

    [Fact]
    public void Tables_are_called_by_the_number_of_their_section() =>
        Assert.Equal(["表二", "表三", "表四"], ReportTableNames.All.Select(t => t.ShortName()));

    [Fact]
    public void A_table_that_does_not_exist_has_no_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((ReportTable)9).Key());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((ReportTable)9).ShortName());
    }
}
