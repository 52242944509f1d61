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
    private const int FlatBits = 15;

    // Marks the root of a phrase of one letter.
    private const ushort Whole = 0x8000;

    // 一个字打头的很少：先按首字查表，绝大多数位置到此为止。
    private static readonly ushort[] Roots = new ushort[char.MaxValue + 1];
    private static readonly ulong[] Pairs = new ulong[0x10000 / 64];
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
            var node = Roots[letters[i]];
            if (node == 0 || (node < Whole && (i + 1 == letters.Length || !MayFollow(letters[i], letters[i + 1]))))
            {
                continue;
            }

            node &= Whole - 1;
            for (var end = i + 1; node != 0; end++)
            {
                if (Ends[node] is { } ends)
                {
                    foreach (var (set, phrase) in ends)
                    {
                        Add(hits[set] ??= [], new PhraseHit(i, end, phrase));
                    }
                }

                if (end >= letters.Length || (node = Next(Edge(node, letters[end]))) == 0)
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

        foreach (var (edge, node) in Edges)
        {
            var at = Slot(edge);
            while (Flat[at] != 0)
            {
                at = (at + 1) & (Flat.Length - 1);
            }

            Flat[at] = ((ulong)edge << 16) | node;
        }

        for (var letter = 0; letter < Roots.Length; letter++)
        {
            Roots[letter] |= Roots[letter] != 0 && Ends[Roots[letter]] is not null ? Whole : (ushort)0;
        }

        return indexes;
    }

    private static int Insert(string phrase)
    {
        ArgumentException.ThrowIfNullOrEmpty(phrase);
        if (phrase.Length > 1)
        {
            var pair = Pair(phrase[0], phrase[1]);
            Pairs[pair >> 6] |= 1UL << (int)(pair & 63);
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

    // A bit for each pair of letters that begins a phrase: most places that look promising end here.
    private static bool MayFollow(char first, char second)
    {
        var pair = Pair(first, second);
        return (Pairs[pair >> 6] & (1UL << (int)(pair & 63))) != 0;
    }

    private static uint Pair(char first, char second) => ((first * 0x9E37U) ^ (second * 0x85EBU)) & 0xFFFF;

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
