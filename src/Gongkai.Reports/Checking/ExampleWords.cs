namespace Gongkai.Reports.Checking;

/// <summary>把例子改动的地方逐条说出来，给规则目录的各种写法共用。</summary>
public static class ExampleWords
{
    /// <summary>一个例子改动了什么，一行一条。</summary>
    public static IEnumerable<string> Of(RuleExample example)
    {
        foreach (var line in Of(example.Report))
        {
            yield return line;
        }

        if (example.Previous is { } previous)
        {
            foreach (var line in Of(previous).DefaultIfEmpty("照范本"))
            {
                yield return $"上一年的报告：{line}";
            }
        }

        if (example.Batch.Count > 0)
        {
            foreach (var line in example.Batch.SelectMany(Of).Distinct().Take(6).DefaultIfEmpty("照范本"))
            {
                yield return $"同批另有 {example.Batch.Count} 份：{line}";
            }
        }

        if (example.AsOf is { } day)
        {
            yield return $"检查的日子：{day:yyyy-MM-dd}";
        }

        if (example.Region != RegionProfile.National.Id)
        {
            yield return $"地区：{example.Region}";
        }
    }

    private static IEnumerable<string> Of(SpecimenChanges changes)
    {
        var plain = new SpecimenChanges();
        (string Name, string? Value)[] facts =
        [
            ("单位", changes.Agency == plain.Agency ? null : changes.Agency),
            ("年度", changes.Year == plain.Year ? null : $"{changes.Year}"),
            ("格式", changes.Form == plain.Form ? null : $"{changes.Form} 年格式"),
            ("标题", changes.Title),
            ("标题之上", changes.Banner),
            ("发布信息", changes.SourceLine),
            ("引言", changes.Introduction == "" ? "（没有）" : changes.Introduction),
            ("落款日期", changes.SignedOn == "" ? "（没有）" : changes.SignedOn),
        ];
        foreach (var (name, value) in facts.Where(f => f.Value is not null))
        {
            yield return $"{name}：{OneLine(value!)}";
        }

        foreach (var (section, heading) in changes.Headings)
        {
            yield return $"第 {section} 部分的标题：{(heading.Length == 0 ? "（没有）" : heading)}";
        }

        foreach (var (section, text) in changes.Sections)
        {
            yield return $"第 {section} 部分的正文：{(text.Length == 0 ? "（没有）" : OneLine(text))}";
        }

        foreach (var section in changes.TablesLeftOut)
        {
            yield return $"第 {section} 部分没有表";
        }

        if (changes.Cells.Count > 0)
        {
            yield return string.Join("，", changes.Cells.Select(c => $"`{c.Cell}` 印作“{c.Printed}”"));
        }

        foreach (var (from, to) in changes.Replacements)
        {
            yield return $"“{OneLine(from)}”换成“{OneLine(to)}”";
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ⏎ ").Replace("\t", " ", StringComparison.Ordinal);
}
