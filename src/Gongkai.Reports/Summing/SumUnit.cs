using Gongkai.Core.Reports;

namespace Gongkai.Reports.Summing;

/// <summary>汇总里的一份报告：谁的、计入了没有。</summary>
public sealed class SumUnit
{
    private readonly SumRow _row;
    private readonly ReportForm _form;

    internal SumUnit(SumRow row, int number, ReportForm form) => (_row, Number, _form, Key) = (row, number, form, row.Key);

    /// <summary>在输入中的序号，自 0 起。</summary>
    public int Number { get; }

    /// <summary>文件名，如调用者所给。</summary>
    public string File => _row.File;

    /// <summary>同一文件中的第几份，自 0 起。</summary>
    public int Index => _row.Index;

    /// <summary>单位名称；看不出时为 null。</summary>
    public string? Agency => _row.Agency;

    /// <summary>层级与类别。</summary>
    public AgencyLevel Level => _row.Level;

    /// <summary>报告年度；看不出时为 null。</summary>
    public int? Year => _row.Year;

    /// <summary>是政府本级的那一份。</summary>
    public bool IsOwn => _row.IsOwn;

    /// <summary>有表是按另一版格式印的。</summary>
    public bool HasOtherForm => _row.Forms.Any(f => f.Form != _form.Id);

    /// <summary>报告自己不成立的勾稽关系。</summary>
    public IReadOnlyList<Linkage> Broken => _row.Broken;

    /// <summary>计入了没有。</summary>
    public SumStatus Status { get; internal set; }

    /// <summary>与哪一份相同或相冲突（其 <see cref="Number"/>）；别的情形为 null。</summary>
    public int? SameAs { get; internal set; }

    /// <summary>已是汇总时，它所含的、也在其中的一个单位（其 <see cref="Number"/>）；别的情形为 null。</summary>
    public int? Holds { get; internal set; }

    /// <summary>名录里的名称；没有名录或不在名录里时为 null。</summary>
    public string? Listed { get; internal set; }

    /// <summary>没有计入合计的格数；没有计入的报告为 0。</summary>
    public int LeftOut { get; internal set; }

    /// <summary>认单位的键：折叠过的名称，在名录里的用名录里的。</summary>
    internal string Key { get; set; }

    internal SumRow Row => _row;

    /// <summary>各格，已换到汇总所用的格式；三张表相接，次序同格式。</summary>
    public IReadOnlyList<SumCell> Cells() => _row.Cells(_form);
}
