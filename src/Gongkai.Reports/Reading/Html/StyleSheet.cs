using System.Buffers;
using System.Text;

namespace Gongkai.Reports.Reading.Html;

/// <summary>
/// 网页自带的样式表里与阅读有关的规则。只认简单的选择器（标签、类、编号及其连写）；
/// 更复杂的选择器只在它使内容显示时算数：宁可多读，不可漏读整段。
/// </summary>
internal sealed class StyleSheet
{
    private const int Characters = 512 << 10;
    private const int Rules = 2000;
    private const int RulesPerKey = 32;
    private const int ClassesPerElement = 16;
    private static readonly SearchValues<char> Unread = SearchValues.Create(":[+~*\\");
    private static readonly SearchValues<char> Between = SearchValues.Create(" \t\n\r\f>");
    private static readonly SearchValues<string> StyleTag = SearchValues.Create(["<style"], StringComparison.OrdinalIgnoreCase);
    private static readonly string[] Everywhere = ["html", "body", "table", "tbody", "tr", "td", "th", "div"];

    private readonly Dictionary<string, List<Rule>> byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Rule>>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<Rule> matching = [];
    private int rules;

    private StyleSheet() => lookup = byKey.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>没有规则。</summary>
    public bool IsEmpty => rules == 0;

    /// <summary>收集网页里各个 style 元素的规则。</summary>
    public static StyleSheet Of(ReadOnlySpan<char> page)
    {
        var sheet = new StyleSheet();
        if (!page.ContainsAny(StyleTag))
        {
            return sheet;
        }

        var left = Characters;
        var scanner = new TagScanner(page);
        while (scanner.Next() && left > 0)
        {
            if (scanner.IsEnd || (HtmlTags.Of(scanner.Name) & TagTraits.Raw) == 0)
            {
                continue;
            }

            var isStyle = scanner.Name.Equals("style", StringComparison.OrdinalIgnoreCase)
                && (!TagScanner.TryAttribute(scanner.Attributes, "media", out var media) || IsScreen(media));
            var content = scanner.SkipRaw(scanner.Name);
            if (isStyle)
            {
                content = content[..Math.Min(content.Length, left)];
                left -= content.Length;
                sheet.Add(WithoutComments(content));
            }
        }

        return sheet;
    }

    /// <summary>一个元素的样式：样式表的，再加它自己的。</summary>
    public StyleEffect Of(ReadOnlySpan<char> tag, ReadOnlySpan<char> id, ReadOnlySpan<char> classes, ReadOnlySpan<char> style)
    {
        StyleEffect effect = default;
        if (!IsEmpty)
        {
            matching.Clear();
            Match(tag, tag, id, classes);
            var looked = 0;
            foreach (var range in classes.SplitAny(" \t\n\r\f"))
            {
                if (!classes[range].IsEmpty && looked++ < ClassesPerElement)
                {
                    Match(classes[range], tag, id, classes);
                }
            }

            if (!id.IsEmpty)
            {
                Match(id, tag, id, classes);
            }

            matching.Sort(static (a, b) => a.Rank.CompareTo(b.Rank));
            foreach (var rule in matching)
            {
                effect = effect.Then(rule.Effect);
            }
        }

        return style.IsEmpty ? effect : effect.Then(StyleEffect.Parse(style));
    }

    private void Match(ReadOnlySpan<char> key, ReadOnlySpan<char> tag, ReadOnlySpan<char> id, ReadOnlySpan<char> classes)
    {
        if (lookup.TryGetValue(key, out var candidates))
        {
            foreach (var rule in candidates)
            {
                if (rule.Fits(tag, id, classes))
                {
                    matching.Add(rule);
                }
            }
        }
    }

    private void Add(ReadOnlySpan<char> css)
    {
        while (css.IndexOfAny('{', '}') is >= 0 and var at)
        {
            var prelude = css[..at];
            var opens = css[at] == '{';
            css = css[(at + 1)..];
            if (!opens)
            {
                continue;
            }

            prelude = prelude[(prelude.LastIndexOf(';') + 1)..].Trim();
            prelude = prelude.StartsWith("<!--") ? prelude[4..].Trim() : prelude;
            if (prelude.StartsWith("@media", StringComparison.OrdinalIgnoreCase) && IsScreen(prelude["@media".Length..]))
            {
                continue;
            }

            if (prelude.StartsWith("@"))
            {
                css = AfterBlock(css);
                continue;
            }

            var end = css.IndexOf('}');
            var effect = StyleEffect.Parse(end < 0 ? css : css[..end]);
            css = end < 0 ? default : css[(end + 1)..];
            if (effect.Said == StyleTraits.None)
            {
                continue;
            }

            foreach (var selector in prelude.Split(','))
            {
                Add(prelude[selector].Trim(), effect);
            }
        }
    }

    private void Add(ReadOnlySpan<char> selector, StyleEffect effect)
    {
        if (selector.IsEmpty || selector.Length > 200 || selector.ContainsAny(Unread))
        {
            return;
        }

        var last = selector.LastIndexOfAny(Between) + 1;
        foreach (var part in selector[..last].SplitAny(Between))
        {
            var outer = selector[..last][part];
            if (!outer.IsEmpty && !IsEverywhere(outer))
            {
                effect = effect with { On = StyleTraits.None };
            }
        }

        if (Rule.Parse(selector[last..], effect, rules) is not { } rule || rules >= Rules)
        {
            return;
        }

        rules++;
        if (!byKey.TryGetValue(rule.Key, out var list))
        {
            byKey[rule.Key] = list = [];
        }

        if (list.Count < RulesPerKey)
        {
            list.Add(rule);
        }
    }

    private static bool IsEverywhere(ReadOnlySpan<char> tag)
    {
        foreach (var name in Everywhere)
        {
            if (tag.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsScreen(ReadOnlySpan<char> media)
    {
        media = media.Trim();
        return media.IsEmpty || media.Equals("all", StringComparison.OrdinalIgnoreCase) || media.Equals("screen", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> AfterBlock(ReadOnlySpan<char> css)
    {
        for (var depth = 1; css.IndexOfAny('{', '}') is >= 0 and var at;)
        {
            depth += css[at] == '{' ? 1 : -1;
            css = css[(at + 1)..];
            if (depth == 0)
            {
                return css;
            }
        }

        return default;
    }

    private static ReadOnlySpan<char> WithoutComments(ReadOnlySpan<char> css)
    {
        if (!css.Contains("/*", StringComparison.Ordinal))
        {
            return css;
        }

        var kept = new StringBuilder(css.Length);
        while (css.IndexOf("/*") is >= 0 and var at)
        {
            kept.Append(css[..at]).Append(' ');
            css = css[(at + 2)..];
            css = css.IndexOf("*/") is >= 0 and var end ? css[(end + 2)..] : default;
        }

        return kept.Append(css).ToString();
    }

    /// <summary>一条规则：标签、编号、各类都要合。</summary>
    private sealed record Rule(string? Tag, string? Id, string[] Classes, StyleEffect Effect, long Rank)
    {
        /// <summary>按它来查：编号、类、标签，有哪个用哪个。</summary>
        public string Key => Id ?? (Classes.Length > 0 ? Classes[0] : Tag!);

        public static Rule? Parse(ReadOnlySpan<char> compound, StyleEffect effect, int order)
        {
            string? tag = null, id = null;
            List<string> classes = [];
            var kind = ' ';
            while (!compound.IsEmpty)
            {
                var next = compound.IndexOfAny('.', '#');
                var name = next < 0 ? compound : compound[..next];
                if (kind == ' ')
                {
                    tag = name.IsEmpty ? null : name.ToString();
                }
                else if (name.IsEmpty)
                {
                    return null;
                }
                else if (kind == '#')
                {
                    id = name.ToString();
                }
                else
                {
                    classes.Add(name.ToString());
                }

                kind = next < 0 ? ' ' : compound[next];
                compound = next < 0 ? default : compound[(next + 1)..];
            }

            // 编号重于类，类重于标签，同重者后说的算。
            var weight = ((id is null ? 0L : 10_000L) + (classes.Count * 10) + (tag is null ? 0 : 1)) << 32;
            return tag is null && id is null && classes.Count == 0 ? null : new Rule(tag, id, [.. classes], effect, weight + order);
        }

        public bool Fits(ReadOnlySpan<char> tag, ReadOnlySpan<char> id, ReadOnlySpan<char> classes)
        {
            if ((Tag is not null && !tag.Equals(Tag, StringComparison.OrdinalIgnoreCase)) || (Id is not null && !id.Equals(Id, StringComparison.Ordinal)))
            {
                return false;
            }

            foreach (var name in Classes)
            {
                var found = false;
                foreach (var range in classes.SplitAny(" \t\n\r\f"))
                {
                    found |= classes[range].Equals(name, StringComparison.Ordinal);
                }

                if (!found)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
