namespace Gongkai.Reports.Checking.Claims;

/// <content>动词与名目合起来说的是什么。</content>
internal sealed partial class ClaimReader
{
    /// <summary>只有动词：收到12件、办结11件、予以公开5件，所说的事在前文。</summary>
    private ClaimKind? KindOfVerb(ClaimToken number)
    {
        if (_topic is ClaimRole.Request && number.Unit is ClaimUnit.Case or ClaimUnit.None && (number.Unit is not ClaimUnit.None || IsSaidAfter(number)))
        {
            return OfRequests(_clause.Verb);
        }

        if (_topic is ClaimRole.Review && _remedy != 0 && number.Unit is ClaimUnit.Case && MayCountRemedies(number))
        {
            return ResultOf(_clause.Verb) is > 0 and var result ? ClaimKinds.RemedyOf(_remedy, result) : null;
        }

        return _topic is ClaimRole.Normative or ClaimRole.Rules && number.Unit is ClaimUnit.Case && !_published ? OfDocuments(_topic is ClaimRole.Normative, _clause.Verb, false) : null;
    }

    private static int ResultOf(ClaimRole verb) => verb switch
    {
        ClaimRole.Upheld => 1,
        ClaimRole.Corrected => 2,
        ClaimRole.OtherResult => 3,
        ClaimRole.Pending => 4,
        ClaimRole.Concluded => 5,
        _ => 0,
    };

    // 没有单位的数要由「为」「共」「:」引出来，才是件数。
    private bool IsSaidAfter(ClaimToken number) => number.Start > 0 && _letters[number.Start - 1] is '为' or '是' or '达' or '共' or ':' or '计' or '量' or '数';

    private ClaimKind? OfRequests(ClaimRole verb) => verb switch
    {
        ClaimRole.Receive or ClaimRole.Provoke => ClaimKinds.Received,
        ClaimRole.ReceiveNew => ClaimKinds.NewlyReceived,
        ClaimRole.Accept => ClaimKinds.Accepted,
        ClaimRole.Handle => ClaimKinds.Handled,
        ClaimRole.Answer => ClaimKinds.Answered,
        ClaimRole.CarryIn => ClaimKinds.CarriedIn,
        ClaimRole.CarryOut => ClaimKinds.CarriedOut,
        ClaimRole.Carry => ClaimKinds.Carried,
        ClaimRole.Due => ClaimKinds.Due,
        ClaimRole.Granted => ClaimKinds.Granted,
        ClaimRole.PartlyGranted => ClaimKinds.PartlyGranted,
        ClaimRole.Refused => ClaimKinds.Refused,
        ClaimRole.Unavailable => ClaimKinds.Unavailable,
        ClaimRole.Unprocessed => ClaimKinds.Unprocessed,
        ClaimRole.OtherHandling => ClaimKinds.OtherHandling,
        ClaimRole.Leaf => ClaimKinds.LeafAt(_clause.Leaf),
        _ => null,
    };

    private static ClaimKind? OfDocuments(bool isNormative, ClaimRole verb, bool isAny) => verb switch
    {
        ClaimRole.Issue => isNormative ? ClaimKinds.NormativeIssued : ClaimKinds.RulesIssued,
        ClaimRole.Repeal => isNormative ? ClaimKinds.NormativeRepealed : ClaimKinds.RulesRepealed,
        ClaimRole.InForce => isNormative ? ClaimKinds.NormativeInForce : ClaimKinds.RulesInForce,
        ClaimRole.None when isAny => isNormative ? ClaimKinds.NormativeAny : ClaimKinds.RulesAny,
        _ => null,
    };

    /// <summary>名目与动词：收到公开申请12件、作出行政处罚决定9件。</summary>
    private ClaimKind? KindOf(ClaimRole role, ClaimToken number)
    {
        var verb = _clause.Verb;
        switch (role)
        {
            case ClaimRole.Request or ClaimRole.WeakRequest or ClaimRole.Apply or ClaimRole.Items:
                return OfRequestNoun(role, number);
            case >= ClaimRole.Review and <= ClaimRole.LawsuitAfterReview:
                var result = verb switch
                {
                    ClaimRole.None or ClaimRole.Receive or ClaimRole.Provoke => 0,
                    >= ClaimRole.Upheld and <= ClaimRole.Concluded => ResultOf(verb),
                    ClaimRole.Accept or ClaimRole.Handle when _clause.HasDisclosure => 0,
                    _ => -1,
                };
                return result >= 0 && MayCountRemedies(number) && number.Unit is ClaimUnit.Case or ClaimUnit.None && (number.Unit is not ClaimUnit.None || number.Value == 0 || IsSaidAfter(number))
                    ? ClaimKinds.RemedyOf(BlockOf(role), result)
                    : null;
            case ClaimRole.Normative or ClaimRole.Rules:
                return !_published && IsCount(number) ? OfDocuments(role is ClaimRole.Normative, verb, !_clause.IsPart) : null;
            case ClaimRole.Licensing or ClaimRole.Penalty or ClaimRole.Coercion:
                return !_published && IsCount(number) && IsDecided(verb) && !AreCases(number) && !AreAppliedFor(number) ? OfDecisions(role) : null;
            case ClaimRole.Charges:
                return !IsAboutRequests && (number.Unit is ClaimUnit.Money || (number.Value == 0 && number.Unit is not ClaimUnit.Other)) && verb is ClaimRole.None or ClaimRole.Collect or ClaimRole.Provoke or ClaimRole.Handle or ClaimRole.Receive ? ClaimKinds.Charges : null;
            case ClaimRole.Person or ClaimRole.Corporate:
                return _topic is ClaimRole.Request && number.Unit is ClaimUnit.Case && verb is ClaimRole.None or ClaimRole.Receive ? (role is ClaimRole.Person ? ClaimKinds.ByPersons : ClaimKinds.ByOrganisations) : null;
            default:
                return null;
        }
    }

    private ClaimKind? OfRequestNoun(ClaimRole role, ClaimToken number)
    {
        var verb = _clause.Verb;
        if (_clause.IsOtherKind && role is ClaimRole.Apply)
        {
            return null;
        }

        if (number.Unit is ClaimUnit.Other or ClaimUnit.Money || (number.Unit is ClaimUnit.None && number.Value != 0 && !IsSaidAfter(number)))
        {
            return null;
        }

        // 条、次、项常常是信息的条数；明说「申请」并且有动词时才当件数。
        if (number.Unit is ClaimUnit.Loose && !(role is ClaimRole.Request && verb is not ClaimRole.None))
        {
            return null;
        }

        if (verb is ClaimRole.None)
        {
            // 「零申请」说的是没有收到。
            var isSlogan = number is { Value: 0, Unit: ClaimUnit.None } && _letters[number.Start] == '零';
            return role switch
            {
                ClaimRole.Request or ClaimRole.Apply when isSlogan && (role is ClaimRole.Request || _topic is ClaimRole.Request || _clause.HasDisclosure) => ClaimKinds.Received,
                ClaimRole.Request => ClaimKinds.AnyRequests,
                ClaimRole.WeakRequest => ClaimKinds.AnyUponRequest,
                ClaimRole.Apply when _topic is ClaimRole.Request || (_clause.HasDisclosure && number is { Value: 0, Unit: ClaimUnit.None }) => ClaimKinds.AnyRequests,
                _ => null,
            };
        }

        return role switch
        {
            ClaimRole.Apply when _topic is not ClaimRole.Request => null,
            ClaimRole.Items when verb is not (ClaimRole.Receive or ClaimRole.Accept or ClaimRole.ReceiveNew) => null,
            _ => OfRequests(verb),
        };
    }

    // 复议机关、司法行政部门也「办理复议案件」：只有说的是政府信息公开的案件才与表四比。
    private bool MayCountRemedies(ClaimToken number) => number.Value == 0 || _disclosure;

    // 「依申请公开未收取行政事业性收费」说的是信息处理费。
    private bool IsAboutRequests => _clause.HasDisclosure || _isUnderRequests;

    // 立案、在办的案件比作出的决定多：「行政处罚案件18件」「18件行政处罚案件」说的不是决定。
    private bool AreCases(ClaimToken number) =>
        number.Value != 0
        && (_letters.AsSpan(Math.Max(_clause.Start, number.Start - 8)..number.Start).IndexOf("案件") >= 0 || _letters.AsSpan(number.End..Math.Min(_letters.Length, number.End + 7)).EndsWith("案件"));

    // 「群众申请办理行政许可34件」说的是申请了多少，不是作出的决定。
    private bool AreAppliedFor(ClaimToken number) =>
        number.Value != 0 && _clause.Verb is not ClaimRole.Decide && _letters.AsSpan(Math.Max(0, number.Start - 12)..number.Start).IndexOf("申请办") >= 0;

    private static bool IsCount(ClaimToken number) => number.Unit is ClaimUnit.Case || number.Value == 0 || (number.Unit is ClaimUnit.Loose && number.Grain > 1);

    private void EndClause(ReadOnlySpan<ClaimToken> tokens, int end)
    {
        if (_clause.IsNegated)
        {
            DenyObjects(tokens, end);
        }
        else if (_clause.IsAll && !_clause.IsConsumed && !_clause.IsModified && !_clause.HasGap && !IsOutOfScope)
        {
            AllOf(tokens, end);
        }
    }

    /// <summary>「收到5件,全部予以公开」：予以公开的不少于 5 件；「年内全部办结」：没有结转下年度的。</summary>
    private void AllOf(ReadOnlySpan<ClaimToken> tokens, int end)
    {
        if (_claims.Count == _firstOfSentence || _claims[^1] is not { Value: > 0, Bound: ClaimBound.Exact } last || last.Kind.Table is not Core.Reports.ReportTable.Requests || end == 0)
        {
            return;
        }

        var kind = _clause.Verb is ClaimRole.Granted or ClaimRole.Refused or ClaimRole.PartlyGranted or ClaimRole.Unavailable or ClaimRole.Unprocessed && last.Kind is var whole
            && (whole == ClaimKinds.Received || whole == ClaimKinds.Accepted || whole == ClaimKinds.Handled || whole == ClaimKinds.Answered || whole == ClaimKinds.AnyRequests) ? OfRequests(_clause.Verb) : null;
        if (_clause.Verb is ClaimRole.Handle && _clause.IsWithinYear)
        {
            _claims.Add(new Claim(ClaimKinds.CarriedOut, null, 0, 1, ClaimBound.Exact, true, last.Start, tokens[end - 1].End));
        }
        else if (kind is not null)
        {
            _claims.Add(new Claim(kind, null, last.Value, 1, ClaimBound.PartOf, false, last.Start, tokens[end - 1].End));
        }
    }

    /// <summary>「未收到……」：否定的每一件都是 0。</summary>
    private void DenyObjects(ReadOnlySpan<ClaimToken> tokens, int end)
    {
        if (IsOutOfScope || _partOfYear || _clause.HasGap || _clause.IsModified || _clause.IsPart || _clause.IsConsumed || _clause.IsNegationVoid)
        {
            return;
        }

        var last = end > 0 ? tokens[end - 1].End : _clause.Start;
        if (_clause.ObjectCount == 0)
        {
            if (_topic is ClaimRole.Request && _clause.Verb is ClaimRole.Receive && _letters[_clause.Start] == '一')
            {
                // 「依申请公开,我镇一件也没有收到」
                Deny(ClaimKinds.Received, last);
            }
            else if (_topic is ClaimRole.Request && _clause.Verb is ClaimRole.CarryIn or ClaimRole.CarryOut or ClaimRole.Carry)
            {
                Deny(OfRequests(_clause.Verb)!, last);
            }
            else if (_topic is ClaimRole.Request && _clause.Verb is >= ClaimRole.Granted and <= ClaimRole.Leaf && OfRequests(_clause.Verb) is { } outcome)
            {
                Deny(outcome, last);
            }
            else if (_topic is ClaimRole.Review && _remedy != 0 && ResultOf(_clause.Verb) is > 0 and < 5 and var result)
            {
                Deny(ClaimKinds.RemedyOf(_remedy, result), last);
            }

            return;
        }

        if (_clause.IsObjectFirst && _clause.Verb is ClaimRole.None)
        {
            return;
        }

        for (var k = 0; k < _clause.ObjectCount; k++)
        {
            if (KindDenied(_clause.Objects[k]) is { } kind)
            {
                Deny(kind, last);
            }
        }
    }

    private void Deny(ClaimKind kind, int end) => _claims.Add(new Claim(kind, null, 0, 1, ClaimBound.Exact, true, _clause.Start, end));

    private ClaimKind? KindDenied(ClaimRole role)
    {
        var verb = _clause.Verb;
        switch (role)
        {
            case ClaimRole.Request or ClaimRole.Items or ClaimRole.WeakRequest or ClaimRole.Apply:
                if ((role is ClaimRole.Apply && _topic is not ClaimRole.Request) || (role is ClaimRole.Items && verb is not (ClaimRole.Receive or ClaimRole.Accept or ClaimRole.ReceiveNew)))
                {
                    return null;
                }

                return verb switch
                {
                    // 「没有政府信息公开申请」「未办理公开申请」说的都是没有收到。
                    ClaimRole.None when role is ClaimRole.WeakRequest => ClaimKinds.AnyUponRequest,
                    ClaimRole.None or ClaimRole.Receive or ClaimRole.Accept or ClaimRole.Provoke => ClaimKinds.Received,
                    ClaimRole.ReceiveNew => ClaimKinds.NewlyReceived,
                    ClaimRole.CarryIn or ClaimRole.CarryOut or ClaimRole.Carry => OfRequests(verb),
                    _ => null,
                };
            case >= ClaimRole.Review and <= ClaimRole.LawsuitAfterReview:
                // 「未新增」：表四的总计里可以有上年未结的。
                return verb is ClaimRole.None or ClaimRole.Receive or ClaimRole.Provoke or ClaimRole.Accept ? ClaimKinds.RemedyOf(BlockOf(role), 0) : null;
            case ClaimRole.Normative or ClaimRole.Rules:
                return OfDocuments(role is ClaimRole.Normative, verb is ClaimRole.Provoke ? ClaimRole.None : verb, true);
            case ClaimRole.Licensing or ClaimRole.Penalty or ClaimRole.Coercion:
                return IsDecided(verb) ? OfDecisions(role) : null;
            case ClaimRole.Charges:
                return !IsAboutRequests && verb is ClaimRole.None or ClaimRole.Collect or ClaimRole.Provoke ? ClaimKinds.Charges : null;
            case ClaimRole.Person or ClaimRole.Corporate:
                return _topic is ClaimRole.Request && verb is ClaimRole.None or ClaimRole.Receive ? (role is ClaimRole.Person ? ClaimKinds.ByPersons : ClaimKinds.ByOrganisations) : null;
            default:
                return null;
        }
    }

    private static ClaimKind OfDecisions(ClaimRole role) => role switch
    {
        ClaimRole.Licensing => ClaimKinds.Licensing,
        ClaimRole.Penalty => ClaimKinds.Penalty,
        _ => ClaimKinds.Coercion,
    };

    private static bool IsDecided(ClaimRole verb) => verb is ClaimRole.None or ClaimRole.Decide or ClaimRole.Handle or ClaimRole.Provoke;
}
