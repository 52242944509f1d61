using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Reading.Labels;

/// <summary>若干标签的字典树，只认汉字；空白、标点、数字不参与比较。</summary>
internal sealed class LabelTrie
{
    // By the letter as printed: the node of the labels that begin with it, or 0.
    private readonly ushort[] _first = new ushort[char.MaxValue + 1];

    // Depth first, so that a label lies in one piece and the whole tree stays at hand. The first one is no node.
    private readonly Node[] _nodes;

    /// <param name="patterns">折叠成汉字的写法，及其标签序号。</param>
    public LabelTrie(IEnumerable<(string Text, int Label)> patterns)
    {
        var root = new Branch();
        foreach (var (text, label) in patterns)
        {
            var branch = root;
            foreach (var c in text)
            {
                if (!branch.Children.TryGetValue(c, out var child))
                {
                    branch.Children.Add(c, child = new Branch());
                }

                branch = child;
            }

            branch.Label = (short)label;
        }

        List<Node> nodes = [default];
        var firsts = new Dictionary<char, ushort>();
        foreach (var (letter, branch) in root.Children)
        {
            firsts.Add(letter, Lay(letter, branch, nodes));
        }

        _nodes = [.. nodes];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            _first[i] = firsts.GetValueOrDefault(HanFold.Fold((char)i));
        }
    }

    /// <summary>自汉字序列的某处起，最长的一个标签。</summary>
    /// <returns>标签序号与其长度（汉字数）；没有时为 (-1, 0)。</returns>
    public (int Label, int Length) LongestAt(string text, ReadOnlySpan<int> han)
    {
        var found = (Label: -1, Length: 0);
        var at = (int)_first[text[han[0]]];
        for (var length = 1; at != 0; length++)
        {
            ref readonly var node = ref _nodes[at];
            if (node.Label >= 0)
            {
                found = (node.Label, length);
            }

            if (!node.HasChild || length == han.Length)
            {
                break;
            }

            var letter = HanFold.Fold(text[han[length]]);
            at++;
            while (at != 0 && _nodes[at].Letter != letter)
            {
                at = _nodes[at].Sibling;
            }
        }

        return found;
    }

    private static ushort Lay(char letter, Branch branch, List<Node> nodes)
    {
        var at = nodes.Count;
        nodes.Add(new Node(letter, 0, branch.Label, branch.Children.Count > 0));
        var previous = 0;
        foreach (var (next, child) in branch.Children)
        {
            var own = Lay(next, child, nodes);
            if (previous > 0)
            {
                nodes[previous] = nodes[previous] with { Sibling = own };
            }

            previous = own;
        }

        return checked((ushort)at);
    }

    /// <summary>一个字。</summary>
    /// <param name="Letter">折叠后的字。</param>
    /// <param name="Sibling">前面都相同、这里另有一字的下一个；没有时为 0。</param>
    /// <param name="Label">到此为止的标签；没有时为 -1。</param>
    /// <param name="HasChild">后面还有字；第一个就在后面一格。</param>
    private readonly record struct Node(char Letter, ushort Sibling, short Label, bool HasChild);

    private sealed class Branch
    {
        public Dictionary<char, Branch> Children { get; } = [];

        public short Label { get; set; } = -1;
    }
}
