using Gongkai.WebKit;

namespace Gongkai.Workbench.Checks;

/// <summary>正文的一小截：有没有被引用。</summary>
/// <param name="Text">文字。</param>
/// <param name="Finding">引它的问题的序号；没有被引用时为 0。</param>
/// <param name="Rules">引它的规则代号。</param>
/// <param name="Tone">语气。</param>
/// <param name="Anchors">从这里起的各处引文的锚点。</param>
/// <param name="IsEnd">引文到此为止：在后面写上代号。</param>
public sealed record TextPiece(string Text, int Finding, string Rules, Tone Tone, IReadOnlyList<string> Anchors, bool IsEnd);

/// <summary>正文里连着的几段：有引文的一段单独展开，没有引文的几段收在一起。</summary>
/// <param name="Paragraphs">各段，一段几截。</param>
/// <param name="IsQuoted">有引文。</param>
public sealed record TextRun(IReadOnlyList<(TextParagraph Paragraph, IReadOnlyList<TextPiece> Pieces)> Paragraphs, bool IsQuoted);

/// <summary>正文的一个部分。</summary>
/// <param name="Section">第几部分；第一个部分之前为 0。</param>
/// <param name="Heading">印出的标题；第一个部分之前为「标题与引言」。</param>
/// <param name="Runs">各段。</param>
public sealed record TextPart(int Section, string Heading, IReadOnlyList<TextRun> Runs);

/// <summary>正文的样子：引用的句子标出来，和问题互相链接。</summary>
public sealed class TextView
{
    private readonly List<Mark>[] _marks;
    private readonly ReportText _text;

    /// <summary>由正文建立，还没有引文。</summary>
    public TextView(ReportText text) => (_text, _marks) = (text, [.. text.Paragraphs.Select(_ => new List<Mark>())]);

    /// <summary>太长，后面的没有留。</summary>
    public bool IsCut => _text.IsCut;

    /// <summary>有没有正文。</summary>
    public bool IsEmpty => _text.Paragraphs.Count == 0;

    /// <summary>标出一处引文。</summary>
    /// <returns>锚点；在正文里找不到这句话时为 null。</returns>
    public string? Quote(Core.Reports.Quote quote, string quoted, int finding, string rules, Tone tone)
    {
        var sought = quoted.TrimEnd('…');
        if (_text.Find(sought, quote.Section, quote.Place) is not { } found)
        {
            return null;
        }

        var marks = _marks[found.Paragraph];
        var anchor = $"q-{finding}-{marks.Count + 1}-{found.Paragraph}";
        marks.Add(new Mark(found.Start, found.Start + sought.Length, finding, rules, tone, anchor));
        return anchor;
    }

    /// <summary>各部分；标好引文之后再取。</summary>
    public IReadOnlyList<TextPart> Parts()
    {
        List<TextPart> parts = [];
        var all = _text.Paragraphs.Select((paragraph, index) => (Paragraph: paragraph, Marks: _marks[index])).ToArray();
        foreach (var section in all.GroupBy(p => p.Paragraph.Section).OrderBy(g => g.Key))
        {
            var heading = section.FirstOrDefault(p => p.Paragraph.IsHeading && p.Marks.Count == 0);
            List<TextRun> runs = [];
            foreach (var item in section.Where(p => p.Paragraph != heading.Paragraph))
            {
                var line = (item.Paragraph, Pieces(item.Paragraph.Text, item.Marks));
                var quoted = item.Marks.Count > 0;
                if (runs.Count > 0 && !quoted && !runs[^1].IsQuoted)
                {
                    runs[^1] = runs[^1] with { Paragraphs = [.. runs[^1].Paragraphs, line] };
                }
                else
                {
                    runs.Add(new TextRun([line], quoted));
                }
            }

            parts.Add(new TextPart(section.Key, section.Key == 0 ? "标题与引言" : heading.Paragraph?.Text ?? $"第{"一二三四五六"[section.Key - 1]}部分", runs));
        }

        return parts;
    }

    /// <summary>在各处引文的起止断开；交叠的一截归最重的一条，代号都写上。</summary>
    private static List<TextPiece> Pieces(string text, List<Mark> marks)
    {
        int[] cuts = [.. marks.SelectMany(m => new[] { m.Start, m.End }).Append(0).Append(text.Length).Distinct().Order()];
        List<TextPiece> pieces = [];
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            var (start, end) = (cuts[i], cuts[i + 1]);
            Mark[] over = [.. marks.Where(m => m.Start <= start && m.End >= end)];
            pieces.Add(over.Length == 0
                ? new TextPiece(text[start..end], 0, "", default, [], false)
                : new TextPiece(
                    text[start..end], over[0].Finding, string.Join('、', over.Select(m => m.Rules).Distinct()), over[0].Tone,
                    [.. over.Where(m => m.Start == start).Select(m => m.Anchor)], over.Any(m => m.End == end)));
        }

        return pieces;
    }

    private readonly record struct Mark(int Start, int End, int Finding, string Rules, Tone Tone, string Anchor);
}
