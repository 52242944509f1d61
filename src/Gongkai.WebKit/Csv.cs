using System.Text;

namespace Gongkai.WebKit;

/// <summary>写 csv：带 BOM，表格软件认得是 UTF-8；以 = + - @ 开头的文字前面加一个撇号，打开时不会当作公式执行。</summary>
public sealed class Csv
{
    private readonly StringBuilder _text = new("\uFEFF");

    /// <summary>加一行。</summary>
    public Csv Row(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            _text.Append(i > 0 ? "," : "").Append(Cell(cells[i]));
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>全部字节。</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    private static string Cell(string text)
    {
        // 前面有空格、制表符的也照样会被当作公式。
        var harmless = text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] || text is ['\t' or '\r' or '\n', ..] ? "'" + text : text;
        return harmless.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
