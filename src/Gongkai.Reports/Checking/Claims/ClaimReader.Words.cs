namespace Gongkai.Reports.Checking.Claims;

/// <content>词的作用。</content>
internal sealed partial class ClaimReader
{
    private void Word(ClaimToken token, ReadOnlySpan<ClaimToken> tokens, int i)
    {
        switch (token.Role)
        {
            case ClaimRole.Plan:
                (_planned, _clause.IsSuppressed) = (true, true);
                break;
            case ClaimRole.Compare or ClaimRole.Proxy:
                _clause.IsSuppressed = true;
                break;
            case ClaimRole.ManyYears:
                _otherYear = true;
                break;
            case ClaimRole.Cumulative:
                _otherYear |= !_saysYear;
                break;
            case ClaimRole.PartOfYear:
                _partOfYear = true;
                break;
            case ClaimRole.Part:
                (_isPart, _clause.IsPart) = (true, true);
                break;
            case ClaimRole.Channel:
                _clause.IsModified |= !_clause.IsConsumed;
                Stumble(tokens, i);
                return;
            case ClaimRole.Own:
                BeOwn();
                break;
            case ClaimRole.Whole:
                _otherSubject = !_scope.IsWhole(_letters.AsSpan(token.Start, token.End - token.Start));
                break;
            case ClaimRole.Others:
                Others(token);
                break;
            case ClaimRole.Include:
                break;
            case ClaimRole.Each:
                _clause.IsEach = true;
                break;
            case ClaimRole.Respectively:
                _clause.IsRespectively = true;
                break;
            case ClaimRole.Both:
                _clause.IsAll = true;
                break;
            case ClaimRole.ComparedWith:
                break;
            case ClaimRole.About:
                _clause.Bound = ClaimBound.About;
                break;
            case ClaimRole.AtLeast:
                _clause.Bound = ClaimBound.AtLeast;
                break;
            case ClaimRole.AtMost:
                _clause.Bound = ClaimBound.AtMost;
                break;
            case ClaimRole.Cause:
                _clause.HasCause = true;
                break;
            case ClaimRole.Disclosure:
                (_disclosure, _clause.HasDisclosure) = (true, true);
                break;
            case ClaimRole.OtherTopic:
                OtherTopic(tokens, i);
                return;
            case ClaimRole.Publish:
                _published = true;
                Verb(token, tokens, i);
                break;
            case >= ClaimRole.Request and <= ClaimRole.Corporate:
                Object(token, tokens, i);
                break;
            default:
                Verb(token, tokens, i);
                break;
        }

        _clause.UnknownAt = -1;
    }

    private void Others(ClaimToken token)
    {
        if (_letters.AsSpan(token.Start, token.End - token.Start) is "各级" && token.Start > 1 && _scope.IsWhole(_letters.AsSpan(token.Start - 2, 2)))
        {
            return;
        }

        var before = token.Start > 0 ? _letters[token.Start - 1] : ' ';
        if (before is '含' || (token.Start > 1 && _letters.AsSpan(token.Start - 2, 2) is "包括"))
        {
            // 「(含下属单位)」：前面的数比本机关的多。
            if (!_scope.IncludesOthers)
            {
                _claims.RemoveRange(_firstOfSentence, _claims.Count - _firstOfSentence);
                _otherSubject = true;
            }

            return;
        }

        _otherSubject |= !IsPreposition(before);
    }

    // 信访、投诉、政务服务：此后的「收到」「办结」说的是它，直到再说公开申请。
    private void OtherTopic(ReadOnlySpan<ClaimToken> tokens, int i)
    {
        if (_clause.IsNegated && _clause.ObjectCount > 0 && _clause.IsJoined)
        {
            return;
        }

        (_topic, _remedy) = (ClaimRole.None, 0);
        (_clause.HasGap, _clause.IsModified) = (true, true);
        Stumble(tokens, i);
    }

    private void Verb(ClaimToken token, ReadOnlySpan<ClaimToken> tokens, int i)
    {
        if (_clause.IsObjectFirst)
        {
            // 「公开申请未办结2件」「行政复议均未发生」
            _clause.ObjectCount = token.Role is ClaimRole.Provoke or ClaimRole.Receive or ClaimRole.Accept or ClaimRole.Issue or ClaimRole.Decide or ClaimRole.Collect ? _clause.ObjectCount : 0;
            (_clause.Verb, _clause.HasGap) = (token.Role, false);
            return;
        }

        if (_clause.IsNegated && _clause.HasCause && _clause.ObjectCount == 0 && token.Role is not ClaimRole.Provoke)
        {
            // 「未因逾期答复被申请复议」：只否定了这一种缘由。
            _clause.IsModified = true;
        }

        if (_clause.IsNegated && _clause.ObjectCount > 0 && token.Role is not ClaimRole.Provoke)
        {
            // 「未发生申请答复超期」「没有复议纠正的案件」：否定的是后面这件事。「未收到申请、受理复议」另说。
            if (_clause.IsJoined)
            {
                DenyObjects(tokens, i);
                _clause.ObjectCount = 0;
            }
            else
            {
                _clause.HasGap = true;
                return;
            }
        }

        if (token.Role is ClaimRole.Provoke && !_clause.IsJoined)
        {
            // 「因政府信息公开申请引发行政复议」：申请是缘由，不是所说的事。
            _clause.ObjectCount = 0;
        }

        if (_clause.IsConsumed)
        {
            Restart(token.Start);
        }

        if (_clause.UnknownAt >= 0 && _clause.ObjectCount == 0 && token.Role is ClaimRole.Handle or ClaimRole.Answer or (>= ClaimRole.Granted and <= ClaimRole.OtherHandling))
        {
            // 「属于某某情形不予公开1件」只是其中一种。
            _clause.IsPart = true;
        }

        if (_clause.HasCause && _clause.ObjectCount == 0 && token.Role is >= ClaimRole.Granted and <= ClaimRole.OtherHandling)
        {
            _clause.IsPart = true;
        }

        if (_clause.Verb is ClaimRole.Leaf && token.Role is >= ClaimRole.Granted and <= ClaimRole.OtherHandling)
        {
            _clause.IsPart = true;
        }

        if (_clause.Verb is ClaimRole.CarryIn && token.Role is ClaimRole.Handle or ClaimRole.Answer or ClaimRole.Receive)
        {
            _clause.IsPart = true;
        }

        // 「公开」是发布还是公开了申请的内容说不准，后面再有动词时以后面的为准。
        (_clause.Verb, _clause.Leaf, _clause.HasGap, _clause.IsVerbInherited) = (token.Role, token.Parameter, false, false);
        _clause.IsJoined &= token.Role is ClaimRole.Provoke;
    }

    private void Object(ClaimToken token, ReadOnlySpan<ClaimToken> tokens, int i)
    {
        var role = token.Role;
        if (_clause.HasCause && role is ClaimRole.Request or ClaimRole.WeakRequest or ClaimRole.Items or ClaimRole.Apply && !IsAfterReceive(tokens, i))
        {
            (_topic, _disclosure, _clause.HasDisclosure) = (ClaimRole.Request, true, true);
            return;
        }

        if (_clause.IsConsumed && !_clause.IsRespectively)
        {
            Restart(token.Start);
        }

        _clause.IsOtherKind = role is ClaimRole.Apply && _clause.UnknownAt >= 0 && tokens[_clause.UnknownAt].Role is ClaimRole.Unknown or ClaimRole.OtherTopic;
        if (_clause.IsOtherKind)
        {
            // 「质疑申请」「陈述申辩申请」：此后的「办结」说的也是它。
            _topic = ClaimRole.None;
        }

        if (_clause.IsObjectFirst)
        {
            (_clause.ObjectCount, _clause.IsObjectFirst) = (0, false);
        }

        if (_clause.ObjectCount == 1 && !_clause.IsJoined && _clause.Objects[0] is ClaimRole.Person or ClaimRole.Corporate && IsRequest(role))
        {
            // 「自然人提出的申请」说的是自然人那一列。
            _clause.HasGap = false;
            SetTopic(role);
            return;
        }

        if (!_clause.IsJoined || _clause.ObjectCount == 0)
        {
            _clause.IsModified |= _clause.UnknownAt >= 0 || (_clause.ObjectCount > 0 && _clause.HasGap && IsRequest(_clause.Objects[0]));
            _clause.ObjectCount = 0;
        }

        _clause.Add(role);
        (_clause.HasGap, _clause.IsJoined) = (false, false);
        SetTopic(role);
    }

    private static bool IsAfterReceive(ReadOnlySpan<ClaimToken> tokens, int i) => i > 0 && tokens[i - 1].Role is ClaimRole.Receive;

    private void SetTopic(ClaimRole role)
    {
        switch (role)
        {
            case ClaimRole.WeakRequest when _published && _clause.Verb is ClaimRole.None or ClaimRole.Publish:
                // 「主动公开215件、依申请公开56件」说的是公文的公开属性。
                _topic = ClaimRole.None;
                break;
            case ClaimRole.Request or ClaimRole.WeakRequest or ClaimRole.Items:
                (_topic, _disclosure, _clause.HasDisclosure) = (ClaimRole.Request, true, true);
                break;
            case ClaimRole.Review or ClaimRole.Lawsuit or ClaimRole.DirectLawsuit or ClaimRole.LawsuitAfterReview:
                var block = BlockOf(role);
                _remedy = _clause.ObjectCount > 1 ? _remedy | block : block;
                _topic = ClaimRole.Review;
                break;
            case ClaimRole.Normative or ClaimRole.Rules:
                _topic = _clause.ObjectCount > 1 ? ClaimRole.None : role;
                break;
            case ClaimRole.Licensing or ClaimRole.Penalty or ClaimRole.Coercion or ClaimRole.Charges:
                _topic = ClaimRole.None;
                break;
        }
    }

    private void Restart(int start)
    {
        var (suppressed, negated, disclosure) = (_clause.IsSuppressed, _clause.IsNegationVoid, _clause.HasDisclosure);
        _clause = ClaimClause.At(start, _isPart) with { IsSuppressed = suppressed, IsNegationVoid = negated, HasDisclosure = disclosure };
    }

    private static bool IsRequest(ClaimRole role) => role is ClaimRole.Request or ClaimRole.WeakRequest or ClaimRole.Items or ClaimRole.Apply;

    private static int BlockOf(ClaimRole role) => role switch
    {
        ClaimRole.Review => 1,
        ClaimRole.Lawsuit => 6,
        ClaimRole.DirectLawsuit => 2,
        _ => 4,
    };
}
