using Gongkai.Core.Agencies;
using Gongkai.Core.Requests.Clock;
using Gongkai.UseCases.Requests;
using Gongkai.WebKit;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Cases.Acts;
using Gongkai.Workbench.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>一件申请：是什么、可以办什么、期限怎样算、经过、文书、文件、备注。</summary>
[BodyLimit(BodyLimits.Files)]
public sealed class CaseModel(SimilarRequests similar, SeeApplicant see, AddNote notes, AttachFiles attach, PrintSheet sheets, TellConsultation tell) : CasePage
{
    /// <summary>相像的申请。</summary>
    public Similar Similar { get; private set; } = new([], []);

    /// <summary>此刻能做的。</summary>
    public IReadOnlyList<OfferedAct> Lawful { get; private set; } = [];

    /// <summary>此刻不能做的，带着理由。</summary>
    public IReadOnlyList<OfferedAct> Unlawful { get; private set; } = [];

    /// <summary>内部用纸，能不能印与为什么。</summary>
    public IReadOnlyList<OfferedSheet> Sheets { get; private set; } = [];

    /// <summary>此刻为什么不能告知申请人正在征求意见；没有征求过意见的，或者不归他办的，为 null。</summary>
    public IReadOnlyList<string>? Notice => MayHandle && View.Papers is not null && View.Request.Consultations.Count > 0 ? TellConsultation.WhyNot(View.Request, View.Letters) : null;

    /// <summary>证件号码；没有要求显示为 null。</summary>
    public string? Identity { get; private set; }

    /// <summary>下一次提交的标识：表单打开时发给，交两次只记一次。</summary>
    public Guid Once { get; } = Guid.CreateVersion7();

    /// <summary>没有记下的备注，还给写的人。</summary>
    public string NoteText { get; private set; } = "";

    /// <summary>文件没有附上。</summary>
    public bool FilesFailed { get; private set; }

    /// <summary>可以附文件。</summary>
    public bool MayHandle => Actor.Has(View.Row.AgencyId, StaffRole.Officer, StaffRole.DisclosureHead);

    /// <summary>显示。</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>显示证件号码：不转向，地址里、历史里都不留。</summary>
    public async Task<IActionResult> OnPostIdentityAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Identity = await see.IdentityAsync(Actor, View.Row.Id, cancellation);
        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>写备注。</summary>
    public async Task<IActionResult> OnPostNoteAsync(string? note, Guid once, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (await TryAsync(() => notes.RunAsync(Actor, View.Row.Id, note ?? "", once, cancellation)))
        {
            return Back("备注已经记下。");
        }

        NoteText = note ?? "";
        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>附文件。</summary>
    public async Task<IActionResult> OnPostAttachAsync(IFormFileCollection files, string? purpose, Guid once, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var disclosed = purpose == AttachFiles.Disclosed;
        UploadedFile[] uploads = [.. files.Select(f => new UploadedFile("", f.FileName, f.Length, f.OpenReadStream))];
        if (await TryAsync(() => attach.RunAsync(Actor, View.Row.Id, disclosed, uploads, once, cancellation)))
        {
            return Back($"附上了 {uploads.Length} 个文件。");
        }

        FilesFailed = true;
        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>告知申请人正在征求意见。</summary>
    public async Task<IActionResult> OnPostNoticeAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        IssuedLetter? letter = null;
        if (await TryAsync(async () => letter = await tell.RunAsync(Actor, View.Row.Id, cancellation)))
        {
            return Back($"出了征求意见告知书 {letter!.Number}，申请人在网上看得到。");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>撤下一个要提供的文件。</summary>
    public async Task<IActionResult> OnPostSetAsideAsync(Guid file, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (await TryAsync(() => attach.SetAsideAsync(Actor, View.Row.Id, file, cancellation)))
        {
            return Back("已经撤下，不随答复提供。");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>账里的一段日子；与上一行同一年的不再写年，同一月的不再写月，栏才放得下。</summary>
    /// <param name="line">这一行。</param>
    /// <param name="before">上一行；没有为 null。</param>
    public static string Span(LedgerLine line, LedgerLine? before)
    {
        var from = before?.To.Year == line.From.Year ? $"{line.From.Month}月{line.From.Day}日" : ChinaTime.Say(line.From);
        return line.From == line.To ? from
            : line.From.Year != line.To.Year ? $"{from}至{ChinaTime.Say(line.To)}"
            : line.From.Month != line.To.Month ? $"{from}至{line.To.Month}月{line.To.Day}日"
            : $"{from}至{line.To.Day}日";
    }

    /// <summary>账里一行的说明：征求意见的写对方的名称，不写本件之内的代号。</summary>
    public string? DetailOf(LedgerLine line) => line is { Reason: LedgerReason.Consultation, Detail: { } ids }
        ? string.Join('、', ids.Split('、').Select(View.ConsultedName))
        : line.Detail;

    private async Task ShowAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        await see.RunAsync(Actor, View, cancellation);
        Similar = await similar.RunAsync(Actor, View.Row.Id, cancellation);
        Sheets = View.Papers is null ? [] : await sheets.OfferAsync(Actor, View.Row.Id, cancellation);
        var acts = View.Papers is null ? [] : ActForms.For(View, Actor);
        Lawful = [.. acts.Where(a => a.Reasons.Count == 0)];
        Unlawful = [.. acts.Where(a => a.Reasons.Count > 0)];
    }
}
