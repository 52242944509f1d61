using Gongkai.Letters.Facts;
using Gongkai.Letters.Remedies;
using Gongkai.Letters.Templates;

namespace Gongkai.Letters;

/// <summary>把事实填进模板，成为文书；缺必备要素或者事实就不出。</summary>
/// <param name="templates">模板。</param>
public sealed class LetterRenderer(LetterTemplates templates)
{
    private const string Disclosure = "政府信息公开申请";
    private const string Correction = "更正政府信息申请";

    /// <summary>为什么不能出这份文书；空表示可以。页面据此说明还缺什么。</summary>
    public IReadOnlyList<LetterProblem> WhyNot(LetterType type, LetterFacts facts) => FactCheck.WhyNot(templates.Of(type), facts);

    /// <summary>出文书。</summary>
    /// <exception cref="LetterRefusedException">缺必备要素或者事实。</exception>
    public Letter Render(LetterType type, LetterFacts facts)
    {
        var template = templates.Of(type);
        if (FactCheck.WhyNot(template, facts) is { Count: > 0 } problems)
        {
            throw new LetterRefusedException(problems);
        }

        return new Letter
        {
            Type = type,
            Form = template.Form,
            Layout = facts.Agency.Layout,
            Title = facts.IsCorrection ? template.Title.Replace(Disclosure, Correction, StringComparison.Ordinal) : template.Title,
            Number = template.IsNumbered ? facts.Number!.ToString() : null,
            Agency = LetterText.Line(facts.Agency.Name),
            Addressee = Salutation(template.Salutation, facts),
            Blocks = Blocks(template.Blocks, template, facts),
            Attachments = [.. template.Enclosure is { } slip ? [slip.Title] : Array.Empty<string>(), .. LetterFields.Read("附件", facts)],
            WrittenOn = LetterText.Date(facts.WrittenOn),
            Contact = Contact(template, facts),
            Enclosures = template.Enclosure is { } page
                ? [new LetterEnclosure(page.Title, Salutation(page.Salutation, facts), Blocks(page.Blocks, template, facts))]
                : [],
        };
    }

    private static string? Salutation(TemplateText? text, LetterFacts facts) => text?.Fill(name => Inline(name, facts));

    private static LetterBlock[] Blocks(IEnumerable<TemplateBlock> blocks, LetterTemplate template, LetterFacts facts) =>
        [.. blocks.Where(b => FactCheck.IsWritten(b, facts)).SelectMany(b => b.Table is { } table ? [Table(table, facts)] : Paragraphs(b, template, facts))];

    private static IEnumerable<LetterBlock> Paragraphs(TemplateBlock block, LetterTemplate template, LetterFacts facts)
    {
        if (block.Text!.OnlyField is not { } only)
        {
            return [new LetterParagraph(block.Role, block.Text.Fill(name => Inline(name, facts)))];
        }

        var values = only is LetterFields.Remedy or LetterFields.RecipientRemedy ? Remedy(only, template, facts) : LetterFields.Read(only, facts);
        return block.Role is LetterRole.Item && values.Length > 1
            ? values.Select((v, i) => new LetterParagraph(block.Role, $"{i + 1}.{Ended(v)}"))
            : values.Select(v => new LetterParagraph(block.Role, Ended(v)));
    }

    private static LetterTable Table(TemplateTable table, LetterFacts facts) => new(table.Columns, [.. table.Rows.SelectMany(row =>
        row.PerSearch
            ? facts.Searches.Select(s => Row(row, name => LetterText.Line(LetterFields.OfSearch[name](s))))
            : [Row(row, name => string.Join('\n', LetterFields.Read(name, facts)))])]);

    private static LetterTableRow Row(TemplateRow row, Func<string, string> read) =>
        new(row.Height, [.. row.Cells.Select(c => new LetterCell(c.Text.Fill(read), c.Span, c.IsLabel))]);

    /// <summary>句子里的值：句末的句号去掉，免得与模板的标点重复。</summary>
    private static string Inline(string name, LetterFacts facts) =>
        string.Join('；', LetterFields.Read(name, facts).Select(v => v.TrimEnd('。', '；', '，')));

    private static string[] Remedy(string name, LetterTemplate template, LetterFacts facts) => RemedyText
        .Of(template.Outcome, facts, LetterFields.Address(name is LetterFields.Remedy ? facts.ApplicantForm : facts.RecipientForm))
        .Split('\n');

    /// <summary>自成一段的值，句末没有标点的补句号。</summary>
    private static string Ended(string text) => text.TrimEnd('”', '’', '）', '》') is [.., '。' or '！' or '？' or '；' or '：'] ? text : text.TrimEnd('，', '、') + "。";

    private static string? Contact(LetterTemplate template, LetterFacts facts)
    {
        // 正文里已经写了电话的，落款下面不再写一遍。
        if (template.AllBlocks.Any(b => FactCheck.IsWritten(b, facts) && b.Table is null && b.Fields.Any(f => f.Name is "承办电话" or "机关电话")))
        {
            return null;
        }

        var telephone = LetterFields.Read("承办电话", facts);
        var handler = LetterFields.Read("承办人", facts);
        return telephone.Length == 0 ? null : handler.Length == 0 ? $"联系电话：{telephone[0]}" : $"联系人：{handler[0]}，联系电话：{telephone[0]}";
    }
}
