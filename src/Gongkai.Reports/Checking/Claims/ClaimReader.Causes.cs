using Gongkai.Core.Reports;

namespace Gongkai.Reports.Checking.Claims;

/// <content>复议、诉讼因何而起：不是因为信息公开的，不与表四比。</content>
internal sealed partial class ClaimReader
{
    /// <summary>从缘由到「复议」「诉讼」至多隔这么多字。</summary>
    private const int MaximumCause = 40;

    private static readonly string[] Disclaimers = ["信息公开无关", "信息公开无涉", "政务公开无关", "政务公开无涉", "信息公开工作无关", "信息公开工作无涉", "不涉及政府信息公开", "不涉及信息公开", "不属于政府信息公开", "非政府信息公开", "非信息公开"];
    private static readonly string[] CauseWords = ["不服", "因", "由于"];
    private static readonly string[] CauseOfDisclosure = ["公开", "信息", "答复", "告知"];
    private static readonly string[] Remedial = ["行政复议", "复议", "行政诉讼", "诉讼", "起诉"];
    private static readonly string[] NotACause = ["提起", "引发", "引起", "申请", "提出", "产生", "发生", "导致", "被", "而", "的", ",", "不服", "为", "此"];

    /// <summary>去掉本句里缘由与信息公开无关的复议、诉讼。</summary>
    private void DropOtherCauses(ReadOnlySpan<ClaimToken> tokens, int start, int end)
    {
        if (_claims.Count == _firstOfSentence && _topic is not ClaimRole.Review)
        {
            return;
        }

        var sentence = _letters.AsSpan(start, end - start);
        if (ContainsAny(sentence, Disclaimers))
        {
            DropRemedies(start, end);
            ForgetRemedy();
            return;
        }

        if (PartOfDisclosure(tokens) is > 0 and var part)
        {
            DropRemedies(start, part);
        }

        foreach (var word in CauseWords)
        {
            for (var at = sentence.IndexOf(word); at >= 0;)
            {
                if (IsOtherCause(sentence[(at + word.Length)..]))
                {
                    // It governs what follows, until the sentence turns to disclosure.
                    var turn = sentence[at..].IndexOf("公开");
                    DropRemedies(start + at, turn < 0 ? end : start + at + turn);
                    if (turn < 0)
                    {
                        ForgetRemedy();
                    }

                    break;
                }

                var next = sentence[(at + word.Length)..].IndexOf(word);
                at = next < 0 ? -1 : at + word.Length + next;
            }
        }
    }

    // 「应诉11件，其中政府信息公开类0件」：前面的数不限于信息公开。
    private static int PartOfDisclosure(ReadOnlySpan<ClaimToken> tokens)
    {
        for (var i = 0; i < tokens.Length && tokens[i].Role is not (ClaimRole.Disclosure or ClaimRole.Request); i++)
        {
            if (tokens[i].Role is ClaimRole.Part)
            {
                var next = i + 1;
                while (next < tokens.Length && tokens[next].Role is ClaimRole.Filler or ClaimRole.Provoke or ClaimRole.Cause or ClaimRole.Include)
                {
                    next++;
                }

                return next < tokens.Length && tokens[next].Role is ClaimRole.Disclosure ? tokens[i].Start : 0;
            }
        }

        return 0;
    }

    private static bool IsOtherCause(ReadOnlySpan<char> rest)
    {
        var near = rest[..Math.Min(rest.Length, MaximumCause)];
        var reach = -1;
        foreach (var word in Remedial)
        {
            var at = near.IndexOf(word);
            reach = at >= 0 && (reach < 0 || at < reach) ? at : reach;
        }

        if (reach < 0 || ContainsAny(near[..reach], CauseOfDisclosure))
        {
            return false;
        }

        var cause = near[..reach];
        for (var trimmed = true; trimmed;)
        {
            trimmed = false;
            foreach (var word in NotACause)
            {
                if (cause.EndsWith(word))
                {
                    cause = cause[..^word.Length];
                    trimmed = true;
                }
            }
        }

        return cause.Length >= 2 && cause[0] != '向' && !cause.Contains("申请", StringComparison.Ordinal);
    }

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private void DropRemedies(int start, int end)
    {
        for (var k = _claims.Count - 1; k >= _firstOfSentence; k--)
        {
            if (_claims[k] is { Value: > 0, Kind.Table: ReportTable.Remedies } claim && claim.End > start && claim.End <= end)
            {
                _claims.RemoveAt(k);
            }
        }
    }

    private void ForgetRemedy() => (_topic, _remedy) = (_topic is ClaimRole.Review ? ClaimRole.None : _topic, 0);
}
