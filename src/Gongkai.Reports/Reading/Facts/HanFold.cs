using System.Reflection;
using System.Text.Json;

namespace Gongkai.Reports.Reading.Facts;

/// <summary>认字用的折叠：全角变半角、繁体变简体、部首与兼容字变常用字。只用于比对，不改变印出的文字。</summary>
internal static class HanFold
{
    // A flat table: folding runs for every character that a label is compared with.
    private static readonly char[] Table = Build();

    /// <summary>折叠一个字符；各种横向空白折成空格。</summary>
    public static char Fold(char c) => Table[c];

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = (char)i;
        }

        for (var c = '\uFF01'; c <= '\uFF5E'; c++)
        {
            table[c] = (char)(c - 0xFEE0);
        }

        table['\u00A0'] = table['\u3000'] = table['\t'] = ' ';
        for (var c = '\u2000'; c <= '\u200A'; c++)
        {
            table[c] = ' ';
        }

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("han/fold.json")
            ?? throw new InvalidOperationException("The fold table is not embedded.");
        using var json = JsonDocument.Parse(stream);
        foreach (var list in (ReadOnlySpan<string>)["traditional", "compatibility"])
        {
            var pairs = json.RootElement.GetProperty(list).GetProperty("pairs").GetString()!;
            for (var i = 0; i + 1 < pairs.Length; i += 2)
            {
                table[pairs[i]] = pairs[i + 1];
            }
        }

        // A compatibility form may fold to a traditional character: one more step makes Fold(Fold(c)) = Fold(c).
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = table[table[i]];
        }

        return table;
    }
}
