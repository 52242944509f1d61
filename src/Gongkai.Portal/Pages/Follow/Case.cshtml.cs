using Gongkai.Portal.Following;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Portal.Pages.Follow;

/// <summary>一件申请办到哪一步、期限怎样算、现在能做什么、有什么文书。</summary>
public sealed class CaseModel(TrackRequest track, Access access, LawBook law) : FollowPage(track, access)
{
    /// <summary>办到哪一步。</summary>
    public PlainWords Words { get; private set; } = null!;

    /// <summary>刚办成的事；没有为 null。</summary>
    public string? Done { get; private set; }

    /// <summary>现在能做的事。</summary>
    public IReadOnlyList<ApplicantAct> Acts { get; private set; } = [];

    /// <summary>不服怎么办：答复了、逾期不再处理了、过了期限没有答复的才有。</summary>
    public (string When, string What)? Remedy => Remedies.Of(Case, law.Today);

    /// <summary>随答复提供的信息。</summary>
    public IReadOnlyList<TrackedFile> Disclosed => [.. Case.Files.Where(f => f.Purpose == AttachFiles.Disclosed)];

    /// <summary>自己传的文件。</summary>
    public IReadOnlyList<TrackedFile> Own => [.. Case.Files.Where(f => f.Purpose != AttachFiles.Disclosed)];

    /// <summary>显示。</summary>
    /// <param name="done">刚办成的事的代号。</param>
    /// <param name="cancellation">取消。</param>
    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        Words = PlainWords.Of(Case, law.Today);
        Acts = [.. ApplicantAct.Of(Case)];
        Done = done switch
        {
            "supplement" => "补正已经收下，答复期限重新计算。",
            "reasons" => "您说明的理由已经收下，由机关认定。",
            "fee" => "已经告诉机关您缴了费；机关核实之后，期限重新计算。",
            "withdrawal" => "申请已经撤回。",
            _ => null,
        };
        return Page();
    }

    /// <summary>退出查看：再看要重新输查询码。</summary>
    public IActionResult OnPost()
    {
        if (Access.CodeOf(HttpContext, Number) is not null)
        {
            Access.Leave(HttpContext, Number);
        }

        return Redirect($"{Request.PathBase}/follow");
    }

    /// <summary>文件的大小。</summary>
    public string SizeOf(TrackedFile file) => file.Length >= 1 << 20 ? $"{file.Length / (double)(1 << 20):0.0} MB" : $"{Math.Max(1, file.Length >> 10)} KB";

    /// <inheritdoc/>
    protected override Task<IActionResult> StaleAsync(CancellationToken cancellation) => OnGetAsync(null, cancellation);
}
