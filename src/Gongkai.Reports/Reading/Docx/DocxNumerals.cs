using System.Globalization;
using System.Text;

namespace Gongkai.Reports.Reading.Docx;

/// <summary>把编号写成 numbering.xml 所说的数字样式；不认识的样式写阿拉伯数字。</summary>
internal static class DocxNumerals
{
    private const string Chinese = "〇一二三四五六七八九";

    /// <summary>写一个编号。</summary>
    /// <param name="number">数。</param>
    /// <param name="format">样式，如 chineseCounting。</param>
    public static string Write(int number, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" => Counting(number),
        "ideographDigital" or "taiwaneseDigital" => Each(number, d => Chinese[d]),
        "decimalFullWidth" or "decimalFullWidth2" => Each(number, d => (char)('０' + d)),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "upperLetter" => Letter(number, 'A'),
        "lowerLetter" => Letter(number, 'a'),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Counting(int number)
    {
        if (number is < 1 or > 9999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder();
        var zero = false;
        foreach (var (unit, name) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }

            text.Append(zero ? "零" : "");
            zero = false;

            // 十至十九不写「一十」。
            if (digit != 1 || unit != 10 || text.Length > 0)
            {
                text.Append(Chinese[digit]);
            }

            text.Append(name);
        }

        return text.ToString();
    }

    private static string Each(int number, Func<int, char> digit) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => digit(c - '0')));

    private static string Letter(int number, char first) =>
        number < 1 ? "" : new string((char)(first + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 10));

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder();
        foreach (var (value, name) in ((int, string)[])[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= value; number -= value)
            {
                text.Append(name);
            }
        }

        return text.ToString();
    }
}
