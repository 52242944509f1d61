namespace Gongkai.Reports.Reading.Workbooks;

/// <summary>一张工作表里看得见的内容。</summary>
/// <param name="name">名称。</param>
internal sealed class Sheet(string name)
{
    /// <summary>名称。</summary>
    public string Name { get; } = name;

    /// <summary>有字的格。</summary>
    public Dictionary<(int Row, int Column), string> Cells { get; } = [];

    /// <summary>合并的格。</summary>
    public List<CellRange> Merges { get; } = [];

    /// <summary>隐藏的行。</summary>
    public HashSet<int> HiddenRows { get; } = [];

    /// <summary>隐藏的列。</summary>
    public HashSet<int> HiddenColumns { get; } = [];

    /// <summary>有内容因超过限度没有读。</summary>
    public bool Truncated { get; set; }
}
