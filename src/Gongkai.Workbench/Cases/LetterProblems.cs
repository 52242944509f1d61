using System.Collections.Frozen;
using Gongkai.UseCases;
using Gongkai.Workbench.Cases.Acts;

namespace Gongkai.Workbench.Cases;

/// <summary>文书缺的要素，换成表上的那一项来说：模板里叫「公开内容」，表上叫「予以公开的信息」，填的人只认得后一个。</summary>
public static class LetterProblems
{
    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["决定"] = "Decision",
        ["公开内容"] = "Disclosed",
        ["不予公开内容"] = "Withheld",
        ["获取途径"] = "AccessRoute",
        ["公开日期"] = "PublishedOn",
        ["检索范围"] = "SearchWhere",
        ["检索条件"] = "SearchedFor",
        ["负责机关"] = "ResponsibleAgency",
        ["负责机关联系方式"] = "ResponsibleContact",
        ["负责机关不能确定"] = "ResponsibleAgency",
        ["原答复"] = "EarlierReply",
        ["申请数量"] = "Volume",
        ["依据条款"] = "Articles",
        ["理由"] = "Reasons",
        ["事项"] = "Items",
        ["收件人"] = "Recipient",
        ["期限天数"] = "Days",
        ["延长天数"] = "Days",
        ["新期限"] = "Until",
        ["收费标准"] = "FeeStandard",
        ["缴纳方式"] = "FeePayment",
    }.ToFrozenDictionary();

    /// <summary>一次交上来的全部毛病，都换成表上的说法；同一项，填法的毛病与文书缺的要素只说一次。</summary>
    /// <param name="problems">毛病。</param>
    /// <param name="shown">表上的各项。</param>
    public static IReadOnlyList<InputProblem> Together(IEnumerable<InputProblem> problems, IReadOnlyList<ActField> shown) =>
        [.. problems.Select(p => Of(p, shown)).GroupBy(p => p.Field.Length > 0 ? p.Field : p.Message).Select(g => g.First())];

    /// <summary>换成表上的说法；表上没有这一项的照原样。</summary>
    /// <param name="problem">毛病；它的字段是要素的名称。</param>
    /// <param name="shown">表上的各项。</param>
    public static InputProblem Of(InputProblem problem, IEnumerable<ActField> shown)
    {
        if (!Fields.TryGetValue(problem.Field, out var name))
        {
            return problem;
        }

        if (shown.FirstOrDefault(f => f.Name == name) is not { } field)
        {
            return problem with { Field = "" };
        }

        // 引号里是文书的名称，不动它。
        var at = problem.Message.IndexOf('”', StringComparison.Ordinal) + 1;
        var label = field.Label.Replace("（需要时填）", "", StringComparison.Ordinal);
        return new InputProblem(name, problem.Message[..at] + problem.Message[at..].Replace(problem.Field, $"“{label}”", StringComparison.Ordinal));
    }
}
