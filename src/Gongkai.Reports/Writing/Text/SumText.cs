using System.Text;
using Gongkai.Reports.Summing;

namespace Gongkai.Reports.Writing.Text;

/// <summary>汇总的几行说明，给终端前的人看：加了谁、缺谁、哪里要处理。</summary>
public static class SumText
{
    private const int MostListed = 20;

    /// <summary>全部说明，以换行结尾。</summary>
    public static string Of(RegionTotal total, Ink ink)
    {
        var text = new StringBuilder();
        text.Append(ink.Strong(SumWords.Title(total))).Append("（汇总）\n");
        foreach (var sentence in SumWords.Sentences(total))
        {
            text.Append(sentence).Append('\n');
        }

        foreach (var note in SumNotes.Of(total))
        {
            text.Append(ink.Caution($"{note.Code}  {note.Message}")).Append('\n');
        }

        List(text, ink, "没有计入：", total.Units.Where(u => u.Status is not SumStatus.Counted), u => Line(total, u, SumWords.Name(u.Status)));
        List(text, ink, "计入而要核对：", total.Counted.Where(u => u.LeftOut > 0 || u.Broken.Count > 0), u => Line(total, u, null));
        List(text, ink, "读不了：", total.Unread, f => $"{DisplayText.FilePath(f.File)}：{f.Error.Message}");
        if (total.Coverage is { } coverage)
        {
            List(text, ink, "没有报告的单位：", coverage.Missing, r => DisplayText.Clean(r.Unit.Name, 60) + (r.Maybe.Count > 0 ? $"（可能是：{string.Join("、", r.Maybe.Select(SumWords.NameOf))}；不能断定，没有当作它）" : ""));
            List(text, ink, "不在名录里：", coverage.Unexpected, u => $"{SumWords.NameOf(u)}（{SumWords.FileOf(u)}）：{SumWords.Name(u.Status)}");
        }

        List(text, ink, "合计不成立的勾稽：", total.Tables.SelectMany(t => t.Broken.Select(l => (Table: t, Linkage: l))), b => SumWords.Broken(b.Table, b.Linkage));
        return text.ToString();
    }

    private static string Line(RegionTotal total, SumUnit unit, string? status) =>
        $"{SumWords.NameOf(unit)}（{SumWords.FileOf(unit)}）：{string.Join("；", new[] { status, SumWords.Remark(total, unit) }.Where(s => !string.IsNullOrEmpty(s)))}";

    private static void List<T>(StringBuilder text, Ink ink, string title, IEnumerable<T> items, Func<T, string> line)
    {
        var count = 0;
        foreach (var item in items)
        {
            if (count == 0)
            {
                text.Append(ink.Strong(title)).Append('\n');
            }

            if (count++ < MostListed)
            {
                text.Append("  ").Append(HarmlessText.From(line(item))).Append('\n');
            }
        }

        if (count > MostListed)
        {
            text.Append(ink.Quiet($"  另有 {count - MostListed} 个，见写出的结果。")).Append('\n');
        }
    }
}
