using System.Globalization;
using System.Xml;

namespace Gongkai.Reports.Reading.Docx;

/// <summary>
/// 一张表格的列宽。另存、换算单位之后，上下两行的竖线常差一点点，中间就多出一列看不见的细缝；
/// 跨过细缝的格按细缝不存在来数，否则下面各列都会错位。
/// </summary>
internal sealed class DocxGrid
{
    /// <summary>不到半毫米的列是细缝，单位是二十分之一磅。</summary>
    private const int Sliver = 28;

    private readonly List<bool> _isSliver = [];
    private int _column;

    /// <summary>读完一个 tblGrid。</summary>
    public void Read(XmlReader reader)
    {
        var (depth, isEmpty) = (reader.Depth, reader.IsEmptyElement);
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "gridCol" } && _isSliver.Count < ReadLimits.Columns)
            {
                var width = reader.GetAttribute("w", reader.NamespaceURI);
                _isSliver.Add(int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var twips) && twips is > 0 and <= Sliver);
            }
        }
    }

    /// <summary>一行开始。</summary>
    public void StartRow() => _column = 0;

    /// <summary>走过几列，返回其中看得见的列数。</summary>
    public int Pass(int columns)
    {
        var seen = columns;
        for (var i = _column; i < Math.Min(_column + columns, _isSliver.Count); i++)
        {
            seen -= _isSliver[i] ? 1 : 0;
        }

        _column += Math.Min(columns, ReadLimits.Columns);
        return seen;
    }
}
