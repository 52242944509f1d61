using System.Buffers;
using System.Globalization;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Claims;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>正文与表：E06、E07、E08、E12 比正文说的数与表里的数，L10、E33、E37 看该说的说了没有。</summary>
internal static partial class ClaimRules
{
    private const string Form30 = "国办公开办函〔2021〕30号";

    public static IReadOnlyList<Rule> All { get; } = [Requests, Remedies, Proactive, Charges, FeeOverdue, FeesUnsaid, Repeated];

    private static void Compare(Rule rule, CheckContext context, ReportTable table, bool isMoney)
    {
        foreach (var claim in context.Claims)
        {
            if (claim.Kind.Table == table && claim.Kind.IsMoney == isMoney && ClaimJudge.Contradicts(claim, context.Report) && !IsOfOthersToo(claim, context))
            {
                context.Find(rule, Message(claim, context), [.. Cells(claim)], [context.Text.QuoteSentence(claim.Start)]);
            }
        }
    }

    // 「市政府收到12件，全市各级机关共收到450件」：the table holds the first, so it need not hold the second.
    private static bool IsOfOthersToo(Claim claim, CheckContext context)
    {
        if (!context.Text.Letters.AsSpan(claim.Start, claim.End - claim.Start).ContainsAny(WholePlace))
        {
            return false;
        }

        var sentence = context.Text.SentenceAt(claim.Start);
        foreach (var other in context.Claims)
        {
            if (other != claim && other.Kind == claim.Kind && other.Value != claim.Value && context.Text.SentenceAt(other.Start) == sentence && !ClaimJudge.Contradicts(other, context.Report))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly SearchValues<string> WholePlace = SearchValues.Create(["全省", "全市", "全县", "全区", "各级"], StringComparison.Ordinal);

    private static IEnumerable<CellAddress> Cells(Claim claim) =>
        claim.Kind.Meanings[0].Terms.Concat(claim.Also?.Meanings[0].Terms ?? []).Select(t => new CellAddress(claim.Kind.Table, t.Row, t.Column));

    private static string Message(Claim claim, CheckContext context)
    {
        var table = claim.Kind.Table.ShortName();
        var said = context.Text.Printed(claim.Start, claim.End);
        var held = new TableValues(context.Report);
        var unit = claim.Kind.IsMoney ? "万元" : "件";
        var values = claim.Kind.Meanings.Concat(claim.Also?.Meanings ?? []).Take(claim.Also is null ? 1 : 2).Select(m => held.Of(claim.Kind.Table, m)!.Value).ToArray();
        var name = claim.Also is null ? claim.Kind.Name : $"{claim.Kind.Name}与{claim.Also.Name}之和";
        var value = values.All(v => v.Low == v.High) ? $"{table}{name}为 {Say(values.Sum(v => v.Low))} {unit}" : $"与{table}“{name}”对不上";
        var whole = claim.Bound is ClaimBound.PartOf ? "，一部分多于全部" : "，两处不一致";
        var source = claim.Kind.Table switch
        {
            ReportTable.Requests => "登记台账",
            ReportTable.Remedies => "复议、诉讼案件台账",
            _ => claim.Kind.IsMoney ? "收费账目" : "本年文件和处理决定台账",
        };
        return $"正文说“{said}”，{value}{whole}。请核对{source}，改正文或改{table}。";
    }

    private static string Say(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
