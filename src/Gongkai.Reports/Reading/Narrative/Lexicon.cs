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

    // Half empty: phrases have some five thousand edges.
    private const int FlatBits = 14;

    // Marks a node where a phrase ends, so that the others are passed without a look at Ends.
    private const ushort EndsHere = 0x8000;

    private static readonly ushort[] Roots = new ushort[char.MaxValue + 1];
    private static readonly PairSieve Pairs = new();

    // Phrases of one letter.
    private static readonly ulong[] Wholes = new ulong[0x10000 / 64];
    private static readonly Dictionary<uint, ushort> Edges = [];

    // The same edges for reading, in one array: edge and node together, open addressing.
    private static readonly ulong[] Flat = new ulong[1 << FlatBits];
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
            // Most places end here: the sieve stays at hand, the table of first letters is too large to.
            var first = letters[i];
            if (!Pairs.MayBegin(first, i + 1 < letters.Length ? letters[i + 1] : '\0') && !IsWhole(first))
            {
                continue;
            }

            var node = Roots[first];
            for (var end = i + 1; node != 0; end++)
            {
                if ((node & EndsHere) != 0)
                {
                    node &= EndsHere - 1;
                    foreach (var (set, phrase) in Ends[node]!)
                    {
                        Add(hits[set] ??= [], new PhraseHit(i, end, phrase));
                    }
                }

                if (end >= letters.Length)
                {
                    break;
                }

                node = Next(Edge(node, letters[end]));
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

        foreach (var (edge, node) in Edges)
        {
            var at = Slot(edge);
            while (Flat[at] != 0)
            {
                at = (at + 1) & (Flat.Length - 1);
            }

            Flat[at] = ((ulong)edge << 16) | Flagged(node);
        }

        for (var letter = 0; letter < Roots.Length; letter++)
        {
            Roots[letter] = Flagged(Roots[letter]);
        }

        return indexes;
    }

    private static ushort Flagged(ushort node) => Ends[node] is null ? node : (ushort)(node | EndsHere);

    private static int Insert(string phrase)
    {
        ArgumentException.ThrowIfNullOrEmpty(phrase);
        if (phrase.Length > 1)
        {
            Pairs.Add(phrase[0], phrase[1]);
        }
        else
        {
            Wholes[phrase[0] >> 6] |= 1UL << (phrase[0] & 63);
        }

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

    private static bool IsWhole(char letter) => (Wholes[letter >> 6] & (1UL << (letter & 63))) != 0;

    private static ushort Next(uint edge)
    {
        for (var at = Slot(edge); ; at = (at + 1) & (Flat.Length - 1))
        {
            var found = Flat[at];
            if (found >> 16 == edge || found == 0)
            {
                return (ushort)found;
            }
        }
    }

    private static int Slot(uint edge) => (int)((edge * 0x9E3779B1U) >> (32 - FlatBits));

    private static uint Edge(ushort node, char letter) => ((uint)node << 16) | letter;

    private static ushort NewNode()
    {
        Ends.Add(null);
        return Ends.Count <= (1 << (FlatBits - 1)) ? (ushort)(Ends.Count - 1) : throw new InvalidOperationException("The lexicon is too large for its node numbers.");
    }
}
