namespace Gongkai.Workbench.Cases.Acts;

/// <summary>表单的一项是哪一种。</summary>
public enum FieldKind
{
    /// <summary>一行文字。</summary>
    Text,

    /// <summary>几行文字。</summary>
    Area,

    /// <summary>日子。</summary>
    Day,

    /// <summary>整数。</summary>
    Number,

    /// <summary>几种里选一种。</summary>
    Choice,

    /// <summary>是或者不是。</summary>
    Check,
}

/// <summary>表单的一项。</summary>
/// <param name="Name">名字，与用例说毛病时用的相同。</param>
/// <param name="Label">标签。</param>
/// <param name="Kind">种类。</param>
public sealed record ActField(string Name, string Label, FieldKind Kind = FieldKind.Text)
{
    /// <summary>说明；没有为 null。</summary>
    public string? Hint { get; init; }

    /// <summary>开始时填好的。</summary>
    public string Default { get; init; } = "";

    /// <summary>选择的各项：值与文字。一行文字的，是可以点选的建议，也可以另填。</summary>
    public IReadOnlyList<(string Value, string Text)> Choices { get; init; } = [];

    /// <summary>最多几个字。</summary>
    public int Maximum { get; init; } = 4000;

    /// <summary>几行高。</summary>
    public int Rows { get; init; } = 4;
}
