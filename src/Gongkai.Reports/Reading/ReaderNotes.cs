namespace Gongkai.Reports.Reading;

/// <summary>读者说明的代号。代号不改义、不重用。</summary>
public static class ReaderNotes
{
    /// <summary>字符集是猜的（不是合法的 UTF-8，也没有标记）。</summary>
    public const string CharsetGuessed = "RD01";

    /// <summary>丢弃了表内一个游离的数或符号。</summary>
    public const string StrayDropped = "RD02";

    /// <summary>一行的数错了位，按标签与勾稽移回。</summary>
    public const string RowShifted = "RD03";

    /// <summary>粘连的数字按勾稽拆开。</summary>
    public const string DigitsSplit = "RD04";

    /// <summary>格内写了单位，或按单位换算。</summary>
    public const string UnitConverted = "RD05";

    /// <summary>标签缺字、错字或简写，按相近的认。</summary>
    public const string LabelApproximate = "RD06";

    /// <summary>只印了部分列。</summary>
    public const string ColumnsMissing = "RD07";

    /// <summary>略过了表内的页码、页眉或重复的表头。</summary>
    public const string PageFurniture = "RD08";

    /// <summary>数的写法归一：全角、千分位。</summary>
    public const string NumberNormalised = "RD09";

    /// <summary>这张表用的是已被替代的格式。</summary>
    public const string SupersededForm = "RD10";

    /// <summary>少印了若干行。</summary>
    public const string RowsMissing = "RD11";

    /// <summary>网页取自脚本里的字符串。</summary>
    public const string PageInScript = "RD12";

    /// <summary>读法太多，搜索到了限度，按「两可」处理。</summary>
    public const string SearchLimit = "RD13";

    /// <summary>表格是图片。</summary>
    public const string PictureTable = "RD14";

    /// <summary>同一份报告、同一张表或同一行印了两遍。</summary>
    public const string Repeated = "RD15";

    /// <summary>空格没有印出，按位置或勾稽推定。</summary>
    public const string BlanksInferred = "RD16";

    /// <summary>文件有一部分因超过限度没有读。</summary>
    public const string Truncated = "RD17";

    /// <summary>工作簿里隐藏的工作表没有读。</summary>
    public const string HiddenSheets = "RD20";
}
