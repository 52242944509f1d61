using System.Buffers;

namespace Gongkai.Reports.Reading.Html;

/// <summary>样式里与阅读有关的几项。</summary>
[Flags]
internal enum StyleTraits
{
    /// <summary>没有。</summary>
    None = 0,

    /// <summary>不显示（display: none）。</summary>
    Gone = 1,

    /// <summary>看不见，仍占位置（visibility: hidden）。</summary>
    Invisible = 1 << 1,

    /// <summary>字号为零；下级可以另定字号，所以只对没有下级元素的算。</summary>
    Tiny = 1 << 2,

    /// <summary>划了删除线。</summary>
    Struck = 1 << 3,

    /// <summary>上标。</summary>
    Raised = 1 << 4,
}

/// <summary>一段样式声明的作用：说到了哪几项，各是开还是关。</summary>
/// <param name="Said">说到的。</param>
/// <param name="On">其中开着的。</param>
internal readonly record struct StyleEffect(StyleTraits Said, StyleTraits On)
{
    private static readonly SearchValues<string> Relevant =
        SearchValues.Create(["display", "visibility", "font-size", "text-decoration", "vertical-align"], StringComparison.OrdinalIgnoreCase);

    /// <summary>后说的盖过先说的。</summary>
    public StyleEffect Then(StyleEffect later) => new(Said | later.Said, (On & ~later.Said) | later.On);

    /// <summary>读一段声明，如 style 属性。</summary>
    public static StyleEffect Parse(ReadOnlySpan<char> declarations)
    {
        StyleEffect effect = default;
        if (!declarations.ContainsAny(Relevant))
        {
            return effect;
        }

        foreach (var range in declarations.Split(';'))
        {
            var declaration = declarations[range];
            var colon = declaration.IndexOf(':');
            if (colon > 0)
            {
                effect = effect.Then(One(declaration[..colon].Trim(), declaration[(colon + 1)..].Trim()));
            }
        }

        return effect;
    }

    private static StyleEffect One(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (Is(name, "display"))
        {
            return Set(StyleTraits.Gone, Starts(value, "none"));
        }

        if (Is(name, "visibility"))
        {
            return Set(StyleTraits.Invisible, Starts(value, "hidden") || Starts(value, "collapse"));
        }

        if (Is(name, "font-size"))
        {
            return Set(StyleTraits.Tiny, IsZero(value));
        }

        if (Is(name, "text-decoration") || Is(name, "text-decoration-line"))
        {
            return Set(StyleTraits.Struck, value.Contains("line-through", StringComparison.OrdinalIgnoreCase));
        }

        return Is(name, "vertical-align") ? Set(StyleTraits.Raised, Starts(value, "super")) : default;
    }

    private static StyleEffect Set(StyleTraits item, bool on) => new(item, on ? item : StyleTraits.None);

    private static bool Is(ReadOnlySpan<char> name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(ReadOnlySpan<char> value, string start) => value.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool IsZero(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAnyExcept("0.");
        var number = end < 0 ? value : value[..end];
        return number.Contains('0') && (end < 0 || !char.IsAsciiDigit(value[end]));
    }
}
