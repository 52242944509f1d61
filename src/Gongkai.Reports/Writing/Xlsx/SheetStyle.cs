namespace Gongkai.Reports.Writing.Xlsx;

/// <summary>格的样式，次序即 <c>styles.xml</c> 里 <c>cellXfs</c> 的次序。</summary>
internal enum SheetStyle
{
    /// <summary>文字，顶端对齐，自动换行。</summary>
    Text,

    /// <summary>表头：加粗，浅底。</summary>
    Head,

    /// <summary>数。</summary>
    Number,

    /// <summary>日期。</summary>
    Date,

    /// <summary>以等号一类开头的文字。</summary>
    Quoted,

    /// <summary>不是数的状态，如「空格」「未印」：灰字。</summary>
    State,

    /// <summary>有错的数：红字红底。</summary>
    WrongNumber,

    /// <summary>有错而不是数的格。</summary>
    WrongState,

    /// <summary>错误、严重：红字。</summary>
    Wrong,

    /// <summary>警告：棕字。</summary>
    Caution,

    /// <summary>居中的数：第几份、年度、条数。</summary>
    Centre,

    /// <summary>居中的数，红字红底。</summary>
    WrongCentre,

    /// <summary>大标题。</summary>
    Title,

    /// <summary>带框的标题格。</summary>
    BoxHead,

    /// <summary>带框的行标签。</summary>
    BoxLabel,

    /// <summary>带框的数。</summary>
    BoxNumber,

    /// <summary>带框的数，不完整：红字红底。</summary>
    BoxWrong,
}

/// <summary>工作簿里不随内容变的几个部件。</summary>
internal static class WorkbookParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Fonts = """<font><sz val="11"/><color rgb="FF1B1F24"/><name val="等线"/></font>""";

    public const string Styles =
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <styleSheet xmlns="{Main}">
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>
        <fonts count="6">{Fonts}
        <font><b/><sz val="11"/><color rgb="FF1B1F24"/><name val="等线"/></font>
        <font><sz val="11"/><color rgb="FF57606A"/><name val="等线"/></font>
        <font><b/><sz val="11"/><color rgb="FFB3261E"/><name val="等线"/></font>
        <font><sz val="11"/><color rgb="FF8A5A00"/><name val="等线"/></font>
        <font><b/><sz val="16"/><color rgb="FF1B1F24"/><name val="等线"/></font></fonts>
        <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFEEF1F4"/></patternFill></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFFDECEA"/></patternFill></fill></fills>
        <borders count="3"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF8C96A1"/></bottom></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>
        <cellStyleXfs count="1"><xf/></cellStyleXfs>
        <cellXfs count="17">
        <xf fontId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
        <xf fontId="0" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf numFmtId="164" fontId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
        <xf numFmtId="49" fontId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        <xf fontId="2" applyFont="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>
        <xf fontId="3" fillId="3" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf fontId="3" fillId="3" applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>
        <xf fontId="3" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf fontId="4" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>
        <xf fontId="0" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>
        <xf fontId="3" fillId="3" applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>
        <xf fontId="5" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
        <xf fontId="1" fillId="2" borderId="2" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        <xf fontId="0" borderId="2" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
        <xf fontId="0" borderId="2" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
        <xf fontId="3" fillId="3" borderId="2" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    public const string PackageRelationships =
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    /// <summary>各部件的类型。</summary>
    public static string ContentTypes(int sheets) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{Each(sheets, i => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")}</Types>
        """;

    /// <summary>工作簿与各部件的关系。</summary>
    public static string WorkbookRelationships(int sheets) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{Each(sheets, i => $"<Relationship Id=\"rId{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")}<Relationship Id="rId{sheets + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
        """;

    /// <summary>工作簿：各表的名字、筛选的范围、每页都印的表头。</summary>
    /// <param name="sheets">各表的名字，筛选的范围（如 <c>$A$1:$P$9</c>；不筛选的写空串），每页都印的表头有几行（没有为 0）；不能张张都没有。</param>
    public static string Workbook(IReadOnlyList<(string Name, string Filter, int HeadRows)> sheets) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{Each(sheets.Count, i => $"<sheet name=\"{sheets[i - 1].Name}\" sheetId=\"{i}\" r:id=\"rId{i}\"/>")}</sheets><definedNames>{Each(sheets.Count, i => sheets[i - 1].Filter.Length == 0 ? "" : $"<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{i - 1}\" hidden=\"1\">{sheets[i - 1].Name}!{sheets[i - 1].Filter}</definedName>")}{Each(sheets.Count, i => sheets[i - 1].HeadRows == 0 ? "" : $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{i - 1}\">{sheets[i - 1].Name}!$1:${sheets[i - 1].HeadRows}</definedName>")}</definedNames></workbook>
        """;

    private static string Each(int count, Func<int, string> write) => string.Concat(Enumerable.Range(1, count).Select(write));
}
