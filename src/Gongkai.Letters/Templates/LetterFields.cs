using System.Collections.Frozen;
using System.Globalization;
using Gongkai.Letters.Facts;

namespace Gongkai.Letters.Templates;

/// <summary>模板里能用的空格：名称与取法。没有值的返回空表；只有 事项、附件、理由、征求经过 一类可以有多个。</summary>
internal static class LetterFields
{
    /// <summary>对申请人的救济告知，由 data/remedies 写成。</summary>
    public const string Remedy = "救济";

    /// <summary>对第三方的救济告知。</summary>
    public const string RecipientRemedy = "收件人救济";

    /// <summary>逐条重复的检索记录里的空格。</summary>
    public static readonly FrozenDictionary<string, Func<SearchEntry, string>> OfSearch = new Dictionary<string, Func<SearchEntry, string>>
    {
        ["检索处"] = s => s.Place,
        ["检索词"] = s => s.Keywords,
        ["检索日"] = s => LetterText.Date(s.On),
        ["检索人"] = s => s.By,
        ["检索结果"] = s => s.Result,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Func<LetterFacts, IEnumerable<string?>>> Readers = new Dictionary<string, Func<LetterFacts, IEnumerable<string?>>>
    {
        ["机关"] = f => [f.Agency.Name],
        ["公开机构"] = f => [f.Agency.DisclosureOffice],
        ["机关地址"] = f => [f.Agency.Address],
        ["机关电话"] = f => [f.Agency.Telephone],
        ["邮编"] = f => [f.Agency.PostCode],
        ["文号"] = f => [f.Number?.ToString()],
        ["成文日期"] = f => [Date(f.WrittenOn)],
        ["登记编号"] = f => [f.RequestNumber],
        ["申请人"] = f => [f.ApplicantName],
        ["称呼"] = f => [Address(f.ApplicantForm)],
        ["申请人类别"] = f => [f.ApplicantKind],
        ["证件"] = f => [f.ApplicantIdentity],
        ["联系方式"] = f => [f.ApplicantContact],
        ["申请人地址"] = f => [f.ApplicantAddress],
        ["代理人"] = f => [f.Agent],
        ["需要的帮助"] = f => [f.AssistanceNeeded],
        ["申请方式"] = f => [f.Channel],
        ["提交日期"] = f => [Date(f.SubmittedOn)],
        ["收到日期"] = f => [Date(f.ReceivedOn)],
        ["更正事项"] = f => [f.IsCorrection ? "更正记录" : null],
        ["答复期限"] = f => [Due(f.DueOn, f.IsDueProvisional) ?? (f.IsCorrection ? "没有法定期限" : null)],
        ["申请内容"] = f => [f.RequestSummary],
        ["提供方式"] = f => [f.RequestedForm],
        ["补正告知日期"] = f => [Date(f.SupplementAskedOn)],
        ["补正收到日期"] = f => [Date(f.SupplementedOn)],
        ["延期告知日期"] = f => [Date(f.ExtendedOn)],
        ["延长天数"] = f => [Number(f.ExtensionDays)],
        ["新期限"] = f => [Due(f.NewDueOn, f.IsNewDueProvisional)],
        ["征求经过"] = Consulted,
        ["征求日期"] = f => [Date(f.ConsultedOn)],
        ["征求对象"] = f => [f.ConsultedParty],
        ["意见日期"] = f => [Date(f.ConsultationAnsweredOn)],
        ["征求结果"] = f => [f.ConsultationResult],
        ["收费通知日期"] = f => [Date(f.FeeNotifiedOn)],
        ["缴费日期"] = f => [Date(f.FeePaidOn)],
        ["重新处理日期"] = f => [Date(f.RedoneSince)],
        ["重新处理缘由"] = f => [f.RedoCause],
        ["撤回日期"] = f => [Date(f.WithdrawnOn)],
        ["决定"] = f => [f.Decision],
        ["理由"] = f => LetterText.Lines(f.Reasons),
        ["依据条款"] = f => [string.Join('、', f.Articles.Select(LetterText.Line).Where(a => a.Length > 0))],
        ["公开内容"] = f => [f.DisclosedContent],
        ["不予公开内容"] = f => [f.WithheldContent],
        ["获取途径"] = f => [f.AccessRoute],
        ["公开日期"] = f => [Date(f.PublishedOn)],
        ["检索范围"] = f => [string.Join('、', f.Searches.Select(s => LetterText.Line(s.Place)).Distinct())],
        ["检索条件"] = f => [string.Join('、', f.Searches.Select(s => LetterText.Line(s.Keywords)).Distinct())],
        ["负责机关"] = f => [f.ResponsibleAgency],
        ["负责机关联系方式"] = f => [f.ResponsibleContact],
        ["负责机关不能确定"] = f => [f.IsResponsibleUnknown && string.IsNullOrWhiteSpace(f.ResponsibleAgency) ? "不能确定" : null],
        ["原答复"] = f => [f.EarlierReply],
        ["申请数量"] = f => [f.Volume],
        ["事项"] = f => f.Items,
        ["期限天数"] = f => [Number(f.WithinDays)],
        ["收费数额"] = f => [f.FeeAmount?.ToString("0.##", CultureInfo.InvariantCulture)],
        ["收费标准"] = f => [f.FeeStandard],
        ["缴纳方式"] = f => [f.FeePayment],
        ["收件人"] = f => [f.RecipientName],
        ["收件人称呼"] = f => [Address(f.RecipientForm)],
        ["附件"] = f => f.Attachments,
        ["送达方式"] = f => [Delivery(f.Delivery)],
        ["电子送达"] = f => [f.Delivery is DeliveryForm.Electronic ? Delivery(f.Delivery) : null],
        ["所送文书"] = f => [f.ServedLetter],
        ["送达地址"] = f => [f.DeliveryAddress],
        ["送达记录"] = f => [f.ServiceRecord],
        ["承办人"] = f => [f.Handler],
        ["承办机构"] = f => [f.HandlingUnit ?? f.Agency.DisclosureOffice],
        ["承办电话"] = f => [f.HandlerTelephone ?? f.Agency.Telephone],
        ["承办意见"] = f => [Opinion(f, 0)],
        ["公开机构意见"] = f => [Opinion(f, 1)],
        ["法制审核意见"] = f => [Opinion(f, 2)],
        ["保密审查意见"] = f => [Opinion(f, 3)],
        ["负责人意见"] = f => [Opinion(f, 4)],
    }.ToFrozenDictionary();

    /// <summary>有没有叫这个名称的空格。</summary>
    public static bool Exists(string name) => name is Remedy or RecipientRemedy || Readers.ContainsKey(name) || OfSearch.ContainsKey(name);

    /// <summary>清理后的值，一行一个；没有则空。</summary>
    /// <param name="name">空格名称，不是救济，也不是检索记录里的。</param>
    /// <param name="facts">事实。</param>
    public static string[] Read(string name, LetterFacts facts) => [.. Readers[name](facts).Select(LetterText.Line).Where(v => v.Length > 0)];

    /// <summary>没有清理的值里最长的字数，用来先挡住过长的。</summary>
    public static int LengthOf(string name, LetterFacts facts) => Readers.TryGetValue(name, out var read) ? read(facts).Sum(v => v?.Length ?? 0) : 0;

    /// <summary>怎样称呼。</summary>
    public static string Address(AddressForm form) => form is AddressForm.Person ? "你" : "你单位";

    // 一次一段；不计入期限的话只在最后说一遍。
    private static IEnumerable<string> Consulted(LetterFacts facts) => facts.Consultations.Select((c, i) =>
        $"因所申请的信息涉及{LetterText.Line(c.Party)}，本机关于{LetterText.Date(c.On)}书面征求意见{(c.Silence is null ? "" : $"，{LetterText.Line(c.Silence)}")}{(i == facts.Consultations.Count - 1 ? "。征求意见所需时间不计入答复期限。" : "。")}");

    private static string? Date(DateOnly? date) => date is { } day ? LetterText.Date(day) : null;

    private static string? Due(DateOnly? date, bool isProvisional) => Date(date) is { } due ? due + (isProvisional ? "（暂定，待当年放假安排公布后确定）" : "") : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Delivery(DeliveryForm form) => form switch
    {
        DeliveryForm.Counter => "直接送达",
        DeliveryForm.Entrusted => "委托送达",
        DeliveryForm.Post => "邮寄送达",
        DeliveryForm.Electronic => "电子送达",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    private static string? Opinion(LetterFacts facts, int index) => facts.Opinions.ElementAtOrDefault(index);
}
