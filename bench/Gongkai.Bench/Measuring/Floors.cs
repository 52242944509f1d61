using System.IO.Compression;
using System.Text;
using System.Xml;
using AngleSharp.Html.Parser;
using Gongkai.Bench.Fuzzing;

namespace Gongkai.Bench.Measuring;

/// <summary>读一份文件最少要做的事：与之相比才知道读得快不快。</summary>
public static class Floors
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private static readonly HtmlParser Parser = new();

    /// <summary>这份样本的底线。</summary>
    public static Action For(Sample sample) => sample.Kind switch
    {
        "html" => () => Html(sample.Content),
        "docx" => () => Docx(sample.Content),
        _ => Text(sample.Content),
    };

    /// <summary>防止编译器省掉对字符的触碰。</summary>
    public static int Touched { get; private set; }

    // The buffer is made once: a floor that also paid for memory would flatter the reader.
    private static Action Text(byte[] content)
    {
        var encoding = content switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ when System.Text.Unicode.Utf8.IsValid(content) => Encoding.UTF8,
            _ => Encoding.GetEncoding("GB18030"),
        };
        var buffer = new char[encoding.GetMaxCharCount(content.Length)];
        return () =>
        {
            var sum = 0;
            foreach (var c in buffer.AsSpan(0, encoding.GetChars(content, buffer)))
            {
                sum += c;
            }

            Touched = sum;
        };
    }

    private static void Html(byte[] content)
    {
        using var document = Parser.ParseDocument(new MemoryStream(content));
        Touched = document.ChildNodes.Length;
    }

    private static void Docx(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        if (archive.GetEntry(DocxMutations.Body) is not { } body)
        {
            return;
        }

        using var part = body.Open();
        using var reader = XmlReader.Create(part, Settings);
        var nodes = 0;
        try
        {
            while (reader.Read())
            {
                nodes++;
            }
        }
        catch (XmlException)
        {
            // A sample may be broken on purpose; the floor then ends where the reader must.
        }

        Touched = nodes;
    }
}
