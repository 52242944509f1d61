using Gongkai.Core.Agencies;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.Browser.Tests.Requests;

/// <summary>办到各个地步的几件申请，用用例办成：看页面用。</summary>
internal sealed class SampleCases
{
    private static readonly LetterWording Wording = new() { Disclosed = Steps.Subject, AccessRoute = "随本答复书提供电子件", HandedOverOtherwise = true, Reasons = "属于可以公开的政府信息" };
    private static readonly Decision Granted = new(Outcome.Granted);

    private readonly County _county;

    private SampleCases(County county) => _county = county;

    public FilingReceipt Fresh { get; private set; } = null!;

    public FilingReceipt Registered { get; private set; } = null!;

    public FilingReceipt Awaiting { get; private set; } = null!;

    public FilingReceipt Consulting { get; private set; } = null!;

    public FilingReceipt Drafted { get; private set; } = null!;

    public FilingReceipt Reviewed { get; private set; } = null!;

    public FilingReceipt Served { get; private set; } = null!;

    public IEnumerable<FilingReceipt> All => [Fresh, Registered, Awaiting, Consulting, Drafted, Reviewed, Served];

    private DateOnly Today => ChinaDay.Of(_county.Clock.GetUtcNow());

    public static async Task<SampleCases> FillAsync(County county)
    {
        var cases = new SampleCases(county);
        await cases.FillAsync();
        return cases;
    }

    private async Task FillAsync()
    {
        Fresh = await FileAsync(ReceiptChannel.Email);
        Registered = await RegisterAsync();
        Awaiting = await RegisterAsync();
        await DoAsync("officer", Awaiting, StaffRole.Officer, new AskForSupplement(Today, 10, new LetterWording { Items = ["请写明是哪一次采购"] }));
        Consulting = await RegisterAsync();
        await DoAsync("officer", Consulting, StaffRole.Officer, new SendConsultation(Today, "k1", ConsultedParty.ThirdParty, null, new LetterWording { Recipient = "清溪救援器材有限公司", Items = ["是否同意公开"] }));
        Drafted = await DraftAsync();
        Reviewed = await DraftAsync();
        Served = await DraftAsync();
        foreach (var receipt in new[] { Reviewed, Served })
        {
            await DoAsync("reviewer", receipt, StaffRole.Reviewer, new ReviewReply(Today, ReviewKind.Legal, true, "同意"));
            await DoAsync("reviewer", receipt, StaffRole.Reviewer, new ReviewReply(Today, ReviewKind.Secrecy, true, "不涉密"));
        }

        await DoAsync("leader", Served, StaffRole.SigningLeader, new SignReply(Today, PerformAct.DigestOf(Granted, Wording), Outcome.Granted));
        await DoAsync("officer", Served, StaffRole.Officer, new ServeReply(Today, ServiceMode.Electronic, false, ""));
    }

    private async Task<FilingReceipt> DraftAsync()
    {
        var receipt = await RegisterAsync();
        await DoAsync("officer", receipt, StaffRole.Officer, new DraftReply(Today, Granted, Wording));
        return receipt;
    }

    private async Task<FilingReceipt> RegisterAsync()
    {
        var receipt = await FileAsync(ReceiptChannel.Counter);
        await DoAsync("officer", receipt, StaffRole.Officer, new RegisterRequest(Today));
        return receipt;
    }

    private Task<FilingReceipt> FileAsync(ReceiptChannel channel) => _county.DoAsync<FileRequest, FilingReceipt>(file => file.RunAsync(
        Staff("officer", StaffRole.Officer),
        new Filing
        {
            Once = Guid.CreateVersion7(),
            AgencyId = County.Emergency,
            Channel = channel,
            On = Today,
            Applicant = new ApplicantDetails { Name = "张小三", Kind = ApplicantKind.Person, IdKind = "居民身份证", IdNumber = "11010519491231002X", Telephone = "13800001234", Email = "zhang@qingxi.example", Address = "清溪县城关镇青年路1号" },
            Subject = "一份题目很长的申请：" + Steps.Subject + "以及同年签订的补充协议、验收单与付款凭证",
            Description = "请求公开2025年防汛物资采购的合同文本，制作机关为清溪县应急管理局。",
            Delivery = DeliveryForm.Online,
        },
        CancellationToken.None));

    private Task<ActDone> DoAsync(string user, FilingReceipt receipt, StaffRole role, RequestAct act) => _county.DoAsync<PerformAct, ActDone>(async perform =>
    {
        var actor = Staff(user, role);
        var version = (await _county.DoAsync<ViewCase, CaseView>(v => v.RunAsync(actor, receipt.Number, CancellationToken.None))).Row.Version;
        return await perform.RunAsync(actor, receipt.Id, version, act, CancellationToken.None);
    });

    private Actor Staff(string user, StaffRole role) => Actor.Staff(_county.Ids[user], user, [new Grant(County.Emergency, role)]);
}
