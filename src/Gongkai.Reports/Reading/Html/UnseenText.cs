using System.Text;

namespace Gongkai.Reports.Reading.Html;

/// <summary>网页里读者看不见、搜索引擎看得见的字：标题元素、关键词、简介、不显示的元素。只留开头的一段。</summary>
internal sealed class UnseenText
{
    private const int Most = 8_000;

    private readonly StringBuilder _text = new();

    /// <summary>收着的字，一处一行；没有时为 null。</summary>
    public string? Text => _text.Length == 0 ? null : _text.ToString();

    /// <summary>还收得下。</summary>
    public bool HasRoom => _text.Length < Most;

    /// <summary>收一处。</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (_text.Length >= Most)
            {
                return;
            }

            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                _text.Append(c);
                count++;
            }
        }

        if (count > 0)
        {
            _text.Append('\n');
        }
    }
}
