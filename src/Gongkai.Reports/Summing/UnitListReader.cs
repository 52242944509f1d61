using System.Text;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Text;

namespace Gongkai.Reports.Summing;

/// <summary>读应报单位名录的文件：txt 一行一个单位，制表符之后是别的叫法；csv、xlsx 第一列是单位，其余各列是别的叫法；前面有序号的一列略过。</summary>
public static class UnitListReader
{
    private const int MostBytes = 64 << 20;
    private const int MostCells = 64;

    /// <summary>读名录；读不了时为 null，并说为什么。</summary>
    /// <param name="fileName">文件名，只看扩展名。</param>
    /// <param name="content">文件内容。</param>
    /// <param name="error">读不了的原因。</param>
    public static ExpectedUnits? Read(string fileName, ReadOnlyMemory<byte> content, out ReadError? error)
    {
        error = null;
        if (FileSignature.IsZip(content.Span))
        {
            return SourceOpener.Open(fileName, content, out error) is { } book ? NotEmpty(ExpectedUnits.FromRows(Rows(book.Blocks)), out error) : null;
        }

        if (content.Length > MostBytes || TextDecoder.Decode(content.Span, out _) is not { } text)
        {
            error = new ReadError("units.notText", "名录不是文本文件，也不是 Excel 工作簿。请把单位名称一列另存为 txt（一行一个单位）、csv 或 xlsx 再试。");
            return null;
        }

        return NotEmpty(
            Path.GetExtension(fileName).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? ExpectedUnits.FromRows(Rows(text)) : ExpectedUnits.FromText(text),
            out error);
    }

    private static ExpectedUnits? NotEmpty(ExpectedUnits units, out ReadError? error)
    {
        error = units.Units.Count == 0 ? new ReadError("units.empty", "名录里一个单位也没有。请一行写一个单位。") : null;
        return error is null ? units : null;
    }

    /// <summary>工作簿的各行：只有一列的读出来是一段段的文字。</summary>
    private static IEnumerable<IReadOnlyList<string>> Rows(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            IEnumerable<string[]> rows = block switch
            {
                GridBlock grid => grid.Cells.GroupBy(c => c.Row).Select(r => r.OrderBy(c => c.Column).Select(c => c.Text).ToArray()),
                ParagraphBlock paragraph => paragraph.Text.Split('\n').Select(line => line.Split('\t')),
                _ => [],
            };
            foreach (var row in rows)
            {
                yield return row is ["序号", .. var named] ? named : row is [var number, .. var rest] && rest.Length > 0 && number.Length > 0 && number.All(char.IsAsciiDigit) ? rest : row;
            }
        }
    }

    /// <summary>csv 的各行（RFC 4180）：引号里可以有逗号、换行，两个引号是一个引号。</summary>
    internal static IEnumerable<IReadOnlyList<string>> Rows(string text)
    {
        List<string> row = [];
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                isQuoted = true;
            }
            else if (c is ',' or '\t' or '，' && row.Count < MostCells)
            {
                row.Add(cell.ToString());
                cell.Clear();
            }
            else if (c == '\n')
            {
                yield return [.. row, cell.ToString()];
                row.Clear();
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        yield return [.. row, cell.ToString()];
    }
}
