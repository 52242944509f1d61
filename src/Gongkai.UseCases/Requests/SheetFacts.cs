using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Letters.Facts;
using Gongkai.Storage.Rows;
using LetterDelivery = Gongkai.Letters.Facts.DeliveryForm;
using Wanted = Gongkai.Core.Requests.DeliveryForm;

namespace Gongkai.UseCases.Requests;

/// <summary>内部用纸上各自要的事实：登记表、转办单、呈批单、送达回证。</summary>
internal static class SheetFacts
{
    private const int LongestDescription = 200;

    /// <summary>登记表：题目与描述都写，电话、邮箱都写。</summary>
    public static LetterFacts Register(LetterFacts facts, RequestPapers papers, string subject)
    {
        var (who, description) = (papers.Applicant, papers.Description.Trim());
        var excerpt = description.Length <= LongestDescription ? description : $"{description[..LongestDescription]}……（全文见申请表）";
        return facts with
        {
            RequestSummary = description.Length == 0 || description == subject ? subject : $"{subject}。{excerpt}",
            ApplicantContact = string.Join('，', new[] { who.Telephone, who.Email }.Where(t => !string.IsNullOrWhiteSpace(t)).DefaultIfEmpty(who.Address)),
        };
    }

    /// <summary>转办单：交办之日转出，请在法定期限之前几个工作日提出意见。</summary>
    /// <param name="facts">事实。</param>
    /// <param name="assigned">交办。</param>
    /// <param name="workingDaysAhead">提前几个工作日。</param>
    /// <param name="calendar">工作日历。</param>
    public static LetterFacts Transfer(LetterFacts facts, Assigned assigned, int workingDaysAhead, WorkingDayCalendar calendar)
    {
        var ask = (facts.DueOn, facts.DueOn is { } due ? Before(due, workingDaysAhead, calendar) : default) switch
        {
            (null, _) => "请于规定的期限之前提出答复意见",
            ({ } last, var early) when early > assigned.On => $"请于 {Say.Of(early)}之前提出答复意见（法定答复期限为 {Say.Of(last)}，其后还要审查、签发、送达）",
            ({ } last, _) => $"请尽快提出答复意见（法定答复期限为 {Say.Of(last)}，其前还要审查、签发、送达）",
        };
        return facts with { RecipientName = assigned.Unit, WrittenOn = assigned.On, Attachments = [], Decision = $"{ask}，连同依据、检索经过交本机关公开工作机构。" };
    }

    /// <summary>呈批单：拟作什么决定，公开什么，不公开什么，依据哪些条款。</summary>
    public static LetterFacts Approval(LetterFacts facts, Decision decision, LetterWording wording)
    {
        var info = decision.Outcome.Info();
        string[] said =
        [
            $"拟{info.Title}{string.Concat(decision.Parts.Select(p => $"；其中{p.Outcome.Info().Title}"))}",
            Said("依据", string.Join('、', new[] { info.Articles }.Concat(decision.Parts.Select(p => p.Outcome.Info().Articles)).Concat(wording.Articles).Where(a => !string.IsNullOrWhiteSpace(a)).Select(a => a.Trim()).Distinct())),
            Said("公开的内容：", wording.Disclosed),
            Said("不予公开的内容：", wording.Withheld),
        ];
        return facts with { Decision = $"{string.Join('。', said.Where(s => s.Length > 0))}。" };
    }

    /// <summary>送达回证：送达了的，照登记的送达写日子、方式、凭证与送达人；还没有送达的，留着手填。</summary>
    /// <param name="facts">事实。</param>
    /// <param name="request">申请。</param>
    /// <param name="who">申请人。</param>
    /// <param name="letter">送的是哪一份。</param>
    /// <param name="server">送达人；没有送达为 null。</param>
    public static LetterFacts Service(LetterFacts facts, DisclosureRequest request, ApplicantDetails who, LetterRow? letter, string? server)
    {
        var served = ServedOf(request, letter);
        var how = served?.Mode switch
        {
            null => facts.Delivery,
            ServiceMode.Counter => LetterDelivery.Counter,
            ServiceMode.Entrusted => LetterDelivery.Entrusted,
            ServiceMode.Post => LetterDelivery.Post,
            ServiceMode.Electronic => LetterDelivery.Electronic,
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
        var proof = served is { Proof.Length: > 0 } ? served.Proof : null;
        return facts with
        {
            RecipientName = who.Name,
            Delivery = how,
            DeliveryAddress = how switch
            {
                LetterDelivery.Electronic => request.Submission.Delivery == Wanted.Online || who.Email.Length == 0 ? "本机关网上申请系统（申请人凭登记编号与查询码查看）" : who.Email,
                LetterDelivery.Post => Joined(Joined(who.Address, who.PostCode, " "), proof is null ? null : $"邮件号码：{proof}", "；"),
                _ => null,
            },
            ServiceRecord = served is null ? null : $"登记的送达之日：{Say.Of(served.On)}{(proof is null ? "" : $"；凭证：{proof}")}",
            Handler = served is null ? null : server,
        };
    }

    /// <summary>这一份文书的送达；不是答复书，或者还没有送达，为 null。</summary>
    public static ReplyServed? ServedOf(DisclosureRequest request, LetterRow? letter) => letter is null || !LetterAudience.IsReply(letter.Type)
        ? null
        : request.Events.OfType<ReplyServed>().FirstOrDefault(s => s.On >= letter.IssuedOn);

    private static DateOnly Before(DateOnly due, int workingDays, WorkingDayCalendar calendar)
    {
        var day = due;
        while (workingDays > 0)
        {
            day = day.AddDays(-1);
            workingDays -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    private static string Said(string label, string text) => string.IsNullOrWhiteSpace(text) ? "" : label + text.Trim().TrimEnd('。');

    private static string? Joined(string? first, string? second, string between) =>
        string.IsNullOrWhiteSpace(first) ? second : string.IsNullOrWhiteSpace(second) ? first : first + between + second;
}
