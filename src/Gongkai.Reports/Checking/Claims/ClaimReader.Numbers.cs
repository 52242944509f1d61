namespace Gongkai.Reports.Checking.Claims;

/// <content>数归到哪个名目。</content>
internal sealed partial class ClaimReader
{
    private bool IsOutOfScope => _clause.IsSuppressed || _planned || _otherYear || _otherSubject;

    private int Number(ReadOnlySpan<ClaimToken> tokens, int i)
    {
        var number = tokens[i];
        var next = i + 1;
        if (next < tokens.Length && tokens[next].Role is ClaimRole.Filler && _letters[tokens[next].Start] == '的')
        {
            next++;
        }

        var right = next < tokens.Length ? tokens[next].Role : ClaimRole.Comma;
        if (_clause.IsNegated && !(_clause.Verb is ClaimRole.Handle or ClaimRole.Answer && (_clause.ObjectCount == 0 || _clause.IsObjectFirst)))
        {
            return i;
        }

        // 「共收到12件政府信息公开申请」
        if (right is >= ClaimRole.Request and <= ClaimRole.Charges && !_clause.IsConsumed && (_clause.ObjectCount == 0 || _clause.IsPart || (number.Value == 0 && number.Unit is ClaimUnit.None)))
        {
            return NumberFirst(tokens, i, next);
        }

        // 「其中8件予以公开」
        var label = next;
        while (label < tokens.Length && tokens[label].Role is ClaimRole.Filler or ClaimRole.Both)
        {
            label++;
        }

        if (_clause.ObjectCount == 0 && _clause.Verb is ClaimRole.None or ClaimRole.Part && !_clause.HasGap && label < tokens.Length
            && tokens[label].Role is (>= ClaimRole.CarryIn and <= ClaimRole.OtherHandling and not ClaimRole.Due) or ClaimRole.Handle or ClaimRole.Answer or (>= ClaimRole.Upheld and <= ClaimRole.Concluded)
            && IsEndOfClause(tokens, label + 1))
        {
            (_clause.Verb, _clause.Leaf) = (tokens[label].Role, tokens[label].Parameter);
            if (tokens[label].Role is ClaimRole.Carry)
            {
                Carry(tokens, label);
            }

            Emit(number, number.Start, tokens[label].End);
            _clause.IsConsumed = true;
            return label;
        }

        if (!_clause.IsNegationVoid && !_clause.HasGap && (!_clause.IsConsumed || _clause.IsRespectively) && IsBoundary(tokens, i + 1))
        {
            Emit(number, _clause.Start, number.End);
        }

        _clause.IsConsumed = true;
        return i;
    }

    private int NumberFirst(ReadOnlySpan<ClaimToken> tokens, int i, int objectAt)
    {
        var (start, end) = (_clause.Start, tokens[objectAt].End);
        var verb = _clause.Verb;
        if (_clause.HasGap || _clause.IsNegationVoid || (_clause.ObjectCount > 0 && _clause.Objects[0] is ClaimRole.Licensing or ClaimRole.Penalty or ClaimRole.Coercion))
        {
            _clause.IsConsumed = true;
            return i;
        }

        if (_clause.UnknownAt >= 0 && verb is ClaimRole.None)
        {
            _clause.IsPart = true;
        }

        _clause.ObjectCount = 0;
        _clause.Add(tokens[objectAt].Role);
        SetTopic(tokens[objectAt].Role);

        // 「12件申请中」说的是总数；「12件申请的办理」「12件申请逾期」不认得。
        var after = objectAt + 1;
        var isBounded = IsBoundary(tokens, after) || (after < tokens.Length && tokens[after].Role is ClaimRole.Filler && IsBoundary(tokens, after + 1));
        if (isBounded || (after < tokens.Length && tokens[after].Role is ClaimRole.Filler && _letters[tokens[after].Start] == '中'))
        {
            Emit(tokens[i], start, end);
        }

        (_clause.IsConsumed, _clause.UnknownAt) = (true, -1);
        return objectAt;
    }

    private static bool IsEndOfClause(ReadOnlySpan<ClaimToken> tokens, int at)
    {
        while (at < tokens.Length && tokens[at].Role is ClaimRole.Filler)
        {
            at++;
        }

        return at >= tokens.Length || tokens[at].Role is ClaimRole.Comma or ClaimRole.Pause or ClaimRole.And or ClaimRole.Open or ClaimRole.Close;
    }

    /// <summary>数说完了：后面是标点、句尾，或另起的话。</summary>
    private bool IsBoundary(ReadOnlySpan<ClaimToken> tokens, int at)
    {
        if (at >= tokens.Length)
        {
            return true;
        }

        return tokens[at].Role switch
        {
            ClaimRole.Comma or ClaimRole.Pause or ClaimRole.Open or ClaimRole.Close or ClaimRole.Colon or ClaimRole.And or ClaimRole.Both or ClaimRole.Part or ClaimRole.Compare or ClaimRole.Include => true,
            ClaimRole.Filler => _letters[tokens[at].Start] is not ('的' or '项' or '中') && (_letters[tokens[at].Start] is '已' or '全' or '依' or '按' or '也' || IsBoundary(tokens, at + 1)),
            ClaimRole.Receive or ClaimRole.Accept or ClaimRole.Handle or ClaimRole.Answer or ClaimRole.CarryIn or ClaimRole.CarryOut or ClaimRole.Carry => true,
            >= ClaimRole.Granted and <= ClaimRole.InForce => true,
            >= ClaimRole.Review and <= ClaimRole.Charges => true,
            _ => false,
        };
    }

    private void Emit(ClaimToken number, int start, int end)
    {
        if (IsOutOfScope)
        {
            return;
        }

        if (_clause.IsNegated)
        {
            // 「未办结2件」
            Add(ClaimKinds.CarriedOut, number, start, end);
            return;
        }

        if (_clause.ObjectCount == 0)
        {
            if (_clause.Verb is not ClaimRole.None && !_clause.IsVerbInherited && KindOfVerb(number) is { } kind)
            {
                Add(kind, number, start, end);
            }

            return;
        }

        if (_clause.IsRespectively)
        {
            Distribute(number, start, end);
            return;
        }

        if (number.Value == 0 || _clause.IsEach || _clause.ObjectCount == 1)
        {
            for (var k = 0; k < _clause.ObjectCount; k++)
            {
                if (KindOf(_clause.Objects[k], number) is { } kind)
                {
                    Add(kind, number, start, end);
                }
            }

            return;
        }

        Together(number, start, end);
    }

    // 「行政复议、行政诉讼分别为2件、1件」：第几个数说的是第几个。
    private void Distribute(ClaimToken number, int start, int end)
    {
        if (_clause.ObjectCount == 1 && !_clause.IsConsumed)
        {
            // 「2022年、2023年分别收到9件、12件」：分别的不是名目。
            _clause.IsSuppressed = true;
            return;
        }

        if (KindOf(_clause.Objects[0], number) is { } kind)
        {
            Add(kind, number, start, end);
        }

        for (var k = 1; k < _clause.ObjectCount; k++)
        {
            _clause.Objects[k - 1] = _clause.Objects[k];
        }

        _clause.ObjectCount = Math.Max(0, _clause.ObjectCount - 1);
    }

    // 「行政复议、行政诉讼案件共3件」：合起来的数。
    private void Together(ClaimToken number, int start, int end)
    {
        var blocks = 0;
        for (var k = 0; k < _clause.ObjectCount; k++)
        {
            if (_clause.Objects[k] is not (>= ClaimRole.Review and <= ClaimRole.LawsuitAfterReview))
            {
                if (_clause.ObjectCount == 2 && KindOf(_clause.Objects[0], number) is { Table: Core.Reports.ReportTable.Proactive } first && KindOf(_clause.Objects[1], number) is { Table: Core.Reports.ReportTable.Proactive } second)
                {
                    Add(first, number, start, end, second);
                }

                return;
            }

            blocks |= BlockOf(_clause.Objects[k]);
        }

        if (MayCountRemedies(number))
        {
            Add(ClaimKinds.RemedyOf(blocks, 0), number, start, end);
        }
    }

    private void Add(ClaimKind kind, ClaimToken number, int start, int end, ClaimKind? also = null)
    {
        var bound = number.Bound is not ClaimBound.Exact ? number.Bound : _clause.Bound;
        if (_clause.IsModified || _partOfYear || IsPartOnly(kind))
        {
            if (kind.Table is not Core.Reports.ReportTable.Requests || bound is not ClaimBound.Exact)
            {
                return;
            }

            bound = ClaimBound.PartOf;
        }

        _claims.Add(new Claim(kind, also, number.Value, number.Grain, bound, false, start, end));
    }

    // 「其中」之后的结果本来就是部分，照样要与表里那一行相等；「其中收到8件」才只是一部分。
    private bool IsPartOnly(ClaimKind kind)
    {
        if (!_clause.IsPart)
        {
            return false;
        }

        if (_clause.HasCause || _clause.UnknownAt >= 0)
        {
            return true;
        }

        return kind != ClaimKinds.CarriedIn && kind != ClaimKinds.CarriedOut && kind != ClaimKinds.NewlyReceived
            && (!_isPart || kind == ClaimKinds.Received || kind == ClaimKinds.Accepted || kind == ClaimKinds.AnyRequests || kind == ClaimKinds.AnyUponRequest || kind == ClaimKinds.Handled || kind == ClaimKinds.Answered);
    }

    /// <summary>正文说了「含上年结转」：前一个数是新收与结转之和。</summary>
    private void WidenLast()
    {
        if (_claims.Count > _firstOfSentence && (_claims[^1].Kind == ClaimKinds.Received || _claims[^1].Kind == ClaimKinds.Accepted || _claims[^1].Kind == ClaimKinds.AnyRequests))
        {
            _claims[^1] = _claims[^1] with { Kind = ClaimKinds.Due };
        }
    }

    /// <summary>同一句里分开说了部分公开、无法提供等，予以公开、不予公开就只是自己那一行。</summary>
    private void NarrowSentence()
    {
        var claims = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_claims)[_firstOfSentence..];
        if (claims.Length < 2)
        {
            return;
        }

        var (partly, others) = (false, false);
        foreach (var claim in claims)
        {
            partly |= claim.Kind == ClaimKinds.PartlyGranted;
            others |= claim.Kind == ClaimKinds.Unavailable || claim.Kind == ClaimKinds.Unprocessed;
        }

        for (var k = 0; k < claims.Length; k++)
        {
            if (k > 0 && claims[k].Kind == ClaimKinds.Accepted && claims[0].Kind == ClaimKinds.Received && claims[k].Value < claims[0].Value)
            {
                // 「收到12件，受理10件」：受理的只是其中符合条件的。
                claims[k] = claims[k] with { Bound = ClaimBound.PartOf };
            }

            if ((partly && claims[k].Kind == ClaimKinds.Granted) || (others && claims[k].Kind == ClaimKinds.Refused))
            {
                claims[k] = claims[k] with { Kind = claims[k].Kind.Narrow! };
            }
        }
    }
}
