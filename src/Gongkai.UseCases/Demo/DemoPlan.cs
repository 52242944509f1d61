using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Demo;

/// <summary>一件虚构申请的安排：哪一天发生什么。随机数由种子定，同一天生成的总是一样。</summary>
internal sealed class DemoPlan(Random random, WorkingDayCalendar calendar, DateOnly received, string topic)
{
    private static readonly (Outcome Outcome, int Share)[] Shares =
    [
        (Outcome.Granted, 34), (Outcome.AlreadyPublished, 12), (Outcome.PartlyGranted, 9), (Outcome.ThirdPartyRights, 3), (Outcome.InternalAffairs, 2), (Outcome.Deliberative, 4),
        (Outcome.EnforcementFile, 3), (Outcome.AdministrativeInquiry, 2), (Outcome.NotFound, 12), (Outcome.NotOurs, 10), (Outcome.NeedsCreation, 4), (Outcome.Petition, 5),
        (Outcome.Publication, 3), (Outcome.StateSecret, 1), (Outcome.ProhibitedByLaw, 1), (Outcome.SecurityAndStability, 1), (Outcome.OtherHandling, 1),
    ];

    private readonly List<DemoStep> _steps = [];
    private readonly DateOnly _received = received;
    private DateOnly _day = received;

    /// <summary>重复申请的，先前那一件的登记编号；要在拟稿以前写上。</summary>
    public string? EarlierRequest { get; set; }

    /// <summary>各步，按日子。</summary>
    public IReadOnlyList<DemoStep> Steps()
    {
        After(random.Next(0, 2), Who.Officer, d => new RegisterRequest(d));
        After(0, Who.Head, d => new AssignRequest(d, random.Next(2) == 0 ? "政策法规股" : "办公室", null));
        switch (random.Next(100))
        {
            case < 9:
                if (Supplement())
                {
                    return _steps;
                }

                break;
            case < 18: Consult(ConsultedParty.ThirdParty); break;
            case < 22: Consult(ConsultedParty.CoProducer); break;
            case < 26: Consult(ConsultedParty.OtherAgency); break;
            case < 29:
                if (Fee())
                {
                    return _steps;
                }

                break;
            case < 31: Withdraw(); return _steps;
            case < 33: Excessive(); return _steps;
            default: break;
        }

        if (random.Next(10) == 0)
        {
            ProposeExtension();
            After(1, Who.Head, d => new ApproveExtension(d));
        }

        Reply(Choose(), random.Next(30) == 0 ? 22 : random.Next(2, 9));
        return _steps;
    }

    /// <summary>以这个结果办结的一件的各步；要求更正记录的（条例第四十一条）也在内。</summary>
    public IReadOnlyList<DemoStep> Ending(Outcome outcome)
    {
        After(1, Who.Officer, d => new RegisterRequest(d));
        After(0, Who.Head, d => new AssignRequest(d, "办公室", null));
        switch (outcome)
        {
            case Outcome.Withdrawn: Withdraw(); break;
            case Outcome.Excessive: Excessive(); break;
            case Outcome.SupplementOverdue: AskForSupplement(); Lapse(11); break;
            case Outcome.FeeOverdue: NotifyFee(); Lapse(22); break;
            case Outcome.UnclearAfterSupplement: AskForSupplement(); ReceiveSupplement(); Reply(outcome, 6); break;
            default: Reply(outcome, 6); break;
        }

        return _steps;
    }

    /// <summary>同一天办到的各个地步，停在那里：还没有登记的没有步。</summary>
    public static IReadOnlyList<Func<DemoPlan, IReadOnlyList<DemoStep>>> Stopping { get; } =
    [
        _ => [],
        p => p.Stop(() => { }),
        p => p.Stop(() => p.Consult(ConsultedParty.ThirdParty), 2),
        p => p.Stop(p.AskForSupplement),
        p => p.Stop(p.NotifyFee),
        p => p.Stop(p.ProposeExtension),
        p => p.Stop(() => p.Reply(Outcome.NotFound, 0), 2),
        p => p.Stop(() => p.Reply(Outcome.NotFound, 0), 5),
    ];

    /// <summary>答复没有所申请的信息，复议决定重新处理，再查找到了，予以公开。</summary>
    public IReadOnlyList<DemoStep> Redone()
    {
        After(1, Who.Officer, d => new RegisterRequest(d));
        After(0, Who.Head, d => new AssignRequest(d, "办公室", null));
        Reply(Outcome.NotFound, 6, archives: false);
        After(35, Who.Head, d => new OrderRedo(d, RedoCause.Reconsideration, 15, IsFixed: true));
        Reply(Outcome.Granted, 5);
        return _steps;
    }

    /// <summary>补正告知书邮寄出去，四天后才查到申请人哪一天收到，记下送达之日；还在等补正。</summary>
    public IReadOnlyList<DemoStep> ServedLater()
    {
        DateOnly? arrived = null;
        After(1, Who.Officer, d => new RegisterRequest(d));
        After(2, Who.Officer, d => new AskForSupplement(d, 10, Words() with { Items = ["请写明所需信息的年份"] }));
        After(3, Who.Officer, d =>
        {
            arrived = d;
            return new AssignRequest(d, "办公室", null);
        });
        After(1, Who.Officer, d => new RecordService(d, NoticeKind.Supplement, arrived ?? d));
        return _steps;
    }

    /// <summary>补正迟到，理由正当，照样收下，期限重新计算，予以公开。</summary>
    public IReadOnlyList<DemoStep> Late()
    {
        After(1, Who.Officer, d => new RegisterRequest(d));
        AskForSupplement();
        After(13, Who.Officer, d => new AcceptLateSupplement(d, "年份为2025年，文号不详，制作机关为贵单位。", "申请人住院，出院当日补正，附有出院记录。"));
        Reply(Outcome.Granted, 5);
        return _steps;
    }

    // 真为逾期没有补正，不再处理，后面没有了。
    private bool Supplement()
    {
        AskForSupplement();
        if (random.Next(3) == 0)
        {
            Lapse(11);
            return true;
        }

        ReceiveSupplement();
        return false;
    }

    private void AskForSupplement() =>
        After(2, Who.Officer, d => new AskForSupplement(d, 10, Words() with { Items = ["请写明所需信息的年份", "请写明所需信息的文号或者其他特征"] }, d));

    private void ReceiveSupplement() => After(4, Who.Officer, d => new ReceiveSupplement(d, $"年份为{_received.Year - 1}年，文号不详，制作机关为贵单位。"));

    private void Lapse(int workingDays) => After(workingDays, Who.Officer, d => new LapseRequest(d));

    private void Withdraw() => After(4, Who.Officer, d => new WithdrawRequest(d, "已经从别处得到，撤回申请。"));

    private void ProposeExtension() => After(7, Who.Officer, d => new ProposeExtension(d, 10, Words() with { Reasons = "所申请的信息数量较多，需要检索、核对" }));

    // 登记之后再走这么几步就停；不写就是都走。
    private List<DemoStep> Stop(Action next, int steps = int.MaxValue)
    {
        After(1, Who.Officer, d => new RegisterRequest(d));
        next();
        return [.. _steps.Take(steps)];
    }

    private void Consult(ConsultedParty party)
    {
        var words = Words() with { Recipient = party == ConsultedParty.ThirdParty ? "云州市远山建材有限公司" : "清溪县档案馆", Items = [Asked(party)] };
        After(2, Who.Officer, d => new SendConsultation(d, "k1", party, d, words));
        if (random.Next(4) == 0 && party != ConsultedParty.OtherAgency)
        {
            After(17, Who.Officer, d => new AnswerConsultation(d, "k1", ConsultationPosition.Silent));
            return;
        }

        After(6, Who.Officer, d => new AnswerConsultation(d, "k1", party == ConsultedParty.OtherAgency ? ConsultationPosition.Informs : ConsultationPosition.Agrees));
    }

    private string Asked(ConsultedParty party) => party switch
    {
        ConsultedParty.ThirdParty => $"“{topic}”中你单位报送的单价与结算明细",
        ConsultedParty.CoProducer => $"“{topic}”中你单位参与制作的部分",
        _ => $"协助查找你单位保存的“{topic}”",
    };

    private bool Fee()
    {
        NotifyFee();
        if (random.Next(3) == 0)
        {
            Lapse(22);
            return true;
        }

        After(5, Who.Officer, d => new PayFee(d));
        return false;
    }

    private void NotifyFee()
    {
        var pages = 40 + random.Next(120);
        var yuan = pages <= 100 ? 10 * (pages - 30) : 700 + (20 * (pages - 100));
        After(6, Who.Officer, d => new NotifyFee(d, d, yuan, pages, true, Words() with { FeeStandard = $"按量计收：共{pages}页，超过30页的部分分档累进", FeePayment = "持本通知到县政务服务大厅非税窗口缴纳" }));
    }

    private void Excessive()
    {
        After(3, Who.Officer, d => new AskForReasons(d, 10, Words() with { Volume = "本年内已提出申请46件", Items = ["请说明提出数量较多申请的理由"] }, d));
        After(5, Who.Officer, d => new ReceiveReasons(d, false, "就是想多了解。"));
        Reply(Outcome.Excessive, 4);
    }

    private void Reply(Outcome outcome, int days, bool archives = true)
    {
        DecisionPart[] parts = outcome == Outcome.PartlyGranted ? [new(Outcome.Granted), new(random.Next(2) == 0 ? Outcome.ThirdPartyRights : Outcome.Deliberative)] : [];
        var words = Words() with { HandedOverOtherwise = outcome is Outcome.Granted or Outcome.PartlyGranted };
        Decision? decision = null;
        After(days, Who.Officer, d =>
        {
            decision = new Decision(outcome, "", parts, outcome == Outcome.NotFound ? new SearchRecord(d, "本机关档案室、公文系统") : null, outcome == Outcome.Repeated ? EarlierRequest : null);
            return new DraftReply(d, decision, words);
        });
        After(1, Who.Reviewer, d => new ReviewReply(d, ReviewKind.Legal, true, "依据适用正确"));
        After(0, Who.Reviewer, d => new ReviewReply(d, ReviewKind.Secrecy, true, "不涉及国家秘密"));
        After(1, Who.Leader, d => new SignReply(d, PerformAct.DigestOf(decision!, words), outcome));
        After(0, Who.Officer, d => new ServeReply(d, ServiceMode.Post, true, $"邮政挂号 XA{random.Next(10_000_000, 99_999_999)}"));
        if (archives)
        {
            After(40, Who.Officer, d => new ArchiveRequest(d, "YSQ-10", 10));
        }
    }

    private LetterWording Words() => new()
    {
        Items = [topic],
        Reasons = "经审查，按照相关规定办理",
        Articles = ["《中华人民共和国政府信息公开条例》"],
        Decision = "按照其他处理办结",
        Disclosed = topic,
        Withheld = "其中涉及的商业秘密与内部讨论的内容",
        AccessRoute = "随本答复书提供复制件，也可以在县政府门户网站查阅",
        PublishedOn = _received.AddDays(-60),
        SearchedFor = topic,
        ResponsibleAgency = "清溪县档案馆",
        ResponsibleContact = "地址：清溪县人民路2号，电话：0990-7654321",
        EarlierReply = "本机关先前的答复",
        Volume = "数量较多",
        Recipient = "清溪县档案馆",
        FeeStandard = "按量计收",
        FeePayment = "到县政务服务大厅缴纳",
    };

    private Outcome Choose()
    {
        var left = random.Next(Shares.Sum(s => s.Share));
        return Shares.First(s => (left -= s.Share) < 0).Outcome;
    }

    private void After(int workingDays, Who who, Func<DateOnly, RequestAct> act)
    {
        _day = calendar.WorkingDaysAfter(_day, workingDays).Date;
        _steps.Add(new DemoStep(_day, who, act));
    }
}

/// <summary>谁来做。</summary>
internal enum Who
{
    Officer,
    Head,
    Reviewer,
    Leader,
}

/// <summary>一步。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Who">谁。</param>
/// <param name="Act">做什么，给它那一天。</param>
internal sealed record DemoStep(DateOnly On, Who Who, Func<DateOnly, RequestAct> Act);
