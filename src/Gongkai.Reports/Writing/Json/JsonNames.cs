using System.Text.Json;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Writing.Json;

/// <summary>JSON 里的键与枚举值，预先编码好。键是对外的约定：可以添，不可以改。</summary>
internal static class JsonNames
{
    public static readonly JsonEncodedText Schema = Key("schema"), File = Key("file"), Index = Key("index"), Agency = Key("agency"), Level = Key("level"),
        Year = Key("year"), Form = Key("form"), Forms = Key("forms"), PublishedOn = Key("publishedOn"), SignedOn = Key("signedOn"), Sections = Key("sections"),
        Number = Key("number"), Heading = Key("heading"), Place = Key("place"), Cells = Key("cells"), Value = Key("value"), State = Key("state"), Raw = Key("raw"),
        Candidates = Key("candidates"), Proof = Key("proof"), Notes = Key("notes"), Code = Key("code"), Message = Key("message"), Findings = Key("findings"),
        Rule = Key("rule"), Severity = Key("severity"), Quotes = Key("quotes"), Text = Key("text"), Section = Key("section"), Suggestion = Key("suggestion"),
        Cell = Key("cell"), Line = Key("line"), Column = Key("column"), Paragraph = Key("paragraph"), Table = Key("table"), Row = Key("row"), Error = Key("error"),
        Files = Key("files"), Reports = Key("reports"), Unreadable = Key("unreadable"), Skipped = Key("skipped"), ByRule = Key("byRule"),
        BatchFindings = Key("batchFindings"), Count = Key("count");

    public static readonly JsonEncodedText Sheet = Key("sheet"), Page = Key("page"), Box = Key("box");

    public static readonly JsonEncodedText ReportSchema = Key("gongkai.report/1"), BatchSchema = Key("gongkai.batch/1");

    public static readonly JsonEncodedText[] Tables = [.. ReportTableNames.All.Select(t => Key(t.Key()))];
    public static readonly JsonEncodedText[] Levels = Camel<AgencyLevel>();
    public static readonly JsonEncodedText[] States = Camel<CellState>();
    public static readonly JsonEncodedText[] Proofs = Camel<TableProof>();
    public static readonly JsonEncodedText[] Severities = Camel<Severity>();

    /// <summary>枚举值的写法：首字母小写的英文名。</summary>
    public static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static JsonEncodedText[] Camel<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Key(Camel(v)))];

    private static JsonEncodedText Key(string name) => JsonEncodedText.Encode(name, SafeJsonEncoder.Instance);
}
