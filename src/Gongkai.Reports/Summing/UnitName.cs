using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Summing;

/// <summary>单位名称的折叠与其中的地名。两个名称折叠后一样才算同一单位；简称与全称要靠名录里的别名。</summary>
internal static class UnitName
{
    private const int LongestPlace = 12;

    // 名称后面的附注，不是名称的一部分。
    private static readonly string[] Remarks = ["本级", "机关本级", "汇总", "含本级", "合计"];

    // 以「市」「区」结尾而不是地名的词。
    private static readonly string[] NotPlaces = ["城市", "城区", "社区", "辖区", "老区", "库区", "灾区", "园区", "山区", "牧区", "林区", "矿区", "景区", "地区", "市区", "郊区", "城镇", "都市"];

    /// <summary>折叠：略去空白与标点，全角、繁体归一，去掉「（本级）」一类的附注。</summary>
    public static string Fold(string name)
    {
        var bare = AgencyName.WithoutBrackets(name.AsSpan().Trim());
        var whole = Glyphs.Folded(name);
        var trunk = Glyphs.Folded(bare.ToString());
        return trunk.Length > 0 && Remarks.Contains(whole[trunk.Length..]) ? trunk : whole;
    }

    /// <summary>一级政府的高低：省 3，市 2，县 1，其余 0。</summary>
    public static int RankOf(AgencyLevel level) => level switch
    {
        AgencyLevel.Province => 3,
        AgencyLevel.City => 2,
        AgencyLevel.County => 1,
        _ => 0,
    };

    /// <summary>折叠过的名称开头的地名，自上级至下级：「白鹭市松涛区水务局」为白鹭市、松涛区。看不出时为空。</summary>
    public static IReadOnlyList<Place> Places(string folded)
    {
        List<Place> places = [];
        var start = 0;
        var above = int.MaxValue;
        for (var end = start + 2; end <= folded.Length && end - start <= LongestPlace; end++)
        {
            if (!"省市县区旗州盟".Contains(folded[end - 1], StringComparison.Ordinal) || Array.IndexOf(NotPlaces, folded[start..end]) >= 0)
            {
                continue;
            }

            var rank = RankOf(AgencyLevels.Of(folded[..end]));
            if (rank == 0 || rank >= above)
            {
                continue;
            }

            places.Add(new Place(folded[start..end], rank));
            (start, above) = (end, rank);
            end = start + 1;
        }

        return places;
    }

    /// <summary>一个地名。</summary>
    /// <param name="Name">如「松涛区」。</param>
    /// <param name="Rank">高低。</param>
    internal readonly record struct Place(string Name, int Rank);
}
