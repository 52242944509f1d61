using System.Globalization;
using Gongkai.UseCases.Archives;
using Gongkai.UseCases.Law;
using Gongkai.Workbench.Parts;

namespace Gongkai.Workbench.Pages.Archives;

/// <summary>一年的销毁登记，印出来存档。</summary>
public sealed class DestroyedModel(AppraiseArchives archives, LawBook law) : StaffPage
{
    /// <summary>登记。</summary>
    public DestructionRegister Register { get; private set; } = null!;

    /// <summary>列出。</summary>
    public async Task OnGetAsync(string? year, CancellationToken cancellation) => Register = await archives.RegisterAsync(
        Actor, int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is >= 2000 and <= 9000 ? given : law.Today.Year, cancellation);
}
