using Gongkai.Core.Reports;

namespace Gongkai.Reports.Reading;

/// <summary>读者说明的中文。</summary>
internal static class NoteTexts
{
    /// <summary>整份报告印了不止一遍（打印版、手机版的副本）；只读第一份。</summary>
    public static readonly ReaderNote RepeatedReport = new(ReaderNotes.Repeated, "文件里同一份报告印了不止一遍（单位、年度和三张表都相同），只读了第一份。", []);

    /// <param name="code">代号。</param>
    /// <param name="table">哪张表。</param>
    /// <param name="cells">涉及几格。</param>
    /// <param name="strays">游离的数及其所在。</param>
    public static string Say(string code, ReportTable table, int cells, IReadOnlyList<string> strays)
    {
        var name = table.ShortName();
        var count = cells > 0 ? $"（{cells} 格）" : "";
        return code switch
        {
            ReaderNotes.StrayDropped => $"{name}有游离的数{Places(strays)}，不属于任何一格，已略过。",
            ReaderNotes.RowShifted => $"{name}有的行错了位，已按标签与勾稽移回{count}。",
            ReaderNotes.DigitsSplit => $"{name}有的数字连在一起，已按勾稽拆开{count}。",
            ReaderNotes.UnitConverted => $"{name}格内写了单位，已按本格的单位读出{count}。",
            ReaderNotes.LabelApproximate => $"{name}有的标签缺字、错字或简写，已按相近的认{count}。",
            ReaderNotes.ColumnsMissing => $"{name}只印了部分列，其余各格未印，不作 0 计。",
            ReaderNotes.PageFurniture => $"{name}中夹有页码、页眉或无关的文字，已略过。",
            ReaderNotes.NumberNormalised => $"{name}有的数用了全角数字或千分位{count}。",
            ReaderNotes.SupersededForm => $"{name}用的是已被替代的 2019 年格式。",
            ReaderNotes.RowsMissing => $"{name}少印了若干行，这些格未印，不作 0 计{count}。",
            ReaderNotes.SearchLimit => $"{name}的读法太多，搜索到了限度，不能断定的格列为两可。",
            ReaderNotes.PictureTable => $"{name}是图片，读不出；请索取可复制的文本。",
            ReaderNotes.Repeated => $"{name}印了不止一遍；看得出哪一遍作数的只读那一遍，看不出而数又不同的列为两可，请核实。",
            ReaderNotes.BlanksInferred => $"{name}有的空格没有印出，已按位置与勾稽推定{count}。",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No text for this note."),
        };
    }

    /// <summary>至多说出三处。</summary>
    private static string Places(IReadOnlyList<string> strays) => strays.Count switch
    {
        0 => "",
        <= 3 => string.Join("、", strays),
        _ => $"{string.Join("、", strays.Take(3))}等 {strays.Count} 处",
    };
}
