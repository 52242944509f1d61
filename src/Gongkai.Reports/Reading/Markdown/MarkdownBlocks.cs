using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Html;

namespace Gongkai.Reports.Reading.Markdown;

/// <summary>Markdown 变成块，逐行读一遍：一行一段，竖线表格与夹着的网页表格成表格。位置是行、列，与纯文本相同。</summary>
internal sealed class MarkdownBlocks
{
    private const int MostHtmlTables = 1000;
    private const int LongestTag = 2000;

    private readonly string _text;
    private readonly List<Block> _blocks = [];
    private int _cellsLeft = ReadLimits.Cells;
    private int _htmlLeft = MostHtmlTables;
    private bool _truncated;
    private int _at;
    private int _line;
    private bool _inFence;
    private bool _inComment;

    private MarkdownBlocks(string text) => _text = text;

    /// <summary>读全文。</summary>
    /// <param name="text">全文。</param>
    /// <param name="notes">说明加在这里。</param>
    public static SourceDocument Read(string text, List<ReaderNote> notes)
    {
        var markdown = new MarkdownBlocks(text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text);
        markdown.SkipFrontMatter();
        markdown.Walk();
        if (markdown._truncated)
        {
            notes.Add(SourceOpener.Truncated);
        }

        return new SourceDocument(markdown._blocks, null, null, notes);
    }

    private void Walk()
    {
        while (Peek(out var line))
        {
            if (_blocks.Count >= ReadLimits.Paragraphs)
            {
                _truncated = true;
                return;
            }

            var trimmed = line.Trim();
            if (IsFence(trimmed))
            {
                _inFence = !_inFence;
                Advance(line);
            }
            else if (_inComment || trimmed.StartsWith("<!--"))
            {
                _inComment = !trimmed.Contains("-->", StringComparison.Ordinal);
                Advance(line);
            }
            else if (trimmed.Contains("<table", StringComparison.OrdinalIgnoreCase) && _htmlLeft > 0)
            {
                HtmlTable(line);
            }
            else if (!_inFence && IsTableStart(line))
            {
                PipeTable();
            }
            else
            {
                if (_inFence || !IsRule(trimmed))
                {
                    Paragraph(line);
                }

                Advance(line);
            }
        }
    }

    private void Paragraph(ReadOnlySpan<char> line)
    {
        var start = MarkerLength(line);
        var inline = InlineText.Of(line[start..], isCell: false);
        var place = Place.AtLine(_line + 1, start + inline.First + 1);
        if (inline.IsPicture)
        {
            _blocks.Add(new PictureBlock(place));
        }
        else if (!string.IsNullOrWhiteSpace(inline.Text))
        {
            _blocks.Add(new ParagraphBlock(inline.Text.TrimEnd('#', ' '), place));
        }
    }

    /// <summary>标题、引用、无序列表的记号有多长；有序列表的序号是文字。</summary>
    private static int MarkerLength(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (at < line.Length)
        {
            var rest = line[at..];
            var hashes = rest.IndexOfAnyExcept('#') is >= 0 and var count ? count : rest.Length;
            if (char.IsWhiteSpace(rest[0]) || rest[0] == '>')
            {
                at++;
            }
            else if (hashes is > 0 and <= 6)
            {
                // 「#标题」不合规，但常见。
                return at + hashes;
            }
            else
            {
                return rest.Length > 1 && rest[0] is '-' or '*' or '+' && rest[1] == ' ' ? at + 2 : at;
            }
        }

        return at;
    }

    private bool IsTableStart(ReadOnlySpan<char> line)
    {
        if (!PipeRow.IsOne(line))
        {
            return false;
        }

        if (line.TrimStart()[0] == '|')
        {
            return true;
        }

        var next = _at + line.Length + 1;
        return next < _text.Length && PipeRow.IsDelimiter(LineAt(next));
    }

    private void PipeTable()
    {
        List<GridCell> cells = [];
        for (var row = 0; Peek(out var line) && PipeRow.IsOne(line) && !IsFence(line.Trim()); Advance(line))
        {
            if (!PipeRow.IsDelimiter(line))
            {
                Row(line, row++, cells);
            }
        }

        if (cells.Count > 0)
        {
            _blocks.Add(new GridBlock(cells));
        }
    }

    private void Row(ReadOnlySpan<char> line, int row, List<GridCell> cells)
    {
        var ranges = PipeRow.Cells(line);
        for (var column = 0; column < ranges.Count; column++)
        {
            if (column >= ReadLimits.Columns || _cellsLeft-- <= 0)
            {
                _truncated = true;
                return;
            }

            var (offset, length) = ranges[column].GetOffsetAndLength(line.Length);
            var inline = InlineText.Of(line.Slice(offset, length), isCell: true);
            cells.Add(new GridCell(row, column, 1, 1, inline.Text, Place.AtLine(_line + 1, offset + inline.First + 1)));
        }
    }

    /// <summary>夹着的网页表格：到它的结束标签，没有时到空行。</summary>
    private void HtmlTable(ReadOnlySpan<char> line)
    {
        _htmlLeft--;
        var start = _at;
        var end = _text.IndexOf("</table>", start, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            _htmlLeft = 0;
            end = _text.IndexOf("\n\n", start, StringComparison.Ordinal);
        }

        end = end < 0 ? _text.Length : _text.IndexOf('\n', end) is >= 0 and var newline ? newline : _text.Length;
        var source = _text[start..end];
        var blocks = HtmlBlocks.Fragment(source, out var truncated);
        _truncated |= truncated;
        var first = Place.AtLine(_line + 1, line.IndexOf('<') + 1);
        foreach (var block in blocks)
        {
            _blocks.Add(block switch
            {
                GridBlock grid => new GridBlock(Placed(grid, blocks.Count == 1 ? CellStarts(source) : [], first)),
                ParagraphBlock paragraph => new ParagraphBlock(paragraph.Text, first),
                _ => new PictureBlock(first),
            });
        }

        while (_at < end && Peek(out var passed))
        {
            Advance(passed);
        }
    }

    /// <summary>表格各格的位置：标签与格一一对应时是标签所在，否则是表格的开头。</summary>
    private static List<GridCell> Placed(GridBlock grid, List<Place> starts, Place first) =>
        [.. grid.Cells.Select((c, i) => c with { Place = starts.Count == grid.Cells.Count ? starts[i] : first })];

    private List<Place> CellStarts(string source)
    {
        List<Place> starts = [];
        var line = _line + 1;
        var lineStart = 0;
        for (var i = 0; i + 3 < source.Length; i++)
        {
            if (source[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
            else if (source[i] == '<' && source[i + 1] is 't' or 'T' && source[i + 2] is 'd' or 'D' or 'h' or 'H' && !char.IsAsciiLetter(source[i + 3])
                && source.AsSpan(i, Math.Min(source.Length - i, LongestTag)).IndexOf('>') is >= 0 and var end)
            {
                starts.Add(Place.AtLine(line, i + end - lineStart + 2));
            }
        }

        return starts;
    }

    /// <summary>文首两行 --- 之间的元数据不是正文。</summary>
    private void SkipFrontMatter()
    {
        if (!_text.StartsWith("---\n", StringComparison.Ordinal) || _text.IndexOf("\n---\n", StringComparison.Ordinal) is not (>= 0 and var end))
        {
            return;
        }

        while (_at < end + 5 && Peek(out var line))
        {
            Advance(line);
        }
    }

    private bool Peek(out ReadOnlySpan<char> line)
    {
        line = _at < _text.Length ? LineAt(_at) : default;
        return _at < _text.Length;
    }

    private ReadOnlySpan<char> LineAt(int start)
    {
        var rest = _text.AsSpan(start);
        return rest.IndexOf('\n') is >= 0 and var length ? rest[..length] : rest;
    }

    private void Advance(ReadOnlySpan<char> line)
    {
        _at += line.Length + 1;
        _line++;
    }

    private static bool IsFence(ReadOnlySpan<char> trimmed) => trimmed.StartsWith("```") || trimmed.StartsWith("~~~");

    /// <summary>分隔线，或标题下面的横线。</summary>
    private static bool IsRule(ReadOnlySpan<char> trimmed) =>
        trimmed.Length >= 2 && trimmed[0] is '-' or '=' or '*' or '_' && trimmed.IndexOfAnyExcept(trimmed[0], ' ') < 0;
}
