using Gongkai.UseCases;
using Gongkai.UseCases.Requests;

namespace Gongkai.Portal.Applying;

/// <summary>填表的一步。</summary>
/// <param name="Path">网址里的一段。</param>
/// <param name="Title">短名。</param>
/// <param name="Fields">这一步里的各项，与检查所说的名字相同。</param>
public sealed record FormStep(string Path, string Title, IReadOnlyList<string> Fields);

/// <summary>填表的各步，依次。</summary>
public static class Steps
{
    /// <summary>全部。</summary>
    public static IReadOnlyList<FormStep> All { get; } =
    [
        new("kind", "您是谁", ["Kind"]),
        new("identity", "姓名与证件", ["Name", "IdKind", "IdNumber", "Representative"]),
        new("what", "要什么信息", ["Subject", "Description"]),
        new("delivery", "怎样获取", ["Delivery"]),
        new("contact", "怎样联系您", ["Telephone", "Email", "Address", "PostCode"]),
        new("help", "代理与帮助", ["AgentName", "AgentNumber", "AgentTelephone", "Agent", "Assistance"]),
        new("check", "检查并提交", ["Files"]),
    ];

    /// <summary>有这一项的那一步。</summary>
    public static FormStep Of(string field) => All.FirstOrDefault(s => s.Fields.Contains(field)) ?? All[^1];

    /// <summary>一份草稿的全部毛病，含没有选的。</summary>
    /// <param name="draft">草稿。</param>
    /// <param name="today">今天（中国）。</param>
    public static IReadOnlyList<InputProblem> Problems(Draft draft, DateOnly today)
    {
        List<InputProblem> problems = [];
        if (draft.ApplicantKind is null)
        {
            problems.Add(new InputProblem("Kind", "请选择您以什么身份申请。"));
        }
        else if (draft.IdKind.Length > 0 && !IdKindsOf(draft).Contains(draft.IdKind))
        {
            problems.Add(new InputProblem("IdKind", "请在列表里选择证件名称。"));
        }

        if (draft.DeliveryForm is null)
        {
            problems.Add(new InputProblem("Delivery", "请选择怎样获取信息。"));
        }

        if (draft.AgentName.Length == 0 && draft.Agent.Length > 0)
        {
            problems.Add(new InputProblem("AgentName", "您填写了代理人的证件号码或者电话，请也填写代理人的姓名；没有代理人的，请都留空。"));
        }
        else if (draft.AgentName.Length > 0 && draft.AgentNumber.Length == 0)
        {
            problems.Add(new InputProblem("AgentNumber", "请填写代理人的证件号码。"));
        }

        FilingCheck.CheckTelephone(problems, "AgentTelephone", draft.AgentTelephone);
        problems.AddRange(FilingCheck.Problems(draft.ToFiling(0, []), today).Where(p => draft.ApplicantKind is not null || p.Field is not "Representative"));
        return problems;
    }

    /// <summary>这一类申请人可选的证件。</summary>
    public static IReadOnlyList<string> IdKindsOf(Draft draft) =>
        draft.ApplicantKind is null or Core.Requests.ApplicantKind.Person ? IdentityKinds.OfPersons : IdentityKinds.OfOrganizations;
}
