using System.Text.Json.Serialization;
using Gongkai.Core.Requests;

namespace Gongkai.UseCases.Requests;

/// <summary>一件申请里可能认得出人的全部文字：申请人、所要的内容、往来的话、各稿答复。用这件申请自己的密钥加密，保管期满销毁密钥就都没有了。</summary>
public sealed record RequestPapers
{
    /// <summary>申请人。</summary>
    public required ApplicantDetails Applicant { get; init; }

    /// <summary>所需信息的名称、文号或者其他特征性描述（条例第二十九条）。</summary>
    public required string Description { get; init; }

    /// <summary>查询码：申请人凭它与编号查看办理情况。放在密文里，只为重新显示回执。</summary>
    public required string QueryCode { get; init; }

    /// <summary>补正的内容、说明的理由、撤回的话，依次。</summary>
    public IReadOnlyList<SaidByApplicant> Said { get; init; } = [];

    /// <summary>各次文书的用词，按事件的次序；答复稿按稿次，改稿留着旧稿。</summary>
    public IReadOnlyList<KeptWording> Wordings { get; init; } = [];

    /// <summary>办理中的备注，只有本机关看得到。</summary>
    public IReadOnlyList<OfficerNote> Notes { get; init; } = [];

    /// <summary>最后一次这种事的用词；没有的为 null。</summary>
    public LetterWording? WordingOf<TEvent>(DisclosureRequest request, Func<TEvent, bool>? which = null)
        where TEvent : RequestEvent
    {
        for (var i = request.Events.Count; i > 0; i--)
        {
            if (request.Events[i - 1] is TEvent happened && (which is null || which(happened)))
            {
                return Wordings.FirstOrDefault(w => w.Sequence == i)?.Wording;
            }
        }

        return null;
    }

    /// <summary>第几稿答复的用词；没有的为 null。</summary>
    public LetterWording? DraftOf(int revision) => Wordings.LastOrDefault(w => w.Revision == revision)?.Wording;
}

/// <summary>申请人（条例第二十九条）：姓名或者名称、身份证明、联系方式。</summary>
public sealed record ApplicantDetails
{
    /// <summary>姓名或者名称。</summary>
    public required string Name { get; init; }

    /// <summary>类别：表三的六列。</summary>
    public required ApplicantKind Kind { get; init; }

    /// <summary>证件名称，如 居民身份证、统一社会信用代码证书。</summary>
    public required string IdKind { get; init; }

    /// <summary>证件号码。</summary>
    public required string IdNumber { get; init; }

    /// <summary>联系电话；可空，但联系方式至少有一种。</summary>
    public string Telephone { get; init; } = "";

    /// <summary>电子邮箱；可空。</summary>
    public string Email { get; init; } = "";

    /// <summary>通信地址；可空。</summary>
    public string Address { get; init; } = "";

    /// <summary>邮政编码；可空。</summary>
    public string PostCode { get; init; } = "";

    /// <summary>法人或者其他组织的法定代表人、负责人；自然人为空。</summary>
    public string Representative { get; init; } = "";

    /// <summary>代理人姓名、证件号码与电话；没有代理的为空。</summary>
    public string Agent { get; init; } = "";

    /// <summary>需要的帮助：阅读困难、视听障碍等（条例第四十三条）；不需要的为空。</summary>
    public string Assistance { get; init; } = "";

    /// <summary>是不是自然人：决定称「你」还是「你单位」。</summary>
    [JsonIgnore]
    public bool IsPerson => Kind == ApplicantKind.Person;
}

/// <summary>申请人说的一次话。</summary>
/// <param name="At">何时，UTC。</param>
/// <param name="About">关于什么，英文：supplement、reasons、withdrawal、fee。</param>
/// <param name="Text">原话。</param>
public sealed record SaidByApplicant(DateTime At, string About, string Text);

/// <summary>一条备注。</summary>
/// <param name="At">何时，UTC。</param>
/// <param name="By">谁，姓名。</param>
/// <param name="Text">写了什么。</param>
public sealed record OfficerNote(DateTime At, string By, string Text)
{
    /// <summary>那一次提交的标识；交两次的，由它认出来。随别的事记下的没有。</summary>
    public Guid? Once { get; init; }
}

/// <summary>一份文书的用词。</summary>
/// <param name="Sequence">属于第几个事件。</param>
/// <param name="Revision">答复稿第几稿；不是答复稿为 0。</param>
/// <param name="Wording">用词。</param>
public sealed record KeptWording(int Sequence, int Revision, LetterWording Wording);

/// <summary>经办人为一份文书写的话：模板之外要填的。用不着的留空；少了什么由文书的必备要素说。</summary>
public sealed record LetterWording
{
    /// <summary>补正、说明理由、征求意见或者协办的事项，一项一条。</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>理由，一行一段。</summary>
    public string Reasons { get; init; } = "";

    /// <summary>条例以外的依据或者具体条款。</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>决定或者处理意见，用于其他处理与更正。</summary>
    public string Decision { get; init; } = "";

    /// <summary>予以公开的信息名称。</summary>
    public string Disclosed { get; init; } = "";

    /// <summary>不予公开的部分。</summary>
    public string Withheld { get; init; } = "";

    /// <summary>获取信息的方式、途径或者时间。</summary>
    public string AccessRoute { get; init; } = "";

    /// <summary>已公开信息的公开日期。</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>检索记录：查了哪里、用什么词。</summary>
    public string SearchedFor { get; init; } = "";

    /// <summary>负责公开、有权更正或者接收转送的机关。</summary>
    public string ResponsibleAgency { get; init; } = "";

    /// <summary>该机关的联系方式。</summary>
    public string ResponsibleContact { get; init; } = "";

    /// <summary>经办人认定不能确定由哪个机关负责公开（条例第三十六条第五项：能够确定的才告知）。</summary>
    public bool ResponsibleUnknown { get; init; }

    /// <summary>要公开的信息不作为附件，另用 <see cref="AccessRoute"/> 写的办法提供。</summary>
    public bool HandedOverOtherwise { get; init; }

    /// <summary>先前答复的文号或者日期。</summary>
    public string EarlierReply { get; init; } = "";

    /// <summary>数量、频次的情况。</summary>
    public string Volume { get; init; } = "";

    /// <summary>收件人不是申请人时的名称：第三方、共同制作机关、协办机关。</summary>
    public string Recipient { get; init; } = "";

    /// <summary>收件人是自然人。</summary>
    public bool RecipientIsPerson { get; init; }

    /// <summary>收费标准与计算过程。</summary>
    public string FeeStandard { get; init; } = "";

    /// <summary>缴纳方式。</summary>
    public string FeePayment { get; init; } = "";
}
