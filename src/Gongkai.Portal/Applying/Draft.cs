using Gongkai.Core.Requests;
using Gongkai.UseCases.Requests;

namespace Gongkai.Portal.Applying;

/// <summary>还没有提交的一件申请：照申请人填的原样，对不对另外看。存在他自己的浏览器里，密文。</summary>
public sealed record Draft
{
    /// <summary>网址里的代号；不是提交的标识，知道它没有用。</summary>
    public required string Id { get; init; }

    /// <summary>提交的标识：同一份草稿交几次都只收一件。</summary>
    public required Guid Once { get; init; }

    /// <summary>机关在网页路径里的那一段。</summary>
    public required string Agency { get; init; }

    /// <summary>何时打开的。</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>是要求更正与自身相关的记录（条例第四十一条），不是申请公开信息。</summary>
    public bool IsCorrection { get; init; }

    /// <summary>申请人类别，<see cref="ApplicantKind"/> 的名称；没有选时为空。</summary>
    public string Kind { get; init; } = "";

    /// <summary>姓名或者单位名称。</summary>
    public string Name { get; init; } = "";

    /// <summary>证件名称。</summary>
    public string IdKind { get; init; } = "";

    /// <summary>证件号码。</summary>
    public string IdNumber { get; init; } = "";

    /// <summary>法定代表人或者负责人。</summary>
    public string Representative { get; init; } = "";

    /// <summary>题目。</summary>
    public string Subject { get; init; } = "";

    /// <summary>描述。</summary>
    public string Description { get; init; } = "";

    /// <summary>获取方式，<see cref="DeliveryForm"/> 的名称；没有选时为空。</summary>
    public string Delivery { get; init; } = "";

    /// <summary>联系电话。</summary>
    public string Telephone { get; init; } = "";

    /// <summary>电子邮箱。</summary>
    public string Email { get; init; } = "";

    /// <summary>通信地址。</summary>
    public string Address { get; init; } = "";

    /// <summary>邮政编码。</summary>
    public string PostCode { get; init; } = "";

    /// <summary>代理人姓名；没有代理的为空。</summary>
    public string AgentName { get; init; } = "";

    /// <summary>代理人证件号码。</summary>
    public string AgentNumber { get; init; } = "";

    /// <summary>代理人电话。</summary>
    public string AgentTelephone { get; init; } = "";

    /// <summary>需要的帮助。</summary>
    public string Assistance { get; init; } = "";

    /// <summary>已经收下的登记编号；还没有提交的为空。</summary>
    public string FiledAs { get; init; } = "";

    /// <summary>到过「检查您的申请」：此后改完一处就回到那里。</summary>
    public bool WasChecked { get; init; }

    /// <summary>申请人类别；没有选的为 null。</summary>
    public ApplicantKind? ApplicantKind => Parse<ApplicantKind>(Kind);

    /// <summary>获取方式；没有选的为 null。</summary>
    public DeliveryForm? DeliveryForm => Parse<DeliveryForm>(Delivery);

    /// <summary>代理人一行：姓名、证件号码、电话；没有的为空。</summary>
    public string Agent => string.Join("，", new[] { AgentName, AgentNumber, AgentTelephone }.Where(t => t.Length > 0));

    /// <summary>成为要提交的一件。没有选的先按第一项，由检查另外说出来。</summary>
    public Filing ToFiling(int agencyId, IReadOnlyList<UploadedFile> files) => new()
    {
        Once = Once,
        AgencyId = agencyId,
        Channel = ReceiptChannel.Internet,
        Matter = IsCorrection ? RequestMatter.RecordCorrection : RequestMatter.Disclosure,
        Subject = Subject,
        Description = Description,
        Delivery = DeliveryForm ?? Core.Requests.DeliveryForm.Inspection,
        Files = files,
        Applicant = new ApplicantDetails
        {
            Name = Name,
            Kind = ApplicantKind ?? Core.Requests.ApplicantKind.Person,
            IdKind = IdKind,
            IdNumber = IdNumber,
            Telephone = Telephone,
            Email = Email,
            Address = Address,
            PostCode = PostCode,
            Representative = ApplicantKind is Core.Requests.ApplicantKind.Person ? "" : Representative,
            Agent = Agent,
            Assistance = Assistance,
        },
    };

    private static T? Parse<T>(string name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => v.ToString() == name);
}
