using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.UseCases.Requests;
using Gongkai.WebKit;

namespace Gongkai.Portal.Following;

/// <summary>办到哪一步，用一句大白话说。</summary>
/// <param name="Tone">语气。</param>
/// <param name="Headline">一句话。</param>
/// <param name="Meaning">是什么意思。</param>
/// <param name="Next">接下来会怎样、到哪一天。</param>
public sealed record PlainWords(Tone Tone, string Headline, string Meaning, string Next)
{
    private static readonly Tone Going = new("action", "clock");

    /// <summary>这件申请今天的说法。</summary>
    /// <param name="view">这件申请。</param>
    /// <param name="today">今天（中国）。</param>
    public static PlainWords Of(TrackedRequest view, DateOnly today)
    {
        var request = view.Request;
        return request.Stage switch
        {
            RequestStage.AwaitingConfirmation when request.IsCorrection => new(Going, "已经提交，等机关与您确认收到", "机关会按您留的联系方式与您确认。", "这类事项没有规定期限。"),
            RequestStage.AwaitingConfirmation => new(Going, "已经提交，等机关与您确认收到", "双方确认收到之后，答复期限才开始计算（《条例》第三十一条）。", "机关会按您留的联系方式与您确认。"),
            RequestStage.Merged => new(Tone.Quiet, "已并入您先前的一件申请", "您在答复之前就同样的内容又提交了一次，机关并在一起答复。", view.Related.MergedInto is { } into ? $"请看先前那一件 {into.Number} 的办理情况，用那一件回执上的查询码。" : "请看先前那一件的办理情况。"),
            RequestStage.Split => new(Tone.Quiet, "已拆成几件办理", "这件申请里有几项内容，机关按一事一申请分别办理、分别答复。", view.Related.Parts.Count > 0 ? $"拆成了 {view.Related.Parts.Count} 件，编号在下面；查询码不变，各件都用它。" : "各件分别答复您。"),
            RequestStage.Concluded or RequestStage.Archived => Concluded(request),
            _ => Open(view, today),
        };
    }

    private static PlainWords Open(TrackedRequest view, DateOnly today)
    {
        var latest = view.Clock.LatestOn is { } day ? $"在{ChinaTime.Say(day)}以前{(view.Clock.IsLatestProvisional ? $"（暂按现在的日历推算，{UseCases.Requests.Say.Provisional(day)}）" : "")}" : "在通知书写明的期限以内";
        return view.Clock.State switch
        {
            _ when AwaitsSupplement(view) => new(Tone.Caution, "请您补正", "机关还不能确定您要的是什么，或者缺少材料。补正之后，答复期限从收到补正之日重新计算（《条例》第三十条）。", $"请{latest}补正；没有正当理由逾期不补正的，视为放弃申请。"),
            _ when AwaitsFee(view) => new(Tone.Caution, "请您缴纳信息处理费", "机关已经发出收费通知。缴费之后重新计算期限。", $"请{latest}缴费；逾期没有缴费的，视为放弃申请。"),
            ClockState.Lapsed => new(Tone.Wrong, "补正或者缴费的期限已过", "依照规定视为放弃申请，机关可以不再处理。", "如果您有正当理由，请尽快与机关联系；您也可以重新申请。"),
            _ when NeedsReasons(view.Request) => new(Tone.Caution, "请您说明理由", "机关认为您申请的数量、频次明显超过合理范围，请您说明理由（《条例》第三十五条）。", "请在告知书写明的期限以内说明；理由不合理的，机关不予处理。"),
            ClockState.Suspended when view.DueOn is null => new(Going, "正在征求意见", "信息涉及别人或者别的机关，要先征求意见。这段时间不计入答复期限（《条例》第三十三条）。", "收到意见之后，期限接着计算。"),
            _ when view.Due is { IsProvisional: false, Date: var due } && due < today => new(Tone.Wrong, "已经超过答复期限", $"答复本应在{ChinaTime.Say(due)}以前作出。", "您可以打电话询问；也可以投诉举报，或者依法申请行政复议、提起行政诉讼。"),
            _ when view.Request.Stage is RequestStage.Drafted or RequestStage.AwaitingService => new(Going, "答复正在审查、签发", "答复稿已经拟好，正在审查、签发，随后送达给您。", DueSentence(view, today)),
            _ when view.Request is { IsCorrection: true, Stage: RequestStage.Handling } => new(Going, "正在核实", "机关正在核实您要求更正的记录。", DueSentence(view, today)),
            _ when view.Request.Stage == RequestStage.Received => new(Going, "机关已经收到", "机关正在登记您的申请。", DueSentence(view, today)),
            _ => new(Going, "正在办理", "机关正在查找、审查您要的信息。", DueSentence(view, today)),
        };
    }

    /// <summary>等着申请人补正：过了最后一天，但那一天只是暂定的，也还等着。</summary>
    public static bool AwaitsSupplement(TrackedRequest view) => view.Request is { IsOpen: true, Supplement: not null } && Waits(view, ClockState.AwaitingSupplement);

    /// <summary>等着申请人缴费：过了最后一天，但那一天只是暂定的，也还等着。</summary>
    public static bool AwaitsFee(TrackedRequest view) => view.Request is { IsOpen: true, Supplement: null, Fee: not null } && Waits(view, ClockState.AwaitingFee);

    private static bool Waits(TrackedRequest view, ClockState waiting) => view.Clock.State == waiting || view.Clock is { State: ClockState.Lapsed, IsLatestProvisional: true };

    /// <summary>要不要申请人说明理由。</summary>
    public static bool NeedsReasons(DisclosureRequest request) => request is { IsOpen: true, Reasons: not null, ReasonsGiven: null, Stage: RequestStage.Handling or RequestStage.ExtensionProposed };

    private static string DueSentence(TrackedRequest view, DateOnly today) => view.DueOn is { } due
        ? due < today ? $"暂按现在的日历推算，期限到{ChinaTime.Say(due)}为止；当年的放假安排公布之后期限可能往后移，到时再看有没有超过。"
        : $"最迟在{ChinaTime.Say(due)}答复您{(view.Due is { IsProvisional: true } ? $"（暂定，{UseCases.Requests.Say.Provisional(due)}）" : "")}。"
        : view.Request.HasDueDate ? "期限在补正、缴费或者征求意见之后接着计算。" : "这类事项没有规定期限。";

    private static PlainWords Concluded(DisclosureRequest request) => request switch
    {
        { Service: { } served, IsCorrection: true } => new(Tone.Good, "已经告知结果", $"更正告知书已在{ChinaTime.Say(served.On)}送达。", "告知书在下面，可以打印，也可以下载。"),
        { Service: { } served } => new(Tone.Good, "已经答复", $"答复已在{ChinaTime.Say(served.On)}送达。", "答复书在下面，可以打印，也可以下载。"),
        { LatestOutcome: Outcome.Withdrawn } => new(Tone.Quiet, "您已撤回申请", "机关不再办理这件申请。", "以后还需要的，可以重新申请。"),
        _ => new(Tone.Quiet, "已经办结，不再处理", "因为补正或者缴费逾期，视为您放弃了这件申请。", "以后还需要的，可以重新申请。"),
    };
}
