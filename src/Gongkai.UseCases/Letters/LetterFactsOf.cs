using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Letters;
using Gongkai.Letters.Facts;
using Gongkai.UseCases.Requests;
using DeliveryForm = Gongkai.Letters.Facts.DeliveryForm;
using Wanted = Gongkai.Core.Requests.DeliveryForm;

namespace Gongkai.UseCases.Letters;

/// <summary>由登记簿得出一份文书的事实：日期、经过、期限都从事件来，只有用词是经办人写的。</summary>
internal static class LetterFactsOf
{
    public static LetterFacts For(OpenRequest open, RequestPapers papers, AgencyFacts agency, LetterWording wording, LetterNumber? number, DateOnly on, LetterType type)
    {
        var (request, who) = (open.Request, papers.Applicant);
        var due = request.ExpectedDue(on, beforeExtension: type == LetterType.ExtensionNotice);

        // 延迟答复之日是机关定的那一天，放假安排动不了它。
        var newDue = type == LetterType.DelayNotice && request.Delay is { } delayed ? new DueDate(delayed.Until, false) : request.ExpectedDue(on);
        var consultation = AskedIn(type, request);
        var events = request.Events;
        return new LetterFacts
        {
            Agency = agency,
            WrittenOn = on,
            Number = number,
            RequestNumber = open.Row.Number,
            ApplicantName = who.Name,
            ApplicantForm = who.IsPerson ? AddressForm.Person : AddressForm.Organization,
            ApplicantKind = Say.Of(who.Kind),
            ApplicantIdentity = $"{who.IdKind} {who.IdNumber}",
            ApplicantContact = First(who.Telephone, who.Email, who.Address),
            ApplicantAddress = First(who.Address, who.Email, who.Telephone),
            Agent = Blank(who.Agent),
            AssistanceNeeded = Blank(who.Assistance),
            Channel = Say.Of(request.Submission.Channel),
            SubmittedOn = request.Submission.On,
            ReceivedOn = request.ReceivedOn,
            DueOn = due?.Date,
            IsCorrection = request.IsCorrection,
            IsDueProvisional = due?.IsProvisional ?? false,
            // 给第三方和别的机关的，只写题目：描述是申请人自己的话，可能认得出人。
            RequestSummary = LetterAudience.IsForApplicant(type.ToString()) || type is LetterType.RegisterSheet or LetterType.ApprovalForm ? Summary(open.Row.Subject, papers.Description) : open.Row.Subject,
            RequestedForm = Say.Of(request.Submission.Delivery),
            SupplementAskedOn = events.OfType<SupplementAsked>().LastOrDefault()?.On,
            SupplementedOn = events.OfType<SupplementReceived>().LastOrDefault()?.On,
            ExtendedOn = events.OfType<ReplyPeriodExtended>().LastOrDefault()?.On,
            ExtensionDays = events.OfType<ReplyPeriodExtended>().LastOrDefault()?.WorkingDays,
            NewDueOn = newDue?.Date,
            IsNewDueProvisional = newDue?.IsProvisional ?? false,
            Consultations = [.. request.Consultations.Select(c => new ConsultationEntry(c.Sent.On, Say.Of(c.Sent.To), c.Answer?.Position == ConsultationPosition.Silent ? SilenceOf(c.Sent.To, request) : null))],
            ConsultedOn = consultation?.Sent.On,
            ConsultedParty = consultation is null ? null : Say.Of(consultation.Sent.To),
            ConsultationAnsweredOn = consultation?.Answer?.On,
            ConsultationResult = Blank(string.Join('；', request.Consultations.Where(c => c.Sent.To == ConsultedParty.ThirdParty).Select(c => c.Answer).OfType<ConsultationAnswered>().Select(a => ThirdPartySaid(a.Position)).Distinct())),
            FeeNotifiedOn = request.Fee?.ServedOn,
            FeePaidOn = events.OfType<FeePaid>().LastOrDefault()?.On,
            RedoneSince = request.Redo?.On,
            RedoCause = request.Redo is { } redo ? RedoCauseOf(redo) : null,
            WithdrawnOn = events.OfType<RequestWithdrawn>().LastOrDefault()?.On,
            Decision = Blank(wording.Decision),
            Reasons = Blank(wording.Reasons),
            Articles = wording.Articles,
            DisclosedContent = Blank(wording.Disclosed),
            WithheldContent = Blank(wording.Withheld),
            IsWithheldByExemption = request.Draft?.Decision is not { Outcome: Outcome.PartlyGranted } partly || partly.RefusesByArticles14To16,
            AccessRoute = Blank(wording.AccessRoute),
            PublishedOn = wording.PublishedOn,
            Searches = request.Draft?.Decision.Search is { } search
                ? [new SearchEntry(search.Where, wording.SearchedFor, search.On, "", "没有检索到")]
                : [],
            ResponsibleAgency = Blank(wording.ResponsibleAgency),
            ResponsibleContact = Blank(wording.ResponsibleContact),
            IsResponsibleUnknown = wording.ResponsibleUnknown,
            EarlierReply = Blank(wording.EarlierReply) ?? request.Draft?.Decision.EarlierRequest,
            Volume = Blank(wording.Volume),
            Items = wording.Items,
            WithinDays = WithinDays(type, request),
            FeeAmount = request.Fee?.Yuan,
            FeeStandard = Blank(wording.FeeStandard),
            FeePayment = Blank(wording.FeePayment),
            RecipientName = Blank(wording.Recipient),
            RecipientForm = wording.RecipientIsPerson ? AddressForm.Person : AddressForm.Organization,
            Delivery = request.Submission.Delivery switch
            {
                Wanted.Email or Wanted.Online => DeliveryForm.Electronic,
                // 拿着存储介质来复制的，是当面取，没有要求电子送达。
                Wanted.ElectronicCopy or Wanted.Inspection => DeliveryForm.Counter,
                _ => DeliveryForm.Post,
            },
            DeliveryAddress = First(who.Address, who.Email, who.Telephone),
        };
    }

    // 公共利益告知书说的是被推翻的那一次；别的告知书，还没有答复的在先。
    private static ConsultationRecord? AskedIn(LetterType type, DisclosureRequest request)
    {
        var overridden = type == LetterType.PublicInterestNotice ? request.Events.OfType<ObjectionOverridden>().LastOrDefault()?.Id : null;
        return request.Consultations.LastOrDefault(c => overridden is null ? c.Answer is null : c.Sent.Id == overridden) ?? (request.Consultations is [.., var last] ? last : null);
    }

    private static string ThirdPartySaid(ConsultationPosition position) =>
        position == ConsultationPosition.Silent ? "第三方逾期未提出意见，由本机关依照《条例》的规定决定" : $"第三方{Say.Of(position, ConsultedParty.ThirdParty)}";

    // 同样是沉默，后果相反：第三方的由本机关决定（第三十二条），共同制作机关的视为同意（第三十四条）。
    private static string SilenceOf(ConsultedParty party, DisclosureRequest request)
    {
        var days = request.Settings.Clock.ConsultationDays(party);
        return party == ConsultedParty.CoProducer
            ? $"共同制作机关自收到征求意见书之日起{days}个工作日内未提出意见，依照《中华人民共和国政府信息公开条例》第三十四条的规定视为同意公开"
            : $"第三方自收到征求意见书之日起{days}个工作日内未提出意见，依照《中华人民共和国政府信息公开条例》第三十二条的规定由本机关决定是否公开";
    }

    private static string RedoCauseOf(RedoOrdered redo)
    {
        var document = redo.Document.Length > 0 ? $"（{redo.Document}）" : "";
        return redo.Cause switch
        {
            RedoCause.Reconsideration => $"收到行政复议决定书{document}",
            RedoCause.Judgment => $"收到人民法院的裁判文书{document}",
            RedoCause.OwnCorrection => "决定自行纠正",
            _ => throw new ArgumentOutOfRangeException(nameof(redo)),
        };
    }

    // 期限写在要求它的那件事里；重出一份旧文书时，那件事已经不是最后一件。
    private static int? WithinDays(LetterType type, DisclosureRequest request) => type switch
    {
        LetterType.SupplementNotice or LetterType.ReplySupplementOverdue => request.Events.OfType<SupplementAsked>().LastOrDefault()?.Days,
        LetterType.ReasonsNotice => request.Events.OfType<ReasonsAsked>().LastOrDefault()?.Days,
        LetterType.ThirdPartyConsultation or LetterType.CoProducerConsultation or LetterType.AgencyAssistance =>
            request.Events.OfType<ConsultationSent>().LastOrDefault() is { } sent ? request.Settings.Clock.ConsultationDays(sent.To) : null,
        LetterType.FeeNotice => request.Settings.Clock.FeePaymentDays,
        _ => null,
    };

    // 申请内容很长时，文书里只摘录题目。
    private static string Summary(string subject, string description) =>
        description.Length <= 200 && !string.IsNullOrWhiteSpace(description) ? description.Trim().TrimEnd('。', '；') : subject;

    private static string? First(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return null;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
