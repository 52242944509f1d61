using System.Buffers;
using System.Runtime.CompilerServices;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Reading.Narrative;

/// <summary>从摊平的全文里取出一份报告的正文：去掉统计表，接上折行，折叠字形。</summary>
internal ref struct NarrativeBuilder
{
    /// <summary>一份报告的正文至多看这么多字；真的不到其十分之一。</summary>
    private const int MaximumLetters = 200_000;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。;!?");
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。；，,");

    // A line this long that does not end a sentence was broken by its width.
    private const int WrappedLine = 20;

    private const int MostResidues = 20;
    private const int ShortestResidue = 3;

    // No label of a table holds one of these: a line that does was not printed by the form.
    private static readonly SearchValues<char> ForeignLetters = SearchValues.Create("赌賭博娱娛裸淫嫖妓彩炮育");

    private readonly FlatText _flat;
    private readonly ReportSpan _span;
    private readonly char[] _letters;
    private readonly int[] _positions;
    private readonly List<NarrativeParagraph> _paragraphs;
    private readonly List<(int Start, int End, int Letter)> _residues;
    private readonly int _most;
    private int _count;
    private int _start;

    private NarrativeBuilder(FlatText flat, ReportSpan span)
    {
        (_flat, _span, _paragraphs, _residues) = (flat, span, [], []);
        var size = Math.Min(span.End - span.Start, MaximumLetters) + 1;
        _letters = ArrayPool<char>.Shared.Rent(size);
        _positions = ArrayPool<int>.Shared.Rent(size);
        _most = size - 1;
    }

    public static NarrativeText Build(FlatText flat, ReportSpan span)
    {
        var builder = new NarrativeBuilder(flat, span);
        builder.Walk();
        var text = new NarrativeText(flat, new string(builder._letters, 0, builder._count), builder._positions[..builder._count], [.. builder._paragraphs], builder.Sentences(), builder.Residues());
        ArrayPool<char>.Shared.Return(builder._letters);
        ArrayPool<int>.Shared.Return(builder._positions);
        return text;
    }

    private void Walk()
    {
        var (section, heading) = (0, 0);
        for (var at = _span.Start; at < _span.End && _count < _most;)
        {
            var end = heading < _span.Headings.Count && _span.Headings[heading].Start <= at
                ? _span.Headings[heading].End
                : EndOfLine(at, heading);
            if (heading < _span.Headings.Count && _span.Headings[heading].Start <= at)
            {
                section = _span.Headings[heading++].Section;
                Add(at, end, section, isHeading: true);
            }
            else
            {
                AddLine(at, end, section);
            }

            at = end;
        }
    }

    private readonly int EndOfLine(int at, int heading)
    {
        var stop = heading < _span.Headings.Count ? Math.Min(_span.Headings[heading].Start, _span.End) : _span.End;
        var line = _flat.Text.AsSpan(at, stop - at);
        for (var i = 0; i < ShortestResidue && i < line.Length; i++)
        {
            // Most lines of a table are shorter than what setting up a search costs.
            if (line[i] == '\n')
            {
                return at + i + 1;
            }
        }

        var length = line.IndexOf('\n');
        return length < 0 ? stop : at + length + 1;
    }

    private void AddLine(int at, int end, int section)
    {
        var line = _flat.Text.AsSpan(at, end - at);
        if (section is >= 2 and <= 4 && line.Length <= ShortestResidue)
        {
            // Most lines of a table hold one number.
            return;
        }

        if (section is >= 2 and <= 4 ? !IsSentence(line) : line.Contains('\t') && !IsSentence(line))
        {
            if (line.ContainsAny(ForeignLetters))
            {
                Add(at, end, section, isHeading: false);
            }
            else if (line.IndexOf('[') is >= 0 and var mark && Glyphs.EndOfBookmark(_flat.Text, at + mark) is > 0 and var next && next <= end)
            {
                Keep(at + mark, next);
            }
            else if (PageNumber.Is(line))
            {
                Keep(at, end);
            }

            return;
        }

        // 版面表格里的整段文字：一格一段。
        while (line.Contains('\t') && _flat.IsGrid(at))
        {
            var cell = line.IndexOf('\t') + 1;
            if (IsSentence(line[..cell]))
            {
                Add(at, at + cell, section, isHeading: false);
            }

            at += cell;
            line = line[cell..];
        }

        Add(at, end, section, isHeading: false);
    }

    /// <summary>表格里的标签不是句子，数字更不是。</summary>
    private static bool IsSentence(ReadOnlySpan<char> line) =>
        line.ContainsAny(SentenceMarks)
        && (line.ContainsAny('。', '；')
            || (line.IndexOf("第三项加第四项") < 0 && line.IndexOf("区分处理的") < 0 && HanCount(line) >= 6));

    private static int HanCount(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var c in line)
        {
            count += Glyphs.IsHan(c) ? 1 : 0;
        }

        return count;
    }

    // Not inlined: its loop needs the registers for itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Add(int from, int to, int section, bool isHeading)
    {
        var text = _flat.Text;
        var (letters, positions, count) = (_letters, _positions, _count);
        _start = count;
        for (var i = from; i < to && count < _most; i++)
        {
            var c = text[i];
            switch (Glyphs.KindOf(c))
            {
                case Glyph.Space or Glyph.Break:
                    break;
                case Glyph.Mark when c == '[' && Glyphs.EndOfBookmark(text, i) is > 0 and var next:
                    _count = count;
                    Keep(i, next);
                    i = next - 1;
                    break;
                case Glyph.Mark when c is FlatText.Covered or FlatText.Picture:
                    break;
                default:
                    letters[count] = HanFold.Fold(c);
                    positions[count++] = i;
                    break;
            }
        }

        _count = count;
        if (_count == _start)
        {
            return;
        }

        if (!isHeading && _paragraphs.Count > 0 && Continues(_paragraphs[^1], section))
        {
            // The mark between the two is taken out again.
            _letters.AsSpan(_start, _count - _start).CopyTo(_letters.AsSpan(_start - 1));
            _positions.AsSpan(_start, _count - _start).CopyTo(_positions.AsSpan(_start - 1));
            _count--;
            _paragraphs[^1] = _paragraphs[^1] with { End = _count };
        }
        else
        {
            _paragraphs.Add(new NarrativeParagraph(_start, _count, section, isHeading));
        }

        _letters[_count] = '\n';
        _positions[_count++] = Math.Max(from, to - 1);
    }

    /// <summary>上一段没有说完：够长，不以标点收尾，这一行也不像另起一段。</summary>
    private readonly bool Continues(NarrativeParagraph last, int section)
    {
        if (last.IsHeading || last.Section != section || last.End - last.Start < WrappedLine)
        {
            return false;
        }

        var end = _letters[last.End - 1];
        var first = _letters[_start];
        var second = _start + 1 < _count ? _letters[_start + 1] : '\n';
        var beginsItem = first is '(' or '第' || (second is '、' or '.' && (char.IsAsciiDigit(first) || HeadingNumber.ValueOf(first) != 0));
        return !beginsItem
            && (Glyphs.KindOf(end) == Glyph.Letter || end is ',' or '、' or '“')
            && _letters.AsSpan(last.Start, last.End - last.Start).ContainsAny('。', ',');
    }

    private readonly void Keep(int residue, int end)
    {
        if (_residues.Count < MostResidues)
        {
            _residues.Add((residue, end, _count));
        }
    }

    // A report of bookmarks only has no letter to stand before.
    private readonly (int, int, int)[] Residues() => _count == 0 ? [] : [.. _residues];

    private readonly NarrativeSentence[] Sentences()
    {
        List<NarrativeSentence> sentences = [];
        for (var p = 0; p < _paragraphs.Count; p++)
        {
            var (start, end) = (_paragraphs[p].Start, _paragraphs[p].End);
            while (start < end)
            {
                var length = _letters.AsSpan(start, end - start).IndexOfAny(SentenceEnds);
                var last = length < 0 ? end - 1 : start + length;

                // A closing quotation mark belongs to what it closes.
                while (last + 1 < end && _letters[last + 1] is '”' or '’' or '」' or '』' or ')')
                {
                    last++;
                }

                sentences.Add(new NarrativeSentence(start, last + 1, p));
                start = last + 1;
            }
        }

        return [.. sentences];
    }
}
