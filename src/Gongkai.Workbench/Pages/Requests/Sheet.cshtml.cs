using Gongkai.Letters;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>一张内部用纸，照登记簿现印。</summary>
public sealed class SheetModel(PrintSheet sheets, SeeApplicant see) : CasePage
{
    /// <summary>哪一种，地址里的一段。</summary>
    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <summary>送达回证送的是哪一份文书；没有为 null。</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Served { get; set; }

    /// <summary>印好的一张。</summary>
    public PrintedSheet Sheet { get; private set; } = null!;

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Sheet = await sheets.RunAsync(Actor, View.Row.Id, TypeOf(Type), Served, cancellation);
        await see.RunAsync(Actor, View, cancellation);
    }

    /// <summary>按名称找用纸。</summary>
    /// <exception cref="NoSuchThingException">没有这种用纸。</exception>
    internal static LetterType TypeOf(string name) =>
        PrintSheet.Types.Where(t => t.ToString() == name).Select(t => (LetterType?)t).FirstOrDefault() ?? throw new NoSuchThingException();
}
