using System.Text;
using Gongkai.Cli.Tests;
using Gongkai.Letters.Remedies;
using Gongkai.Letters.Templates;

namespace Gongkai.Letters.Tests;

public sealed class DocsTests
{
    [Fact]
    public void The_page_of_letters_is_what_the_templates_say()
    {
        StringBuilder page = new();
        page.Append("""
            # Letters

            The documents of a disclosure request, from `data/letters` and `data/remedies`. `./build golden` renews this page.

            A template that lacks one of its mandatory elements does not load; a letter that lacks one of its facts is refused and says which.
            Signature, place for the seal and date are written on every official letter by the program itself.
            An element with a condition is mandatory when that fact is there. All replies share the series 答.
            No letter prints 份号, 密级 or 紧急程度: GB/T 9704—2012 (7.2.1 to 7.2.3, and 10.1 for the letter format) has them for classified or urgent documents only, and these go to applicants
            and third parties after the secrecy review (保守国家秘密法第三十五条), so they are never classified; a reply has its statutory time limit, not a degree of urgency.

            | 文书 | 小类 | 类型字 | 标题 | 依据 | 必备要素 | 提示 |
            |---|---|---|---|---|---|---|

            """);
        foreach (var t in LetterTemplates.Default.All)
        {
            var elements = t.Elements.Select(e => e.When is null ? e.Name : $"{e.Name}（有{e.When}时）").Distinct();
            page.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"| {t.Name} | {t.Outcome} | {t.TypeWord} | {t.Title} | {string.Join('；', t.Basis)} | {string.Join(" · ", elements)} | {t.Note} |");
        }

        page.Append("""

            ## Mandatory elements and their basis

            | 要素 | 依据 |
            |---|---|

            """);
        foreach (var e in LetterTemplates.Default.All.SelectMany(t => t.Elements).DistinctBy(e => (e.Name, e.Basis)))
        {
            page.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"| {e.Name} | {e.Basis} |");
        }

        foreach (var law in RemedyLaw.All)
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"""

                ## Remedies of decisions since {law.From:yyyy-MM-dd}

                {string.Join('；', law.Source)}

                Reconsideration first: {(law.ReconsiderationFirst.Count == 0 ? "none" : string.Join(' ', law.ReconsiderationFirst) + ", the withheld part of " + string.Join(' ', law.Split))}. Everything else: reconsideration in 60 days or a suit in 6 months.

                | 机关 | 复议机关 | 依据 |
                |---|---|---|

                """);
            foreach (var (kind, body) in law.Bodies)
            {
                page.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"| {kind} | {string.Join("或者", body.To)} | {body.Basis} |");
            }
        }

        Golden.Matches(page.ToString().ReplaceLineEndings("\n"), "docs", "letters.md");
    }
}
