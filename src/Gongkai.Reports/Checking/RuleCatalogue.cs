using Gongkai.Reports.Checking.Rules;

namespace Gongkai.Reports.Checking;

/// <summary>规则目录：全部检查规则，按代号排列。</summary>
public static class RuleCatalogue
{
    /// <summary>全部规则。</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. new[]
        {
            LinkageRules.All,
            PreviousYearRules.All,
            CopyRules.All,
            BatchRules.All,
            PublicationRules.All,
            StructureRules.All,
            ContentRules.All,
            TablePrintRules.All,
            CountRules.All,
            RegionRules.All,
            ClaimRules.All,
            YearRules.All,
            NameRules.All,
            SafetyRules.All,
        }.SelectMany(rules => rules).OrderBy(rule => rule.Code, StringComparer.Ordinal),
    ];

    /// <summary>按代号取规则，不分大小写；没有时为 null。</summary>
    public static Rule? Find(string code) => All.FirstOrDefault(r => r.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
