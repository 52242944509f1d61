using System.Buffers;

namespace Gongkai.Reports.Writing;

/// <summary>源文件里可能有的、会左右终端或改变文字走向的字符：C0 与 C1 控制符、双向排版标记、行段分隔符、字节序标记。</summary>
internal static class HostileCharacters
{
    private static readonly char[] All =
    [
        .. Range(0x0000, 0x001F), .. Range(0x007F, 0x009F), '\u061C',
        '\u200E', '\u200F', .. Range(0x2028, 0x202E), .. Range(0x2066, 0x2069), '\uFEFF',
    ];

    /// <summary>有害的字符，以及须成对才算数的代理项。</summary>
    public static readonly SearchValues<char> OrSurrogates = SearchValues.Create([.. All, .. Range(0xD800, 0xDFFF)]);

    /// <summary>有害的字符、代理项，以及 JSON 字符串里必须转义的引号和反斜线。</summary>
    public static readonly SearchValues<char> OrJsonSyntax = SearchValues.Create([.. All, .. Range(0xD800, 0xDFFF), '"', '\\']);

    /// <summary>这个码位是否有害。</summary>
    public static bool Contains(int scalar) => scalar switch
    {
        <= 0x001F => true,
        < 0x007F => false,
        <= 0x009F => true,
        0x061C or 0x200E or 0x200F or 0xFEFF => true,
        >= 0x2028 and <= 0x202E => true,
        >= 0x2066 and <= 0x2069 => true,
        _ => false,
    };

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
