using System.Buffers;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Checking.Words;

/// <summary>两个机关名称说的是不是同一个机关。</summary>
internal static class AgencyNames
{
    // Who publishes or signs for another: the office of a government, a disclosure office, a data or approval bureau.
    private static readonly string[] ServingWords = ["办公", "政务", "公开", "数据", "审批", "信息", "领导小组", "党", "中共", "工委", "网站", "门户", "融媒体", "法制", "保密"];

    private static readonly SearchValues<char> PlaceEndings = SearchValues.Create("省市县区旗州");

    private static readonly string[] Kinds = ["委员会", "办事处", "街道", "局", "委", "厅", "镇", "乡", "中心", "政府"];

    // Two letters that say nothing of the field an office works in.
    private static readonly SearchValues<string> Generic = Wording.Any("管理", "综合", "行政", "事业", "服务", "发展", "保障", "建设", "社会", "事务", "监督", "执法", "委员", "员会", "工作");

    // Two names of one field, given to one office in one place and another: 城市管理局 is 综合行政执法局 too.
    private static readonly string[][] SameField = [["城市管理", "城管", "综合行政执法", "综合执法"], ["政务服务", "行政审批", "数据"], ["医疗保障", "医保"], ["住房和城乡建设", "住建"]];

    /// <summary><paramref name="name"/> 可能是 <paramref name="whole"/> 的简称：它的字依次都在全称里，末字相同。</summary>
    public static bool IsShortFor(ReadOnlySpan<char> name, ReadOnlySpan<char> whole)
    {
        var at = 0;
        foreach (var c in whole)
        {
            if (at < name.Length && name[at] == c)
            {
                at++;
            }
        }

        return at == name.Length;
    }

    /// <summary>肯定是两个机关：不是简称、不是内设机构、不是替对方发布的单位。</summary>
    public static bool AreCertainlyDifferent(string one, string other)
    {
        var (a, b) = (Folded(one), Folded(other));
        if (a.Length < 4 || b.Length < 4 || AgencyName.AreCompatible(a, b) || IsShortFor(a, b) || IsShortFor(b, a)
            || Serves(a) || Serves(b) || Kind(a) is not { } kind || kind != Kind(b) || (IsBranch(a) && IsBranch(b)))
        {
            return false;
        }

        // Without its place a name may be short for the other with one: 县商务局, 清溪县商务和粮食局.
        var shortA = WithoutPlace(a);
        var shortB = WithoutPlace(b);
        var samePlace = a.Length == shortA.Length || b.Length == shortB.Length || PlacesAgree(a.AsSpan(0, a.Length - shortA.Length), b.AsSpan(0, b.Length - shortB.Length));
        return !(samePlace && (IsShortFor(shortA, shortB) || IsShortFor(shortB, shortA) || (kind is "局" or "委" or "厅" && ShareField(shortA, shortB))));
    }

    // 市公安局云溪分局 calls itself 云溪区公安分局.
    private static bool IsBranch(ReadOnlySpan<char> name) => name.EndsWith("分局") || name.EndsWith("支局");

    // Renamed, merged or loosely named: 文化和旅游局 and 文化广电旅游局, 国土资源局 and 自然资源局.
    private static bool ShareField(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        one = one[..^1];
        other = other[..^1];
        for (var i = 0; i + 1 < one.Length; i++)
        {
            var field = one.Slice(i, 2);
            if (other.IndexOf(field) >= 0 && !Wording.HasAny(field, Generic))
            {
                return true;
            }
        }

        foreach (var field in SameField)
        {
            if (HasAny(one, field) && HasAny(other, field))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAny(ReadOnlySpan<char> name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>替别的机关办公开的单位。</summary>
    public static bool Serves(ReadOnlySpan<char> name)
    {
        foreach (var word in ServingWords)
        {
            if (name.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Kind(ReadOnlySpan<char> name)
    {
        foreach (var kind in Kinds)
        {
            if (name.EndsWith(kind))
            {
                return kind switch { "办事处" => "街道", "委员会" => "委", _ => kind };
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> WithoutPlace(ReadOnlySpan<char> name)
    {
        var at = name[..^2].LastIndexOfAny(PlaceEndings);
        while (at > 0 && (name[at - 1] is '城' or '社' || name[at + 1] is '场' or '政' or '域'))
        {
            // 城市管理局, 市场监督管理局, 市政局: the letter is of the field, not of the place.
            at = name[..at].LastIndexOfAny(PlaceEndings);
        }

        return at >= 1 && name.Length - at > 3 ? name[(at + 1)..] : name;
    }

    private static bool PlacesAgree(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.EndsWith(b) || b.EndsWith(a) || a.StartsWith(b) || b.StartsWith(a);

    private static string Folded(string name)
    {
        Span<char> folded = stackalloc char[Math.Min(name.Length, AgencyName.Longest + 8)];
        var length = 0;
        foreach (var c in AgencyName.WithoutBrackets(name))
        {
            if (length < folded.Length && Glyphs.KindOf(c) == Glyph.Letter)
            {
                folded[length++] = HanFold.Fold(c);
            }
        }

        return new string(folded[..length]);
    }
}
