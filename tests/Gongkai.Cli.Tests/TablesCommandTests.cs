using System.Text.Json;
using Gongkai.Core.Reports;
using Gongkai.Core.Requests;
using Gongkai.Reports;
using Gongkai.UseCases.Demo;

namespace Gongkai.Cli.Tests;

/// <summary><c>report tables</c>：在一个填好的虚构县上数。</summary>
[Collection(nameof(County))]
public sealed class TablesCommandTests(County county)
{
    private static readonly FormTable _form = ReportForms.V2021[ReportTable.Requests];

    [Fact]
    public async Task Every_agency_and_their_sum_hold_every_linkage_in_json()
    {
        using var json = await JsonAsync("--all", "--from", "2020-01-01", "--to", "2100-12-31");
        var root = json.RootElement;
        Assert.Equal("gongkai.tables/1", root.GetProperty("schema").GetString());
        var parts = root.GetProperty("agencies").EnumerateArray().ToList();
        Assert.True(parts.Count > 5);
        var total = Cells(root.GetProperty("total"));
        Assert.Equal(_form.Cells.Select(c => c.Address.ToString()), root.GetProperty("total").EnumerateObject().Select(c => c.Name));
        foreach (var cells in parts.Select(p => Cells(p.GetProperty("cells"))).Append(total))
        {
            CellReading[] readings = [.. cells.Select(value => new CellReading(CellState.Number, value, "", Place.Nowhere))];
            Assert.All(_form.Linkages, l => Assert.Equal((l.Name, LinkageVerdict.Holds), (l.Name, l.Judge(readings))));
        }

        for (var cell = 0; cell < total.Length; cell++)
        {
            Assert.Equal(total[cell], parts.Sum(p => Cells(p.GetProperty("cells"))[cell]));
        }

        // 更正记录的、拆开的原件、还没有确认收到的不计。
        var all = County.Requests + DemoSpecials.Count;
        Assert.InRange(total[_form.Find("received", "total")!.Index], all - 8, all - 1);
    }

    [Fact]
    public async Task Two_years_in_a_row_carry_over_what_was_left()
    {
        var year = TimeProvider.System.GetUtcNow().Year;
        using var last = await JsonAsync("--all", "--year", $"{year - 1}");
        using var now = await JsonAsync("--all", "--year", $"{year}");
        Assert.All(TableThree.Columns, column => Assert.Equal(
            last.RootElement.GetProperty("total").GetProperty($"requests.carriedOut.{column}").GetInt64(),
            now.RootElement.GetProperty("total").GetProperty($"requests.carriedIn.{column}").GetInt64()));
    }

    [Fact]
    public async Task A_government_with_those_below_it_counts_each_agency_once()
    {
        using var all = await JsonAsync("--all", "--year", "2026");
        using var whole = await JsonAsync("--agency", "qingxi", "--agency", "yjglj", "--with-lower", "--year", "2026");
        using var own = await JsonAsync("--agency", "qingxi", "--year", "2026");
        Assert.Equal(all.RootElement.GetProperty("total").GetRawText(), whole.RootElement.GetProperty("total").GetRawText());
        Assert.Equal(all.RootElement.GetProperty("agencies").GetArrayLength(), whole.RootElement.GetProperty("agencies").GetArrayLength());
        Assert.Equal(1, own.RootElement.GetProperty("agencies").GetArrayLength());
    }

    [Fact]
    public async Task Text_is_a_table_with_the_part_of_each_and_csv_has_every_row()
    {
        using var json = await JsonAsync("--all", "--year", "2026");
        string[] paths = [.. json.RootElement.GetProperty("agencies").EnumerateArray().Select(a => a.GetProperty("path").GetString()!).Take(2)];
        var text = await CommandRun.Of("report", "tables", "--data", county.Data, "--agency", paths[0], "--agency", paths[1], "--year", "2026");
        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.Contains("2 个机关合计", text.Output, StringComparison.Ordinal);
        Assert.All(_form.Rows, row => Assert.Contains(row.Label[..Math.Min(6, row.Label.Length)], text.Output, StringComparison.Ordinal));
        Assert.Contains("各机关（总计列）", text.Output, StringComparison.Ordinal);
        var csv = county["表三.csv"];
        var written = await CommandRun.Of("report", "tables", "--data", county.Data, "--agency", paths[0], "--agency", paths[1], "--year", "2026", "--format", "csv", "--out", csv);
        Assert.Equal((0, ""), (written.ExitCode, written.Error));
        Assert.Equal(1 + (3 * _form.Rows.Count), File.ReadAllLines(csv).Length);
    }

    [Theory]
    [InlineData("--agency 写明一个或几个机关", "--year", "2026")]
    [InlineData("--agency 写明一个或几个机关", "--all", "--agency", "yjj", "--year", "2026")]
    [InlineData("不用再写 --with-lower", "--all", "--with-lower", "--year", "2026")]
    [InlineData("请用 --year 写明年度", "--all")]
    [InlineData("请用 --year 写明年度", "--all", "--from", "2026-01-01")]
    [InlineData("请用 --year 写明年度", "--all", "--from", "2026-1-1", "--to", "2026-12-31")]
    [InlineData("写一样就够了", "--all", "--year", "2026", "--from", "2026-01-01")]
    [InlineData("四位年度", "--all", "--year", "26")]
    [InlineData("晚于", "--all", "--from", "2026-02-01", "--to", "2026-01-01")]
    [InlineData("--format 只能是 text、json 或 csv", "--all", "--year", "2026", "--format", "xlsx")]
    [InlineData("没有网址名为 nowhere 的机关", "--agency", "nowhere", "--year", "2026")]
    [InlineData("不认识的选项 --yaer。是不是想写 --year", "--all", "--yaer", "2026")]
    public async Task Wrong_usage_is_explained(string explanation, params string[] args)
    {
        var run = await CommandRun.Of(["report", "tables", "--data", county.Data, .. args]);
        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_it_says_so_and_makes_none()
    {
        var nowhere = county["没有"];
        var run = await CommandRun.Of("report", "tables", "--data", nowhere, "--all", "--year", "2026");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("没有数据库", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(nowhere));
    }

    private async Task<JsonDocument> JsonAsync(params string[] args)
    {
        var run = await CommandRun.Of(["report", "tables", "--data", county.Data, "--format", "json", .. args]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output);
    }

    private static decimal[] Cells(JsonElement cells) => [.. _form.Cells.Select(c => cells.GetProperty(c.Address.ToString()).GetDecimal())];
}
