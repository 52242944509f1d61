namespace Gongkai.Reports.Checking.Claims;

/// <summary>读到一个分句的某处时已经知道的事。</summary>
internal struct ClaimClause
{
    public const int MaximumObjects = 6;

    [System.Runtime.CompilerServices.InlineArray(MaximumObjects)]
    public struct ObjectList
    {
        private ClaimRole _first;
    }

    public ObjectList Objects;

    public int ObjectCount;

    /// <summary>分句说的事从哪里起，引用用。</summary>
    public int Start;

    public ClaimRole Verb;

    public byte Leaf;

    /// <summary>有否定词，还没有遇到不认得的字。</summary>
    public bool IsNegated;

    /// <summary>所说的事在否定词之前。</summary>
    public bool IsObjectFirst;

    /// <summary>动词是顿号之前的，还没有再说一遍。</summary>
    public bool IsVerbInherited;

    /// <summary>否定的不是收到与否，是别的（未超期、没有积压）。</summary>
    public bool IsNegationVoid;

    /// <summary>动词、宾语之后有不认得的字。</summary>
    public bool HasGap;

    /// <summary>宾语前面有不认得的限制（征地类的申请）。</summary>
    public bool IsModified;

    /// <summary>刚才的一个词不认得；它的序号，没有时为 -1。</summary>
    public int UnknownAt;

    /// <summary>刚有顿号或「和」。</summary>
    public bool IsJoined;

    /// <summary>这个名目的数已经说过。</summary>
    public bool IsConsumed;

    public bool IsSuppressed;

    /// <summary>前面说了别的年份。</summary>
    public bool IsOfOtherYear;

    /// <summary>「申请」前有不认得的限制：是另一种申请。</summary>
    public bool IsOtherKind;

    /// <summary>均、全部。</summary>
    public bool IsAll;

    /// <summary>年内、当年。</summary>
    public bool IsWithinYear;

    public bool IsPart;

    public bool IsEach;

    public bool IsRespectively;

    public bool HasCause;

    public bool HasDisclosure;

    public ClaimBound Bound;

    public static ClaimClause At(int start, bool isPart) => new() { Start = start, UnknownAt = -1, IsPart = isPart };

    public readonly bool Has(ClaimRole role)
    {
        for (var i = 0; i < ObjectCount; i++)
        {
            if (Objects[i] == role)
            {
                return true;
            }
        }

        return false;
    }

    public void Add(ClaimRole role)
    {
        if (ObjectCount < MaximumObjects)
        {
            Objects[ObjectCount++] = role;
        }
    }
}
