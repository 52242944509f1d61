using Gongkai.Core.Reports;

namespace Gongkai.Reports.Reading.Narrative;

/// <summary>正文的一段。</summary>
/// <param name="Start">在 <see cref="NarrativeText.Letters"/> 中的起点。</param>
/// <param name="End">终点（不含）。</param>
/// <param name="Section">所在部分，1 至 6；第一个部分之前（标题、发布信息、引言）为 0。</param>
/// <param name="IsHeading">是部分的标题。</param>
public readonly record struct NarrativeParagraph(int Start, int End, int Section, bool IsHeading);

/// <summary>正文的一句，止于句号、问号、叹号、分号或段尾。</summary>
/// <param name="Start">在 <see cref="NarrativeText.Letters"/> 中的起点。</param>
/// <param name="End">终点（不含），含句末的标点。</param>
/// <param name="Paragraph">所在段的序号。</param>
public readonly record struct NarrativeSentence(int Start, int End, int Paragraph);

/// <summary>
/// 一份报告的正文：标题、引言、六个部分的文字与落款，统计表除外。规则看的是折叠后的字（半角、简体、没有空白），引用时换回印出的原文与位置。
/// </summary>
public sealed class NarrativeText
{
    private readonly FlatText? _flat;
    private readonly int[] _positions;
    private readonly NarrativeParagraph[] _paragraphs;
    private readonly NarrativeSentence[] _sentences;
    private readonly (int Start, int End, int Letter)[] _residues;
    private PhraseHits? _hits;
    private YearMention[]? _years;

    internal NarrativeText(FlatText? flat, string letters, int[] positions, NarrativeParagraph[] paragraphs, NarrativeSentence[] sentences, (int Start, int End, int Letter)[]? residues = null) =>
        (_flat, Letters, _positions, _paragraphs, _sentences, _residues) = (flat, letters, positions, paragraphs, sentences, residues ?? []);

    /// <summary>没有正文。</summary>
    public static NarrativeText Empty { get; } = new(null, "", [], [], []);

    /// <summary>折叠后的字：半角、简体，没有空白与看不见的字符；段与段之间一个换行。</summary>
    public string Letters { get; }

    /// <summary>各段，按先后。</summary>
    public IReadOnlyList<NarrativeParagraph> Paragraphs => _paragraphs;

    /// <summary>各句，按先后；标题也是一句。</summary>
    public IReadOnlyList<NarrativeSentence> Sentences => _sentences;

    internal ReadOnlySpan<NarrativeParagraph> ParagraphSpan => _paragraphs;

    internal ReadOnlySpan<NarrativeSentence> SentenceSpan => _sentences;

    /// <summary>词库里各组词语在正文中的出现，找一遍，各规则共用。</summary>
    internal PhraseHits Hits => _hits ??= Lexicon.Scan(Letters);

    /// <summary>正文提到的各个年份，找一遍，各规则共用。</summary>
    internal ReadOnlySpan<YearMention> Years => _years ??= YearMention.FindAll(Letters);

    /// <summary>编辑软件留下的书签和表格之间的页码：不在 <see cref="Letters"/> 里；书签引出时连同其后的一句。</summary>
    internal IEnumerable<Quote> Residues
    {
        get
        {
            foreach (var (start, end, letter) in _residues)
            {
                var at = Math.Min(letter, Letters.Length - 1);
                var sentence = _sentences[SentenceAt(at)];
                var section = SectionAt(at);
                var following = Printed(at, Math.Clamp(sentence.End, at, at + 40)).TrimEnd();
                var residue = WholeText.Of(_flat!.Text.AsSpan(start, end - start).Trim());
                yield return new Quote(residue[0] == '[' ? residue + following : residue, section == 0 ? null : section, _flat.PlaceAt(start));
            }
        }
    }

    /// <summary>某处所在的句的序号；<paramref name="at"/> 须在正文之内。</summary>
    public int SentenceAt(int at)
    {
        var (low, high) = (0, _sentences.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _sentences[middle].Start <= at ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>某处所在的部分，1 至 6；第一个部分之前为 0。</summary>
    public int SectionAt(int at) => _paragraphs[_sentences[SentenceAt(at)].Paragraph].Section;

    /// <summary>引用两处之间的原文：照印出的样子（空白并作一个），附部分与位置。</summary>
    public Quote QuoteOf(int start, int end)
    {
        var section = SectionAt(start);
        return new Quote(Printed(start, end), section == 0 ? null : section, _flat!.PlaceAt(_positions[start]));
    }

    /// <summary>两处之间有几处不相连：原文那里有空白或不读的字符。</summary>
    public int GapsWithin(int start, int end)
    {
        var gaps = 0;
        for (var i = start + 1; i < end; i++)
        {
            gaps += _positions[i] > _positions[i - 1] + 1 ? 1 : 0;
        }

        return gaps;
    }

    /// <summary>引用某处所在的一句。</summary>
    public Quote QuoteSentence(int at)
    {
        var sentence = _sentences[SentenceAt(at)];
        return QuoteOf(sentence.Start, sentence.End);
    }

    /// <summary>两处之间印出的原文；其间的空白（含折行）去掉两头、并作一个，汉字之间的去掉。</summary>
    public string Printed(int start, int end)
    {
        if (start >= end)
        {
            return "";
        }

        var text = _flat!.Text;
        var (from, to) = (_positions[start], _positions[end - 1] + 1);
        var printed = new char[to - from];
        var (length, letter) = (0, start);
        for (var i = from; i < to; i++)
        {
            while (letter < end && _positions[letter] < i)
            {
                letter++;
            }

            if (letter < end && _positions[letter] == i)
            {
                printed[length++] = text[i];
            }
            else if (char.IsWhiteSpace(text[i]) && length > 0 && char.IsAscii(printed[length - 1]) && printed[length - 1] != ' ')
            {
                printed[length++] = ' ';
            }
        }

        return WholeText.Of(printed.AsSpan(0, length)).TrimEnd();
    }

    /// <summary>一段印出的原文。</summary>
    public string Printed(NarrativeParagraph paragraph) => Printed(paragraph.Start, paragraph.End);

    /// <summary>某处在源文件中的位置。</summary>
    public Place PlaceAt(int at) => _flat!.PlaceAt(_positions[at]);
}
