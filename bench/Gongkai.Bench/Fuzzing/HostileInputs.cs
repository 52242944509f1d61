using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gongkai.Bench.Fuzzing;

/// <summary>有名字的恶意文件；每个都在要用时才做出来。</summary>
public static class HostileInputs
{
    private const string Title = "清溪县应急管理局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
    private const string WordOpen = "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private const string WordClose = "</w:body></w:document>";
    private const string Entities = "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">";

    /// <summary>全部恶意文件：名字与做法。</summary>
    public static IReadOnlyDictionary<string, Func<FuzzInput>> All { get; } = new Dictionary<string, Func<FuzzInput>>(StringComparer.Ordinal)
    {
        ["empty"] = () => new("a.txt", []),
        ["bom-only"] = () => new("a.txt", [0xEF, 0xBB, 0xBF]),
        ["half-a-utf16-unit"] = () => new("a.txt", [0xFF, 0xFE, 0x41]),
        ["zip-mark-only"] = () => new("a.docx", "PK\u0003\u0004"u8.ToArray()),
        ["nul-bytes"] = () => new("a.txt", new byte[1_000_000]),
        ["50-mb-single-line"] = () => new("a.txt", Repeat(Title.Replace('\n', ' '), "一、本年新收政府信息公开申请数量 1 0 2 ", 50_000_000)),
        ["50-mb-of-digits"] = () => new("a.txt", Repeat(Title + "（七）总计\n", "1203", 50_000_000)),
        ["50-mb-of-line-breaks"] = () => new("a.txt", Repeat(Title, "\n", 50_000_000)),
        ["a-thousand-reports-in-one-file"] = () => new("a.txt", Repeat("", Title + "一、本年新收政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n", 150_000)),
        ["every-row-fused"] = () => new("a.txt", FusedRows()),
        ["every-label-a-thousand-times"] = () => new("a.txt", Repeat(Title, "（七）总计 1 2 3 4 5 6 21\n四、结转下年度继续办理 0 0 0 0 0 0 0\n", 200_000)),
        ["terminal-escapes"] = () => new("a.txt", Text(Title.Replace("应急", "\u001b]0;x\a\u001b[31m应\u202E急\u2066", StringComparison.Ordinal) + "（七）总计 \u001b[2J1 2\u202E 3\0 4 5 6 21\n")),
        ["million-cell-html"] = () => new("a.html", Repeat("<meta charset=utf-8><h1>" + Title + "</h1><table><tr>", string.Concat(Enumerable.Repeat("<td>0</td>", 100)) + "</tr><tr>", 10_000_000)),
        ["span-bomb-html"] = () => new("a.html", Repeat("<meta charset=utf-8>" + Title + "<table>", "<tr><td rowspan=65534 colspan=1000>（七）总计", 2_000_000)),
        ["100k-deep-html"] = () => new("a.html", Repeat("<meta charset=utf-8>" + Title, "<div>", 500_000)),
        ["100k-deep-inline-html"] = () => new("a.html", Repeat("<meta charset=utf-8>" + Title, "<b><i><a>", 900_000)),
        ["100k-nested-tables-html"] = () => new("a.html", Repeat("<meta charset=utf-8>" + Title, "<table><tr><td>", 1_500_000)),
        ["unclosed-comment-html"] = () => new("a.html", Repeat("<meta charset=utf-8>" + Title, "<!-", 3_000_000)),
        ["pages-in-scripts-html"] = () => new("a.html", Repeat("<meta charset=utf-8>" + Title, "<script>var a=\"\\u003ctable\\u003e\\u003ctr\\u003e\\u003ctd\\u003e1", 2_000_000)),
        ["zip-bomb-docx"] = () => Docx(WriteBomb),
        ["zip-bomb-with-a-false-size-docx"] = () => new("a.docx", FalseSizes(Docx(WriteBomb).Content)),
        ["many-entries-docx"] = () => new("a.docx", DocxMutations.Pack(Enumerable.Range(0, 60_000).Select(i => ($"word/{i}.xml", Array.Empty<byte>())), CompressionLevel.NoCompression)),
        ["entity-bomb-docx"] = () => Docx(s => s.Write(Text("<!DOCTYPE w [" + Entities + "]>" + WordOpen[21..] + "<w:p><w:r><w:t>&g;</w:t></w:r></w:p>" + WordClose))),
        ["external-entity-docx"] = () => Docx(s => s.Write(Text("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + WordOpen[21..] + "<w:p><w:r><w:t>" + Title + "&x;</w:t></w:r></w:p>" + WordClose))),
        ["100k-deep-docx"] = () => Docx(s => s.Write(Repeat(WordOpen, "<w:sdt><w:sdtContent>", 2_000_000))),
        ["100k-nested-tables-docx"] = () => Docx(s => s.Write(Repeat(WordOpen, "<w:tbl><w:tr><w:tc>", 2_000_000))),
        ["million-cell-docx"] = () => Docx(s => s.Write([.. Repeat(WordOpen + "<w:p><w:r><w:t>" + Title + "</w:t></w:r></w:p><w:tbl><w:tr>", "<w:tc><w:p/></w:tc>", 19_000_000), .. Text("</w:tr></w:tbl>" + WordClose)])),
        ["span-bomb-docx"] = () => Docx(s => s.Write([.. Repeat(WordOpen + "<w:tbl><w:tr>", "<w:tc><w:tcPr><w:gridSpan w:val=\"2147483647\"/><w:vMerge/></w:tcPr><w:p/></w:tc>", 1_000_000), .. Text("</w:tr></w:tbl>" + WordClose)])),
    };

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Repeat(string start, string piece, int size)
    {
        var (opening, pattern) = (Text(start), Text(piece));
        // Whole pieces only, so that markup stays well formed.
        var bytes = new byte[opening.Length + (pattern.Length * ((size - opening.Length) / pattern.Length))];
        opening.CopyTo(bytes, 0);
        for (var at = opening.Length; at < bytes.Length; at += pattern.Length)
        {
            pattern.CopyTo(bytes, at);
        }

        return bytes;
    }

    private static byte[] FusedRows()
    {
        var chance = new Chance(7, 7);
        var text = new StringBuilder(Title);
        foreach (var row in Gongkai.Reports.ReportForms.V2021.Tables[1].Rows)
        {
            text.Append(row.Label).Append(' ').Append(chance.Digits(30)).Append('\n');
        }

        return Text(text.Append("四、政府信息公开行政复议、行政诉讼情况\n").Append(chance.Digits(60)).Append('\n').ToString());
    }

    private static FuzzInput Docx(Action<Stream> writeBody)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = archive.CreateEntry("[Content_Types].xml").Open())
            {
                types.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"u8);
            }

            using var body = archive.CreateEntry(DocxMutations.Body, CompressionLevel.Fastest).Open();
            writeBody(body);
        }

        return new FuzzInput("a.docx", stream.ToArray());
    }

    private static void WriteBomb(Stream stream)
    {
        stream.Write(Text(WordOpen));
        var piece = Repeat("", "<w:p><w:r><w:t>0</w:t></w:r></w:p>", 34 * 30_000);
        for (var n = 0; n < 500; n++)
        {
            stream.Write(piece);
        }

        stream.Write(Text(WordClose));
    }

    /// <summary>把中央目录里的解压后大小都改成 100 字节，看谁轻信它。</summary>
    private static byte[] FalseSizes(byte[] zip)
    {
        for (var at = zip.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0;)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 24), 100);
            var next = zip.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return zip;
    }
}
