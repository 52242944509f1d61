using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Checking.Words;

/// <summary>篡改字样的种类。</summary>
internal enum HijackKind
{
    /// <summary>查处、防范之外不会出现的字样。</summary>
    Certain,

    /// <summary>别的词里也会碰巧连成的字样，另有信号才算（<see cref="BareHijack"/>）。</summary>
    Bare,

    /// <summary>招牌加语境、词站的固定拼法。</summary>
    Replacing,

    /// <summary>招牌的拼音、外文。</summary>
    Latin,

    /// <summary>词站的套话，占着法规名称的位置才算。</summary>
    Farm,
}

/// <summary>篡改字样，读自 <c>data/hijack/words.json</c>：繁体、大小写的写法由此补出。</summary>
internal static class HijackWords
{
    private static readonly (string[] Phrases, HijackKind[] Kinds, FrozenSet<string> Splittable, string[][] Bare) Loaded = Load();

    /// <summary>要在正文里找的各种写法。</summary>
    public static string[] Phrases => Loaded.Phrases;

    /// <summary>一种写法的种类，按 <see cref="Phrases"/> 的次序。</summary>
    public static HijackKind KindOf(int phrase) => Loaded.Kinds[phrase];

    /// <summary>夹着符号写时要找的。</summary>
    public static FrozenSet<string> Splittable => Loaded.Splittable;

    /// <summary>种类为 <see cref="HijackKind.Bare"/> 的各种写法。</summary>
    public static string[] Bare => Loaded.Bare[0];

    /// <summary>紧接其后的信号，包括又一个这样的字样。</summary>
    public static string[] SignsAfter => Loaded.Bare[1];

    /// <summary>紧接其前的信号。</summary>
    public static string[] SignsBefore => Loaded.Bare[2];

    private static (string[], HijackKind[], FrozenSet<string>, string[][]) Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("hijack/words.json")
            ?? throw new InvalidOperationException("The list of hijack words is not embedded.");
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        Dictionary<string, HijackKind> phrases = [];
        HashSet<string> splittable = [];
        var traditional = root.GetProperty("traditional").GetString()!;
        void Add(string word, HijackKind kind, bool whole = true, bool split = true)
        {
            foreach (var written in Written(word, traditional))
            {
                if (whole)
                {
                    phrases.TryAdd(written, kind);
                }

                if (split)
                {
                    splittable.Add(written.ToLowerInvariant());
                }
            }
        }

        foreach (var word in Words(root, "certain", "words"))
        {
            Add(word, HijackKind.Certain);
        }

        foreach (var word in Words(root, "bare", "words"))
        {
            Add(word, HijackKind.Bare);
        }

        foreach (var word in Words(root, "replacing", "words"))
        {
            // Menus print 体育|app下载: parted by a mark these are no sign.
            Add(word, HijackKind.Replacing, split: false);
        }

        foreach (var group in (ReadOnlySpan<string>)["brands", "places", "ordinary"])
        {
            foreach (var brand in Words(root, group, "words"))
            {
                foreach (var context in Words(root, group, "contexts"))
                {
                    // “im平台” is too short to be a sign of anything: a Latin brand needs its game.
                    if (!char.IsAscii(brand[0]) || context is "体育" or "娱乐" or "电竞" or "真人" or "棋牌")
                    {
                        Add(brand + context, HijackKind.Replacing);
                    }
                }
            }
        }

        foreach (var word in Words(root, "latin", "words"))
        {
            Add(word, HijackKind.Latin);
        }

        foreach (var word in Words(root, "farms", "words"))
        {
            Add(word, HijackKind.Farm, split: false);
        }

        foreach (var word in Words(root, "splittable", "words"))
        {
            Add(word, HijackKind.Certain, whole: false);
        }

        string[] bare = [.. phrases.Where(p => p.Value is HijackKind.Bare).Select(p => p.Key)];
        return ([.. phrases.Keys], [.. phrases.Values], splittable.ToFrozenSet(), [bare, [.. Variants("after"), .. bare], Variants("before")]);

        string[] Variants(string name) => [.. Words(root, "bare", name).SelectMany(w => Written(w, traditional))];
    }

    private static string[] Words(JsonElement root, string group, string name) =>
        [.. root.GetProperty(group).GetProperty(name).EnumerateArray().Select(w => w.GetString()!)];

    // As the folded text may have it: simplified or with the traditional letters that folding leaves, and app, App, APP.
    private static HashSet<string> Written(string word, string traditional)
    {
        HashSet<string> written = [];
        foreach (var script in (string[])[word, Traditional(word, traditional)])
        {
            var folded = string.Concat(script.Select(HanFold.Fold));
            written.Add(folded);
            written.Add(folded.ToUpperInvariant());
            written.Add(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(folded));
            var first = folded.AsSpan().IndexOfAnyInRange('a', 'z');
            if (first >= 0)
            {
                written.Add(string.Concat(folded.AsSpan(0, first), folded[first..(first + 1)].ToUpperInvariant(), folded.AsSpan(first + 1)));
            }
        }

        return written;
    }

    private static string Traditional(string word, string pairs) =>
        string.Concat(word.Select(c =>
        {
            for (var i = 0; i + 1 < pairs.Length; i += 2)
            {
                if (pairs[i + 1] == c)
                {
                    return pairs[i];
                }
            }

            return c;
        }));
}
