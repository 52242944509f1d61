using Gongkai.Core.Reports;

namespace Gongkai.Reports.Writing.Printing;

/// <summary>一格在页面上的样式名与说明文字。</summary>
public static class CellWords
{
    /// <summary>样式名：状态、是否为 0、是否证实、是否有错。</summary>
    public static string Css(PrintedCell cell)
    {
        var css = $"cell is-{cell.Reading.State.ToString().ToLowerInvariant()}";
        if (cell.Reading.State is CellState.Number && cell.Reading.Value == 0)
        {
            css += " is-zero";
        }

        return css + cell.Mark switch
        {
            { Mend: not null } => " is-wrong",
            { Finding: > 0, Severity: >= Severity.Error } => " is-cited is-cited-error",
            { Finding: > 0 } => " is-cited",
            { Confirmed: true } when cell.Reading.State is CellState.Number => " is-proved",
            _ => "",
        };
    }

    /// <summary>悬停时的说明：哪一格、在哪里、原文是什么。</summary>
    public static string Title(PrintedCell cell)
    {
        var place = cell.Reading.Place.ToString();
        var title = $"{cell.Form.Name}：{(place.Length > 0 ? place : "没有位置")}";
        if (cell.Reading.Raw.Length > 0)
        {
            title += $"，原文“{DisplayText.Clean(cell.Reading.Raw, 60)}”";
        }

        return cell.Mark.Rules.Length > 0 ? $"{title}；见 {cell.Mark.Rules}" : title;
    }

    /// <summary>一格读数的说法，用在清单和卡片里。</summary>
    public static string Value(CellReading cell) => cell.State switch
    {
        CellState.Number => PrintedTable.Show(cell.Value),
        CellState.Ambiguous => $"两可：{PrintedTable.ShowCandidates(cell)}",
        _ => ReportWords.Name(cell.State),
    };
}
