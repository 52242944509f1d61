using Gongkai.Portal.Applying;
using Gongkai.Portal.Following;
using Gongkai.Portal.Hosting;
using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Portal.Pages.Apply;

/// <summary>检查您的申请，附上文件，提交。</summary>
public sealed class CheckModel(AgencyDirectory agencies, DraftBox box, LawBook law, FileRequest file, Doorkeeper doorkeeper, PortalLimits limits, Access access, TimeProvider clock)
    : StepPage(agencies, box, law)
{
    /// <summary>蜜罐的名字：人看不见，只有程序会填。</summary>
    public const string Trap = "homepage";

    /// <inheritdoc/>
    public override FormStep Current => Steps.All[^1];

    /// <summary>要答的算术题；不用答为 null。</summary>
    public string? Question => doorkeeper.AsksQuestion(HttpContext) ? Arithmetic.QuestionFor(Draft) : null;

    /// <summary>文件合计最多多少 MB。</summary>
    public int UploadMegabytes => limits.UploadBytes >> 20;

    /// <inheritdoc/>
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!Draft.WasChecked)
        {
            Draft = Draft with { WasChecked = true };
            Box.TryKeep(HttpContext, Draft);
        }

        return Page();
    }

    /// <inheritdoc/>
    public override async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Pressed("go", "back"))
        {
            return Redirect(Back!);
        }

        var uploads = Uploads.Of(Request.Form, ("identity", "identity"), ("authorisation", "authorisation"), ("other", "other"));
        InputProblem[] problems = [.. Steps.Problems(Draft, Today), .. KeptFiles.Problems(uploads), .. Doubts()];
        if (problems.Length > 0)
        {
            return Refuse(problems, uploads.Count > 0);
        }

        if (!doorkeeper.MayFile(HttpContext))
        {
            return Again([new InputProblem("", "您所在的网络这一小时提交的申请太多，这一次没有提交。您填写的内容还在，请过一会儿再点提交；急的话，也可以当面提交或者邮寄。")], _ => null, StatusCodes.Status429TooManyRequests);
        }

        try
        {
            var receipt = await file.RunAsync(Actor.Applicant, Draft.ToFiling(Agency.Id, uploads), cancellation);
            access.Grant(HttpContext, receipt.Number, receipt.QueryCode);

            // 草稿用不着了：只留下编号，后退、再点一次都到回执。
            Box.TryKeep(HttpContext, new Draft { Id = Draft.Id, Once = Draft.Once, Agency = Draft.Agency, StartedAt = Draft.StartedAt, FiledAs = receipt.Number });
            return Redirect($"{Request.PathBase}/follow/{receipt.Number}/receipt");
        }
        catch (BadInputException bad)
        {
            return Refuse(bad.Problems, uploads.Count > 0);
        }
        catch (StaleDataException)
        {
            return Again([new InputProblem("", "这会儿提交的人太多，这一次没有收下。您填写的内容还在，请再点一次提交；选过的文件请再选一次。")], _ => null, StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <inheritdoc/>
    protected override Draft Fill(Draft draft) => draft;

    private PageResult Refuse(IReadOnlyList<InputProblem> problems, bool hadFiles)
    {
        InputProblem[] all = hadFiles ? [.. problems, new InputProblem("Files", "浏览器不能替您记住文件，请把要附的文件再选一次。")] : [.. problems];
        return Again(all, field => Steps.Of(field) is var step && step.Path == Current.Path ? (field.Length > 0 ? $"#{field}" : null) : $"{AddressOf(step)}#{field}");
    }

    private IEnumerable<InputProblem> Doubts()
    {
        if (Said(Trap).Length > 0)
        {
            yield return new InputProblem(Trap, "有一栏是留空的，浏览器可能自动填写了它。请再点一次提交。");
        }
        else if (clock.GetUtcNow() - Draft.StartedAt < limits.LeastFillingTime)
        {
            yield return new InputProblem("", "您填得很快。请再核对一遍，然后再点一次提交。");
        }
        else if (doorkeeper.AsksQuestion(HttpContext) && !Arithmetic.IsRight(Draft, Said("Answer")))
        {
            yield return new InputProblem("Answer", "您所在的网络近来提交了好几件申请。请回答下面这道算术题，写数字，再提交。");
        }
    }
}
