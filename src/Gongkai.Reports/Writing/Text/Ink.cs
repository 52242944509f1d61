namespace Gongkai.Reports.Writing.Text;

/// <summary>给终端文字上色。颜色只是帮衬：不上色时，符号和字已把话说完。</summary>
/// <param name="InColour">是否上色。</param>
public readonly record struct Ink(bool InColour)
{
    /// <summary>不上色。</summary>
    public static readonly Ink Plain;

    internal string Strong(string text) => Wrap("1", text);

    internal string Quiet(string text) => Wrap("2", text);

    internal string Good(string text) => Wrap("32", text);

    internal string Caution(string text) => Wrap("33", text);

    internal string Wrong(string text) => Wrap("31", text);

    internal string Unsure(string text) => Wrap("35", text);

    private string Wrap(string code, string text) => InColour && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
