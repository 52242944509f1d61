using Gongkai.Letters.Facts;
using Gongkai.Letters.Remedies;

namespace Gongkai.Letters.Templates;

/// <summary>事实是否够出一份文书：模板里要写的都有值，数目和日期合法。</summary>
internal static class FactCheck
{
    private const int MostExtensionDays = 20;
    private const int MostEntries = 200;

    /// <summary>缺什么、错什么；空表示可以。</summary>
    public static IReadOnlyList<LetterProblem> WhyNot(LetterTemplate template, LetterFacts facts) =>
        [.. TooMuch(template, facts) is { Count: > 0 } tooMuch ? tooMuch : [.. Missing(template, facts), .. Wrong(template, facts)]];

    /// <summary>有条件的一块这次写不写。</summary>
    public static bool IsWritten(TemplateBlock block, LetterFacts facts) =>
        (block.When is null || LetterFields.Read(block.When, facts).Length > 0)
        && (block.Unless is null || LetterFields.Read(block.Unless, facts).Length == 0);

    private static List<LetterProblem> TooMuch(LetterTemplate template, LetterFacts facts)
    {
        List<LetterProblem> problems = [];
        foreach (var name in template.AllBlocks.SelectMany(b => b.Fields.Select(f => f.Name)).Append("附件").Append("机关").Append("申请人").Append("收件人").Distinct())
        {
            if (LetterFields.LengthOf(name, facts) > LetterText.Longest)
            {
                problems.Add(new LetterProblem("fact.tooLong", name, $"“{template.Name}”的{name}超过 {LetterText.Longest} 字，请摘要填写，其余列为附件。"));
            }
        }

        if (facts.Items.Count > MostEntries || facts.Attachments.Count > MostEntries || facts.Searches.Count > MostEntries || facts.Articles.Count > MostEntries || facts.Consultations.Count > MostEntries
            || facts.Searches.Sum(s => (long)s.Place.Length + s.Keywords.Length + s.By.Length + s.Result.Length) > LetterText.Longest)
        {
            problems.Add(new LetterProblem("fact.tooLong", "事项", $"“{template.Name}”的事项、附件、依据、检索记录各不超过 {MostEntries} 条，检索记录合计不超过 {LetterText.Longest} 字。"));
        }

        return problems;
    }

    private static IEnumerable<LetterProblem> Missing(LetterTemplate template, LetterFacts facts)
    {
        if (!template.IsNumbered)
        {
            // 内部用纸不编号。
        }
        else if (facts.Number is not { IsWellFormed: true } number)
        {
            yield return new LetterProblem("fact.missing", "文号", $"“{template.Name}”缺少文号，或者文号不完整。");
        }
        else if (number.TypeWord != template.TypeWord)
        {
            yield return new LetterProblem("fact.outOfRange", "文号", $"“{template.Name}”的文号类型字应为“{template.TypeWord}”，不是“{LetterText.Line(number.TypeWord)}”。");
        }

        var needed = template.AllBlocks.Where(b => IsWritten(b, facts)).SelectMany(b => b.Fields)
            .Concat(template.Salutation?.Fields ?? [])
            .Concat(template.Enclosure?.Salutation?.Fields ?? [])
            .Append(("机关", false))
            .Where(f => !f.Item2)
            .Select(f => f.Item1)
            .Distinct();
        foreach (var name in needed)
        {
            if (name is LetterFields.Remedy or LetterFields.RecipientRemedy)
            {
                foreach (var problem in RemedyText.WhyNot(template.Outcome, facts))
                {
                    yield return problem;
                }
            }
            else if (LetterFields.OfSearch.TryGetValue(name, out var read)
                ? facts.Searches.Count == 0 || facts.Searches.Any(s => LetterText.Line(read(s)).Length == 0)
                : LetterFields.Read(name, facts).Length == 0)
            {
                yield return new LetterProblem("fact.missing", name, $"“{template.Name}”缺少{name}，请先补上。");
            }
        }
    }

    private static IEnumerable<LetterProblem> Wrong(LetterTemplate template, LetterFacts facts)
    {
        if (facts.ExtensionDays is < 1 or > MostExtensionDays && Uses(template, "延长天数"))
        {
            yield return Wrong(template, "延长天数", $"须为 1 至 {MostExtensionDays} 个工作日（条例第三十三条）");
        }

        if (facts.WithinDays < 1 && Uses(template, "期限天数"))
        {
            yield return Wrong(template, "期限天数", "至少为 1 个工作日");
        }

        if (facts.FeeAmount <= 0 && Uses(template, "收费数额"))
        {
            yield return Wrong(template, "收费数额", "须大于零");
        }

        (string Name, DateOnly? Day)[] past =
        [
            ("提交日期", facts.SubmittedOn), ("收到日期", facts.ReceivedOn), ("补正告知日期", facts.SupplementAskedOn), ("补正收到日期", facts.SupplementedOn),
            ("延期告知日期", facts.ExtendedOn), ("征求经过", facts.Consultations.Count == 0 ? null : facts.Consultations.Max(c => c.On)), ("征求日期", facts.ConsultedOn), ("意见日期", facts.ConsultationAnsweredOn), ("收费通知日期", facts.FeeNotifiedOn),
            ("缴费日期", facts.FeePaidOn), ("重新处理日期", facts.RedoneSince), ("撤回日期", facts.WithdrawnOn), ("公开日期", facts.PublishedOn),
        ];
        foreach (var (name, day) in past)
        {
            if (day > facts.WrittenOn && Uses(template, name))
            {
                yield return Wrong(template, name, "不能晚于成文日期");
            }
        }
    }

    private static bool Uses(LetterTemplate template, string name) => template.AllBlocks.Any(b => b.Fields.Any(f => f.Name == name));

    private static LetterProblem Wrong(LetterTemplate template, string name, string rule) => new("fact.outOfRange", name, $"「{template.Name}」的{name}{rule}。");
}
