using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Writing;

/// <summary>读数与检查结果给人看的说法。</summary>
public static class ReportWords
{
    /// <summary>表的正式名称，即所在部分的标题。</summary>
    public static string Title(ReportTable table) => table switch
    {
        ReportTable.Proactive => "主动公开政府信息情况",
        ReportTable.Requests => "收到和处理政府信息公开申请情况",
        ReportTable.Remedies => "政府信息公开行政复议、行政诉讼情况",
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };

    /// <summary>一条规则管哪些报告；不限时为空串。</summary>
    public static string Scope(Rule rule) => string.Join("；", new[]
    {
        rule.FromYear is { } year ? $"{year} 年度起的报告" : "",
        rule.Form is { } form ? $"{form} 年格式" : "",
        string.Join("、", rule.Levels.Select(Name)),
        rule.Needs switch
        {
            RuleNeeds.Previous => "有上一年的报告时",
            RuleNeeds.Batch => "整批一起检查时",
            _ => "",
        },
    }.Where(s => s.Length > 0));

    /// <summary>读得怎样，一个词。</summary>
    public static string Word(TableProof proof) => proof switch
    {
        TableProof.Absent => "没有",
        TableProof.Consistent => "一致",
        TableProof.Proved => "已证明",
        TableProof.Inconsistent => "不一致",
        TableProof.Ambiguous => "两可",
        TableProof.Partial => "不全",
        TableProof.Unchecked => "已读",
        TableProof.Unreadable => "读不出",
        _ => throw new ArgumentOutOfRangeException(nameof(proof)),
    };

    /// <summary>读得怎样，一句话。</summary>
    public static string Sentence(TableProof proof) => proof switch
    {
        TableProof.Absent => "报告里没有这张表",
        TableProof.Consistent => "一致：只有一种读法，勾稽关系全部成立",
        TableProof.Proved => "已证明：几种读法中恰有一种使勾稽关系全部成立",
        TableProof.Inconsistent => "不一致：没有一种读法使勾稽关系全部成立，源文件有误",
        TableProof.Ambiguous => "两可：几种读法都成立，不能断定",
        TableProof.Partial => "不全：有些格没有印出，其余已读",
        TableProof.Unchecked => "已读：这张表没有勾稽关系可以核对",
        TableProof.Unreadable => "读不出：表格是图片",
        _ => throw new ArgumentOutOfRangeException(nameof(proof)),
    };

    /// <summary>单位的层级与类别。</summary>
    public static string Name(AgencyLevel level) => level switch
    {
        AgencyLevel.Other => "其他",
        AgencyLevel.Province => "省级政府",
        AgencyLevel.City => "市级政府",
        AgencyLevel.County => "县级政府",
        AgencyLevel.Township => "乡镇政府",
        AgencyLevel.Street => "街道办事处",
        AgencyLevel.Department => "政府部门",
        AgencyLevel.Vertical => "垂直管理部门",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary>轻重。</summary>
    public static string Name(Severity severity) => severity switch
    {
        Severity.Info => "提示",
        Severity.Warning => "警告",
        Severity.Error => "错误",
        Severity.Critical => "严重",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    /// <summary>一格读成什么样。</summary>
    public static string Name(CellState state) => state switch
    {
        CellState.Absent => "未印",
        CellState.Number => "数",
        CellState.Blank => "空格",
        CellState.Dash => "横线",
        CellState.Ambiguous => "两可",
        CellState.Unreadable => "读不出",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>轻重的符号；与颜色同用，不靠颜色分辨。</summary>
    public static string Symbol(Severity severity) => severity switch
    {
        Severity.Info => "i",
        Severity.Warning => "!",
        Severity.Error => "✕",
        Severity.Critical => "‼",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    /// <summary>一格在各处的写法：数、<c>□</c> 空格、<c>—</c> 横线、未印、<c>?</c> 两可、<c>▨</c> 读不出。</summary>
    public static string Show(in CellReading cell) => cell.State switch
    {
        CellState.Absent => "未印",
        CellState.Number => Number(cell.Value),
        CellState.Blank => "□",
        CellState.Dash => "—",
        CellState.Ambiguous => "?",
        CellState.Unreadable => "▨",
        _ => throw new ArgumentOutOfRangeException(nameof(cell)),
    };

    /// <summary>数的写法：没有千分位，没有小数末尾的零。</summary>
    public static string Number(decimal value) => value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture);
}
