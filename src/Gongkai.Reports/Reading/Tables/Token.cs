using System.Runtime.InteropServices;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>表内一个记号的种类。</summary>
internal enum TokenKind : byte
{
    /// <summary>数。</summary>
    Number,

    /// <summary>横线、斜线或「无」。</summary>
    Dash,

    /// <summary>有内容而不是数。</summary>
    Other,

    /// <summary>空格：有这一格，里面没有内容。</summary>
    Empty,
}

/// <summary>记号的处境。</summary>
[Flags]
internal enum TokenFlags : byte
{
    None = 0,

    /// <summary>所在行里，它前面没有标签而后面有：属于下一行的行首。</summary>
    LeadIn = 1,

    /// <summary>夹在一个标签的文字中间。</summary>
    InLabel = 2,

    /// <summary>位数太多，不会是一个数。</summary>
    TooLong = 4,

    /// <summary>只由数字组成，可以拆开。</summary>
    Plain = 8,

    /// <summary>写法经过归一（全角、千分位）。</summary>
    Normalised = 16,

    /// <summary>带单位。</summary>
    HasUnit = 32,

    /// <summary>来自网格或有分隔符的行：列位置可用。</summary>
    Fielded = 64,

    /// <summary>与标签同在一格。</summary>
    BesideLabel = 128,
}

/// <summary>表内的一个记号。</summary>
/// <param name="Kind">种类。</param>
/// <param name="Flags">处境。</param>
/// <param name="Start">在摊平文字中的起点。</param>
/// <param name="End">终点（不含）。</param>
/// <param name="Value">数的值，乘以 <see cref="Scale"/>。</param>
/// <param name="Line">第几行（自 0 起，以所读的一段为准）。</param>
/// <param name="Group">空行隔开的第几组。</param>
/// <param name="Field">行内第几格。</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenKind Kind, TokenFlags Flags, int Start, int End, long Value, int Line, int Group, int Field)
{
    /// <summary>数以万分之一为单位存放，金额至多四位小数。</summary>
    public const long Scale = 10_000;

    /// <summary>一个数至多几位整数；再长就不是件数或金额。</summary>
    public const int MaximumDigits = 12;

    public bool Has(TokenFlags flag) => (Flags & flag) != 0;
}

/// <summary>认出的一个标签。</summary>
/// <param name="Start">首字。</param>
/// <param name="End">末字之后。</param>
/// <param name="Label">标签序号。</param>
/// <param name="Approximate">按相近认出的。</param>
internal readonly record struct LabelHit(int Start, int End, int Label, bool Approximate);
