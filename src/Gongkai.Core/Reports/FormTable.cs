using System.Collections.Frozen;

namespace Gongkai.Core.Reports;

/// <summary>表上的一行。表四印成一行，其三块（复议、直接起诉、复议后起诉）在这里各是一行。</summary>
/// <param name="Id">标识，如 <c>refused.stateSecret</c>。</param>
/// <param name="Label">逐字的官方标签。</param>
/// <param name="Group">所属的分组标签，如「（三）不予公开」；没有时为 null。</param>
/// <param name="Aliases">实际报告里见过的别的写法。</param>
public sealed record FormRow(string Id, string Label, string? Group, IReadOnlyList<string> Aliases);

/// <summary>表上的一列。</summary>
/// <param name="Id">标识，如 <c>person</c>。</param>
/// <param name="Label">逐字的官方标签。</param>
/// <param name="Group">所属的分组标签，如「法人或其他组织」；没有时为 null。</param>
/// <param name="Aliases">实际报告里见过的别的写法。</param>
public sealed record FormColumn(string Id, string Label, string? Group, IReadOnlyList<string> Aliases);

/// <summary>表上的一格。</summary>
/// <param name="Index">在本表各格中的序号，自 0 起，先行后列。</param>
/// <param name="Address">地址。</param>
/// <param name="Row">所在行。</param>
/// <param name="Column">所在列。</param>
/// <param name="IsDecimal">可以是小数（金额）；件数印成小数时照印的读，对错由规则去说。</param>
/// <param name="MayBeNegative">可以是负数（2019 年格式的「本年增/减」）；别的格印成负数时照印的读，对错由规则去说。</param>
/// <param name="Unit">单位，如「万元」；件数为 null。</param>
public sealed record FormCell(int Index, CellAddress Address, FormRow Row, FormColumn Column, bool IsDecimal, bool MayBeNegative, string? Unit)
{
    /// <summary>给人看的名字，如「（七）总计·自然人」。</summary>
    public string Name => $"{Row.Label}·{Column.Label}";
}

/// <summary>一条勾稽关系的一处：若干格之和等于另若干格之和。</summary>
/// <param name="code">规则代号，如 <c>L01</c>。</param>
/// <param name="name">这一处的名字，如「自然人列」。</param>
/// <param name="left">左边各格在本表中的序号。</param>
/// <param name="right">右边各格在本表中的序号。</param>
public sealed class Linkage(string code, string name, IEnumerable<int> left, IEnumerable<int> right)
{
    private readonly int[] _left = [.. left];
    private readonly int[] _right = [.. right];

    /// <summary>规则代号，如 <c>L01</c>。</summary>
    public string Code { get; } = code;

    /// <summary>这一处的名字，如「自然人列」。</summary>
    public string Name { get; } = name;

    /// <summary>左边各格在本表中的序号。</summary>
    public IReadOnlyList<int> Left => _left;

    /// <summary>右边各格在本表中的序号。</summary>
    public IReadOnlyList<int> Right => _right;

    internal ReadOnlySpan<int> LeftSpan => _left;

    internal ReadOnlySpan<int> RightSpan => _right;

    /// <summary>两边的全部格。</summary>
    public IEnumerable<int> Cells => _left.Concat(_right);
}

/// <summary>某一版格式中的一张表：行、列、格与勾稽关系。</summary>
public sealed class FormTable
{
    private readonly FrozenDictionary<(string Row, string Column), FormCell> _byId;
    private readonly int[][] _linkagesOf;

    /// <summary>建一张表。各格须按先行后列排好，序号与位置一致。</summary>
    public FormTable(string form, ReportTable table, IReadOnlyList<FormRow> rows, IReadOnlyList<FormColumn> columns, IReadOnlyList<FormCell> cells, IReadOnlyList<Linkage> linkages)
    {
        (Form, Table, Rows, Columns, Cells, Linkages) = (form, table, rows, columns, cells, linkages);
        _byId = cells.ToFrozenDictionary(c => (c.Row.Id, c.Column.Id));
        _linkagesOf = [.. cells.Select(c => Enumerable.Range(0, linkages.Count).Where(i => linkages[i].Cells.Contains(c.Index)).ToArray())];
    }

    /// <summary>哪一版格式：<c>2021</c> 或 <c>2019</c>。</summary>
    public string Form { get; }

    /// <summary>哪张表。</summary>
    public ReportTable Table { get; }

    /// <summary>各行。</summary>
    public IReadOnlyList<FormRow> Rows { get; }

    /// <summary>各列。表二各块的列不同，这里是全部列，按首次出现的先后。</summary>
    public IReadOnlyList<FormColumn> Columns { get; }

    /// <summary>各格，先行后列。</summary>
    public IReadOnlyList<FormCell> Cells { get; }

    /// <summary>全部勾稽关系。</summary>
    public IReadOnlyList<Linkage> Linkages { get; }

    /// <summary>有这一格的勾稽，给出在 <see cref="Linkages"/> 中的序号。</summary>
    public IReadOnlyList<int> LinkagesOf(int cell) => _linkagesOf[cell];

    /// <summary>按行、列标识取格；这版格式没有时为 null。</summary>
    public FormCell? Find(string row, string column) => _byId.GetValueOrDefault((row, column));
}

/// <summary>年度报告的一版格式（国办公开办函〔2021〕30号、〔2019〕60号）。</summary>
/// <param name="Id">版本：<c>2021</c> 或 <c>2019</c>。</param>
/// <param name="Source">出处文号。</param>
/// <param name="Sections">六个部分的标题及其别的写法。</param>
/// <param name="Tables">三张表，按 <see cref="ReportTable"/> 的次序。</param>
public sealed record ReportForm(string Id, string Source, IReadOnlyList<FormSection> Sections, IReadOnlyList<FormTable> Tables)
{
    /// <summary>取一张表。</summary>
    public FormTable this[ReportTable table] => Tables[(int)table];
}

/// <summary>报告的一个部分。</summary>
/// <param name="Number">第几部分，1 至 6。</param>
/// <param name="Heading">逐字的官方标题，含序号，如「一、总体情况」。</param>
/// <param name="Aliases">实际报告里见过的别的写法，不含序号。</param>
public sealed record FormSection(int Number, string Heading, IReadOnlyList<string> Aliases);
