namespace Gongkai.Reports.Checking.Claims;

/// <content>整句才看得出的话：各部分之和、申请人都是自然人、哪个渠道都没有收到。</content>
internal sealed partial class ClaimReader
{
    private static readonly string[] InAll = ["合计", "共计", "总计", "总共", "一共", "共"];

    private static readonly string[] OnlyPersons =
        ["均为自然人", "全部为自然人", "都是自然人", "均是自然人", "全为自然人", "全是自然人", "全部是自然人", "均由自然人提出", "全部由自然人提出", "都由自然人提出", "均来自自然人", "全部来自自然人"];

    private static readonly string[] NothingCame = ["均未收到", "都未收到", "均没有收到", "都没有收到", "均未接到", "都没有接到"];

    private static readonly string[] ItsRequests = ["申请", "公开申请", "信息公开申请", "政府信息公开申请", "依申请公开申请", "依申请公开件"];

    // 本单位的内设机构；别的单位收尾的字不在此列。
    private static readonly string[] Divisions = ["大队", "中队", "支队", "科", "股", "所", "站", "室"];

    private void ReadWhole(ReadOnlySpan<ClaimToken> tokens, int start, int end)
    {
        if (_planned || _otherYear)
        {
            return;
        }

        AddUp(tokens);
        if (_topic is ClaimRole.Request && !_otherSubject)
        {
            var sentence = _letters.AsSpan(start, end - start);
            ReadOnlyPersons(sentence, start);
            ReadNoChannel(sentence, start);
        }
    }

    /// <summary>「上半年收到申请3件，下半年收到7件，共10件」：前面各数加起来正是它，才是同一件事的总数。</summary>
    private void AddUp(ReadOnlySpan<ClaimToken> tokens)
    {
        var (role, verb, sum, parts) = (ClaimRole.None, ClaimRole.None, 0m, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            switch (token.Role)
            {
                case ClaimRole.Filler or ClaimRole.Comma or ClaimRole.Pause or ClaimRole.And or ClaimRole.Colon or ClaimRole.ThisYear or ClaimRole.PartOfYear or ClaimRole.Channel or ClaimRole.Own or ClaimRole.Disclosure:
                    break;
                case ClaimRole.Year when token.Value == _year:
                    break;
                case ClaimRole.Unknown when IsOwnDivision(_letters.AsSpan(token.Start, token.End - token.Start)):
                    break;
                case ClaimRole.WeakRequest when role is ClaimRole.None && i + 1 < tokens.Length && tokens[i + 1].Role is ClaimRole.Colon:
                    break;
                case ClaimRole.Receive or ClaimRole.Decide:
                    verb = token.Role;
                    break;
                case ClaimRole.Request or ClaimRole.Apply or ClaimRole.Licensing or ClaimRole.Penalty or ClaimRole.Coercion when role is ClaimRole.None || role == token.Role:
                    role = token.Role;
                    break;
                case ClaimRole.Number when token.Unit is not ClaimUnit.Case && i + 1 < tokens.Length && tokens[i + 1].Role is ClaimRole.PartOfYear:
                    // 「一季度」「四个季度」
                    break;
                case ClaimRole.Number when token is { Unit: ClaimUnit.Case, Bound: ClaimBound.Exact, Grain: 1 } && role is not ClaimRole.None:
                    var before = _letters.AsSpan(0, token.Start);
                    if (parts < 2 || !EndsWithAny(before, InAll))
                    {
                        (sum, parts) = (sum + token.Value, parts + 1);
                        break;
                    }

                    if (sum == token.Value && KindInAll(role, verb) is { } kind)
                    {
                        for (var k = _claims.Count - 1; k >= _firstOfSentence; k--)
                        {
                            if (_claims[k].Kind == kind && _claims[k].End < token.Start)
                            {
                                _claims.RemoveAt(k);
                            }
                        }

                        _claims.Add(new Claim(kind, null, token.Value, 1, ClaimBound.Exact, false, token.Start - 2, token.End));
                    }

                    return;
                default:
                    return;
            }
        }
    }

    private ClaimKind? KindInAll(ClaimRole role, ClaimRole verb) => role switch
    {
        ClaimRole.Request or ClaimRole.Apply => verb is ClaimRole.Receive && (role is ClaimRole.Request || _topic is ClaimRole.Request) ? ClaimKinds.Received : null,
        // 政府的报告里列出的几家，不一定是全部。
        _ => verb is ClaimRole.Decide && !_scope.IncludesOthers ? OfDecisions(role) : null,
    };

    private bool IsOwnDivision(ReadOnlySpan<char> words) => !_scope.IsOther(words) || EndsWithAny(words, Divisions);

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>「收到政府信息公开申请8件，申请人均为自然人」：别的申请人一件也没有。</summary>
    private void ReadOnlyPersons(ReadOnlySpan<char> sentence, int start)
    {
        if (sentence.IndexOf("自然人") < 0 || sentence.IndexOf("其中") >= 0)
        {
            return;
        }

        foreach (var words in OnlyPersons)
        {
            var at = sentence.IndexOf(words);
            if (at < 0)
            {
                continue;
            }

            // Only said of the number right before it, and of nothing narrower.
            var (from, to) = (start + at, start + at + words.Length);
            for (var k = _claims.Count - 1; k >= _firstOfSentence; k--)
            {
                var claim = _claims[k];
                if (claim.End <= from && from - claim.End <= 12 && claim is { Bound: ClaimBound.Exact, IsNegation: false, Value: > 0 } && IsAllOfThem(claim.Kind) && IsEndOf(sentence[(at + words.Length)..]))
                {
                    _claims.Add(new Claim(ClaimKinds.ByOrganisations, null, 0, 1, ClaimBound.Exact, true, from, to));
                    return;
                }
            }
        }
    }

    private static bool IsAllOfThem(ClaimKind kind) => kind == ClaimKinds.Received || kind == ClaimKinds.NewlyReceived || kind == ClaimKinds.Accepted || kind == ClaimKinds.AnyRequests;

    private static bool IsEndOf(ReadOnlySpan<char> rest) => rest.StartsWith("申请") ? IsEndOf(rest[2..]) : rest.IsEmpty || rest[0] is ',' or '。' or ';' or ')';

    /// <summary>「网络、信函、当面各渠道均未收到申请」。</summary>
    private void ReadNoChannel(ReadOnlySpan<char> sentence, int start)
    {
        var channel = sentence.IndexOf("渠道");
        if (channel < 1 || sentence[..channel].IndexOfAny('、', '各', '何') < 0)
        {
            return;
        }

        var rest = sentence[(channel + 2)..];
        rest = rest.StartsWith("全年") || rest.StartsWith("年内") ? rest[2..] : rest;
        foreach (var none in NothingCame)
        {
            if (!rest.StartsWith(none))
            {
                continue;
            }

            foreach (var requests in ItsRequests)
            {
                if (rest[none.Length..].StartsWith(requests) && IsEndOf(rest[(none.Length + requests.Length)..]))
                {
                    var from = start + sentence.Length - rest.Length;
                    _claims.Add(new Claim(ClaimKinds.Received, null, 0, 1, ClaimBound.Exact, true, from, from + none.Length + requests.Length));
                    return;
                }
            }
        }
    }
}
