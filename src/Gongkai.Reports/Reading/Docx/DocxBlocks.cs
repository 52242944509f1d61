using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Gongkai.Reports.Reading.Packages;

namespace Gongkai.Reports.Reading.Docx;

/// <summary>Word 文档变成块：把 document.xml 从头到尾读一遍，不建树，不递归。</summary>
internal sealed class DocxBlocks
{
    private readonly XmlReader reader;
    private readonly BlockWriter writer = new();
    private readonly Func<DocxNumbering?> openNumbering;
    private readonly Func<DocxStyles?> openStyles;
    private readonly char[] chunk = new char[256];
    private readonly Stack<int> choices = new();
    private DocxNumbering? numbering;
    private bool numberingOpened;
    private DocxStyles? styles;
    private bool stylesOpened;
    private RunFormat paragraphFormat;
    private bool raised;
    private bool rowPending;
    private bool inText;
    private bool hidden;
    private bool cellPending;
    private bool continues;
    private int columnSpan = 1;
    private readonly Stack<DocxGrid> grids = new();

    private DocxBlocks(XmlReader reader, Func<DocxNumbering?> openNumbering, Func<DocxStyles?> openStyles) =>
        (this.reader, this.openNumbering, this.openStyles) = (reader, openNumbering, openStyles);

    /// <summary>读一个 docx。损坏时抛出压缩包或 XML 的异常，超过限度时抛出 <see cref="ReadLimitException"/>。</summary>
    /// <param name="package">压缩包。</param>
    /// <param name="entry">正文部件。</param>
    public static SourceDocument Read(OfficePackage package, ZipArchiveEntry entry)
    {
        using var reader = OfficePackage.Open(entry);
        var docx = new DocxBlocks(
            reader,
            () =>
            {
                using var numbering = package.Beside(entry, "numbering.xml");
                return numbering is null ? null : DocxNumbering.Read(numbering);
            },
            () =>
            {
                using var styles = package.Beside(entry, "styles.xml");
                return styles is null ? null : DocxStyles.Read(styles);
            });
        docx.Walk();
        var blocks = docx.writer.Finish();
        return new SourceDocument(blocks, null, null, docx.writer.Truncated ? [SourceOpener.Truncated] : []);
    }

    private void Walk()
    {
        while (!writer.IsFull && reader.Read())
        {
            ThrowIfTooDeep();
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    // 没有内容的元素没有结束标签。
                    var (name, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
                    if (Start(name, isEmpty) && isEmpty)
                    {
                        End(name);
                    }

                    break;
                case XmlNodeType.EndElement:
                    End(reader.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when inText && !hidden:
                    for (int read; (read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
                    {
                        writer.Verbatim(chunk.AsSpan(0, read));
                    }

                    break;
            }
        }
    }

    /// <summary>元素开始；假表示连内容一起已经读过。</summary>
    private bool Start(string name, bool isEmpty)
    {
        switch (name)
        {
            case "t":
                inText = true;
                return true;
            case "r":
                Format(paragraphFormat);
                return true;
            case "p":
                EnterCell();
                return true;
            case "rPr":
                var format = RunFormat.Read(reader, out var style);
                Format(format.Over(StyleFormat(style)).Over(paragraphFormat));
                return false;
            case "pPr":
                ParagraphProperties(isEmpty);
                return false;
            case "tab" or "ptab":
                Put("\t");
                return true;
            case "br" or "cr":
                Put("\n");
                return true;
            case "noBreakHyphen":
                Put("-");
                return true;
            case "sym":
                Symbol();
                return true;
            case "tbl":
                EnterCell();
                writer.OpenTable();
                grids.Push(new DocxGrid());
                return true;
            case "tblGrid" when grids.TryPeek(out var grid):
                grid.Read(reader);
                return false;
            case "tr":
                rowPending = true;
                Grid?.StartRow();
                return true;
            case "trPr":
                RowProperties(isEmpty);
                return false;
            case "tc":
                EnterRow();
                (cellPending, continues, columnSpan) = (true, false, 1);
                return true;
            case "gridSpan":
                columnSpan = Number("val", 1);
                return true;
            case "vMerge":
                continues = Attribute("val") is not "restart";
                return true;
            case "blip" or "imagedata" or "chart":
                writer.Picture();
                return true;
            case "txbxContent":
                EnterCell();
                writer.OpenTextBox();
                return true;
            case "AlternateContent":
                choices.Push(0);
                return true;
            case "Choice" or "Fallback":
                return OneAlternative(isEmpty);
            case "del" or "moveFrom" or "instrText" or "delText" or "delInstrText" or "sectPr" or "tblPr" or "tblPrEx" or "sdtPr" or "sdtEndPr" or "rubyPr" or "rt" or "fldData":
                SkipContent(isEmpty);
                return false;
            default:
                return true;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "t":
                inText = false;
                break;
            case "r":
                Format(default);
                break;
            case "p":
                writer.Break();
                paragraphFormat = default;
                break;
            case "tr":
                EnterRow();
                break;
            case "tc":
                EnterCell();
                writer.CloseCell();
                break;
            case "tcPr":
                EnterCell();
                break;
            case "tbl":
                writer.CloseTable();
                grids.TryPop(out _);
                break;
            case "txbxContent":
                writer.CloseTextBox();
                break;
            case "AlternateContent":
                choices.TryPop(out _);
                break;
        }
    }

    /// <summary>格的合并要到它的属性读完才知道，所以到第一段内容时才开格。</summary>
    private void EnterCell()
    {
        if (cellPending)
        {
            cellPending = false;
            writer.OpenMergedCell(Math.Max(Pass(columnSpan), 1), continues);
        }
    }

    private DocxGrid? Grid => grids.TryPeek(out var grid) ? grid : null;

    private int Pass(int columns) => Grid?.Pass(columns) ?? columns;

    private void EnterRow()
    {
        if (rowPending)
        {
            rowPending = false;
            writer.OpenRow();
        }
    }

    /// <summary>行的属性：修订里删去的、隐藏的行整行跳过。</summary>
    private void RowProperties(bool isEmpty)
    {
        var depth = reader.Depth;
        var skipped = 0;
        var isGone = false;
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1)
            {
                skipped = reader.LocalName == "gridBefore" ? Number("val", 0) : skipped;
                isGone |= reader.LocalName == "del" || (reader.LocalName == "hidden" && RunFormat.IsOn(Attribute("val")));
            }
        }

        if (!isGone)
        {
            EnterRow();
            writer.SkipColumns(Pass(skipped));
            return;
        }

        // 停在这一行的结束标签上，它不再另外读。
        rowPending = false;
        while (reader.Read() && reader.Depth >= depth)
        {
            ThrowIfTooDeep();
        }
    }

    private void Format(RunFormat format)
    {
        hidden = format.Unread is true;
        if (raised != format.Raised is true)
        {
            raised = !raised;
            if (raised)
            {
                writer.OpenMark();
            }
            else
            {
                writer.CloseMark();
            }
        }
    }

    private RunFormat StyleFormat(string? style)
    {
        if (style is null)
        {
            return default;
        }

        if (!stylesOpened)
        {
            stylesOpened = true;
            styles = openStyles();
        }

        return styles?.Of(style) ?? default;
    }

    /// <summary>同一内容的几种写法只读一种。</summary>
    private bool OneAlternative(bool isEmpty)
    {
        if (choices.TryPop(out var taken))
        {
            choices.Push(taken + 1);
            if (taken > 0)
            {
                SkipContent(isEmpty);
                return false;
            }
        }

        return true;
    }

    private void Put(string text)
    {
        if (!hidden)
        {
            writer.Verbatim(text);
        }
    }

    private void Symbol()
    {
        // 私用区的字形只在那种字体里有意义。
        if (ushort.TryParse(Attribute("char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) && !char.IsSurrogate((char)unit))
        {
            Put(unit is >= 0xE000 and <= 0xF8FF ? " " : ((char)unit).ToString());
        }
    }

    private void ParagraphProperties(bool isEmpty)
    {
        string? style = null, list = null, level = null;
        var depth = reader.Depth;
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth <= depth + 2)
            {
                switch (reader.LocalName)
                {
                    case "pStyle":
                        style = Attribute("val");
                        break;
                    case "numId":
                        list = Attribute("val");
                        break;
                    case "ilvl":
                        level = Attribute("val");
                        break;
                }
            }
        }

        paragraphFormat = StyleFormat(style);
        if (style is null && list is null)
        {
            return;
        }

        if (!numberingOpened)
        {
            numberingOpened = true;
            numbering = openNumbering();
        }

        if (numbering?.Next(style, list, level) is { } label)
        {
            writer.Verbatim(label);
        }
    }

    private void SkipContent(bool isEmpty)
    {
        var depth = reader.Depth;
        while (!isEmpty && reader.Read() && reader.Depth > depth)
        {
            ThrowIfTooDeep();
        }
    }

    private void ThrowIfTooDeep()
    {
        if (reader.Depth > ReadLimits.XmlDepth)
        {
            throw new ReadLimitException("The XML nests too deeply.");
        }
    }

    private int Number(string attribute, int otherwise) =>
        int.TryParse(Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private string? Attribute(string name) => reader.GetAttribute(name, reader.NamespaceURI) ?? reader.GetAttribute(name);
}
