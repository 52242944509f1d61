namespace Gongkai.Portal;

/// <summary>几选一。</summary>
/// <param name="Name">名字，也是第一项的锚点。</param>
/// <param name="Label">问的话。</param>
/// <param name="Value">现在选的；没有选为空。</param>
/// <param name="Choices">各项。</param>
public sealed record ChoicesView(string Name, string Label, string Value, IReadOnlyList<Choice> Choices)
{
    /// <summary>提示；没有为空。</summary>
    public string Hint { get; init; } = "";

    /// <summary>毛病；没有为 null。</summary>
    public string? Error { get; init; }

    /// <summary>问的话就是这一页的标题。</summary>
    public bool IsHeading { get; init; }
}

/// <summary>一项。</summary>
/// <param name="Value">值。</param>
/// <param name="Label">说法。</param>
/// <param name="Hint">提示；没有为空。</param>
public sealed record Choice(string Value, string Label, string Hint = "");
