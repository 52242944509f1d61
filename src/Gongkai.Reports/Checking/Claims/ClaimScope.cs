using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Checking.Claims;

/// <summary>话里说的是谁：本机关的才与表比。</summary>
internal sealed class ClaimScope(ReportReading report)
{
    // 名称以这些字收尾的，是另一个单位，除非它就是本单位的全称或简称。
    private static readonly string[] AgencyEndings =
        ["局", "委", "厅", "政府", "办公室", "办", "中心", "镇", "乡", "街道", "办事处", "大队", "支队", "医院", "学校", "院", "所", "站", "公司", "村", "社区", "部门", "单位", "委员会", "管委会", "开发区", "园区", "县", "区", "市"];

    private readonly string _agency = new([.. (report.Agency ?? "").Select(HanFold.Fold)]);

    private bool IsGovernment => report.Level is AgencyLevel.Province or AgencyLevel.City or AgencyLevel.County or AgencyLevel.Township or AgencyLevel.Street;

    /// <summary>「全市」「我县」一类说的就是这份报告的范围：政府的报告汇总它的全境。</summary>
    public bool IsWhole(ReadOnlySpan<char> word)
    {
        var place = _agency.AsSpan();
        place = place.EndsWith("人民政府") ? place[..^4] : place.EndsWith("政府") ? place[..^2] : place;
        return IsGovernment && place.Length > 0 && place[^1] == word[^1];
    }

    /// <summary>含下属单位的数：政府的表本来就含，部门的表不含。</summary>
    public bool IncludesOthers => IsGovernment;

    /// <summary>这几个字是另一个单位的名称。</summary>
    public bool IsOther(ReadOnlySpan<char> words)
    {
        if (words.Length is < 2 or > 40)
        {
            return false;
        }

        foreach (var ending in AgencyEndings)
        {
            if (words.EndsWith(ending))
            {
                return !IsPartOfName(words);
            }
        }

        return false;
    }

    /// <summary>这几个字是本单位的全称或简称：各字依次出现在单位名称里。</summary>
    public bool IsPartOfName(ReadOnlySpan<char> words)
    {
        var at = 0;
        foreach (var c in words)
        {
            at = _agency.IndexOf(c, at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return words.Length > 0;
    }
}
