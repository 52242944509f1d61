namespace Gongkai.Reports.Reading.Workbooks;

/// <summary>整个工作簿还可以读多少；各张工作表共用。</summary>
internal sealed class SheetBudget
{
    /// <summary>XML 的节点。</summary>
    public int Nodes { get; set; } = 10_000_000;

    /// <summary>行。</summary>
    public int Rows { get; set; } = ReadLimits.Rows;

    /// <summary>有字的格。</summary>
    public int Cells { get; set; } = ReadLimits.Cells;

    /// <summary>写出的格，连空格在内。</summary>
    public int Emitted { get; set; } = ReadLimits.Cells;

    /// <summary>合并的格盖住的格。</summary>
    public int Merged { get; set; } = 4 * ReadLimits.Cells;

    /// <summary>字符；各格可以引用同一段长文。</summary>
    public long Characters { get; set; } = ReadLimits.TextCharacters;
}
