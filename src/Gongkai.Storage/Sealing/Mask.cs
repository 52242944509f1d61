namespace Gongkai.Storage.Sealing;

/// <summary>列表、导出里遮盖个人信息。</summary>
public static class Mask
{
    /// <summary>姓名：张*、张*三、欧**娜；一个字全遮。单位名称不用遮。</summary>
    public static string Name(string? name)
    {
        var runes = (name ?? "").Trim().EnumerateRunes().ToArray();
        return runes.Length switch
        {
            0 => "",
            1 => "*",
            2 => $"{runes[0]}*",
            _ => $"{runes[0]}{new string('*', runes.Length - 2)}{runes[^1]}",
        };
    }

    /// <summary>电话：138****1234；七位以下全遮。</summary>
    public static string Phone(string? phone)
    {
        var digits = Folding.Phone(phone);
        return digits.Length <= 7 ? new string('*', digits.Length) : $"{digits[..3]}{new string('*', digits.Length - 7)}{digits[^4..]}";
    }

    /// <summary>证件号码：1101**********1234；较短的首尾各留四分之一。</summary>
    public static string IdNumber(string? number)
    {
        var text = Folding.Identifier(number);
        var kept = Math.Min(4, text.Length / 4);
        return $"{text[..kept]}{new string('*', text.Length - (2 * kept))}{text[^kept..]}";
    }

    /// <summary>电子邮箱：z***@example.cn。</summary>
    public static string Email(string? email)
    {
        var text = (email ?? "").Trim();
        var at = text.LastIndexOf('@');
        return at <= 0 ? new string('*', Math.Min(text.Length, 8)) : $"{text.EnumerateRunes().First()}***{text[at..]}";
    }

    /// <summary>住址：留到区县，其余遮盖；看不出区县的全遮。</summary>
    public static string Address(string? address)
    {
        var text = (address ?? "").Trim();
        var end = text.AsSpan(0, Math.Min(text.Length, 24)).IndexOfAny('县', '区', '旗');
        return end > 0 ? $"{text[..(end + 1)]}***" : text.Length == 0 ? "" : "***";
    }
}
