using System.Buffers;
using System.Net;
using System.Text;

namespace Gongkai.Reports.Reading.Markdown;

/// <summary>Markdown 一行里的文字：去掉强调、链接、转义、标签，留下印出来的字。</summary>
internal readonly ref struct InlineText
{
    private const int LongestTag = 2000;
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\*_~`[]!<&^");

    private InlineText(string text, int first) => (Text, First) = (text, first);

    /// <summary>印出来的字；换行标签成换行符。</summary>
    public string Text { get; }

    /// <summary>第一个留下的字在原文中的位置。</summary>
    public int First { get; }

    /// <summary>只有图片时的文字。</summary>
    public bool IsPicture => Text == GridBlock.PictureText;

    /// <summary>读一行，或一格。</summary>
    /// <param name="source">原文。</param>
    /// <param name="isCell">是表格的一格：其中的上标、脚注记号不是数字的一部分。</param>
    public static InlineText Of(ReadOnlySpan<char> source, bool isCell)
    {
        var start = source.Length - source.TrimStart().Length;
        source = source.TrimEnd();
        if (start >= source.Length || source[start..].IndexOfAny(Marks) < 0)
        {
            return new InlineText(start >= source.Length ? "" : source[start..].ToString(), Math.Min(start, source.Length));
        }

        var reader = new Reader(source.ToString(), start, isCell);
        reader.Read();
        return reader.Result();
    }

    /// <summary>从左到右读一遍；成对的记号用栈配，不回头。</summary>
    private ref struct Reader(string source, int start, bool isCell)
    {
        private readonly StringBuilder _text = new();

        // 各种强调记号上一次没有配对的：在结果里的位置。
        private readonly Dictionary<(char Mark, int Length), int> _open = [];
        private readonly List<(int At, int Length)> _removed = [];
        private readonly int _start = start;
        private int _at = start;
        private int _first = -1;

        public readonly InlineText Result()
        {
            _removed.Sort();
            var result = new StringBuilder(_text.Length);
            var from = 0;
            foreach (var (at, length) in _removed)
            {
                if (at >= from)
                {
                    result.Append(_text, from, at - from);
                    from = at + length;
                }
            }

            result.Append(_text, from, _text.Length - from);
            return new InlineText(result.ToString().Trim(), _first < 0 ? _start : _first);
        }

        public void Read()
        {
            while (_at < source.Length)
            {
                var c = source[_at];
                switch (c)
                {
                    case '\\' when _at + 1 < source.Length && char.IsAscii(source[_at + 1]) && !char.IsAsciiLetterOrDigit(source[_at + 1]):
                        _at++;
                        Keep();
                        break;
                    case '\\' when _at + 1 == source.Length:
                        _at++;
                        break;
                    case '*' or '_' or '~' or '`':
                        Emphasis(c);
                        break;
                    case '!' when Next('['):
                        Link(isPicture: true);
                        break;
                    case '[':
                        Link(isPicture: false);
                        break;
                    case '<':
                        Tag();
                        break;
                    case '&':
                        Entity();
                        break;
                    case '^' when isCell && source.AsSpan(_at + 1).IndexOf('^') is > 0 and var end && BlockWriter.IsFootnoteMark(source.AsSpan(_at + 1, end)):
                        _at += end + 2;
                        break;
                    default:
                        Keep();
                        break;
                }
            }
        }

        private readonly bool Next(char c) => _at + 1 < source.Length && source[_at + 1] == c;

        private void Keep()
        {
            if (_first < 0 && !char.IsWhiteSpace(source[_at]))
            {
                _first = _at;
            }

            _text.Append(source[_at++]);
        }

        private void Emphasis(char mark)
        {
            var end = _at;
            while (end < source.Length && source[end] == mark)
            {
                end++;
            }

            var length = end - _at;
            var before = _at > _start ? source[_at - 1] : ' ';
            var after = end < source.Length ? source[end] : ' ';
            var isInside = mark != '~' && char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
            var isWord = mark == '_' && char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after);
            if (length > 3 || isInside || isWord || (mark == '~' && length != 2))
            {
                for (var i = 0; i < length; i++)
                {
                    Keep();
                }

                return;
            }

            var here = _text.Length;
            if (!char.IsWhiteSpace(before) && _open.Remove((mark, length), out var opened))
            {
                // 划去的连字一起去掉。
                _removed.Add((opened, mark == '~' ? here + length - opened : length));
                if (mark != '~')
                {
                    _removed.Add((here, length));
                }
            }
            else if (!char.IsWhiteSpace(after))
            {
                _open[(mark, length)] = here;
            }

            _text.Append(mark, length);
            _at = end;
        }

        /// <summary>链接留文字，图片成替换符，脚注记号不要。</summary>
        private void Link(bool isPicture)
        {
            var open = isPicture ? _at + 1 : _at;
            var close = source.AsSpan(open, Math.Min(source.Length - open, LongestTag)).IndexOf(']');
            var target = close < 0 ? -1 : open + close + 1;
            if (!isPicture && close > 1 && source[open + 1] == '^')
            {
                _at = target;
                return;
            }

            var closeTarget = target >= 0 && target < source.Length && source[target] == '('
                ? source.AsSpan(target, Math.Min(source.Length - target, LongestTag)).IndexOf(')')
                : -1;
            if (closeTarget < 0)
            {
                Keep();
                return;
            }

            if (isPicture)
            {
                _text.Append(GridBlock.PictureText[0]);
            }
            else
            {
                for (_at = open + 1; _at < target - 1;)
                {
                    Keep();
                }
            }

            _at = target + closeTarget + 1;
        }

        private void Tag()
        {
            var rest = source.AsSpan(_at, Math.Min(source.Length - _at, LongestTag));
            var end = rest.IndexOf('>');
            if (end < 2 || !(char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!'))
            {
                Keep();
                return;
            }

            var name = rest[1..end];
            if (name.StartsWith("br", StringComparison.OrdinalIgnoreCase))
            {
                _text.Append('\n');
            }
            else if (name.StartsWith("img", StringComparison.OrdinalIgnoreCase))
            {
                _text.Append(GridBlock.PictureText[0]);
            }
            else if (name.Equals("sup", StringComparison.OrdinalIgnoreCase) && isCell
                && rest[end..].IndexOf("</sup>", StringComparison.OrdinalIgnoreCase) is > 0 and var close
                && BlockWriter.IsFootnoteMark(rest.Slice(end + 1, close - 1)))
            {
                end += close + "</sup>".Length - 1;
            }

            _at += end + 1;
        }

        private void Entity()
        {
            var end = source.AsSpan(_at, Math.Min(source.Length - _at, 12)).IndexOf(';');
            var decoded = end > 1 ? WebUtility.HtmlDecode(source.Substring(_at, end + 1)) : "";
            if (decoded.Length is 0 or > 2 || char.IsControl(decoded[0]))
            {
                Keep();
                return;
            }

            _first = _first < 0 && !char.IsWhiteSpace(decoded[0]) ? _at : _first;
            _text.Append(decoded);
            _at += end + 1;
        }
    }
}
