using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Narrative;
using Gongkai.Reports.Writing;

namespace Gongkai.Workbench.Checks;

/// <summary>正文的一段，照印出的样子。</summary>
/// <param name="Section">所在部分，1 至 6；第一个部分之前为 0。</param>
/// <param name="IsHeading">是部分的标题。</param>
/// <param name="Text">清理过的文字。</param>
/// <param name="Place">段首在源文件中的位置。</param>
public sealed record TextParagraph(int Section, bool IsHeading, string Text, Place Place);

/// <summary>一份报告的正文，只留要给人看的文字：源文件的其余部分不必跟着留在内存里。</summary>
/// <param name="Paragraphs">各段，按先后。</param>
/// <param name="IsCut">太长，后面的没有留。</param>
public sealed record ReportText(IReadOnlyList<TextParagraph> Paragraphs, bool IsCut)
{
    private const int MostParagraphs = 2000;
    private const int MostCharacters = 200_000;

    /// <summary>没有正文。</summary>
    public static ReportText Empty { get; } = new([], false);

    /// <summary>估计占多少字节。</summary>
    public long Bytes => Paragraphs.Sum(p => 100L + (2 * p.Text.Length));

    /// <summary>取一份报告的正文。</summary>
    public static ReportText Of(NarrativeText narrative)
    {
        List<TextParagraph> paragraphs = [];
        var characters = 0;
        foreach (var paragraph in narrative.Paragraphs)
        {
            if (paragraphs.Count == MostParagraphs || characters >= MostCharacters)
            {
                return new ReportText(paragraphs, true);
            }

            var text = DisplayText.Clean(narrative.Printed(paragraph), MostCharacters - characters);
            characters += text.Length;
            if (text.Length > 0)
            {
                paragraphs.Add(new TextParagraph(paragraph.Section, paragraph.IsHeading, text, narrative.PlaceAt(paragraph.Start)));
            }
        }

        return new ReportText(paragraphs, false);
    }

    /// <summary>一句引文在哪一段的哪里；找不到时为 null。同样的话有几处时，取位置对得上的一处。</summary>
    public (int Paragraph, int Start)? Find(string quoted, int? section, Place place)
    {
        if (quoted.Length == 0)
        {
            return null;
        }

        (int Paragraph, int Start)? best = null;
        var distance = long.MaxValue;
        for (var i = 0; i < Paragraphs.Count; i++)
        {
            var paragraph = Paragraphs[i];
            if ((section ?? 0) != paragraph.Section || paragraph.Text.IndexOf(quoted, StringComparison.Ordinal) is not (>= 0 and var at))
            {
                continue;
            }

            var away = Math.Abs((long)paragraph.Place.First - place.First);
            if (away < distance)
            {
                (best, distance) = ((i, at), away);
            }
        }

        return best;
    }
}
