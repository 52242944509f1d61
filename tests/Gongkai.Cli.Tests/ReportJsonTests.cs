using System.Buffers;
using System.Text;
using System.Text.Json;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing.Json;

namespace Gongkai.Cli.Tests;

public class ReportJsonTests
{
    [Fact]
    public void A_report_is_written_as_the_contract_says() =>
        Golden.Matches(Line(b => ReportJson.Write(b, SampleReport.Rich())), "tests", "cases", "cli", "report.jsonl");

    [Fact]
    public void Every_cell_is_there_with_its_state_and_value_only_when_a_number()
    {
        using var json = JsonDocument.Parse(Line(b => ReportJson.Write(b, SampleReport.Rich())));
        var cells = json.RootElement.GetProperty("cells");
        Assert.Equal(200, cells.EnumerateObject().Count());
        foreach (var cell in cells.EnumerateObject())
        {
            var state = cell.Value.GetProperty("state").GetString();
            Assert.True(CellAddress.TryParse(cell.Name, out _));
            Assert.Equal(state == "number", cell.Value.GetProperty("value").ValueKind == JsonValueKind.Number);
            Assert.Equal(state == "ambiguous", cell.Value.TryGetProperty("candidates", out _));
            Assert.Equal(JsonValueKind.String, cell.Value.GetProperty("raw").ValueKind);
        }

        Assert.Equal("25.1", cells.GetProperty("proactive.charges.amount").GetProperty("value").GetRawText());
        Assert.Equal("[null,8,80]", cells.GetProperty("requests.granted.business").GetProperty("candidates").GetRawText());
    }

    [Fact]
    public void A_place_in_a_pdf_is_a_page_and_a_box_in_points()
    {
        ReportReading reading = new() { File = "a.pdf", Index = 0, Sections = [new ReportSection(1, "一、总体情况", Place.AtBox(2, 90, 72.25, 180.5, 84))], Tables = SampleReport.Clean().Reading.Tables };
        using var json = JsonDocument.Parse(Line(b => ReportJson.Write(b, new CheckedReport(reading, []))));
        Assert.Equal("{\"page\":2,\"box\":[90,72.2,180.5,84]}", json.RootElement.GetProperty("sections")[0].GetProperty("place").GetRawText());
    }

    [Fact]
    public void The_keys_keep_their_order()
    {
        using var json = JsonDocument.Parse(Line(b => ReportJson.Write(b, SampleReport.Clean())));
        Assert.Equal(
            "schema,file,index,agency,level,year,form,forms,publishedOn,signedOn,sections,cells,proof,notes,findings",
            string.Join(',', json.RootElement.EnumerateObject().Select(p => p.Name)));
    }

    [Theory]
    [InlineData("县\u3000局")]
    [InlineData("\U0002A6D6\U0001F600")]
    [InlineData("<a href='x'>+&</a>")]
    public void Readable_text_stays_as_it_is(string text) =>
        Assert.Contains($"\"{text}\"", Line(b => ReportJson.Write(b, text, new ReadError("x", ""))), StringComparison.Ordinal);

    [Theory]
    [InlineData("\u001b[2J", "\\u001B[2J")]
    [InlineData("a\u202eb", "a\\u202Eb")]
    [InlineData("\u2066\u200f\ufeff\u0085\u007f\u061c", "\\u2066\\u200F\\uFEFF\\u0085\\u007F\\u061C")]
    [InlineData("\"\\\n\t", "\\\"\\\\\\n\\t")]
    [InlineData("汉\u0000字", "汉\\u0000字")]
    public void Control_characters_and_direction_marks_are_escaped_and_survive(string text, string escaped)
    {
        var line = Line(b => ReportJson.Write(b, text, new ReadError("x", "")));
        Assert.Contains($"\"{escaped}\"", line, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(line);
        Assert.Equal(text, json.RootElement.GetProperty("file").GetString());
    }

    [Fact]
    public void Every_hostile_character_is_escaped_wherever_it_stands()
    {
        for (var c = 0; c <= 0xFFFF; c++)
        {
            if (c is >= 0xD800 and <= 0xDFFF)
            {
                continue;
            }

            var line = Line(b => ReportJson.Write(b, $"很长的一段前文{(char)c}后文", new ReadError("x", "")));
            Assert.Equal(!char.IsControl((char)c) && c is not ('"' or '\\' or 0x61C or 0x200E or 0x200F or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF), line.Contains((char)c, StringComparison.Ordinal) && !line.Contains($"\\u{c:X4}", StringComparison.Ordinal) && c != '"' && c != '\\' && c != '\n');
        }
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        using var json = JsonDocument.Parse(Line(b => ReportJson.Write(b, "a\ud800b", new ReadError("x", ""))));
        Assert.Equal("a\ufffdb", json.RootElement.GetProperty("file").GetString());
    }

    [Fact]
    public void A_batch_ends_with_its_counts()
    {
        var batch = new BatchSummary();
        batch.Add(new CheckedFile("a", [SampleReport.Rich()], null));
        batch.Add(new CheckedFile("b", [SampleReport.Clean()], null));
        batch.Add(new CheckedFile("c", [], new ReadError("x", "")));
        batch.AddSkipped(2);
        Golden.Matches(Line(b => ReportJson.Write(b, batch)), "tests", "cases", "cli", "batch.jsonl");
    }

    private static string Line(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        var line = Encoding.UTF8.GetString(buffer.WrittenSpan);
        Assert.EndsWith("\n", line, StringComparison.Ordinal);
        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
        return line;
    }
}
