using System.Globalization;

namespace Gongkai.Letters.Templates;

/// <summary>把一份模板文件连同它的框架拼成模板。</summary>
internal static class TemplateBuilder
{
    private const int TextWidth = 156;

    /// <summary>拼成模板；写错的（花括号、列数、框架名）当即指出。</summary>
    public static LetterTemplate Build(TemplateFile file, IReadOnlyList<FrameFile> frames, IReadOnlyList<ElementFile> elements, string name)
    {
        try
        {
            var frame = file.Frame is null ? null
                : frames.FirstOrDefault(f => f.Name == file.Frame) ?? throw new FormatException($"没有叫 {file.Frame} 的框架");
            return new LetterTemplate
            {
                Type = file.Type,
                Name = file.Name,
                Title = file.Title,
                TypeWord = file.TypeWord,
                Basis = file.Basis,
                Form = file.Form,
                Outcome = file.Outcome,
                Note = file.Note,
                Elements = [.. elements.Where(e => ElementCheck.Applies(e, file)).Select(e => new MandatoryElement(e.Name, e.Basis, e.When))],
                Salutation = file.Salutation is null ? null : TemplateText.Parse(file.Salutation),
                Blocks = [.. (frame?.Before ?? []).Concat(file.Blocks).Concat(frame?.After ?? []).Select(Block)],
                Enclosure = file.Enclosure is null ? null : new TemplateEnclosure(
                    file.Enclosure.Title,
                    file.Enclosure.Salutation is null ? null : TemplateText.Parse(file.Enclosure.Salutation),
                    [.. file.Enclosure.Blocks.Select(Block)]),
            };
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{name}.json 写错了：{error.Message}", error);
        }
    }

    private static TemplateBlock Block(BlockFile file)
    {
        if ((file.Text is null) == (file.Rows is null))
        {
            throw new FormatException("一块要么是一段（text），要么是一张表（columns、rows）");
        }

        return file.Text is not null
            ? new TemplateBlock(file.Role, TemplateText.Parse(file.Text), null, file.When, file.Unless)
            : new TemplateBlock(file.Role, null, Table(file.Columns ?? [], file.Rows!), file.When, file.Unless);
    }

    private static TemplateTable Table(IReadOnlyList<int> columns, IReadOnlyList<RowFile> rows)
    {
        if (columns.Count == 0 || columns.Any(c => c <= 0) || columns.Sum() > TextWidth)
        {
            throw new FormatException($"表的列宽合计须在 1 至 {TextWidth} 毫米之间");
        }

        TemplateTable table = new(columns, [.. rows.Select(r => new TemplateRow(r.Height, [.. r.Cells.Select(Cell)], r.PerSearch))]);
        return table.Rows.All(r => r.Cells.Sum(c => c.Span) == columns.Count) ? table : throw new FormatException("表里有一行的格数与列数不合");
    }

    private static TemplateCell Cell(string cell)
    {
        var bar = cell.LastIndexOf('|');
        var span = 1;
        if (bar >= 0 && (!int.TryParse(cell.AsSpan(bar + 1), NumberStyles.None, CultureInfo.InvariantCulture, out span) || span < 1))
        {
            throw new FormatException($"格的跨列数写错了：{cell}");
        }

        var text = bar < 0 ? cell : cell[..bar];
        var isLabel = text.StartsWith('#');
        return new TemplateCell(TemplateText.Parse(isLabel ? text[1..] : text), span, isLabel);
    }
}
