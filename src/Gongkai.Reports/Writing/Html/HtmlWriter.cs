using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Gongkai.Reports.Writing.Html;

/// <summary>写 HTML：模板里的文字照抄，填进去的一律先清理再编码，忘不了。</summary>
internal sealed class HtmlWriter(Stream output) : IDisposable
{
    private const int MostText = 4000;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StreamWriter _writer = new(output, new UTF8Encoding(false), 1 << 14, leaveOpen: true) { NewLine = "\n" };

    /// <summary>按模板写；空格处的文字清理并编码。</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The handler writes to this instance while it is built.")]
    public void Write([InterpolatedStringHandlerArgument("")] Template html) => _ = html;

    /// <summary>照抄。只给本项目自己的文字，如样式表。</summary>
    public void Raw(string html) => _writer.Write(html);

    /// <summary>把缓冲的写下去。</summary>
    public void Flush() => _writer.Flush();

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void Text(string? text) => Encoder.Encode(_writer, DisplayText.Clean(text, MostText));

    /// <summary>带空格的模板。</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Template
    {
        private readonly HtmlWriter _html;

        public Template(int literalLength, int formattedCount, HtmlWriter html)
        {
            _ = literalLength + formattedCount;
            _html = html;
        }

        public void AppendLiteral(string literal) => _html._writer.Write(literal);

        public void AppendFormatted(string? value) => _html.Text(value);

        public void AppendFormatted(long value) => _html._writer.Write(value.ToString(CultureInfo.InvariantCulture));
    }
}
