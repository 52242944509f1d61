using System.Text;
using Gongkai.Core.Calendar;
using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Calendar;
using Gongkai.Workbench.Hosting;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Calendar;

/// <summary>导入一年的放假通知：先看，后导。</summary>
[BodyLimit(MostBytes)]
public sealed class ImportModel(ImportHolidays import) : StaffPage
{
    private const int MostBytes = 2 << 20;

    /// <summary>哪一年。</summary>
    [BindProperty]
    public string? Year { get; set; }

    /// <summary>通知的标题。</summary>
    [BindProperty]
    public string? Source { get; set; }

    /// <summary>文号。</summary>
    [BindProperty]
    public string? NoticeNumber { get; set; }

    /// <summary>贴的文字。</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>传来的文件。</summary>
    [BindProperty]
    public IFormFile? NoticeFile { get; set; }

    /// <summary>会动什么；还没有看为 null。</summary>
    public ImportPreview? Preview { get; private set; }

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!ManageAgencies.MayChangeStructure(Actor))
        {
            throw new NotAllowedException([Core.Agencies.StaffRole.Administrator]);
        }

        Year = ((await import.ViewAsync(Actor, cancellation)).Years[^1].Notice.Year + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>看一看，不改什么。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await TryAsync(async () =>
        {
            if (NoticeFile is { Length: > 0 } file)
            {
                BadInputException.ThrowIfAny(file.Length <= HolidayNoticeFile.MaximumLength ? [] : [new InputProblem(nameof(NoticeFile), "文件太大，一年的安排不会有这么多。")]);
                using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
                Text = await reader.ReadToEndAsync(cancellation);
            }

            var preview = await import.PreviewAsync(Actor, Form(), cancellation);
            BadInputException.ThrowIfAny([.. preview.Problems.Where(p => !p.IsWarning).Select(p => new InputProblem(nameof(Text), p.Message))]);
            BadInputException.ThrowIfAny(string.IsNullOrWhiteSpace(Source) ? [new InputProblem(nameof(Source), "请填通知的标题。")] : []);
            Preview = preview;
        });
        return Page();
    }

    /// <summary>导入，重算。</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        IReadOnlyList<MovedDate> moved = [];
        return await TryAsync(async () => moved = await import.RunAsync(Actor, Form(), cancellation))
            ? DoneTo("/Calendar/Moved", $"已导入，重算完毕：{moved.Count} 件有变。", new { year = Year })
            : Page();
    }

    private HolidayFile Form() => int.TryParse(Year, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2200
        ? new HolidayFile(year, Source ?? "", NoticeNumber ?? "", Text ?? "")
        : throw new BadInputException([new InputProblem(nameof(Year), "年份要写成四位数字，如 2027。")]);
}
