using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Reading.Labels;

/// <summary>若干标签的字典树，只认汉字；空白、标点、数字不参与比较。</summary>
internal sealed class LabelTrie
{
    private const int Root = 0;
    private readonly Dictionary<char, ushort> _alphabet = [];
    private readonly ushort[] _letter = new ushort[char.MaxValue + 1];
    private readonly short[] _label;
    private readonly int[] _next;
    private readonly int _width;

    /// <param name="patterns">折叠成汉字的写法，及其标签序号。</param>
    public LabelTrie(IEnumerable<(string Text, int Label)> patterns)
    {
        var all = patterns.ToList();
        foreach (var c in all.SelectMany(p => p.Text))
        {
            _alphabet.TryAdd(c, (ushort)(_alphabet.Count + 1));
        }

        for (var i = 0; i <= char.MaxValue; i++)
        {
            _letter[i] = _alphabet.GetValueOrDefault(HanFold.Fold((char)i));
        }

        _width = _alphabet.Count + 1;
        List<int[]> nodes = [new int[_width]];
        List<short> labels = [-1];
        foreach (var (text, label) in all)
        {
            var node = Root;
            foreach (var c in text)
            {
                ref var next = ref nodes[node][_alphabet[c]];
                if (next == 0)
                {
                    next = nodes.Count;
                    nodes.Add(new int[_width]);
                    labels.Add(-1);
                }

                node = nodes[node][_alphabet[c]];
            }

            labels[node] = (short)label;
        }

        _next = [.. nodes.SelectMany(n => n)];
        _label = [.. labels];
    }

    /// <summary>自汉字序列的某处起，最长的一个标签。</summary>
    /// <returns>标签序号与其长度（汉字数）；没有时为 (-1, 0)。</returns>
    public (int Label, int Length) LongestAt(string text, ReadOnlySpan<int> han)
    {
        var node = Root;
        var found = (Label: -1, Length: 0);
        for (var i = 0; i < han.Length; i++)
        {
            var letter = _letter[text[han[i]]];
            if (letter == 0 || (node = _next[(node * _width) + letter]) == Root)
            {
                break;
            }

            if (_label[node] >= 0)
            {
                found = (_label[node], i + 1);
            }
        }

        return found;
    }
}
