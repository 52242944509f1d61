using System.Runtime.InteropServices;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Claims;

/// <summary>
/// 从正文里读出可以与表比的数。一个分句认得全才算；有不认得的限制、别的主体、别的年份、比较和打算，就不算，或者只当作一部分。
/// </summary>
internal sealed partial class ClaimReader
{
    private const int UsualTokens = 64;

    private readonly NarrativeText _text;
    private readonly string _letters;
    private readonly int? _year;
    private readonly ClaimScope _scope;
    private readonly List<ClaimToken> _tokens = new(UsualTokens);
    private readonly List<Claim> _claims = [];

    // What a paragraph is about, and what a sentence inherits from the one before it.
    private ClaimRole _topic;
    private int _remedy;
    private bool _disclosure;
    private bool _isUnderRequests;
    private bool _saysYear;
    private bool _otherYear;
    private bool _otherSubject;

    // Of the sentence being read.
    private int _firstOfSentence;
    private bool _published;
    private bool _isPart;
    private bool _planned;
    private bool _partOfYear;
    private ClaimClause _clause;

    private ClaimReader(ReportReading report)
    {
        (_text, _letters, _year) = (report.Narrative, report.Narrative.Letters, report.Year);
        _scope = new ClaimScope(report);
    }

    /// <summary>一份报告正文里的数。</summary>
    public static IReadOnlyList<Claim> Read(ReportReading report)
    {
        var hits = report.Narrative.Hits.Of(ClaimWords.Anchors);
        if (hits.Length == 0)
        {
            return [];
        }

        var reader = new ClaimReader(report);
        reader.ReadSentences(hits);
        return reader._claims;
    }

    private void ReadSentences(ReadOnlySpan<PhraseHit> hits)
    {
        var (done, paragraph) = (-1, -1);
        foreach (var hit in hits)
        {
            if (done >= 0 && hit.Start < _text.SentenceSpan[done].End)
            {
                continue;
            }

            done = _text.SentenceAt(hit.Start);
            var sentence = _text.SentenceSpan[done];
            if (_text.ParagraphSpan[sentence.Paragraph] is var place && (place.IsHeading || (place.Section is >= 2 and <= 4 && IsNumbered(place))))
            {
                continue;
            }

            if (sentence.Paragraph != paragraph)
            {
                paragraph = sentence.Paragraph;
                BeginParagraph(paragraph);
                InheritFrom(_text.ParagraphSpan[paragraph].Start, sentence.Start);
            }

            ReadSentence(sentence);
        }
    }

    private void BeginParagraph(int paragraph)
    {
        var section = _text.ParagraphSpan[paragraph].Section;
        _isUnderRequests = section == 3 || IsUnderRequestHeading(paragraph);
        _topic = _isUnderRequests ? ClaimRole.Request : ClaimRole.None;
        _disclosure = section == 4 || _topic is ClaimRole.Request;
        (_remedy, _saysYear, _otherYear, _otherSubject) = (0, false, false, false);
    }

    // The sentences before the first that has an anchor may say the year and whose numbers these are.
    private void InheritFrom(int start, int end)
    {
        if (start < end)
        {
            ReadSentence(new NarrativeSentence(Math.Max(start, end - 400), end, 0));
        }
    }

    /// <summary>本段或其上不远处的小标题说的是依申请公开。</summary>
    private bool IsUnderRequestHeading(int paragraph)
    {
        for (var p = paragraph; p >= 0 && p > paragraph - 4; p--)
        {
            var (start, end) = (_text.ParagraphSpan[p].Start, _text.ParagraphSpan[p].End);
            if (_text.ParagraphSpan[p].IsHeading)
            {
                return false;
            }

            if (IsNumbered(_text.ParagraphSpan[p]) || end - start <= 12)
            {
                return _letters.AsSpan(start, Math.Min(end - start, 16)).IndexOf("申请公开") >= 0;
            }
        }

        return false;
    }

    // 在表的前后，带序号的一行多半是散开的表行，或上年的数的一条。
    private bool IsNumbered(NarrativeParagraph paragraph) =>
        _letters[paragraph.Start] == '(' || (paragraph.Start + 1 < paragraph.End && _letters[paragraph.Start + 1] is '.' or '、');

    private void ReadSentence(NarrativeSentence sentence)
    {
        ClaimLexer.Read(_letters, sentence.Start, sentence.End, _tokens);
        var tokens = CollectionsMarshal.AsSpan(_tokens);
        if (!ContinuesLast(tokens))
        {
            // 下一句没有再说年份和主体，「其中」之外都当另起。
            _otherSubject = false;
        }

        _firstOfSentence = _claims.Count;
        (_published, _isPart, _planned, _partOfYear) = (false, false, false, false);
        _clause = ClaimClause.At(sentence.Start, false);
        for (var i = 0; i < tokens.Length; i++)
        {
            i = Take(tokens, i);
        }

        EndClause(tokens, tokens.Length);
        ReadWhole(tokens, sentence.Start, sentence.End);
        DropOtherCauses(tokens, sentence.Start, sentence.End);
        NarrowSentence();
    }

    private bool ContinuesLast(ReadOnlySpan<ClaimToken> tokens) =>
        tokens.Length > 0 && (tokens[0].Role is ClaimRole.Part or ClaimRole.And || (tokens[0].Start > 0 && _letters[tokens[0].Start - 1] == ';'));

    /// <summary>看一个词，返回看到了第几个。</summary>
    private int Take(ReadOnlySpan<ClaimToken> tokens, int i)
    {
        var token = tokens[i];
        switch (token.Role)
        {
            case ClaimRole.Comma:
                EndClause(tokens, i);
                _clause = ClaimClause.At(token.End, _isPart);
                return i;
            case ClaimRole.Colon:
                // 「行政复议：维持1件」：冒号前的是话题。
                EndClause(tokens, i);
                _clause = ClaimClause.At(token.End, _isPart);
                return i;
            case ClaimRole.Pause or ClaimRole.And:
                Join(token);
                return i;
            case ClaimRole.Open:
                return Aside(tokens, i);
            case ClaimRole.Close or ClaimRole.Filler:
                break;
            case ClaimRole.Unknown:
                Stumble(tokens, i);
                return i;
            case ClaimRole.Number:
                return Number(tokens, i);
            case ClaimRole.Not:
                Deny(tokens, i);
                return i;
            case ClaimRole.Year or ClaimRole.ThisYear or ClaimRole.LastYear or ClaimRole.NextYear:
                return Year(tokens, i);
            case ClaimRole.Carry:
                return Carry(tokens, i);
            default:
                Word(token, tokens, i);
                return i;
        }

        if (token.Role is ClaimRole.Filler)
        {
            return i;
        }

        _clause.UnknownAt = -1;
        return i;
    }

    private void Join(ClaimToken token)
    {
        if (_clause.IsConsumed)
        {
            var (verb, suppressed, negated) = (_clause.Verb, _clause.IsSuppressed, _clause.IsNegated);
            var (disclosure, cause) = (_clause.HasDisclosure, _clause.HasCause);
            if (_clause.IsRespectively)
            {
                return;
            }

            _clause = ClaimClause.At(token.End, _clause.IsPart) with { Verb = verb, IsSuppressed = suppressed, IsNegated = negated, HasDisclosure = disclosure, HasCause = cause, IsVerbInherited = true };
        }

        _clause.IsJoined = true;
        _clause.UnknownAt = -1;
    }

    private void Stumble(ReadOnlySpan<ClaimToken> tokens, int i)
    {
        var words = _letters.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
        if (_clause is { IsNegated: true, ObjectCount: 1 } && words is "书")
        {
            // 「没有人递交过公开申请书」
            return;
        }

        if (_clause.IsNegated && _clause.ObjectCount == 0)
        {
            (_clause.IsNegated, _clause.IsNegationVoid, _clause.IsModified) = (_clause.HasCause, !_clause.HasCause, true);
        }

        if (_clause.Verb is ClaimRole.None && _clause.ObjectCount == 0)
        {
            // A preposition makes it company, not the subject: 在县政府指导下.
            var before = tokens[i].Start > 0 ? _letters[tokens[i].Start - 1] : ' ';
            if (_scope.IsPartOfName(words))
            {
                if (words.Length > 1)
                {
                    BeOwn();
                }

                return;
            }

            if (_scope.IsOther(words) && !IsPreposition(before) && !IsPreposition(words[0]))
            {
                _otherSubject = true;
            }
        }

        _clause.UnknownAt = i;
        if (!_clause.IsJoined)
        {
            _clause.HasGap |= _clause.Verb is not ClaimRole.None || _clause.ObjectCount > 0;
        }
    }

    // 「全县收到156件,其中我局收到12件」：后一个数就是自己的。
    private void BeOwn()
    {
        if (_otherSubject)
        {
            (_otherSubject, _isPart, _clause.IsPart) = (false, false, false);
        }
    }

    private static bool IsPreposition(char c) => c is '在' or '据' or '照' or '向' or '经' or '报' or '对' or '为' or '与' or '和' or '同' or '受' or '由' or '给' or '被' or '将' or '按' or '根' or '从' or '以';

    private void Deny(ReadOnlySpan<ClaimToken> tokens, int i)
    {
        if (_clause.ObjectCount > 0 && _clause.IsNegated)
        {
            DenyObjects(tokens, i);
            _clause = ClaimClause.At(tokens[i].Start, _isPart);
        }
        else if (_clause.ObjectCount > 0 && !_clause.IsConsumed)
        {
            // 「行政复议、行政诉讼均未发生」；「申请未超期」否定的不是有没有申请。
            (_clause.IsNegated, _clause.IsObjectFirst, _clause.HasGap) = (true, true, false);
            return;
        }

        if (_clause.IsNegated)
        {
            _clause.IsNegationVoid = true;
        }

        (_clause.IsNegated, _clause.Start, _clause.UnknownAt) = (!_clause.IsNegationVoid, tokens[i].Start, -1);
    }

    /// <summary>括号里的话：「含上年结转1件」说明前面的数，其余自成一句。</summary>
    private int Aside(ReadOnlySpan<ClaimToken> tokens, int i)
    {
        var outer = _clause;
        var close = i + 1;
        while (close < tokens.Length && tokens[close].Role is not ClaimRole.Close and not ClaimRole.Comma)
        {
            close++;
        }

        for (var at = i + 1; at < close; at++)
        {
            if (tokens[at].Role is ClaimRole.CarryIn or ClaimRole.Carry && tokens[i + 1].Role is ClaimRole.Include or ClaimRole.Part or ClaimRole.CarryIn)
            {
                WidenLast();
            }
        }

        // 「(二)」「(修订)」：没有数的括号略过，但夹在名目与数之间的算不认得。
        _clause = ClaimClause.At(tokens[i].End, true);
        for (var at = i + 1; at < close; at++)
        {
            at = Take(tokens, at);
        }

        _clause = outer;
        _clause.HasGap |= close > i + 1 && !outer.IsConsumed && (outer.ObjectCount > 0 || outer.Verb is not ClaimRole.None) && !outer.IsNegated;
        return Math.Min(close, tokens.Length - 1) is var end && end < tokens.Length && tokens[end].Role is ClaimRole.Comma ? end - 1 : end;
    }
}
