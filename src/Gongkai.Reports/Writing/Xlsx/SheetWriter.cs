using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Reports.Writing.Text;

namespace Gongkai.Reports.Writing.Xlsx;

/// <summary>一张工作表的各行，逐行写进暂存处。格一律写成数、日期或内联文字，从不写公式。</summary>
internal sealed class SheetWriter : IDisposable
{
    /// <summary>一张表最多多少行（ECMA-376 的实现上限）。</summary>
    public const int MostRows = 1_048_576;

    private const int MostText = 2000;
    private const int MostDigits = 15;
    private static readonly DateOnly FirstDay = new(1900, 3, 1);
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    // 等线 11 磅一行的高度；行高自己算好写下，有的软件打开时不按换行调整。
    private const double LineHeight = 15;
    private const int MostLines = 20;

    private readonly Stream _spool;
    private readonly XmlWriter _xml;
    private readonly IReadOnlyList<double> _widths;
    private readonly int _mostRows;
    private readonly List<Cell> _cells = [];
    private int _row;

    /// <summary>开始一张表。</summary>
    /// <param name="spool">暂存各行的地方，归调用者所有。</param>
    /// <param name="widths">各列的宽度，以半角字符计。</param>
    /// <param name="firstRow">第一行的行号，自 1 起；前面的几行是表头。</param>
    /// <param name="mostRows">最多到第几行，含末尾说明没列完的那一行。</param>
    public SheetWriter(Stream spool, IReadOnlyList<double> widths, int firstRow, int mostRows)
    {
        (_spool, _widths, _row, _mostRows) = (spool, widths, firstRow - 1, mostRows);
        _xml = XmlWriter.Create(spool, new XmlWriterSettings { ConformanceLevel = ConformanceLevel.Fragment, Encoding = new UTF8Encoding(false), CloseOutput = false });
    }

    /// <summary>没写下的行数。</summary>
    public long Dropped { get; private set; }

    /// <summary>写到了第几行。</summary>
    public int LastRow => _row;

    /// <summary>开始一行；写满了时为 false，这一行不要写。</summary>
    public bool BeginRow()
    {
        if (_row >= _mostRows - 1)
        {
            Dropped++;
            return false;
        }

        _cells.Clear();
        return true;
    }

    /// <summary>结束一行，写下去。</summary>
    public void EndRow()
    {
        _row++;
        _xml.WriteStartElement("row");
        _xml.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
        var lines = Math.Min(MostLines, _cells.Select(LinesOf).DefaultIfEmpty(1).Max());
        if (lines > 1)
        {
            _xml.WriteAttributeString("ht", (lines * LineHeight).ToString(CultureInfo.InvariantCulture));
            _xml.WriteAttributeString("customHeight", "1");
        }

        for (var i = 0; i < _cells.Count; i++)
        {
            if (_cells[i].Content.Length > 0)
            {
                Write(i, _cells[i]);
            }
        }

        _xml.WriteEndElement();
    }

    /// <summary>空着一格。</summary>
    public void Skip() => _cells.Add(default(Cell) with { Content = "" });

    /// <summary>写文字；空串则空着。以 <c>= + - @</c> 开头的照样是文字，并标上“前面有引号”，复制、另存后也不会变成公式。</summary>
    public void Text(string? text, SheetStyle style = SheetStyle.Text)
    {
        var clean = DisplayText.Clean(text, MostText);
        var looksLikeFormula = clean.Length > 0 && clean[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
        _cells.Add(new Cell(looksLikeFormula ? SheetStyle.Quoted : style, clean, IsNumber: false));
    }

    /// <summary>写数；位数多得电子表格存不准的写成文字。</summary>
    public void Number(decimal? number, SheetStyle style = SheetStyle.Number)
    {
        if (number is not { } value)
        {
            Skip();
            return;
        }

        var text = ReportWords.Number(value);
        _cells.Add(text.Count(char.IsAsciiDigit) > MostDigits ? new Cell(SheetStyle.State, text, IsNumber: false) : new Cell(style, text, IsNumber: true));
    }

    /// <summary>写日期。</summary>
    public void Date(DateOnly? date)
    {
        if (date is not { } day)
        {
            Skip();
        }
        else if (day < FirstDay)
        {
            Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else
        {
            Number(day.DayNumber - DayZero.DayNumber, SheetStyle.Date);
        }
    }

    /// <summary>写完：没写下的在最后一行说明，各行交给暂存处。</summary>
    public void Finish()
    {
        if (Dropped > 0)
        {
            _cells.Clear();
            Text($"到此为止：一张工作表最多 {_mostRows} 行，另有 {Dropped} 行没有列出。请分批检查，或用 json 的结果。", SheetStyle.Wrong);
            EndRow();
        }

        _xml.Flush();
        _spool.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    /// <summary>列号的字母，自 0 起：A、B……Z、AA。</summary>
    public static string Letters(int column)
    {
        Span<char> letters = stackalloc char[8];
        var start = letters.Length;
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
        {
            letters[--start] = (char)('A' + ((left - 1) % 26));
        }

        return new string(letters[start..]);
    }

    private int LinesOf(Cell cell, int column) =>
        cell.IsNumber || cell.Style is SheetStyle.Wrong || column >= _widths.Count ? 1 : Math.Max(1, (int)Math.Ceiling((DisplayWidth.Of(cell.Content) + 1) / _widths[column]));

    private void Write(int column, Cell cell)
    {
        _xml.WriteStartElement("c");
        _xml.WriteAttributeString("r", Letters(column) + _row.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("s", ((int)cell.Style).ToString(CultureInfo.InvariantCulture));
        if (cell.IsNumber)
        {
            _xml.WriteElementString("v", cell.Content);
        }
        else
        {
            _xml.WriteAttributeString("t", "inlineStr");
            _xml.WriteStartElement("is");
            _xml.WriteElementString("t", cell.Content);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private readonly record struct Cell(SheetStyle Style, string Content, bool IsNumber);
}
