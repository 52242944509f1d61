namespace Gongkai.Letters.Templates;

/// <summary>模板是否齐备：法定的必备要素都有，用到的事实都认得。</summary>
internal static class TemplateCheck
{
    /// <summary>缺什么；空表示齐备。</summary>
    public static IEnumerable<LetterProblem> WhyNot(LetterTemplate template, IReadOnlyList<ElementFile> elements)
    {
        foreach (var name in NamesIn(template).Where(n => !LetterFields.Exists(n)).Distinct())
        {
            yield return new LetterProblem("template.unknownFact", name, $"「{template.Name}」模板用了不存在的事实「{name}」。");
        }

        foreach (var name in template.AllBlocks.Where(b => b.Text?.OnlyField is null).SelectMany(b => b.Fields).Select(f => f.Name).Where(n => n is LetterFields.Remedy or LetterFields.RecipientRemedy))
        {
            yield return new LetterProblem("template.misplaced", name, $"「{template.Name}」模板的「{name}」要自成一段。");
        }

        foreach (var (name, _) in template.AllBlocks.SelectMany(PerSearchMisuse))
        {
            yield return new LetterProblem("template.misplaced", name, $"「{template.Name}」模板的「{name}」只能写在逐条重复的行里，别的空格不能写在那里。");
        }

        foreach (var element in elements.Where(e => ElementCheck.Applies(e, template.Type, template.Form) && !Has(template, e)))
        {
            yield return new LetterProblem("template.element", element.Name, $"「{template.Name}」模板缺少必备要素「{element.Name}」（{element.Basis}）。");
        }
    }

    private static IEnumerable<string> NamesIn(LetterTemplate template) =>
        template.AllBlocks.SelectMany(b => b.Fields.Select(f => f.Name).Append(b.When).Append(b.Unless))
            .Concat(template.Salutation?.Fields.Select(f => f.Name) ?? [])
            .Concat(template.Enclosure?.Salutation?.Fields.Select(f => f.Name) ?? [])
            .OfType<string>();

    private static IEnumerable<(string Name, bool IsOptional)> PerSearchMisuse(TemplateBlock block) => block.Table is { } table
        ? table.Rows.SelectMany(r => r.Cells.SelectMany(c => c.Text.Fields).Where(f => LetterFields.OfSearch.ContainsKey(f.Name) != r.PerSearch))
        : block.Fields.Where(f => LetterFields.OfSearch.ContainsKey(f.Name));

    private static bool Has(LetterTemplate template, ElementFile element) => element.Part switch
    {
        "title" => !string.IsNullOrWhiteSpace(template.Title),
        "number" => !string.IsNullOrWhiteSpace(template.TypeWord),
        "salutation" => template.Salutation is not null && template.Salutation.Fields.Any(f => !f.IsOptional),
        "enclosure" => template.Enclosure is not null,
        _ => template.Blocks.Any(b => Gives(b, element)),
    };

    // 有条件的段可能不写，只有条件正是该要素的条件时才算数。
    private static bool Gives(TemplateBlock block, ElementFile element) =>
        block.Unless is null
        && (block.When is null || block.When == element.When)
        && element.Fields.All(f => block.Fields.Contains((f, false)))
        && (element.Words.Count == 0 || element.Words.Any(w => block.Literal.Contains(w, StringComparison.Ordinal)));
}
