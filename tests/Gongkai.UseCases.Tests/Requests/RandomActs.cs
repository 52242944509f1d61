using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>随便做一件事：多半像样，也有日子不对、文字空着或者有恶意、指着别的件的。</summary>
/// <param name="random">种子定了，做的事就定了。</param>
internal sealed class RandomActs(Random random)
{
    private static readonly string[] _hostile =
        ["", " ", "<script>alert(1)</script>", "=1+1|cmd", "'; DROP TABLE \"Requests\"; --", "../../etc/passwd", "\u202E倒着写", "{{item}} ${x}", "甲\u0000乙", new string('长', 5000)];

    private static readonly int[] _badNumbers = [0, -1, int.MaxValue, int.MinValue, 21, 61];

    /// <summary>全部种类各一个。</summary>
    public IEnumerable<RequestAct> All(DateOnly today, DisclosureRequest request, IReadOnlyList<Guid> others) =>
        Enumerable.Range(0, Kinds).Select(kind => Make(kind, today, request, others));

    /// <summary>随便一个。</summary>
    public RequestAct Any(DateOnly today, DisclosureRequest request, IReadOnlyList<Guid> others) => Make(random.Next(Kinds), today, request, others);

    private const int Kinds = 29;

    private RequestAct Make(int kind, DateOnly today, DisclosureRequest request, IReadOnlyList<Guid> others)
    {
        var on = Day(today);
        var consultation = Often() && request.Consultations is [.., var last] ? last.Sent.Id : Text($"k{random.Next(4)}");
        return kind switch
        {
            0 => new ConfirmReceipt(on, today),
            1 => new RegisterRequest(on),
            2 => new AssignRequest(on, Text("办公室"), random.Next(2) == 0 ? Guid.NewGuid() : null),
            3 => new MergeRequest(on, others[random.Next(others.Count)]),
            4 => new AskForSupplement(on, Number(10), Words(), random.Next(2) == 0 ? null : Day(today)),
            5 => new ReceiveSupplement(on, Text("2025年第二批")),
            6 => new AskForReasons(on, Number(10), Words(), random.Next(2) == 0 ? null : Day(today)),
            7 => new ReceiveReasons(on, random.Next(2) == 0, Text("写论文用")),
            8 => new ExtendReply(on, Number(10), Words()),
            9 => new DelayReply(on, Day(today.AddDays(40)), Words()),
            10 => new SendConsultation(on, Text($"k{random.Next(4)}"), Of<ConsultedParty>(), random.Next(3) == 0 ? null : Day(today), Words()),
            11 => new AnswerConsultation(on, consultation, Of<ConsultationPosition>()),
            12 => new OverrideObjection(on, consultation, Words()),
            13 => new NotifyFee(on, random.Next(2) == 0 ? null : Day(today), Number(100), Number(40), random.Next(2) == 0, Words()),
            14 => new PayFee(on),
            15 => new WithdrawRequest(on, Text("不要了")),
            16 => new LapseRequest(on),
            17 => new OrderRedo(on, Of<RedoCause>(), Number(15)),
            18 => new ArchiveRequest(on, Text("YSQ-10"), Often() ? 10 : Number(10)),
            19 => new DraftReply(on, Decide(on), Words()),
            20 => new ReviewReply(on, Of<ReviewKind>(), random.Next(6) != 0, Text("同意")),
            21 => new SignReply(on, Often() ? request.Draft?.Digest ?? "" : Text("0"), Often() ? request.Draft?.Decision.Outcome ?? Outcome.Granted : Of<Outcome>()),
            22 => new ProposeExtension(on, Number(10), Words()),
            23 => new ApproveExtension(on),
            24 => new ReturnExtension(on, Text("材料不多，请按期答复")),
            25 => new ReturnReply(on, Often() ? request.Draft?.Digest ?? "" : Text("0"), Text("理由没有写清")),
            26 => new RecordService(on, request.PendingNotices.Count > 0 && Often() ? request.PendingNotices[0].Notice : Of<NoticeKind>(), Day(today), Often() && request.PendingNotices.Count > 0 ? request.PendingNotices[0].Id : Text("k1")),
            27 => new AcceptLateSupplement(on, Text("2025年第二批"), Text("住院，有病历")),
            _ => new ServeReply(on, Of<ServiceMode>(), random.Next(4) != 0, Text("邮政挂号 XA12345678")),
        };
    }

    private Decision Decide(DateOnly on)
    {
        var outcome = Of<Outcome>();
        DecisionPart[] parts = outcome == Outcome.PartlyGranted || random.Next(8) == 0 ? [new(Often() ? Outcome.Granted : Of<Outcome>()), new(Of<Outcome>())] : [];
        return new Decision(outcome, Often() ? "" : Text(""), parts, Often() ? new SearchRecord(on, Text("档案室、公文系统")) : null, Often() ? Text("先前的答复") : null);
    }

    private LetterWording Words() => random.Next(12) == 0
        ? new LetterWording()
        : new LetterWording
        {
            Items = [Text("请写明年份")],
            Reasons = Text("经审查，按照相关规定办理"),
            Articles = ["《中华人民共和国政府信息公开条例》"],
            Decision = Text("按照其他处理办结"),
            Disclosed = Text("2025年防汛物资采购合同"),
            Withheld = Text("商业秘密"),
            HandedOverOtherwise = true,
            AccessRoute = Text("随本答复书提供复制件"),
            PublishedOn = new DateOnly(2025, 12, 1),
            SearchedFor = Text("防汛物资"),
            ResponsibleAgency = Text("清溪县档案馆"),
            ResponsibleContact = Text("电话：0990-7654321"),
            EarlierReply = Text("先前的答复"),
            Volume = Text("数量较多"),
            Recipient = Text("清溪县某物资公司"),
            FeeStandard = Text("按量计收"),
            FeePayment = Text("到县政务服务大厅缴纳"),
        };

    private DateOnly Day(DateOnly today) => random.Next(20) switch
    {
        < 15 => today,
        15 or 16 => today.AddDays(-random.Next(40)),
        17 => today.AddDays(random.Next(1, 30)),
        18 => random.Next(2) == 0 ? DateOnly.MinValue : DateOnly.MaxValue,
        _ => new DateOnly(2031, 12, 31).AddDays(-random.Next(9000)),
    };

    private string Text(string good) => random.Next(25) == 0 ? _hostile[random.Next(_hostile.Length)] : good;

    private int Number(int good) => random.Next(12) == 0 ? _badNumbers[random.Next(_badNumbers.Length)] : good;

    private bool Often() => random.Next(8) != 0;

    private T Of<T>()
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        return all[random.Next(all.Length)];
    }
}
