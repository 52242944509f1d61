using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Letters;
using Gongkai.Letters.Facts;
using Gongkai.Letters.Templates;
using Gongkai.Letters.Writing;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Letters;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>内部用纸：登记表、转办单、检索记录表、审查呈批单、送达回证。随时照登记簿印，以登记编号为准，不占文号，不另存。</summary>
public sealed class PrintSheet(GongkaiDb db, RequestDesk desk, LawBook law, AgencyFactsOf agencies)
{
    private static readonly LetterRenderer Renderer = new(LetterTemplates.Default);

    /// <summary>全部，按办理的先后。</summary>
    public static IReadOnlyList<LetterType> Types { get; } = [LetterType.RegisterSheet, LetterType.TransferSlip, LetterType.SearchRecord, LetterType.ApprovalForm, LetterType.ServiceReceipt];

    /// <summary>各种用纸此刻能不能印，不能的说为什么。</summary>
    /// <exception cref="NoSuchThingException">没有这一件，不归他的机关，或者资料已经销毁。</exception>
    public async Task<IReadOnlyList<OfferedSheet>> OfferAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var scene = await SceneAsync(actor, id, cancellation);
        return [.. Types.Select(type => new OfferedSheet(type, LetterTemplates.Default.Of(type).Name, WhyNot(scene, type, LastLetter(scene))))];
    }

    /// <summary>印一种。登记表上有证件号码，印之前先记下谁看了。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="id">哪一件。</param>
    /// <param name="type">哪一种用纸。</param>
    /// <param name="served">送达回证送的是哪一份文书；null 为最后发给申请人的一份。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NoSuchThingException">没有这一件，不归他的机关，资料已经销毁，没有这种用纸，或者此刻印不了。</exception>
    public async Task<PrintedSheet> RunAsync(Actor actor, Guid id, LetterType type, Guid? served, CancellationToken cancellation)
    {
        var scene = await SceneAsync(actor, id, cancellation);
        var letter = served is { } wanted ? scene.Letters.FirstOrDefault(l => l.Id == wanted) : LastLetter(scene);
        if (!Types.Contains(type) || WhyNot(scene, type, letter).Count > 0)
        {
            throw new NoSuchThingException();
        }

        if (type == LetterType.RegisterSheet)
        {
            await db.CommitAsync(new AuditEntry(law.Now, actor.Id, scene.Open.Row.AgencyId, SeeApplicant.SeenIdentity, id.ToString("D")), cancellation);
        }

        var sheet = Renderer.Render(type, Facts(scene, type, letter));
        return new PrintedSheet(sheet.Title, LetterHtml.Write(sheet), () => LetterDocx.Write(sheet));
    }

    private async Task<Scene> SceneAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(id, cancellation);
        actor.DemandSight(open.Row.AgencyId);
        if (!open.HasPapers)
        {
            throw new NoSuchThingException();
        }

        var letters = await db.Letters.AsNoTracking().Where(l => l.RequestId == id && l.State == LetterState.Issued).OrderBy(l => l.Id).ToListAsync(cancellation);
        var names = await db.Users.AsNoTracking().Where(u => db.RoleGrants.Any(g => g.AccountId == u.Id && g.AgencyId == open.Row.AgencyId)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        return new Scene(open, open.Papers(), await agencies.OfAsync(open.Agency, cancellation), [.. letters.Where(l => LetterAudience.IsForApplicant(l.Type))], names, await law.CalendarAsync(cancellation), law.Today);
    }

    private static LetterRow? LastLetter(Scene scene) => scene.Letters.LastOrDefault(l => LetterAudience.IsReply(l.Type)) ?? (scene.Letters is [.., var last] ? last : null);

    private static IReadOnlyList<string> WhyNot(Scene scene, LetterType type, LetterRow? letter) => (type, scene.Open.Request) switch
    {
        (LetterType.TransferSlip, { Assignment: null }) => ["还没有交办承办单位。"],
        (LetterType.SearchRecord, { Draft.Decision.Search: null } or { Draft: null }) => ["答复稿里没有检索记录：答复经检索没有的，拟稿时填写。"],
        (LetterType.ApprovalForm, { Draft: null }) => ["还没有拟答复。"],
        (LetterType.ServiceReceipt, _) when letter is null => ["还没有给申请人的文书。"],
        _ => [.. Renderer.WhyNot(type, Facts(scene, type, letter)).Select(p => p.Message)],
    };

    private static LetterFacts Facts(Scene scene, LetterType type, LetterRow? letter)
    {
        var (open, papers) = (scene.Open, scene.Papers);
        var request = open.Request;
        var draft = request.Draft;
        var wording = (draft is null ? null : papers.DraftOf(draft.Revision)) ?? new LetterWording();
        var facts = LetterFactsOf.For(open, papers, scene.Agency, wording, null, scene.Today, type);
        return type switch
        {
            LetterType.RegisterSheet => SheetFacts.Register(facts, papers, open.Row.Subject) with { Handler = NameOf(scene, ActorOf<Registered>(open)) },
            LetterType.TransferSlip => SheetFacts.Transfer(facts, request.Assignment!, request.Settings.OpinionDaysAhead, scene.Calendar) with { Handler = NameOf(scene, ActorOf<Assigned>(open)) },
            LetterType.SearchRecord => facts with { Searches = [.. facts.Searches.Select(s => s with { By = draft is null ? "" : NameOf(scene, draft.By.ToString("D")) ?? "" })] },
            LetterType.ApprovalForm => SheetFacts.Approval(facts, draft!.Decision, wording) with { Reasons = First(wording.Reasons, wording.AccessRoute, wording.Disclosed), HandlingUnit = request.Assignment?.Unit, Opinions = Opinions(scene) },
            LetterType.ServiceReceipt => SheetFacts.Service(facts, request, papers.Applicant, letter, NameOf(scene, ActorOf<ReplyServed>(open))) with
            {
                ServedLetter = letter is null ? null : $"{LetterTemplates.Default.Of(Enum.Parse<LetterType>(letter.Type)).Title}（{letter.Number}）",
            },
            _ => facts,
        };
    }

    // 承办、公开工作机构、法制审核、保密审查、负责人，各写谁、哪一天；还没有表态的留空手填。
    private static string[] Opinions(Scene scene)
    {
        var request = scene.Open.Request;
        var draft = request.Draft!;
        string Review(ReviewKind kind) => request.Events.OfType<ReplyReviewed>().LastOrDefault(r => r.Kind == kind && r.Revision == draft.Revision) is { } review
            ? $"{(review.Passed ? "审查通过" : "不通过，退回修改")}。{Signed(scene, review.By, review.On)}"
            : "";
        return
        [
            $"第 {draft.Revision} 稿。{Signed(scene, draft.By, draft.On)}",
            "",
            Review(ReviewKind.Legal),
            Review(ReviewKind.Secrecy),
            request.Signature is { } signature ? $"同意，签发。{Signed(scene, signature.By, signature.On)}" : "",
        ];
    }

    private static string Signed(Scene scene, Guid by, DateOnly on) => $"{NameOf(scene, by.ToString("D"))}　{Say.Of(on)}";

    private static string? ActorOf<TEvent>(OpenRequest open)
        where TEvent : RequestEvent
    {
        for (var i = Math.Min(open.Request.Events.Count, open.History.Count); i > 0; i--)
        {
            if (open.Request.Events[i - 1] is TEvent)
            {
                return open.History[i - 1].ActorId;
            }
        }

        return null;
    }

    private static string? NameOf(Scene scene, string? id) => Guid.TryParse(id, out var account) ? scene.Names.GetValueOrDefault(account) : null;

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

    private sealed record Scene(OpenRequest Open, RequestPapers Papers, AgencyFacts Agency, IReadOnlyList<LetterRow> Letters, IReadOnlyDictionary<Guid, string> Names, WorkingDayCalendar Calendar, DateOnly Today);
}

/// <summary>一种内部用纸。</summary>
/// <param name="Type">种类。</param>
/// <param name="Name">名称。</param>
/// <param name="Reasons">为什么此刻印不了；空表示可以。</param>
public sealed record OfferedSheet(LetterType Type, string Name, IReadOnlyList<string> Reasons);

/// <summary>印好的一张。</summary>
/// <param name="Title">标题。</param>
/// <param name="Page">网页片段，文字都已编码。</param>
/// <param name="Docx">写成 docx。</param>
public sealed record PrintedSheet(string Title, string Page, Func<byte[]> Docx);
