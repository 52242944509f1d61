namespace Gongkai.Reports.Tests.Properties;

/// <summary>试验用的工具自己也要可靠。</summary>
public class RandomReportTests
{
    private const int Seeds = 50;

    [Fact]
    public void Every_random_report_satisfies_every_linkage_of_its_form()
    {
        foreach (var report in Reports())
        {
            foreach (var (table, linkage) in report.Form.Tables.SelectMany(t => t.Linkages, (t, l) => (t, l)))
            {
                Assert.Equal(linkage.Left.Sum(i => report[table.Cells[i]]), linkage.Right.Sum(i => report[table.Cells[i]]));
            }
        }
    }

    [Fact]
    public void Random_reports_are_mostly_zeros_and_hold_numbers_of_up_to_five_digits()
    {
        decimal[] values = [.. Reports().SelectMany(r => r.Form.Tables.SelectMany(t => t.Cells.Select(c => r[c])))];
        Assert.InRange(values.Count(v => v == 0), values.Length / 3, values.Length * 9 / 10);
        Assert.Contains(values, v => v >= 10000);
        Assert.DoesNotContain(values, v => v >= 1000000);
    }

    [Fact]
    public void A_printed_table_shows_each_cell_once_and_covers_its_grid()
    {
        foreach (var report in Reports())
        {
            foreach (var form in report.Form.Tables)
            {
                var printed = PrintedTable.Of(report, form.Table);
                Assert.Equal(form.Cells.Select(report.Printed), printed.Cells.Where(c => c.IsValue).Select(c => c.Text));
                Assert.Equal(printed.Rows * printed.Columns, printed.Cells.Sum(c => c.RowSpan * c.ColumnSpan));
                Assert.All(Enumerable.Range(0, printed.Rows), r => Assert.Equal(printed.Columns, printed.Row(r).Sum(c => c.ColumnSpan)));
            }
        }
    }

    [Fact]
    public void The_same_seed_writes_the_same_file_in_every_text_and_html_layout()
    {
        foreach (var (seed, form, layout) in Trial.Many(Seeds, [.. Layouts.All.Where(l => l.Extension != ".docx")]))
        {
            Assert.Equal(Write(), Write());

            byte[] Write() => layout.Write(RandomReport.Make(seed, form), new Random(seed));
        }
    }

    private static IEnumerable<RandomReport> Reports() =>
        ReportForms.All.SelectMany(form => Enumerable.Range(0, Seeds).Select(seed => RandomReport.Make(seed, form)));
}
