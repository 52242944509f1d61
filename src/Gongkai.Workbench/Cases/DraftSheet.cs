using System.Globalization;
using Gongkai.Core.Requests;
using Gongkai.Letters.Templates;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.Workbench.Cases.Acts;

namespace Gongkai.Workbench.Cases;

/// <summary>拟答复的表：选定决定，只摆它的答复书用得着的项。</summary>
/// <param name="outcome">决定。</param>
/// <param name="view">申请。</param>
/// <param name="earlier">同一申请人先前的、已经答复的各件，供重复申请选。</param>
public sealed class DraftSheet(Outcome outcome, CaseView view, IReadOnlyList<SimilarRequest> earlier)
{
    // 答复书里的事实，与填它的项。
    private static readonly (string Fact, ActField Field)[] All =
    [
        ("决定", new("Decision", "处理意见、更正的结果") { Maximum = 500 }),
        ("公开内容", new("Disclosed", "予以公开的信息") { Hint = "信息的名称，文件在申请页附上。", Maximum = 500 }),
        ("不予公开内容", new("Withheld", "不予公开的部分") { Maximum = 500 }),
        ("获取途径", new("AccessRoute", "获取的方式、途径") { Hint = "如网址、办理的窗口、随答复书提供电子件。", Maximum = 500 }),
        ("公开日期", new("PublishedOn", "公开的日期", FieldKind.Day)),
        ("检索范围", new("SearchWhere", "查了哪些地方") { Hint = "哪些库、哪些室；作为已经尽到合理检索的证明。", Maximum = 500 }),
        ("检索条件", new("SearchedFor", "用什么词、什么条件查的") { Maximum = 500 }),
        ("负责机关", new("ResponsibleAgency", "负责的机关") { Hint = "负责公开，或者有权更正的机关的全称。", Maximum = 100 }),
        ("负责机关联系方式", new("ResponsibleContact", "该机关的联系方式") { Maximum = 200 }),
        ("负责机关不能确定", new(UnknownField, "不能确定由哪个机关负责公开", FieldKind.Check) { Hint = "勾了，答复书写明不能确定；能够确定的，要写名称和联系方式（《条例》第三十六条第（五）项）。" }),
        ("原答复", new("EarlierReply", "先前答复的文号或者日期") { Maximum = 200 }),
        ("申请数量", new("Volume", "数量、频次的情况") { Maximum = 500 }),
        ("依据条款", new("Articles", "依据的具体条款", FieldKind.Area) { Hint = "一行一条，写全法律名称与条款，名称放在《》里，如《中华人民共和国统计法》第九条；《政府信息公开条例》可以写《条例》。", Rows = 2, Maximum = 1000 }),
        ("理由", new("Reasons", "理由", FieldKind.Area) { Hint = "一行一段。", Rows = 5 }),
    ];

    private const string UnknownField = "ResponsibleUnknown";
    private const string OtherwiseField = "HandedOverOtherwise";

    /// <summary>选不予公开部分的那一组的名称。</summary>
    public const string PartsLabel = "不予公开的部分，属于哪一种";

    private static readonly OutcomeGroup[] NotDisclosed = [OutcomeGroup.Refused, OutcomeGroup.Unavailable, OutcomeGroup.Unprocessed];

    private readonly LetterTemplate _template = LetterTemplates.Default.Of(ReplyLetters.For(outcome));

    /// <summary>能选的决定：撤回、逾期的不用答复书决定。</summary>
    /// <param name="request">申请；要求更正记录的，只有更正的几种。</param>
    public static IReadOnlyList<OutcomeInfo> Choices(DisclosureRequest request) => request.IsCorrection ? Outcomes.Corrections
        : [.. Outcomes.All.Where(o => o.Outcome is not (Outcome.Withdrawn or Outcome.SupplementOverdue or Outcome.FeeOverdue))];

    /// <summary>可以作为其中一部分的处理；不属于政府信息的内容是其他处理（条例第三十七条）。</summary>
    public static IReadOnlyList<OutcomeInfo> PartChoices { get; } =
    [
        .. Outcomes.All.Where(o => NotDisclosed.Contains(o.Group)),
        Outcome.OtherHandling.Info() with { Title = "其他处理（不属于政府信息的内容等）", Articles = "《条例》第三十七条" },
    ];

    /// <summary>决定的说明。</summary>
    public OutcomeInfo Info { get; } = outcome.Info();

    /// <summary>给经办人的提示；没有为 null。</summary>
    public string? Note => _template.Note;

    /// <summary>要选其余各部分怎样处理。</summary>
    public bool HasParts => Info.Group != OutcomeGroup.Correction && (outcome == Outcome.PartlyGranted || view.Request.Settings.Mixed == MixedOutcomes.Principal);

    /// <summary>各项：必填的在先。</summary>
    public IReadOnlyList<ActField> Fields(LetterWording? before, Decision? decision)
    {
        var needed = _template.RequiredFacts;
        var used = _template.UsedFacts;
        var searches = outcome is Outcome.NotFound or Outcome.PartlyGranted;
        var shown = All.Where(a => used.Contains(a.Fact) || (searches && a.Fact.StartsWith("检索", StringComparison.Ordinal)))
            .OrderBy(a => needed.Contains(a.Fact) ? 0 : 1)
            .Select(a => a.Field with { Default = ValueOf(a.Field.Name, before, decision), Label = needed.Contains(a.Fact) ? a.Field.Label : a.Field.Label + "（需要时填）" })
            .ToList();
        if (searches)
        {
            var at = shown.FindIndex(f => f.Name == "SearchWhere");
            shown.Insert(at, new ActField("SearchOn", outcome == Outcome.NotFound ? "哪一天检索" : "哪一天检索（需要时填）", FieldKind.Day) { Default = Day(decision?.Search?.On) });
        }

        if (outcome == Outcome.Repeated)
        {
            shown.Insert(0, new ActField("EarlierRequest", "已经答复的那一件的编号")
            {
                Default = decision?.EarlierRequest ?? "",
                Maximum = 100,
                Choices = [.. earlier.Select(e => (e.Number, $"{e.Subject}，{e.Outcome?.Info().Title}"))],
                Hint = earlier.Count > 0
                    ? $"同一申请人已经答复过的：{string.Join('；', earlier.Select(e => $"{e.Number}（{e.Subject}）"))}。还没有答复的，用“并案”。"
                    : "登记簿里没有找到同一申请人已经答复的申请。还没有答复的，用“并案”。",
            });
        }

        if (FilesToProvide.Expects(outcome, view.Request.Submission.Delivery))
        {
            shown.Add(new ActField(OtherwiseField, "不附文件，另行提供", FieldKind.Check) { Default = ValueOf(OtherwiseField, before, decision), Hint = $"申请人要求的获取方式是{Say.Of(view.Request.Submission.Delivery)}。要公开的信息没有附上、用别的办法提供的，勾上，并在“获取的方式、途径”里写明怎样提供。" });
        }

        return shown;
    }

    /// <summary>填成的一稿。</summary>
    public DraftReply Read(ActInput input, IReadOnlyCollection<string> parts, DateOnly on)
    {
        List<DecisionPart> chosen = [.. PartChoices.Where(p => parts.Contains(p.Outcome.ToString()) && p.Outcome != outcome).Select(p => new DecisionPart(p.Outcome))];
        if (outcome == Outcome.PartlyGranted)
        {
            chosen.Insert(0, new DecisionPart(Outcome.Granted));
        }

        var where = input.Text("SearchWhere");
        var searchedOn = where.Length > 0 ? input.Day("SearchOn", "检索的日子") : input.OptionalDay("SearchOn", "检索的日子");
        var wording = new LetterWording
        {
            Decision = input.Text("Decision"),
            Disclosed = input.Text("Disclosed"),
            Withheld = input.Text("Withheld"),
            AccessRoute = input.Text("AccessRoute"),
            PublishedOn = input.OptionalDay("PublishedOn", "公开的日期"),
            SearchedFor = input.Text("SearchedFor"),
            ResponsibleAgency = input.Text("ResponsibleAgency"),
            ResponsibleContact = input.Text("ResponsibleContact"),
            ResponsibleUnknown = input.Is(UnknownField),
            HandedOverOtherwise = input.Is(OtherwiseField),
            EarlierReply = input.Text("EarlierReply"),
            Volume = input.Text("Volume"),
            Articles = input.Lines("Articles"),
            Reasons = input.Text("Reasons"),
        };
        var search = where.Length > 0 && searchedOn is { } day ? new SearchRecord(day, where) : null;
        var decision = new Decision(outcome, Info.Articles, chosen, search, input.Text("EarlierRequest") is { Length: > 0 } earlier ? earlier : null);
        return new DraftReply(on, decision, wording);
    }

    /// <summary>部分公开的，要勾选不予公开的部分属于哪一种：稿还不成立，先说这一处。</summary>
    /// <param name="decision">填成的决定。</param>
    public static IEnumerable<InputProblem> PartProblems(Decision decision)
    {
        if (decision.Outcome == Outcome.PartlyGranted && !decision.Parts.Any(p => p.Outcome.Info().Group == OutcomeGroup.Refused || p.Outcome == Outcome.OtherHandling))
        {
            yield return new InputProblem("Parts", $"请在“{PartsLabel}”里至少勾选一种不予公开的情形（《条例》第三十七条）。");
        }
    }

    private static string ValueOf(string name, LetterWording? before, Decision? decision) => before is null ? "" : name switch
    {
        "Decision" => before.Decision,
        "Disclosed" => before.Disclosed,
        "Withheld" => before.Withheld,
        "AccessRoute" => before.AccessRoute,
        "PublishedOn" => Day(before.PublishedOn),
        "SearchWhere" => decision?.Search?.Where ?? "",
        "SearchedFor" => before.SearchedFor,
        "ResponsibleAgency" => before.ResponsibleAgency,
        "ResponsibleContact" => before.ResponsibleContact,
        UnknownField => before.ResponsibleUnknown ? "true" : "",
        OtherwiseField => before.HandedOverOtherwise ? "true" : "",
        "EarlierReply" => before.EarlierReply,
        "Volume" => before.Volume,
        "Articles" => string.Join('\n', before.Articles),
        "Reasons" => before.Reasons,
        _ => "",
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
