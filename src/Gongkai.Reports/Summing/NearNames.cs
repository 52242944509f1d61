using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Summing;

/// <summary>相近的名称：一个是另一个的简称，或只差一个字。只用来提醒，从不据以认作同一单位。</summary>
internal static class NearNames
{
    private const int ShortestForOneLetter = 5;

    /// <summary>两个折叠过的名称相近。</summary>
    public static bool AreNear(string a, string b) =>
        a.Length >= 2 && b.Length >= 2
        && (AgencyName.AreCompatible(a, b) || (Math.Min(a.Length, b.Length) >= ShortestForOneLetter && DifferByOneLetter(a, b) && !AreElsewhere(a, b)));

    // 两地的同名部门（云溪县水务局、临溪县水务局）只差一个字，却是两个单位。
    private static bool AreElsewhere(string a, string b) =>
        UnitName.Places(a) is [var one, ..] && UnitName.Places(b) is [var other, ..] && one.Name != other.Name;

    // 同长的差一个字，或一个比另一个多一个字。
    private static bool DifferByOneLetter(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var head = a.AsSpan().CommonPrefixLength(b);
        var restA = a.AsSpan(head);
        var restB = b.AsSpan(head);
        return restA.Length == restB.Length ? restA.IsEmpty || restA[1..].SequenceEqual(restB[1..])
            : restA.Length > restB.Length ? restA[1..].SequenceEqual(restB)
            : restB[1..].SequenceEqual(restA);
    }
}
