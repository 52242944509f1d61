using Gongkai.Core.Agencies;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.UseCases;
using Gongkai.UseCases.Archives;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.Workbench.Cases.Acts;

namespace Gongkai.Browser.Tests.Requests;

/// <summary>办到每一个地步的申请各一件，用用例办成：看页面用。名字就是那个地步。</summary>
internal sealed class SampleCases
{
    public static readonly LetterWording Wording = new() { Disclosed = Steps.Subject, AccessRoute = "随本答复书提供电子件", HandedOverOtherwise = true, Reasons = "属于可以公开的政府信息" };
    public static readonly Decision Granted = new(Outcome.Granted);

    private static readonly DateOnly January = new(2026, 1, 5);
    private static readonly DateOnly February = new(2026, 2, 2);
    private static readonly DateOnly LongAgo = new(2024, 12, 2);
    private static readonly Dictionary<string, StaffRole> Roles = new(StringComparer.Ordinal)
    {
        ["officer"] = StaffRole.Officer,
        ["head"] = StaffRole.DisclosureHead,
        ["reviewer"] = StaffRole.Reviewer,
        ["leader"] = StaffRole.SigningLeader,
    };

    private readonly County _county;
    private readonly Dictionary<string, FilingReceipt> _all = new(StringComparer.Ordinal);

    private SampleCases(County county) => _county = county;

    public IReadOnlyDictionary<string, FilingReceipt> All => _all;

    public FilingReceipt this[string name] => _all[name];

    private DateOnly Today => ChinaDay.Of(_county.Clock.GetUtcNow());

    public static async Task<SampleCases> FillAsync(County county)
    {
        var cases = new SampleCases(county);
        await cases.BeginningsAsync();
        await cases.WaitingsAsync();
        await cases.EndingsAsync();
        await cases.ArchivesAsync();
        return cases;
    }

    /// <summary>页上列得出的全部事，地址里的一段：能办、不能办的都算。</summary>
    public async Task<IReadOnlyList<string>> EveryActAsync()
    {
        var actor = Staff("officer");
        return [.. ActForms.For(await ViewAsync(actor, this["registered"]), actor).Select(a => a.Path)];
    }

    /// <summary>一件登记了的申请：别的测试也用。</summary>
    public static async Task<FilingReceipt> RegisteredAsync(County county, params (string User, RequestAct Act)[] steps)
    {
        var cases = new SampleCases(county);
        return await cases.StoryAsync("one", cases.Today, steps);
    }

    private async Task BeginningsAsync()
    {
        _all["fresh"] = await FileAsync(Filing(Today) with { Channel = ReceiptChannel.Email });
        _all["received"] = await FileAsync(Filing(Today));
        await StoryAsync("registered", Today, ("head", new AssignRequest(Today, "政策法规股", _county.Ids["officer"])));
        await StoryAsync("merged", Today, ("officer", new MergeRequest(Today, this["registered"].Id)));
        await StoryAsync("split", Today);
        var officer = Staff("officer");
        var version = (await ViewAsync(officer, this["split"])).Row.Version;
        await _county.DoAsync<SplitRequest, IReadOnlyList<string>>(split => split.RunAsync(
            officer, this["split"].Id, version, [new RequestPart("采购合同", "2025年的采购合同。"), new RequestPart("验收单", "2025年的验收单。")], CancellationToken.None));
        _all["correction"] = await FileAsync(Filing(Today) with { Matter = RequestMatter.RecordCorrection, Subject = "低保登记信息", Description = "家庭人口记成三人，应为四人。" });
        await DoAsync("officer", this["correction"], new RegisterRequest(Today));
    }

    private async Task WaitingsAsync()
    {
        var asked = new LetterWording { Items = ["请写明是哪一次采购"] };
        var volume = asked with { Volume = "2026年1月至2月共提出申请46件" };
        var asks = new SendConsultation(Today, "k1", ConsultedParty.ThirdParty, Today, new LetterWording { Recipient = "清溪救援器材有限公司", Items = ["合同中你单位的报价"] });
        await StoryAsync("awaiting", Today, ("officer", new AskForSupplement(Today, 10, asked)));
        await StoryAsync("supplementLate", February, ("officer", new AskForSupplement(February.AddDays(1), 10, asked, February.AddDays(1))));
        await StoryAsync("awaitingFee", Today, ("officer", NotifyFee(Today)));
        await StoryAsync("awaitingReasons", Today, ("officer", new AskForReasons(Today, 10, volume, Today)));
        await StoryAsync("reasonsGiven", Today, ("officer", new AskForReasons(Today, 10, volume, Today)), ("officer", new ReceiveReasons(Today, true, "各件说的是不同的合同。")));
        await StoryAsync("consulting", Today, ("officer", asks with { ServedOn = null }));
        await StoryAsync("objected", Today, ("officer", asks), ("officer", new AnswerConsultation(Today, "k1", ConsultationPosition.ObjectsWithReason)));
        await StoryAsync("extensionProposed", Today, ("officer", new ProposeExtension(Today, 10, new LetterWording { Reasons = "卷宗较多，需要逐件核对" })));
        await StoryAsync("extended", Today, ("head", new ExtendReply(Today, 10, new LetterWording { Reasons = "卷宗较多，需要逐件核对" })));
        await StoryAsync("overdue", January);
    }

    private async Task EndingsAsync()
    {
        var search = new Decision(Outcome.NotFound, search: new SearchRecord(Today, "档案室、公文系统"));
        await StoryAsync("drafted", Today, Draft(Granted));
        await StoryAsync("reviewed", Today, [.. Reviewed(Granted)]);
        await StoryAsync("signed", Today, [.. Signed(Granted)]);
        await StoryAsync("served", Today, [.. Served(Granted)]);
        await StoryAsync("notFound", Today, [("head", new AssignRequest(Today, "办公室", null)), .. Served(search)]);
        await StoryAsync("withdrawn", Today, ("officer", new WithdrawRequest(Today, "已经从别处得到。")));
        await StoryAsync("feeLapsed", January, ("officer", NotifyFee(January.AddDays(1))), ("officer", new LapseRequest(Today)));
        await StoryAsync("supplementLapsed", February, ("officer", new AskForSupplement(February.AddDays(1), 10, new LetterWording { Items = ["请写明年份"] }, February.AddDays(1))), ("officer", new LapseRequest(Today)));
        await StoryAsync("redone", Today, [.. Served(Granted), ("head", new OrderRedo(Today, RedoCause.Reconsideration, 15, true, "清府复〔2026〕3号"))]);
        await StoryAsync("archived", Today, [.. Served(Granted), ("officer", new ArchiveRequest(Today, "YSQ-10", 10))]);
    }

    // 保管期满的：待鉴定，鉴定了待批准，已经销毁。
    private async Task ArchivesAsync()
    {
        foreach (var name in new[] { "keptLongEnough", "appraised", "destroyed" })
        {
            await StoryAsync(name, LongAgo, ("officer", new WithdrawRequest(LongAgo.AddDays(1), "不要了。")), ("officer", new ArchiveRequest(LongAgo.AddDays(2), "YSQ-1", 1)));
        }

        var verdict = new AppraisalForm(AppraisalVerdict.Destroy, null, "保管期满，没有查考价值", NoProceedings: true);
        await _county.DoAsync<AppraiseArchives, int>(a => a.AppraiseAsync(Staff("officer"), [this["appraised"].Id, this["destroyed"].Id], verdict, CancellationToken.None));
        await _county.DoAsync<AppraiseArchives, int>(a => a.DestroyAsync(Staff("leader"), [this["destroyed"].Id], CancellationToken.None));
    }

    private (string, RequestAct) Draft(Decision decision) => ("officer", new DraftReply(Today, decision, WordsFor(decision)));

    private IEnumerable<(string, RequestAct)> Reviewed(Decision decision) =>
        [Draft(decision), ("reviewer", new ReviewReply(Today, ReviewKind.Legal, true, "同意")), ("reviewer", new ReviewReply(Today, ReviewKind.Secrecy, true, "不涉密"))];

    private IEnumerable<(string, RequestAct)> Signed(Decision decision) =>
        [.. Reviewed(decision), ("leader", new SignReply(Today, PerformAct.DigestOf(decision, WordsFor(decision)), decision.Outcome))];

    private IEnumerable<(string, RequestAct)> Served(Decision decision) => [.. Signed(decision), ("officer", new ServeReply(Today, ServiceMode.Electronic, false, ""))];

    private static LetterWording WordsFor(Decision decision) =>
        decision.Outcome == Outcome.NotFound ? new LetterWording { SearchedFor = Steps.Subject, Reasons = "经检索没有所申请的信息" } : Wording;

    private static NotifyFee NotifyFee(DateOnly on) =>
        new(on, on, 100, 40, true, new LetterWording { FeeStandard = "按量计收：共40页，超过30页的部分每页10元", FeePayment = "县政务服务大厅非税窗口" });

    // 柜台收下，当天登记，然后一步一步。
    private async Task<FilingReceipt> StoryAsync(string name, DateOnly on, params (string User, RequestAct Act)[] steps)
    {
        var receipt = _all[name] = await FileAsync(Filing(on));
        foreach (var (user, act) in steps.Prepend(("officer", new RegisterRequest(on))))
        {
            try
            {
                await DoAsync(user, receipt, act);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{name}: {user} {act}", e);
            }
        }

        return receipt;
    }

    private static Filing Filing(DateOnly on) => new()
    {
        Once = Guid.CreateVersion7(),
        AgencyId = County.Emergency,
        Channel = ReceiptChannel.Counter,
        On = on,
        Applicant = new ApplicantDetails { Name = "张小三", Kind = ApplicantKind.Person, IdKind = "居民身份证", IdNumber = "11010519491231002X", Telephone = "13800001234", Email = "zhang@qingxi.example", Address = "清溪县城关镇青年路1号" },
        Subject = "一份题目很长的申请：" + Steps.Subject + "以及同年签订的补充协议、验收单与付款凭证",
        Description = "请求公开2025年防汛物资采购的合同文本，制作机关为清溪县应急管理局。",
        Delivery = DeliveryForm.Online,
    };

    private Task<FilingReceipt> FileAsync(Filing filing) => _county.DoAsync<FileRequest, FilingReceipt>(file => file.RunAsync(Staff("officer"), filing, CancellationToken.None));

    private Task<ActDone> DoAsync(string user, FilingReceipt receipt, RequestAct act) => _county.DoAsync<PerformAct, ActDone>(async perform =>
    {
        var actor = Staff(user);
        return await perform.RunAsync(actor, receipt.Id, (await ViewAsync(actor, receipt)).Row.Version, act, CancellationToken.None);
    });

    private Task<CaseView> ViewAsync(Actor actor, FilingReceipt receipt) => _county.DoAsync<ViewCase, CaseView>(v => v.RunAsync(actor, receipt.Number, CancellationToken.None));

    private Actor Staff(string user) => Actor.Staff(_county.Ids[user], user, [new Grant(County.Emergency, Roles[user])]);
}
