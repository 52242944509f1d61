namespace Gongkai.Letters.Facts;

/// <summary>
/// 填进文书的事实。用不着的留空；某种文书要用而没有的，<see cref="LetterRenderer.WhyNot"/> 会逐项列出。
/// 文字照原样填入：里面的花括号、标签、公式都只是文字。
/// </summary>
public sealed record LetterFacts
{
    /// <summary>出具文书的机关。</summary>
    public required AgencyFacts Agency { get; init; }

    /// <summary>成文日期。</summary>
    public required DateOnly WrittenOn { get; init; }

    /// <summary>文号。</summary>
    public LetterNumber? Number { get; init; }

    /// <summary>登记编号，即申请在登记簿中的编号。</summary>
    public string? RequestNumber { get; init; }

    /// <summary>申请人姓名或者名称。</summary>
    public string? ApplicantName { get; init; }

    /// <summary>申请人是自然人还是单位：决定称「你」还是「你单位」。</summary>
    public AddressForm ApplicantForm { get; init; }

    /// <summary>申请人类别，如 公民、商业企业。</summary>
    public string? ApplicantKind { get; init; }

    /// <summary>证件名称及号码。</summary>
    public string? ApplicantIdentity { get; init; }

    /// <summary>申请人联系方式。</summary>
    public string? ApplicantContact { get; init; }

    /// <summary>申请人通信地址。</summary>
    public string? ApplicantAddress { get; init; }

    /// <summary>代理人姓名、联系方式。</summary>
    public string? Agent { get; init; }

    /// <summary>申请人需要的帮助（条例第四十三条）。</summary>
    public string? AssistanceNeeded { get; init; }

    /// <summary>申请提交方式，如 邮政寄送。</summary>
    public string? Channel { get; init; }

    /// <summary>申请提交日期。</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>收到申请之日（条例第三十一条）。</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>答复期限届满日。</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>是要求更正与自身相关的记录（条例第四十一条）：没有法定期限，题名也不同。</summary>
    public bool IsCorrection { get; init; }

    /// <summary><see cref="DueOn"/> 是否暂定（该年放假安排尚未公布）。</summary>
    public bool IsDueProvisional { get; init; }

    /// <summary>申请内容摘录，不带句末标点。</summary>
    public string? RequestSummary { get; init; }

    /// <summary>申请人要求的提供方式。</summary>
    public string? RequestedForm { get; init; }

    /// <summary>要求补正之日。</summary>
    public DateOnly? SupplementAskedOn { get; init; }

    /// <summary>收到补正之日。</summary>
    public DateOnly? SupplementedOn { get; init; }

    /// <summary>告知延期之日。</summary>
    public DateOnly? ExtendedOn { get; init; }

    /// <summary>延长的工作日数，1 至 20。</summary>
    public int? ExtensionDays { get; init; }

    /// <summary>延期或者延迟后的答复期限届满日；暂定与否见 <see cref="IsNewDueProvisional"/>。</summary>
    public DateOnly? NewDueOn { get; init; }

    /// <summary><see cref="NewDueOn"/> 是否暂定：延期之前的期限可以已定，延期之后的才跨到安排没有公布的日子。</summary>
    public bool IsNewDueProvisional { get; init; }

    /// <summary>历次征求意见，按发出的先后，写进答复书的经过。</summary>
    public IReadOnlyList<ConsultationEntry> Consultations { get; init; } = [];

    /// <summary>给申请人、第三方的告知书说的那一次征求意见：发出之日。</summary>
    public DateOnly? ConsultedOn { get; init; }

    /// <summary>那一次征求谁的意见；只写身份，不写第三方姓名。</summary>
    public string? ConsultedParty { get; init; }

    /// <summary>那一次收到意见之日。</summary>
    public DateOnly? ConsultationAnsweredOn { get; init; }

    /// <summary>第三方的意见，如 第三方不同意公开；别的机关的意见不是理由，不在内。</summary>
    public string? ConsultationResult { get; init; }

    /// <summary>收费通知送达之日。</summary>
    public DateOnly? FeeNotifiedOn { get; init; }

    /// <summary>缴清信息处理费之日。</summary>
    public DateOnly? FeePaidOn { get; init; }

    /// <summary>重新处理的起算之日：收到复议决定、判决，或者自行纠正之日。</summary>
    public DateOnly? RedoneSince { get; init; }

    /// <summary>为什么重新处理，接在日期之后，如 收到行政复议决定书（云政复决〔2026〕3号）。</summary>
    public string? RedoCause { get; init; }

    /// <summary>撤回申请之日。</summary>
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>决定或者处理意见，用于「其他处理」、更正告知和审查呈批单。</summary>
    public string? Decision { get; init; }

    /// <summary>理由；一行一段。</summary>
    public string? Reasons { get; init; }

    /// <summary>条例以外的依据或者具体条款，如 《保守国家秘密法》第十三条。</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>予以公开的信息名称。</summary>
    public string? DisclosedContent { get; init; }

    /// <summary>不予公开的部分。</summary>
    public string? WithheldContent { get; init; }

    /// <summary>部分公开时，不予公开的部分是否依据条例第十四条至第十六条；否则为不属于政府信息的内容，不适用复议前置。</summary>
    public bool IsWithheldByExemption { get; init; } = true;

    /// <summary>获取信息的方式、途径或者时间；公开出版物、行政查询、信访渠道也填这里。</summary>
    public string? AccessRoute { get; init; }

    /// <summary>已公开信息的公开日期。</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>检索记录。</summary>
    public IReadOnlyList<SearchEntry> Searches { get; init; } = [];

    /// <summary>负责公开、有权更正或者接收转送的机关。</summary>
    public string? ResponsibleAgency { get; init; }

    /// <summary>该机关的联系方式。</summary>
    public string? ResponsibleContact { get; init; }

    /// <summary>登记的送达：哪一天、凭证；还没有送达为 null。</summary>
    public string? ServiceRecord { get; init; }

    /// <summary>经办人写明不能确定由哪个机关负责公开；写了负责机关的不算。</summary>
    public bool IsResponsibleUnknown { get; init; }

    /// <summary>先前答复的文号或者日期，用于重复申请、重新出具。</summary>
    public string? EarlierReply { get; init; }

    /// <summary>数量、频次的情况，用于说明理由和大量反复申请。</summary>
    public string? Volume { get; init; }

    /// <summary>补正事项、需要说明的事项、征求意见或者协办的事项，一项一条。</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>对方应在几个工作日内办完（补正、说明理由、答复意见、协办）。</summary>
    public int? WithinDays { get; init; }

    /// <summary>信息处理费数额，元。</summary>
    public decimal? FeeAmount { get; init; }

    /// <summary>收费标准与计算过程。</summary>
    public string? FeeStandard { get; init; }

    /// <summary>缴纳方式。</summary>
    public string? FeePayment { get; init; }

    /// <summary>收件人不是申请人时的名称：第三方、共同制作机关、协办机关、承办单位。</summary>
    public string? RecipientName { get; init; }

    /// <summary>收件人是自然人还是单位。</summary>
    public AddressForm RecipientForm { get; init; } = AddressForm.Organization;

    /// <summary>附件名称，依次编号。</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>送达方式。</summary>
    public DeliveryForm Delivery { get; init; }

    /// <summary>所送文书的名称和文号，用于送达回证。</summary>
    public string? ServedLetter { get; init; }

    /// <summary>送达地点、邮件号码或者电子地址。</summary>
    public string? DeliveryAddress { get; init; }

    /// <summary>承办人。</summary>
    public string? Handler { get; init; }

    /// <summary>承办机构。</summary>
    public string? HandlingUnit { get; init; }

    /// <summary>承办人电话；不填用机关的。</summary>
    public string? HandlerTelephone { get; init; }

    /// <summary>审查呈批单上各环节的意见，顺序为承办、公开工作机构、法制审核、保密审查、负责人；缺的留空格手填。</summary>
    public IReadOnlyList<string> Opinions { get; init; } = [];
}
