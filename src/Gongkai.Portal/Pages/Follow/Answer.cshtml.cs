using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Letters;
using Gongkai.Portal.Following;
using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Portal.Pages.Follow;

/// <summary>补正、说明理由、告知缴费。</summary>
public sealed class AnswerModel(TrackRequest track, Access access) : FollowPage(track, access)
{
    private static readonly Dictionary<string, LetterType> Notices = new(StringComparer.Ordinal)
    {
        ["supplement"] = LetterType.SupplementNotice,
        ["reasons"] = LetterType.ReasonsNotice,
        ["fee"] = LetterType.FeeNotice,
    };

    /// <summary>答的是哪一种。</summary>
    public AnswerKind Kind { get; private set; } = null!;

    /// <summary>写的话。</summary>
    public string Text { get; private set; } = "";

    /// <summary>机关正等着。</summary>
    public bool IsAwaited => Kind.IsAwaited(Case);

    /// <summary>机关发来的告知书；没有为 null。</summary>
    public TrackedLetter? Letter => Case.Letters.LastOrDefault(l => l.Type == Notices[Kind.About].ToString());

    /// <summary>告知书里列的各项：要补什么、要说明什么、要缴多少。</summary>
    public IReadOnlyList<string> Asked => Kind.About switch
    {
        "supplement" => Case.Papers.WordingOf<SupplementAsked>(Case.Request)?.Items ?? [],
        "reasons" => Case.Papers.WordingOf<ReasonsAsked>(Case.Request)?.Items ?? [],
        _ when Case.Request.Fee is { } fee => [$"应缴信息处理费 {fee.Yuan} 元", .. Case.Papers.WordingOf<FeeNotified>(Case.Request)?.FeePayment is { Length: > 0 } way ? [$"缴纳方式：{way}"] : Array.Empty<string>()],
        _ => [],
    };

    /// <summary>显示。</summary>
    public async Task<IActionResult> OnGetAsync(string about, CancellationToken cancellation)
    {
        Kind = AnswerKind.Find(about) ?? throw new NoSuchThingException();
        return await OpenAsync(cancellation) ?? Page();
    }

    /// <summary>提交。</summary>
    public async Task<IActionResult> OnPostAsync(string about, CancellationToken cancellation)
    {
        Text = Said("Text");
        if (await OnGetAsync(about, cancellation) is RedirectResult elsewhere)
        {
            return elsewhere;
        }

        // 同样的话连着交两次，是点了两下。
        if (Case.Papers.Said is [.., var last] && last.About == about && last.Text == Text)
        {
            return Redirect(AddressOf($"?done={about}"));
        }

        if (!IsAwaited)
        {
            return Page();
        }

        try
        {
            var uploads = Uploads.Of(Request.Form, ("files", about));
            _ = about == "supplement"
                ? await Track.SupplementAsync(Number, Code, Text, uploads, cancellation)
                : await Track.TellAsync(Number, Code, about, Text, uploads, cancellation);
            return Redirect(AddressOf($"?done={about}"));
        }
        catch (BadInputException bad)
        {
            return Again(bad.Problems);
        }
        catch (RefusedException refused)
        {
            return AgainFor(refused);
        }
        catch (StaleDataException)
        {
            return Again([new InputProblem("", "机关刚好同时办理了这件申请，您的话没有提交成。写的都在，请再点一次提交；选过的文件请再选一次。")], _ => null, StatusCodes.Status409Conflict);
        }
    }

    /// <inheritdoc/>
    protected override async Task<IActionResult> StaleAsync(CancellationToken cancellation)
    {
        Text = Said("Text");
        return await OnGetAsync((string)RouteData.Values["about"]!, cancellation) is RedirectResult elsewhere ? elsewhere : Stale();
    }
}
