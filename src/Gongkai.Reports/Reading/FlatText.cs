using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Reading;

/// <summary>
/// 一份源文件摊平成的一条文字：段落各占一行，表格每行占一行、格间以制表符分开。
/// 此后的读法只认这一条文字；位置由这里换回。
/// </summary>
internal sealed class FlatText
{
    /// <summary>网格里被合并盖住的格：不是空格，没有印出。</summary>
    public const char Covered = '\u0002';

    /// <summary>图片。</summary>
    public const char Picture = '\uFFFC';

    private readonly Place[]? _places;
    private readonly int[] _starts;
    private int _last = -1;

    private FlatText(string text, int[] starts, Place[]? places, IReadOnlyList<(int Start, int End)> grids) =>
        (Text, _starts, _places, Grids) = (text, starts, places, grids);

    public string Text { get; }

    /// <summary>来自网格的各段，按先后；其中每行的列位置可信。</summary>
    public IReadOnlyList<(int Start, int End)> Grids { get; }

    public static FlatText From(SourceDocument source) =>
        source.Text is { } text ? new FlatText(text, LineStarts(text), null, []) : new Builder().Build(source.Blocks);

    /// <summary>某个字符在源文件中的位置。</summary>
    public Place PlaceAt(int offset)
    {
        // Cells are asked for in reading order: the next one is a few lines on.
        var index = _last;
        if (index >= 0 && _starts[index] <= offset)
        {
            var stop = Math.Min(index + 12, _starts.Length);
            while (index + 1 < stop && _starts[index + 1] <= offset)
            {
                index++;
            }
        }

        if (index < 0 || _starts[index] > offset || (index + 1 < _starts.Length && _starts[index + 1] <= offset))
        {
            index = Array.BinarySearch(_starts, offset);
            index = index < 0 ? ~index - 1 : index;
        }

        _last = index;
        return index < 0 ? Place.Nowhere
            : _places is null ? Place.AtLine(index + 1, offset - _starts[index] + 1)
            : _places[index];
    }

    public bool IsGrid(int offset)
    {
        foreach (var (start, end) in Grids)
        {
            if (offset >= start && offset < end)
            {
                return true;
            }
        }

        return false;
    }

    private static int[] LineStarts(string text)
    {
        var span = text.AsSpan();
        var starts = new int[span.Count('\n') + 1];
        var (count, at) = (1, 0);

        // Most lines of a table are shorter than what setting up a search costs: all breaks of a stretch are found at once.
        for (; at + Vector256<ushort>.Count <= span.Length; at += Vector256<ushort>.Count)
        {
            var stretch = Vector256.Create(MemoryMarshal.Cast<char, ushort>(span.Slice(at, Vector256<ushort>.Count)));
            for (var breaks = Vector256.Equals(stretch, Vector256.Create((ushort)'\n')).ExtractMostSignificantBits(); breaks != 0; breaks &= breaks - 1)
            {
                starts[count++] = at + BitOperations.TrailingZeroCount(breaks) + 1;
            }
        }

        for (; at < span.Length; at++)
        {
            if (span[at] == '\n')
            {
                starts[count++] = at + 1;
            }
        }

        return starts;
    }

    private sealed class Builder
    {
        // A report of the usual length fits without growing.
        private readonly StringBuilder _text = new(4096);
        private readonly List<int> _starts = new(256);
        private readonly List<Place> _places = new(256);
        private readonly List<(int, int)> _grids = [];

        public FlatText Build(IReadOnlyList<Block> blocks)
        {
            foreach (var block in blocks)
            {
                switch (block)
                {
                    case ParagraphBlock paragraph:
                        Mark(paragraph.Place);
                        _text.Append(paragraph.Text).Append('\n');
                        break;
                    case GridBlock grid:
                        Append(grid);
                        break;
                    case PictureBlock picture:
                        Mark(picture.Place);
                        _text.Append(Picture).Append('\n');
                        break;
                    default:
                        throw new InvalidOperationException($"Unknown block {block.GetType().Name}.");
                }
            }

            return new FlatText(_text.ToString(), [.. _starts], [.. _places], _grids);
        }

        private void Append(GridBlock grid)
        {
            var start = _text.Length;
            var row = 0;
            var column = 0;
            Dictionary<(int Row, int Column), int> covered = [];
            for (var i = 0; i < grid.Cells.Count; i++)
            {
                var cell = grid.Cells[i];
                while (row < cell.Row)
                {
                    FillCovered(covered, row, ref column, int.MaxValue);
                    _text.Append('\n');
                    row++;
                    column = 0;
                }

                FillCovered(covered, row, ref column, cell.Column);
                while (column < cell.Column)
                {
                    Separate(ref column);
                    _text.Append(Covered);
                }

                Separate(ref column);
                Mark(cell.Place);
                if (cell.RowSpan > 1 && StandsForSeveralRows(grid.Cells, i))
                {
                    _text.Append(Covered);
                }
                else if (cell.Text.AsSpan().ContainsAny('\n', '\r', '\t'))
                {
                    foreach (var c in cell.Text)
                    {
                        _text.Append(c switch { '\n' or '\r' => '\v', '\t' => ' ', _ => c });
                    }
                }
                else
                {
                    _text.Append(cell.Text);
                }

                Cover(covered, cell);
            }

            FillCovered(covered, row, ref column, int.MaxValue);
            _text.Append('\n');
            _grids.Add((start, _text.Length));
        }

        /// <summary>数字格竖占几行，而下面各行另有数字：这个数是几行合起来的，不是首行的。</summary>
        private static bool StandsForSeveralRows(IReadOnlyList<GridCell> cells, int index)
        {
            var cell = cells[index];
            if (!IsNumber(cell.Text))
            {
                return false;
            }

            for (var i = index + 1; i < cells.Count && cells[i].Row < cell.Row + cell.RowSpan; i++)
            {
                if (cells[i].Row > cell.Row && IsNumber(cells[i].Text))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool IsNumber(ReadOnlySpan<char> text)
        {
            var digits = 0;
            foreach (var c in text)
            {
                if (!char.IsDigit(c) && !char.IsWhiteSpace(c) && c is not ('.' or ',' or '，' or '．'))
                {
                    return false;
                }

                digits += char.IsDigit(c) ? 1 : 0;
            }

            return digits > 0;
        }

        private static void Cover(Dictionary<(int, int), int> covered, GridCell cell)
        {
            for (var r = cell.Row; r < cell.Row + cell.RowSpan; r++)
            {
                for (var c = r == cell.Row ? cell.Column + 1 : cell.Column; c < cell.Column + cell.ColumnSpan; c++)
                {
                    covered[(r, c)] = 0;
                }
            }
        }

        private void FillCovered(Dictionary<(int, int), int> covered, int row, ref int column, int before)
        {
            while (column < before && covered.Count > 0 && covered.Remove((row, column)))
            {
                Separate(ref column);
                _text.Append(Covered);
            }
        }

        private void Separate(ref int column)
        {
            if (column++ > 0)
            {
                _text.Append('\t');
            }
        }

        private void Mark(Place place)
        {
            _starts.Add(_text.Length);
            _places.Add(place);
        }
    }
}
