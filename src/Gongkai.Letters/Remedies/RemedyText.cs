using Gongkai.Letters.Facts;
using Gongkai.Letters.Templates;

namespace Gongkai.Letters.Remedies;

/// <summary>救济告知：按处理决定、机关类别、成文日期选分支和复议机关（data/remedies）。</summary>
public static class RemedyText
{
    private const string PartlyGranted = "P";
    private const string AnyCourt = "有管辖权的人民法院";

    /// <summary>救济告知的文字，一行一段。</summary>
    /// <param name="outcome">处理决定小类的代码（G1…O3）；其他可诉的告知给 null。</param>
    /// <param name="facts">文书的事实：用到机关、成文日期、送达方式、不予公开部分的依据。</param>
    /// <param name="addressee">怎样称呼收件人：你、你单位。</param>
    /// <exception cref="LetterRefusedException">见 <see cref="WhyNot"/>。</exception>
    public static string Of(string? outcome, LetterFacts facts, string addressee)
    {
        if (WhyNot(outcome, facts) is { Count: > 0 } problems)
        {
            throw new LetterRefusedException(problems);
        }

        var law = RemedyLaw.On(facts.WrittenOn)!;
        var agency = facts.Agency;
        var bodies = string.Join("或者", Bodies(law, agency).Select(b => LetterText.Line(b.Name)));
        var text = Fill(Branch(law, outcome, facts), addressee, bodies, agency);
        return facts.Delivery is DeliveryForm.Electronic && !string.IsNullOrWhiteSpace(agency.ReconsiderationUrl)
            ? $"{text}\n{Fill(law.Texts.Online, addressee, bodies, agency)}"
            : text;
    }

    /// <summary>为什么写不出救济告知：缺复议机关的名称、缺网上复议地址，或者成文日期没有适用的法律。</summary>
    /// <param name="outcome">处理决定小类的代码（G1…O3）；其他可诉的告知给 null。</param>
    /// <param name="facts">文书的事实。</param>
    public static IReadOnlyList<LetterProblem> WhyNot(string? outcome, LetterFacts facts)
    {
        if (RemedyLaw.On(facts.WrittenOn) is not { } law)
        {
            return [new LetterProblem("law.date", "救济告知", $"成文日期 {LetterText.Date(facts.WrittenOn)} 早于《政府信息公开条例》修订施行之日，没有适用的救济规定。请核对日期。")];
        }

        List<LetterProblem> problems = [.. Bodies(law, facts.Agency)
            .Where(b => LetterText.Line(b.Name).Length == 0)
            .Select(b => new LetterProblem("fact.missing", b.Role, $"救济告知缺少复议机关：请在机关资料里填写{b.Role}的名称。"))];
        if (law.ElectronicNeedsUrl && facts.Delivery is DeliveryForm.Electronic && LetterText.Line(facts.Agency.ReconsiderationUrl).Length == 0)
        {
            problems.Add(new LetterProblem("fact.missing", "网上复议地址", "电子送达的决定书须同时写明提交行政复议申请的互联网渠道（行政复议法第二十二条）：请在机关资料里填写网上复议地址。"));
        }

        return problems;
    }

    /// <summary>向谁申请复议：填了的照填的，没有填的依类别推定；几个的择一。有一个推不出名称的为空：不猜。</summary>
    /// <param name="agency">机关。</param>
    /// <param name="on">哪一天的规定。</param>
    public static IReadOnlyList<string> BodiesOf(AgencyFacts agency, DateOnly on) =>
        RemedyLaw.On(on) is { } law && Bodies(law, agency).Select(b => LetterText.Line(b.Name)).ToArray() is var names && !names.Contains("") ? names : [];

    private static string Branch(RemedyLaw law, string? outcome, LetterFacts facts)
    {
        // 看类别，不看复议机关是推定的还是填的：省级政府填上自己的名称，仍可申请国务院裁决（行政复议法第二十六条）。
        var isOwn = law.Bodies[facts.Agency.Kind].IsOwnReview;
        var texts = law.Texts;
        if (outcome is not null && law.ReconsiderationFirst.Contains(outcome))
        {
            return isOwn ? texts.FirstOwnReview : texts.First;
        }

        return outcome is PartlyGranted && law.Split.Contains(PartlyGranted) && facts.IsWithheldByExemption
            ? (isOwn ? texts.SplitOwnReview : texts.Split)
            : (isOwn ? texts.EitherOwnReview : texts.Either);
    }

    private static IEnumerable<(string Role, string? Name)> Bodies(RemedyLaw law, AgencyFacts agency) =>
        agency.ReconsiderationBodies.Count > 0
            ? agency.ReconsiderationBodies.Select(b => ("复议机关", (string?)b))
            : law.Bodies[agency.Kind].To.Select(role => (role, role switch
            {
                "本机关" => agency.Name,
                "本级人民政府" => agency.OwnGovernment,
                "上一级人民政府" => agency.SuperiorGovernment,
                "上一级主管部门" => agency.SuperiorDepartment,
                "所在地人民政府" => agency.LocalGovernment,
                _ => throw new InvalidDataException($"data/remedies 里的复议机关「{role}」不认得"),
            }));

    private static string Fill(string text, string addressee, string bodies, AgencyFacts agency) => TemplateText.Parse(text).Fill(name => name switch
    {
        "称呼" => addressee,
        "复议机关" => bodies,
        "法院" => LetterText.Line(agency.Court) is { Length: > 0 } court ? court : AnyCourt,
        "网址" => LetterText.Line(agency.ReconsiderationUrl),
        _ => throw new InvalidDataException($"data/remedies 里的空格「{name}」不认得"),
    });
}
