using Gongkai.Core.Reports;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Workbench.Pages.Rules;

/// <summary>一条检查规则：查什么、凭什么、例子。</summary>
public sealed class RuleModel : PageModel
{
    private const int MostLines = 8;
    private const int MostParts = 6;

    /// <summary>规则。</summary>
    public Rule Rule { get; private set; } = null!;

    /// <summary>目录里的前一条。</summary>
    public Rule? Before { get; private set; }

    /// <summary>目录里的后一条。</summary>
    public Rule? After { get; private set; }

    /// <summary>显示；代号的大小写不对就转到对的地址。</summary>
    public IActionResult OnGet(string code)
    {
        if (RuleCatalogue.Find(code) is not { } rule)
        {
            return NotFound();
        }

        if (rule.Code != code)
        {
            return RedirectToPagePermanent("/Rules/Rule", new { code = rule.Code });
        }

        Rule = rule;
        var at = RuleCatalogue.All.ToList().IndexOf(rule);
        (Before, After) = (RuleCatalogue.All.ElementAtOrDefault(at - 1), RuleCatalogue.All.ElementAtOrDefault(at + 1));
        return Page();
    }

    /// <summary>例子的各行：改了很多格时只列前几格，说明还有几格；长的一行只留开头。</summary>
    public static IEnumerable<string> Shortened(IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        foreach (var line in all.Take(MostLines))
        {
            var parts = line.Split('，');
            yield return parts.Length > MostParts && line.Contains('`', StringComparison.Ordinal) ? $"{string.Join('，', parts.Take(MostParts))}，等 {parts.Length} 格" : line;
        }

        if (all.Length > MostLines)
        {
            yield return $"另有 {all.Length - MostLines} 处改动";
        }
    }

    /// <summary>把例子的一行按反引号分开：格的地址换成格的名字。</summary>
    public static IEnumerable<(string Text, bool IsCell)> Pieces(string line) =>
        line.Split('`').Select((text, index) => index % 2 == 1 && Named(text) is { } name ? (name, true) : (text, false)).Where(p => p.Item1.Length > 0);

    private static string? Named(string address) =>
        CellAddress.TryParse(address, out var cell) && ReportForms.All.Select(f => f[cell.Table].Find(cell.Row, cell.Column)).FirstOrDefault(c => c is not null) is { } form
            ? $"{cell.Table.ShortName()} {form.Name}"
            : null;
}
