using Gongkai.Reports.Checking.Claims;
using Gongkai.Reports.Checking.Rules;
using Gongkai.Reports.Checking.Structure;
using Gongkai.Reports.Checking.Words;

namespace Gongkai.Reports.Reading.Narrative;

/// <summary>全部规则要找的词语并成一棵树，正文只走一遍。</summary>
internal static class Lexicon
{
    /// <summary>各组词语；新的规则把它的一组加在这里。</summary>
    public static readonly PhraseSet[] Sets =
    [
        PreviousYearRules.Corrections,
        CopyRules.Remedies,
        CopyRules.Accounts,
        StructureWords.Set,
        ClaimWords.Anchors,
        ClaimRules.FeeWords,
        .. WordSets.All,
    ];

    // 一个字打头的很少：先按首字查表，绝大多数位置到此为止。
    private static readonly ushort[] Roots = new ushort[char.MaxValue + 1];
    private static readonly Dictionary<uint, ushort> Edges = [];
    private static readonly List<List<(int Set, int Phrase)>?> Ends = [null];
    private static readonly Dictionary<PhraseSet, int> Indexes = Build();

    /// <summary>一组在 <see cref="Sets"/> 中的序号。</summary>
    public static int IndexOf(PhraseSet set) => Indexes[set];

    /// <summary>找全部词语。</summary>
    public static PhraseHits Scan(string letters)
    {
        var hits = new List<PhraseHit>?[Sets.Length];
        for (var i = 0; i < letters.Length; i++)
        {
            var node = Roots[letters[i]];
            for (var end = i + 1; node != 0; end++)
            {
                if (Ends[node] is { } ends)
                {
                    foreach (var (set, phrase) in ends)
                    {
                        Add(hits[set] ??= [], new PhraseHit(i, end, phrase));
                    }
                }

                if (end >= letters.Length || !Edges.TryGetValue(Edge(node, letters[end]), out node))
                {
                    break;
                }
            }
        }

        return new PhraseHits(hits);
    }

    // Longer phrases from the same place come first.
    private static void Add(List<PhraseHit> hits, PhraseHit hit)
    {
        var at = hits.Count;
        while (at > 0 && hits[at - 1].Start == hit.Start)
        {
            at--;
        }

        hits.Insert(at, hit);
    }

    private static Dictionary<PhraseSet, int> Build()
    {
        Dictionary<PhraseSet, int> indexes = [];
        for (var set = 0; set < Sets.Length; set++)
        {
            indexes.Add(Sets[set], set);
            for (var phrase = 0; phrase < Sets[set].Phrases.Count; phrase++)
            {
                (Ends[Insert(Sets[set].Phrases[phrase])] ??= []).Add((set, phrase));
            }
        }

        return indexes;
    }

    private static int Insert(string phrase)
    {
        ArgumentException.ThrowIfNullOrEmpty(phrase);
        if (Roots[phrase[0]] == 0)
        {
            Roots[phrase[0]] = NewNode();
        }

        var node = Roots[phrase[0]];
        foreach (var letter in phrase.AsSpan(1))
        {
            if (!Edges.TryGetValue(Edge(node, letter), out var next))
            {
                Edges.Add(Edge(node, letter), next = NewNode());
            }

            node = next;
        }

        return node;
    }

    private static uint Edge(ushort node, char letter) => ((uint)node << 16) | letter;

    private static ushort NewNode()
    {
        Ends.Add(null);
        return checked((ushort)(Ends.Count - 1));
    }
}
