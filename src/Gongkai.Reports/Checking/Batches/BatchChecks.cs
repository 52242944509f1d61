using System.Globalization;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Rules;

namespace Gongkai.Reports.Checking.Batches;

/// <summary>要看整批才知道的问题：单位之间雷同（E14），同类单位都有而独它为零（E36）。占的内存有上限，与批的大小无关。</summary>
internal sealed class BatchChecks
{
    private const int FewestPeers = 5;
    private const int MostZeros = 100;

    // What the law calls striking: peers decide more than a hundred cases a year on average.
    private const decimal StrikingMean = 100;

    private readonly CopySketch _partOne = new(CopyRules.PartOneLimit);
    private readonly CopySketch _partFive = new(CopyRules.PartFiveLimit);
    private readonly Dictionary<(int Kind, int? Year), Peers> _peers = [];

    private sealed class Peers(AgencyKind kind)
    {
        public AgencyKind Kind { get; } = kind;

        public int Count { get; set; }

        public decimal Sum { get; set; }

        public int Zeros { get; set; }

        public List<BatchMember> Named { get; } = [];
    }

    /// <summary>加进一份查过的报告。</summary>
    public void Add(BatchPrint print)
    {
        if (print.PartOne is { } one)
        {
            _partOne.Add(one, print);
        }

        if (print.PartFive is { } five)
        {
            _partFive.Add(five, print);
        }

        if (print is not { Kind: { } kind, Decisions: { } decisions })
        {
            return;
        }

        if (!_peers.TryGetValue((kind.Index, print.Year), out var peers))
        {
            _peers.Add((kind.Index, print.Year), peers = new Peers(kind));
        }

        peers.Count++;
        peers.Sum += decisions;
        if (decisions == 0)
        {
            peers.Zeros++;
            if (peers.Named.Count < MostZeros)
            {
                peers.Named.Add(print.Member);
            }
        }
    }

    /// <summary>到此为止整批的问题。</summary>
    public IEnumerable<BatchFinding> Findings()
    {
        foreach (var (part, groups) in new[] { ("五", _partFive.Groups), ("一", _partOne.Groups) })
        {
            foreach (var group in groups)
            {
                yield return new BatchFinding(
                    "E14",
                    Severity.Warning,
                    $"{Names(group.Members, group.Count)}的第{part}部分互相雷同（除去数字后最像的两份约 {group.Likeness.ToString("P0", CultureInfo.InvariantCulture)} 相同）。请各单位按本单位本年的情况重写。",
                    group.Members,
                    group.Count);
            }
        }

        foreach (var peers in _peers.Values)
        {
            var others = peers.Count - peers.Zeros;
            if (peers.Zeros > 0 && others >= FewestPeers && peers.Zeros * 5 <= peers.Count && peers.Sum / peers.Count > StrikingMean)
            {
                yield return new BatchFinding(
                    "E36",
                    Severity.Warning,
                    $"{Names(peers.Named, peers.Zeros)}的行政许可、行政处罚、行政强制全为 0，而同批 {peers.Count} 个{peers.Kind.Name}单位平均约 {Math.Round(peers.Sum / peers.Count)} 件。请核实是否漏填。",
                    peers.Named,
                    peers.Zeros);
            }
        }
    }

    private static string Names(IReadOnlyList<BatchMember> members, int count)
    {
        var named = string.Join("、", members.Take(3).Select(m => m.Agency ?? m.File));
        return count > 3 ? $"{named}等 {count} 个单位" : named;
    }
}
