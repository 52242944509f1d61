namespace Gongkai.Reports.Tests.Properties;

/// <summary>一种版式。</summary>
/// <param name="Name">名字，在失败的消息里出现。</param>
/// <param name="Extension">文件扩展名。</param>
/// <param name="Write">把一份报告写成这种版式的文件。</param>
/// <param name="IsFused">数粘连：读者可以诚实地说「两可」；否则每格都必须读对。</param>
/// <param name="ShowsBlanks">空格看得见：表格的格。</param>
internal sealed record Layout(string Name, string Extension, Func<RandomReport, Random, byte[]> Write, bool IsFused = false, bool ShowsBlanks = false);

/// <summary>随机报告可以写成的各种版式。</summary>
internal static class Layouts
{
    public static readonly IReadOnlyList<Layout> All =
    [
        new("cell per line", ".txt", (report, random) => TextLayouts.Write(report, random, TextLayouts.CellPerLine)),
        new("value per line", ".txt", (report, random) => TextLayouts.Write(report, random, TextLayouts.ValuePerLine, "\n\n")),
        new("split labels", ".txt", (report, random) => TextLayouts.Write(report, random, TextLayouts.SplitLabels, "\n\n")),
        new("tabs", ".txt", (report, random) => TextLayouts.Write(report, random, TextLayouts.TabsClean)),
        new("tabs with shifted rows", ".txt", (report, random) => TextLayouts.Write(report, random, TextLayouts.TabsShifted)),
        new("pipes", ".txt", (report, random) => TextLayouts.Write(report, random, TextLayouts.Pipes)),
        new("space aligned", ".txt", (report, random) => TextLayouts.Write(report, random, TextLayouts.SpaceAligned)),
        new("one line", ".txt", (report, random) => TextLayouts.Write(report, random, TextLayouts.OneLine, " ")),
        new("fused", ".txt", (report, random) => TextLayouts.Write(report, random, (t, r) => TextLayouts.Fused(t, r, 0)), IsFused: true),
        new("fused with some spaces", ".txt", (report, random) => TextLayouts.Write(report, random, (t, r) => TextLayouts.Fused(t, r, 0.3)), IsFused: true),
        new("html spans", ".html", HtmlLayouts.Spans, ShowsBlanks: true),
        new("html split labels", ".html", HtmlLayouts.SplitSpans, ShowsBlanks: true),
        new("html fused cells", ".html", HtmlLayouts.FusedCells, IsFused: true),
        new("html paragraphs", ".html", HtmlLayouts.Paragraphs),
        new("html nested", ".html", HtmlLayouts.Nested, ShowsBlanks: true),
        new("docx spans", ".docx", DocxLayouts.Spans, ShowsBlanks: true),
    ];

    /// <summary>数与数分开的各种版式：只有一种读法。</summary>
    public static readonly IReadOnlyList<Layout> Separated = [.. All.Where(l => !l.IsFused)];
}
