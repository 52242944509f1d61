using System.Globalization;
using System.Xml;

namespace Gongkai.Reports.Reading.Workbooks;

/// <summary>格的式样里与阅读有关的：百分数、日期、划去。其余的数字格式不改变数，按存的数读。</summary>
internal sealed class CellStyles
{
    private const int MostStyles = 70_000;
    private static readonly DateTime Epoch = new(1899, 12, 30);

    private readonly Dictionary<int, string> _formats = [];
    private readonly List<bool> _struckFonts = [];
    private readonly List<(int Format, int Font)> _styles = [];

    /// <summary>读 styles.xml。</summary>
    public static CellStyles Read(XmlReader reader)
    {
        var found = new CellStyles();
        var inCellStyles = false;
        while (reader.Read())
        {
            if (reader.Depth > ReadLimits.XmlDepth || found._styles.Count + found._struckFonts.Count + found._formats.Count > MostStyles)
            {
                throw new ReadLimitException("The styles part is too large.");
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                found.Add(reader, ref inCellStyles);
            }
        }

        return found;
    }

    /// <summary>这种式样的格划去了。</summary>
    public bool IsStruck(int style) =>
        style >= 0 && style < _styles.Count && _styles[style].Font is var font && font >= 0 && font < _struckFonts.Count && _struckFonts[font];

    /// <summary>一个数显示成的文字。</summary>
    /// <param name="value">存的数。</param>
    /// <param name="style">式样的序号。</param>
    /// <param name="from1904">日期自 1904 年起算。</param>
    public string Show(double value, int style, bool from1904)
    {
        if (!double.IsFinite(value) || Math.Abs(value) >= 1e15)
        {
            return value.ToString("R", CultureInfo.InvariantCulture);
        }

        // 换成 decimal 时取 15 位有效数字，正是 Excel 显示的：14.670000000000002 是 14.67。
        var exact = (decimal)value;
        var format = style >= 0 && style < _styles.Count ? FormatOf(_styles[style].Format) : "";
        if (format.Contains('%', StringComparison.Ordinal))
        {
            return $"{Plain(Math.Round(exact * 100, Decimals(format)))}%";
        }

        return IsDate(format) && value is >= 1 and < 2_958_466 ? Date(value + (from1904 ? 1462 : 0), format) : Plain(exact);
    }

    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static int Decimals(string format)
    {
        var point = format.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : Math.Min(format.AsSpan(point + 1).IndexOfAnyExcept('0', '#', '?') is >= 0 and var end ? end : format.Length - point - 1, 10);
    }

    private static string Date(double serial, string format)
    {
        var day = Epoch.AddDays(Math.Min(Math.Floor(serial), 2_958_465));
        var (year, month, date) = (format.Contains('y'), format.Contains('m'), format.Contains('d'));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(year ? $"{day.Year}年" : "")}{(month ? $"{day.Month}月" : "")}{(date ? $"{day.Day}日" : "")}");
    }

    // 引号、方括号里的不是格式。
    private static bool IsDate(string format) => format.Contains('y') || (format.Contains('m') && format.Contains('d'));

    private string FormatOf(int number) => number switch
    {
        9 => "0%",
        10 => "0.00%",
        >= 14 and <= 17 or 22 => number is 17 ? "my" : number is 16 ? "dm" : "ymd",
        27 or 31 or 36 or 50 or 57 or 58 => number is 27 or 36 or 50 or 57 ? "ym" : number is 31 ? "ymd" : "md",
        _ => _formats.GetValueOrDefault(number, ""),
    };

    private void Add(XmlReader reader, ref bool inCellStyles)
    {
        switch (reader.LocalName)
        {
            case "numFmt" when Number(reader, "numFmtId") is >= 0 and var id:
                _formats[id] = Bare(reader.GetAttribute("formatCode") ?? "");
                break;
            case "font" when reader.Depth == 2:
                _struckFonts.Add(false);
                break;
            case "strike" when reader.Depth == 3 && _struckFonts.Count > 0:
                _struckFonts[^1] |= reader.GetAttribute("val") is not ("0" or "false");
                break;
            case "cellXfs":
                inCellStyles = true;
                break;
            case "cellStyles" or "dxfs":
                inCellStyles = false;
                break;
            case "xf" when inCellStyles:
                _styles.Add((Number(reader, "numFmtId"), Number(reader, "fontId")));
                break;
        }
    }

    /// <summary>格式的第一段，去掉引号、方括号、转义里的字，全小写。</summary>
    private static string Bare(string format)
    {
        Span<char> bare = stackalloc char[64];
        var length = 0;
        var until = '\0';
        for (var i = 0; i < format.Length && length < bare.Length; i++)
        {
            var c = format[i];
            if (until != '\0')
            {
                until = c == until ? '\0' : until;
            }
            else if (c is '"' or '[')
            {
                until = c == '"' ? '"' : ']';
            }
            else if (c is '\\' or '_' or '*')
            {
                i++;
            }
            else if (c == ';')
            {
                break;
            }
            else
            {
                bare[length++] = char.ToLowerInvariant(c);
            }
        }

        return bare[..length].ToString();
    }

    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
